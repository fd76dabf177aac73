import json
from dataclasses import replace
from datetime import timedelta

import pytest

from sourcing_app.domain.ids import IntentId, OfferId, OrderId
from sourcing_app.domain.intent import CreatedOrder, CreateResult, FailedLine, IntentState, OrderIntent
from sourcing_app.errors import AlreadySending
from sourcing_app.store.ledger import Ledger
from sourcing_app.store.records import decode, encode
from tests.store.samples import ACCOUNT, NOW, intent, line

CREATED = CreateResult((CreatedOrder(OrderId("2257000000000000123")),))
CREATED_IDS = (OrderId("2257000000000000123"),)


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


async def test_m08_a_no_that_proves_nothing_is_kept_as_one_and_keeps_its_lines(ledger: Ledger) -> None:
    await ledger.intents.open(intent("src-1"))
    doubted = await ledger.intents.mark_doubted(IntentId("src-1"), "TIMEOUT", "调用超时")
    assert (doubted.state, doubted.said_no, doubted.reason_code) == (IntentState.UNKNOWN, True, "TIMEOUT")
    with pytest.raises(AlreadySending):
        await ledger.intents.open(intent("src-2"))
    assert await ledger.intents.refused_in_doubt(ACCOUNT, NOW) == ()
    refused = await ledger.intents.mark_refused(IntentId("src-1"), "TIMEOUT", "调用超时", NOW)
    assert await ledger.intents.refused_in_doubt(ACCOUNT, refused.created_at) == (refused,)
    assert (await ledger.intents.mark_asked(IntentId("src-1"), (), NOW)).state is IntentState.REFUSED


async def test_m29_a_refused_intent_becomes_created_when_its_order_turns_up(ledger: Ledger) -> None:
    await ledger.intents.open(intent("src-1"))
    await ledger.intents.mark_refused(IntentId("src-1"), "500_001", "库存不足", NOW)
    created = await ledger.intents.mark_created(IntentId("src-1"), CREATED, NOW)
    assert created.state is IntentState.CREATED and created.order_ids == CREATED_IDS


async def test_m28_doubles_are_found_by_their_id_and_become_orders_when_they_are_wanted(ledger: Ledger) -> None:
    await ledger.intents.open(intent("src-1"))
    await ledger.intents.mark_created(IntentId("src-1"), CREATED, NOW)
    double = OrderId("2257000000000000124")
    doubled = await ledger.intents.mark_doubled(IntentId("src-1"), (double, *CREATED_IDS))
    assert (doubled.order_ids, doubled.doubles) == (CREATED_IDS, (double,))
    assert await ledger.intents.of_order(ACCOUNT, double) == doubled
    wanted = await ledger.intents.mark_wanted(IntentId("src-1"))
    assert (wanted.order_ids, wanted.doubles) == ((*CREATED_IDS, double), ())
    assert wanted.approved_total == doubled.approved_total * 2, "both are approved: neither is a changed price"


async def test_m30_an_intent_is_found_by_the_preview_it_was_made_of(ledger: Ledger) -> None:
    await ledger.intents.open(replace(intent("src-1"), previewed_at=NOW))
    assert [each.intent_id for each in await ledger.intents.of_preview(ACCOUNT, NOW)] == ["src-1"]
    assert await ledger.intents.of_preview(ACCOUNT, NOW + timedelta(microseconds=1)) == ()


def test_an_intent_of_an_earlier_version_reads_as_silence_without_doubles() -> None:
    kept = json.loads(encode(intent("src-1")))
    assert kept.keys().isdisjoint({"said_no", "previewed_at", "doubles"})
    read = decode(OrderIntent, json.dumps(kept))
    assert (read.said_no, read.previewed_at, read.doubles) == (False, None, ())
