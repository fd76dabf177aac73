"""The money path against the real marketplace. Numbers are rows of the fault table."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sourcing_app.domain.address import Address
from sourcing_app.domain.approval import total_with
from sourcing_app.domain.ids import AddressId
from sourcing_app.domain.intent import CreatedOrder, CreateResult, IntentState, new_out_order_id
from sourcing_app.domain.money import Money
from sourcing_app.domain.preview import OrderChoice
from sourcing_app.errors import (
    AlreadySending,
    InvalidInput,
    OutcomeUnknown,
    PriceChanged,
    Refused,
    SourcingError,
    StoreUnavailable,
    Unreachable,
)
from sourcing_app.store.ledger import FILE_NAME
from sourcing_app.usecases.cancel_order import CancelOrder
from sourcing_app.usecases.edit_cart import EditCart
from sourcing_app.usecases.list_addresses import ListAddresses
from sourcing_app.usecases.open_order import OpenOrder
from sourcing_app.usecases.place_order import PlaceOrder, sums_differ
from sourcing_app.usecases.session import utc_now
from tests.support.sandbox import RunningSandbox
from tests.usecases.changed_answers import ChangedAnswers, without
from tests.usecases.desk import CREATE, ESCROW, Desk, open_desk


async def test_an_approved_preview_becomes_one_order(desk: Desk) -> None:
    preview = await desk.preview()
    intent = await desk.place(preview)
    (row,) = desk.sandbox.look("orders")["orders"]
    assert intent.state is IntentState.CREATED
    assert intent.order_ids == (row["order_id"],)
    assert row["out_order_id"] == intent.out_order_id
    assert row["total_fen"] == preview.total.fen == intent.approved_total.fen


async def test_what_was_ordered_leaves_the_cart(desk: Desk) -> None:
    await desk.place()
    assert (await EditCart(desk.session).load()).lines == ()


async def test_what_was_added_meanwhile_stays_in_the_cart(desk: Desk) -> None:
    preview = await desk.preview()
    (line,) = (await EditCart(desk.session).load()).lines
    await EditCart(desk.session).set_quantity(line.offer_id, line.spec_id, line.quantity + 3)
    await desk.place(preview)
    assert [each.quantity for each in (await EditCart(desk.session).load()).lines] == [3]


async def test_a_placed_order_can_be_read_offline_at_once(desk: Desk) -> None:
    intent = await desk.place()
    cached = await OpenOrder(desk.session).cached(intent.order_ids[0])
    assert cached is not None and cached[0].value.out_order_id == intent.out_order_id
    assert await OpenOrder(desk.session).intent(intent.order_ids[0]) == intent


@pytest.mark.parametrize("kind", ["lost_after", "truncated", "html", "not_json", "redirect", "status"])
async def test_m01_a_lost_answer_is_unknown_and_never_sent_again(desk: Desk, kind: str) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, kind)
    with pytest.raises(OutcomeUnknown) as raised:
        await desk.place(preview)
    (intent,) = await desk.session.ledger.intents.open_ones(desk.session.key)
    assert intent.state is IntentState.UNKNOWN and intent.out_order_id == raised.value.reference
    sent = desk.sandbox.look("calls", api=CREATE)["calls"]
    assert len(sent) <= 1 and desk.made() <= 1


async def test_m01_a_lost_order_is_found_by_our_own_key(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "lost_after")
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    (settled,) = await desk.settle()(now=True)
    assert settled.state is IntentState.CREATED and desk.made() == 1
    assert settled.order_ids == (desk.sandbox.look("orders")["orders"][0]["order_id"],)
    assert (await EditCart(desk.session).load()).lines == ()


async def test_m02_an_answer_the_disk_does_not_take_is_found_again(desk: Desk, tmp_path: Path) -> None:
    preview, database = await desk.preview(), desk.session.ledger.orders._database
    await database.read(lambda connection: connection.execute("PRAGMA busy_timeout = 0"))
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as scanner:

        def at(step: str) -> None:
            if step == "answered":
                scanner.execute("BEGIN IMMEDIATE")

        with pytest.raises(OutcomeUnknown):
            await desk.place(preview, at)
    (settled,) = await desk.settle()(now=True)
    assert settled.state is IntentState.CREATED and desk.made() == 1


async def test_s04_an_intent_that_cannot_be_saved_sends_nothing(desk: Desk) -> None:
    preview, database = await desk.preview(), desk.session.ledger.orders._database
    await database.read(lambda connection: connection.execute("PRAGMA query_only = ON"))
    with pytest.raises(StoreUnavailable):
        await desk.place(preview)
    assert desk.made() == 0 and desk.sandbox.look("calls", api=CREATE)["calls"] == []


async def test_m04_double_click_makes_one_order(desk: Desk) -> None:
    preview, place = await desk.preview(), PlaceOrder(desk.session)
    outcomes = await asyncio.gather(place(preview, ESCROW), place(preview, ESCROW), return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["AlreadySending", "OrderIntent"]
    assert desk.made() == 1


async def test_m04_two_windows_make_one_order(desk: Desk) -> None:
    preview = await desk.preview()
    windows = [PlaceOrder(desk.session), PlaceOrder(desk.session)]
    outcomes = await asyncio.gather(*(place(preview, ESCROW) for place in windows), return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["AlreadySending", "OrderIntent"]
    assert desk.made() == 1


async def test_m05_lines_of_an_unknown_order_cannot_be_ordered_again(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "lost_before")
    with pytest.raises(OutcomeUnknown) as raised:
        await desk.place(preview)
    with pytest.raises(AlreadySending) as refused:
        await desk.place(preview)
    assert refused.value.intent_ids == (raised.value.reference,)


async def test_m07_an_order_id_beside_a_false_flag_is_an_order(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "success_false")
    assert (await desk.place(preview)).state is IntentState.CREATED


@pytest.mark.parametrize("kind", ["throttle", "no_permission"])
async def test_m08_a_refusal_of_the_gateway_is_definite(desk: Desk, kind: str) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, kind)
    with pytest.raises(SourcingError) as raised:
        await desk.place(preview)
    (intent,) = await desk.session.ledger.intents.recent(desk.session.key)
    assert not isinstance(raised.value, OutcomeUnknown)
    assert intent.state is IntentState.REFUSED and desk.made() == 0
    assert len((await EditCart(desk.session).load()).lines) == 1
    assert (await desk.place(preview)).state is IntentState.CREATED


async def test_m09_lines_that_were_left_out_are_named_and_stay_in_the_cart(desk: Desk) -> None:
    preview = await desk.preview_two_lines()
    desk.fault(CREATE, "failed_offers", lines=1)
    intent = await desk.place(preview)
    left = (await EditCart(desk.session).load()).lines
    assert intent.state is IntentState.CREATED
    assert [(line.offer_id, line.spec_id) for line in intent.failed_lines] == [line.key for line in left]
    assert len(left) == 1 and desk.made() == 1


async def test_m10_one_purchase_may_become_several_orders(desk: Desk) -> None:
    preview = await desk.preview_two_lines()
    desk.sandbox.control("options", split_above_lines=1)
    preview = await desk.session.platform.orders.preview(
        preview.lines, preview.address, preview.supplier_id, preview.supplier_name
    )
    intent = await desk.place(preview)
    assert len(intent.order_ids) == desk.made() == 2
    assert intent.state is IntentState.CREATED and intent.reason_code == ""


async def test_m10_orders_that_do_not_add_up_to_the_approved_sum_are_marked(desk: Desk) -> None:
    intent = await desk.place()
    one, fen = CreatedOrder(intent.order_ids[0], intent.approved_total), Money.from_fen(1)
    assert not sums_differ(intent, CreateResult((one,)))
    assert sums_differ(intent, CreateResult((replace(one, total=intent.approved_total + fen),)))
    assert not sums_differ(intent, CreateResult((replace(one, total=None),)))


async def test_m11_one_fen_more_stops_and_shows_old_and_new(desk: Desk) -> None:
    what = await desk.buyable()
    preview = await desk.preview()
    change = {"price_fen": what.price_fen + 1} | ({"spec_id": what.spec_id} if what.spec_id else {})
    desk.sandbox.control(f"offers/{what.offer_id}", **change)
    with pytest.raises(PriceChanged) as raised:
        await desk.place(preview)
    assert ("total", preview.total.as_text()) in [difference[:2] for difference in raised.value.differences]
    assert desk.made() == 0 and await desk.session.ledger.intents.recent(desk.session.key) == ()


async def test_m11_stock_that_is_gone_stops_before_sending(desk: Desk) -> None:
    what = await desk.buyable()
    preview = await desk.preview()
    desk.sandbox.control(f"offers/{what.offer_id}", stock=0, **({"spec_id": what.spec_id} if what.spec_id else {}))
    with pytest.raises((Refused, PriceChanged)):
        await desk.place(preview)
    assert desk.made() == 0


async def test_m11_a_saved_address_that_is_another_now_stops(desk: Desk) -> None:
    preview = await desk.preview()
    moved = replace(preview, address=replace(preview.address, street="another street 1"))
    with pytest.raises(PriceChanged) as raised:
        await desk.place(moved)
    assert [difference[0] for difference in raised.value.differences] == ["address"]


async def test_m11_a_saved_address_that_vanished_after_the_preview_stops(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    door = ChangedAnswers()
    desk = await open_desk(sandbox, tmp_path / "gone", door)
    preview = await desk.preview()
    door.changes["alibaba.trade.receiveAddress.get"] = without("receiveAddressItems")
    with pytest.raises(PriceChanged) as raised:
        await desk.place(preview)
    assert raised.value.differences == (("address", preview.address.in_full, ""),)
    assert desk.made() == 0 and desk.sandbox.look("calls", api=CREATE)["calls"] == []
    await desk.close()


async def test_m11_a_saved_address_whose_text_changed_after_the_preview_stops(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    def moved(body: Any) -> None:
        for row in body["result"]["receiveAddressItems"]:
            row["address"] = "another street 1"

    door = ChangedAnswers()
    desk = await open_desk(sandbox, tmp_path / "moved", door)
    preview = await desk.preview()
    door.changes["alibaba.trade.receiveAddress.get"] = moved
    with pytest.raises(PriceChanged) as raised:
        await desk.place(preview)
    ((what, before, now),) = raised.value.differences
    assert (what, before) == ("address", preview.address.in_full) and "another street 1" in now
    assert desk.made() == 0
    await desk.close()


async def test_m11_an_address_id_that_the_platform_never_had_is_refused_before_anything_is_sent(desk: Desk) -> None:
    preview = await desk.preview()
    gone = Address("x", "浙江省", "杭州市", "滨江区", "1", address_id=AddressId("1"))
    with pytest.raises(Refused):
        await desk.place(replace(preview, address=gone))
    assert desk.made() == 0 and desk.sandbox.look("calls", api=CREATE)["calls"] == []


async def test_nothing_is_said_to_the_seller_that_the_buyer_did_not_write(desk: Desk) -> None:
    intent = await desk.place()
    assert "message" not in dict(intent.request.parameters)
    desk.sandbox.control("clock", advance_s=60)
    await CancelOrder(desk.session)(intent.order_ids[0], "buyerCancel")
    (sent,) = desk.sandbox.look("calls", api="alibaba.trade.cancel")["calls"]
    assert sent["params"].keys() == {"webSite", "tradeID", "cancelReason"}


async def test_saved_addresses_are_there_offline_once_they_were_read(desk: Desk) -> None:
    addresses = ListAddresses(desk.session)
    assert await addresses.cached() == ()
    read = await addresses()
    desk.fault("*", "lost_before", times=0)
    assert await addresses.cached() == read and read[0].is_default
    with pytest.raises(Unreachable):
        await addresses()


async def test_m12_a_preview_whose_sums_do_not_add_up_cannot_be_placed(desk: Desk) -> None:
    preview = await desk.preview()
    (part,) = preview.parts
    wrong = replace(preview, parts=(replace(part, freight=part.freight * 100),))
    with pytest.raises(InvalidInput) as raised:
        await desk.place(wrong)
    assert (raised.value.field, raised.value.reason) == ("preview", "not_placeable")


async def test_m15_a_trade_mode_that_was_not_offered_is_refused(desk: Desk) -> None:
    preview = await desk.preview()
    with pytest.raises(InvalidInput) as raised:
        await PlaceOrder(desk.session)(preview, OrderChoice("period"))
    assert raised.value.field == "trade_mode"


async def test_m15_what_may_cost_money_is_always_sent(desk: Desk) -> None:
    intent = await desk.place()
    sent = dict(intent.request.parameters)
    assert {"tradeType", "useRedEnvelope", "shopPromotionId", "flow", "outOrderId"} <= sent.keys()


async def test_m23_a_preview_of_another_account_is_refused(desk: Desk) -> None:
    preview = await desk.preview()
    with pytest.raises(InvalidInput) as raised:
        await PlaceOrder(desk.as_other_account())(preview, ESCROW)
    assert (raised.value.field, raised.value.reason) == ("account", "other")
    assert desk.made() == 0


async def test_the_journal_tells_what_was_done(desk: Desk) -> None:
    await desk.place()
    assert await desk.journal() == ["order_created"]


async def test_the_button_shows_the_sum_that_is_approved(desk: Desk) -> None:
    preview = await desk.preview()
    assert (await desk.place(preview)).approved_total == total_with(preview, ESCROW)


def test_our_keys_are_short_ascii_and_never_the_same() -> None:
    keys = {new_out_order_id(utc_now()) for _ in range(1000)}
    assert len(keys) == 1000
    assert all(key.isascii() and len(key) == 23 and key.startswith("src-") for key in keys)


async def test_every_step_of_placing_is_told_in_its_order(desk: Desk) -> None:
    steps: list[str] = []
    await desk.place(at=steps.append)
    assert steps == ["approved", "compared", "intent_saved", "answered", "outcome_saved", "order_read"]
