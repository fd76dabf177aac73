"""What turns up under one of our keys is ours: doubled requests, orders behind a refusal, one preview for one order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sourcing_app.domain.approval import ORDERED
from sourcing_app.domain.intent import FOUND_AFTER_ALL, IntentState, OrderIntent
from sourcing_app.domain.money import total
from sourcing_app.errors import InvalidInput, OrderDoubled, OutcomeUnknown, PriceChanged, SourcingError
from sourcing_app.platform.orders import calls as orders
from sourcing_app.usecases.cancel_order import CancelOrder
from sourcing_app.usecases.edit_cart import EditCart
from sourcing_app.usecases.open_order import OpenOrder
from sourcing_app.usecases.pay_orders import PayOrders
from sourcing_app.usecases.place_order import PlaceOrder
from sourcing_app.usecases.track_orders import TrackOrders
from tests.usecases.desk import CREATE, ESCROW, Desk


async def latest(desk: Desk) -> OrderIntent:
    return (await desk.session.ledger.intents.recent(desk.session.key))[0]


async def hidden(desk: Desk) -> None:
    """From now on new orders are left out of the list for an hour."""
    desk.sandbox.control("options", list_delay_s=3600)


async def shown(desk: Desk) -> None:
    desk.sandbox.control("options", list_delay_s=0)
    desk.sandbox.control("clock", advance_s=3601)


def paying(desk: Desk) -> PayOrders:
    return PayOrders(desk.session, lambda url, gateway_url: url)


@pytest.mark.parametrize("kind", ["twice", "twice_first"])
async def test_m28_a_doubled_request_is_told_of_as_soon_as_the_order_is_placed(desk: Desk, kind: str) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, kind)
    placed = await desk.place(preview)
    intent = await latest(desk)
    ids = {row["order_id"] for row in desk.sandbox.look("orders")["orders"]}
    assert len(ids) == 2 and set(intent.all_order_ids) == ids
    assert intent.order_ids == placed.order_ids and len(intent.doubles) == 1
    assert "order_doubled" in await desk.journal()
    assert await OpenOrder(desk.session).intent(intent.doubles[0]) == intent


async def test_m28_a_double_that_the_list_hid_at_first_is_told_of_by_the_next_refresh(desk: Desk) -> None:
    preview = await desk.preview()
    await hidden(desk)
    desk.fault(CREATE, "twice")
    await desk.place(preview)
    assert (await latest(desk)).doubles == ()
    await shown(desk)
    await TrackOrders(desk.session)()
    assert len((await latest(desk)).doubles) == 1


async def test_m28_no_payment_includes_either_of_two_orders_of_one_decision_unasked(desk: Desk) -> None:
    preview = await desk.preview()
    await hidden(desk)
    desk.fault(CREATE, "twice")
    intent = await desk.place(preview)
    await shown(desk)
    for row in desk.sandbox.look("orders")["orders"]:
        with pytest.raises(OrderDoubled) as raised:
            await paying(desk)((row["order_id"],), intent.approved_total)
        assert len(raised.value.order_ids) == 2 and raised.value.out_order_id == intent.out_order_id
    both = (await latest(desk)).all_order_ids
    with pytest.raises(OrderDoubled):
        await paying(desk)(both, total([intent.approved_total, intent.approved_total]))


async def test_m28_once_one_of_the_two_is_cancelled_the_other_can_be_paid(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "twice")
    intent = await desk.place(preview)
    desk.sandbox.control("clock", advance_s=11)
    double = (await latest(desk)).doubles[0]
    await CancelOrder(desk.session)(intent.order_ids[0], "buyerCancel")
    link = await paying(desk)((double,), intent.approved_total)
    assert link.covers == (double,)


async def test_m28_both_can_be_paid_by_a_person_who_wants_both_and_is_asked_once(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "twice")
    await desk.place(preview)
    intent = await latest(desk)
    approved = total([intent.approved_total, intent.approved_total])
    link = await paying(desk)(intent.all_order_ids, approved, doubles_wanted=True)
    assert set(link.covers) == set(intent.all_order_ids) and "doubles_wanted" in await desk.journal()
    wanted = await latest(desk)
    assert wanted.order_ids == intent.all_order_ids and wanted.doubles == ()
    await paying(desk)(intent.all_order_ids, approved, again=True)


async def test_m28_two_orders_of_an_intent_that_is_not_settled_are_not_paid_either(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "twice")
    desk.fault(CREATE, "lost_after")
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    (asked,) = await desk.settle()(now=True)
    assert asked.state is IntentState.UNKNOWN and len(asked.candidates) == 2
    with pytest.raises(OrderDoubled):
        await paying(desk)((asked.candidates[0],), asked.approved_total)
    decided = await desk.settle().decide_created(asked.intent_id, asked.candidates[:1])
    assert decided.order_ids == asked.candidates[:1] and decided.doubles == asked.candidates[1:]


async def test_m10_a_split_order_is_no_double(desk: Desk) -> None:
    preview = await desk.preview_two_lines()
    desk.sandbox.control("options", split_above_lines=1)
    preview = await desk.session.platform.orders.preview(
        preview.lines, preview.address, preview.supplier_id, preview.supplier_name
    )
    intent = await desk.place(preview)
    await TrackOrders(desk.session)(everything=True)
    assert len(intent.order_ids) == 2 and (await latest(desk)).doubles == ()
    await paying(desk)(intent.order_ids, intent.approved_total)


async def refused_but_made(desk: Desk) -> OrderIntent:
    """An order that exists though its intent counts as refused, as an earlier version of the program left it."""
    preview = await desk.preview()
    await hidden(desk)
    desk.fault(CREATE, "no_after", code="500_004", text="库存不足")
    with pytest.raises(SourcingError):
        await desk.place(preview)
    await shown(desk)
    intent = await latest(desk)
    assert intent.state is IntentState.REFUSED and not intent.said_no and desk.made() == 1
    return intent


async def test_m29_an_order_under_the_key_of_a_refused_intent_reopens_it_and_its_lines_leave_the_cart(
    desk: Desk,
) -> None:
    refused = await refused_but_made(desk)
    assert len((await EditCart(desk.session).load()).lines) == 1
    await TrackOrders(desk.session)()
    intent = await latest(desk)
    assert (intent.state, intent.reason_code) == (IntentState.CREATED, FOUND_AFTER_ALL)
    assert intent.intent_id == refused.intent_id and len(intent.order_ids) == 1
    assert (await EditCart(desk.session).load()).lines == () and "order_found" in await desk.journal()


async def test_m29_two_orders_under_the_key_of_a_refused_intent_are_one_order_and_its_double(desk: Desk) -> None:
    preview = await desk.preview()
    await hidden(desk)
    desk.fault(CREATE, "twice")
    desk.fault(CREATE, "no_after", code="500_004", text="库存不足")
    with pytest.raises(SourcingError):
        await desk.place(preview)
    await shown(desk)
    await TrackOrders(desk.session)()
    intent = await latest(desk)
    assert intent.state is IntentState.CREATED and (len(intent.order_ids), len(intent.doubles)) == (1, 1)


async def test_m29_before_the_same_goods_are_sent_again_the_order_of_a_refused_intent_is_shown_once(desk: Desk) -> None:
    preview = await desk.preview()
    refused = await refused_but_made(desk)
    (row,) = desk.sandbox.look("orders")["orders"]
    order = await desk.session.platform.send(orders.GET, row["order_id"])
    await desk.session.ledger.orders.save(desk.session.key, (order,), desk.session.clock())
    assert (await latest(desk)).state is IntentState.REFUSED
    place = PlaceOrder(desk.session)
    with pytest.raises(PriceChanged) as raised:
        await place(preview, ESCROW)
    ((what, _, told),) = raised.value.differences
    assert what == ORDERED and row["order_id"] in told and desk.made() == 1
    reopened = await latest(desk)
    assert reopened.state is IntentState.CREATED and reopened.intent_id == refused.intent_id
    assert (await place(await desk.preview(), ESCROW)).state is IntentState.CREATED and desk.made() == 2


async def test_m29_goods_of_a_refused_intent_without_any_order_are_sent_without_a_question(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "no_before", code="500_004", text="库存不足")
    with pytest.raises(SourcingError):
        await desk.place(preview)
    assert (await desk.place(preview)).state is IntentState.CREATED and desk.made() == 1


async def test_m30_one_preview_makes_one_order_whoever_calls(desk: Desk) -> None:
    preview = await desk.preview()
    place = PlaceOrder(desk.session)
    await place(preview, ESCROW)
    for again in (place, PlaceOrder(desk.session)):
        with pytest.raises(InvalidInput) as refused:
            await again(replace(preview), ESCROW)
        assert (refused.value.field, refused.value.reason) == ("preview", "placed")
    assert desk.made() == 1 and len(desk.sandbox.look("calls", api=CREATE)["calls"]) == 1
    assert (await place(await desk.preview(), ESCROW)).state is IntentState.CREATED and desk.made() == 2


async def test_m30_two_previews_asked_in_the_same_moment_are_two(desk: Desk) -> None:
    desk.session.platform.orders._wall = lambda: 1_790_000_000.0
    first, second = await desk.preview(), await desk.preview()
    assert first.previewed_at < second.previewed_at
