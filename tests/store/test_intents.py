import pytest

from sourcing_app.domain.ids import IntentId, OfferId, OrderId
from sourcing_app.domain.intent import CreatedOrder, CreateResult, FailedLine, IntentState
from sourcing_app.errors import AlreadySending
from sourcing_app.store.ledger import Ledger
from tests.store.samples import ACCOUNT, NOW, intent, line

CREATED = CreateResult((CreatedOrder(OrderId("2257000000000000123")),))


async def test_an_intent_is_found_by_its_key_and_by_its_order(ledger: Ledger) -> None:
    await ledger.intents.open(intent("src-1"))
    created = await ledger.intents.mark_created(IntentId("src-1"), CREATED, NOW)
    assert await ledger.intents.of_out_order_id(ACCOUNT, "src-1") == created
    assert await ledger.intents.of_order(ACCOUNT, OrderId("2257000000000000123")) == created
    assert await ledger.intents.of_order(ACCOUNT, OrderId("1")) is None


@pytest.mark.parametrize("outcome", ["created", "refused", "absent"])
async def test_a_closed_intent_frees_its_lines(ledger: Ledger, outcome: str) -> None:
    await ledger.intents.open(intent("src-1"))
    if outcome == "created":
        await ledger.intents.mark_created(IntentId("src-1"), CREATED, NOW)
    elif outcome == "refused":
        await ledger.intents.mark_refused(IntentId("src-1"), "500_001", "库存不足", NOW)
    else:
        await ledger.intents.mark_absent(IntentId("src-1"), NOW)
    assert (await ledger.intents.open(intent("src-2"))).state is IntentState.SENDING


async def test_m05_an_unknown_intent_keeps_its_lines(ledger: Ledger) -> None:
    await ledger.intents.open(intent("src-1"))
    await ledger.intents.mark_unknown(IntentId("src-1"))
    with pytest.raises(AlreadySending):
        await ledger.intents.open(intent("src-2"))


async def test_a_settled_intent_is_never_unsettled(ledger: Ledger) -> None:
    await ledger.intents.open(intent("src-1"))
    created = await ledger.intents.mark_created(IntentId("src-1"), CREATED, NOW)
    assert await ledger.intents.mark_unknown(IntentId("src-1")) == created
    assert await ledger.intents.mark_absent(IntentId("src-1"), NOW) == created


async def test_m09_only_what_was_ordered_leaves_the_cart(ledger: Ledger) -> None:
    await ledger.cart.put(ACCOUNT, (line(1, 2), line(2, 2), line(3, 5)))
    await ledger.intents.open(intent("src-1", 1, 2, 3))
    failed = FailedLine(OfferId("2"), line(2).spec_id, "500", "no")
    await ledger.intents.mark_created(IntentId("src-1"), CreateResult(CREATED.orders, (failed,)), NOW)
    assert [(each.offer_id, each.quantity) for each in (await ledger.cart.load(ACCOUNT)).lines] == [("2", 2), ("3", 3)]


async def test_a_key_is_never_used_twice(ledger: Ledger) -> None:
    await ledger.intents.open(intent("src-1", 1))
    await ledger.intents.mark_absent(IntentId("src-1"), NOW)
    with pytest.raises(Exception, match="UNIQUE"):
        await ledger.intents.open(intent("src-1", 2))


async def test_m13_a_19_digit_id_stays_text(ledger: Ledger) -> None:
    await ledger.intents.open(intent("src-1"))
    created = await ledger.intents.mark_created(IntentId("src-1"), CREATED, NOW)
    assert created.order_ids == ("2257000000000000123",)
