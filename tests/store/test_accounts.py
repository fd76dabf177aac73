"""Rows that were kept before it was known which member of an app they are of."""

from dataclasses import replace

import pytest

from sourcing_app.domain.ids import AccountKey, IntentId
from sourcing_app.errors import AlreadySending
from sourcing_app.store.ledger import Ledger
from tests.store.samples import ACCOUNT, NOW, intent, line, order

MEMBER, OTHER = AccountKey(f"{ACCOUNT}/b2b-1"), AccountKey(f"{ACCOUNT}/b2b-2")


async def test_the_first_member_takes_all_over_and_open_intents_go_on_guarding(ledger: Ledger) -> None:
    await ledger.cart.put(ACCOUNT, (line(1, 2),))
    await ledger.intents.open(intent("src-1"))
    await ledger.orders.save(ACCOUNT, (order(1),), NOW)
    assert await ledger.accounts.take_over(ACCOUNT, MEMBER)
    (moved,) = await ledger.intents.open_ones(MEMBER)
    assert (moved.intent_id, moved.account) == ("src-1", MEMBER)
    with pytest.raises(AlreadySending):
        await ledger.intents.open(replace(intent("src-2"), account=MEMBER))
    assert len(await ledger.orders.list(MEMBER)) == 1 and len((await ledger.cart.load(MEMBER)).lines) == 1
    assert await ledger.intents.recent(ACCOUNT) == () and await ledger.orders.list(ACCOUNT) == ()
    assert (await ledger.intents.mark_absent(IntentId("src-1"), NOW)).account == MEMBER


async def test_the_second_member_takes_nothing_and_a_member_with_rows_of_its_own_keeps_them(ledger: Ledger) -> None:
    await ledger.intents.open(intent("src-1"))
    assert await ledger.accounts.take_over(ACCOUNT, MEMBER)
    assert not await ledger.accounts.take_over(ACCOUNT, OTHER)
    await ledger.cart.put(ACCOUNT, (line(1, 2),))
    assert not await ledger.accounts.take_over(ACCOUNT, MEMBER)
    assert await ledger.intents.recent(OTHER) == () and len((await ledger.cart.load(ACCOUNT)).lines) == 1
