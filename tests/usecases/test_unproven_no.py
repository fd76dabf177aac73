"""A no that proves nothing: the order may have been made, so it is looked up; and the buyer is not held up for long."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from sourcing_app.domain.approval import ORDERED
from sourcing_app.domain.cart import split_by_supplier
from sourcing_app.domain.intent import FOUND_AFTER_ALL, IntentState, OrderIntent
from sourcing_app.errors import AlreadySending, OutcomeUnknown, PriceChanged, Unreachable
from sourcing_app.usecases.cancel_order import CancelOrder
from sourcing_app.usecases.edit_cart import EditCart
from sourcing_app.usecases.preview_order import PreviewOrder
from sourcing_app.usecases.settle_unknown_orders import DOUBTED_FOR
from tests.usecases.desk import CREATE, Desk

NEW_RULE = {"code": "SOME_NEW_RULE", "text": "供应商暂不接单"}

AFTER = [
    ("no_after", {}),
    ("no_after", {"code": "500", "text": "system error"}),
    ("no_after", {"code": "PROCESSING", "text": "处理中"}),
    ("no_after", {"code": "isp.service-timeout", "text": "late"}),
    ("no_after", NEW_RULE),
    ("gateway_after", {"code": "401", "text": "Request need user authorized", "status": 401}),
    ("gateway_after", {"code": "gw.SystemError", "text": "x", "status": 400}),
    ("gateway_after", {"code": "429", "text": "slow down", "status": 429}),
    ("machine_after", {"text": "forbidden", "status": 403}),
    ("machine_after", {"text": "no such route", "status": 404}),
]
"""What is said although the order was made. Each is a no, or looks like one."""


async def recent(desk: Desk) -> tuple[OrderIntent, ...]:
    return await desk.session.ledger.intents.recent(desk.session.key)


@pytest.mark.parametrize(("kind", "members"), AFTER, ids=[f"{kind} {row.get('code', '')}" for kind, row in AFTER])
async def test_m08_an_order_behind_a_no_that_is_not_listed_is_found_at_once(
    desk: Desk, kind: str, members: dict[str, object]
) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, kind, **members)
    intent = await desk.place(preview)
    assert intent.state is IntentState.CREATED and desk.made() == 1
    assert intent.order_ids == (desk.sandbox.look("orders")["orders"][0]["order_id"],)
    assert (await EditCart(desk.session).load()).lines == ()
    assert len(desk.sandbox.look("calls", api=CREATE)["calls"]) == 1


@pytest.mark.parametrize(
    ("kind", "members"),
    [
        ("gateway_after", {"code": "gw.RequestTimeout", "text": "x", "status": 504}),
        ("gateway_after", {"code": "gw.SystemError", "text": "x", "status": 500}),
        ("no_after", {"status": 502}),
        ("html_after", {"status": 200}),
        ("html_after", {"status": 404}),
    ],
)
async def test_m08_a_5xx_or_a_page_after_the_commit_is_silence_and_blocks_the_lines(
    desk: Desk, kind: str, members: dict[str, object]
) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, kind, **members)
    with pytest.raises(OutcomeUnknown) as raised:
        await desk.place(preview)
    assert not raised.value.said_no
    with pytest.raises(AlreadySending):
        await desk.place(preview)
    (settled,) = await desk.settle()(now=True)
    assert settled.state is IntentState.CREATED and desk.made() == 1


async def test_a_401_after_the_commit_is_looked_up_with_a_new_token_and_nothing_is_sent_again(desk: Desk) -> None:
    preview = await desk.preview()
    before = desk.session.platform.tokens.credentials.access_token
    desk.fault(CREATE, "gateway_after", code="401", text="Request need user authorized", status=401)
    intent = await desk.place(preview)
    assert intent.state is IntentState.CREATED and desk.made() == 1
    assert desk.session.platform.tokens.credentials.access_token != before
    assert len(desk.sandbox.look("calls", api=CREATE)["calls"]) == 1


async def test_a_401_before_the_call_ran_waits_for_a_person(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "expired_token")
    with pytest.raises(OutcomeUnknown) as raised:
        await desk.place(preview)
    assert (raised.value.code, raised.value.said_no) == ("401", True)
    assert desk.made() == 0 and len(desk.sandbox.look("calls", api=CREATE)["calls"]) == 1
    assert (await desk.place(preview)).state is IntentState.CREATED and desk.made() == 1


async def test_m08_a_no_with_an_unlisted_code_tells_the_platforms_reason_and_is_remembered_as_one(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "no_before", **NEW_RULE)
    with pytest.raises(OutcomeUnknown) as raised:
        await desk.place(preview)
    assert (raised.value.said_no, raised.value.code, raised.value.text) == (True, *NEW_RULE.values())
    (intent,) = await recent(desk)
    assert (intent.state, intent.said_no) == (IntentState.UNKNOWN, True)
    assert (intent.reason_code, intent.reason_text) == tuple(NEW_RULE.values())
    assert intent.last_asked_at is not None and len((await EditCart(desk.session).load()).lines) == 1


async def test_m08_after_a_no_the_same_goods_may_be_ordered_once_a_last_look_up_finds_nothing(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "no_before", **NEW_RULE)
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    placed = await desk.place(preview)
    again, refused = await recent(desk)
    assert placed == again and placed.state is IntentState.CREATED and desk.made() == 1
    assert refused.state is IntentState.REFUSED and refused.out_order_id != placed.out_order_id


async def test_m08_a_last_look_up_that_cannot_be_made_sends_nothing(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "no_before", **NEW_RULE)
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    desk.fault("alibaba.trade.getBuyerOrderList", "lost_before", times=0)
    with pytest.raises(Unreachable):
        await desk.place(preview)
    assert desk.made() == 0 and len(desk.sandbox.look("calls", api=CREATE)["calls"]) == 0


async def test_m08_the_last_look_up_finds_the_order_that_was_hidden_at_first(desk: Desk) -> None:
    preview = await desk.preview()
    desk.sandbox.control("options", list_delay_s=3600)
    desk.fault(CREATE, "no_after", **NEW_RULE)
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    desk.sandbox.control("clock", advance_s=3601)
    with pytest.raises(AlreadySending):
        await desk.place(preview)
    (intent,) = await recent(desk)
    assert intent.state is IntentState.CREATED and desk.made() == 1
    assert (await EditCart(desk.session).load()).lines == ()


async def test_m08_words_of_a_time_out_give_the_list_its_seconds_before_the_same_goods_go_out_again(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "no_before")
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    with pytest.raises(AlreadySending):
        await desk.place(preview)
    start = desk.session.clock()
    desk.session.clock = lambda: start + timedelta(seconds=11)
    assert (await desk.place(preview)).state is IntentState.CREATED and desk.made() == 1


async def test_m08_a_no_is_looked_up_again_on_the_growing_schedule_and_ends_as_refused(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "no_before", **NEW_RULE)
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    now = [desk.session.clock()]

    def clock() -> datetime:
        return now[0]

    desk.session.clock = clock
    waits = []
    for _ in range(5):
        due = await desk.settle().next_due_s()
        assert due is not None
        waits.append(due)
        now[0] += timedelta(seconds=due)
        (asked,) = await desk.settle()()
        assert asked.state is IntentState.UNKNOWN
    assert waits == sorted(waits) and waits[-1] > waits[0]
    now[0] += DOUBTED_FOR
    (asked,) = await desk.settle()()
    assert asked.state is IntentState.REFUSED and asked.reason_code == NEW_RULE["code"]
    assert await desk.settle().next_due_s() is None


async def test_an_order_that_turns_up_after_it_was_given_up_in_doubt_is_found_by_settling(desk: Desk) -> None:
    preview = await desk.preview()
    desk.sandbox.control("options", list_delay_s=3600)
    desk.fault(CREATE, "no_after", **NEW_RULE)
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    second = await desk.place(preview)
    desk.sandbox.control("clock", advance_s=3601)
    (found,) = await desk.settle()(now=True)
    assert found.state is IntentState.CREATED and found.reason_code == FOUND_AFTER_ALL
    assert set(found.order_ids).isdisjoint(second.order_ids) and desk.made() == 2


async def test_m21_a_cancellation_behind_a_no_that_is_not_listed_is_seen_in_the_order(desk: Desk) -> None:
    intent = await desk.place()
    desk.sandbox.control("clock", advance_s=11)
    desk.fault("alibaba.trade.cancel", "no_after")
    order = await CancelOrder(desk.session)(intent.order_ids[0], "buyerCancel")
    assert order.status.value == "cancel"


async def test_m21_a_cancellation_that_was_not_proven_leaves_the_order_to_be_read_again(desk: Desk) -> None:
    intent = await desk.place()
    desk.fault("alibaba.trade.cancel", "no_before")
    with pytest.raises(OutcomeUnknown) as raised:
        await CancelOrder(desk.session)(intent.order_ids[0], "buyerCancel")
    assert (raised.value.said_no, raised.value.text) == (True, "调用超时")


async def test_a_401_at_a_cancellation_is_not_sent_again(desk: Desk) -> None:
    intent = await desk.place()
    desk.fault("alibaba.trade.cancel", "expired_token")
    with pytest.raises(OutcomeUnknown):
        await CancelOrder(desk.session)(intent.order_ids[0], "buyerCancel")
    assert len(desk.sandbox.look("calls", api="alibaba.trade.cancel")["calls"]) == 1


async def test_m05_goods_whose_order_was_found_since_the_preview_are_not_ordered_again_unseen(desk: Desk) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "lost_after")
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    group = split_by_supplier(await EditCart(desk.session).load())[0]
    waiting_for_its_turn = await PreviewOrder(desk.session)(group, preview.address)
    (found,) = await desk.settle()(now=True)
    with pytest.raises(PriceChanged) as told:
        await desk.place(waiting_for_its_turn)
    assert found.state is IntentState.CREATED and desk.made() == 1
    assert [what for what, _, _ in told.value.differences] == [ORDERED]
    assert found.order_ids[0] in told.value.differences[0][2]
    await desk.place(await desk.preview())
    assert desk.made() == 2
