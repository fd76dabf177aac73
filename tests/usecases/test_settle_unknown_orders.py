import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from sourcing_app.domain.intent import IntentState, OrderIntent
from sourcing_app.errors import InvalidInput, OutcomeUnknown
from sourcing_app.usecases.session import utc_now
from sourcing_app.usecases.settle_unknown_orders import SettleUnknownOrders
from tests.support.buying import create
from tests.usecases.desk import CREATE, Desk

LIST = "alibaba.trade.getBuyerOrderList"


async def unknown(desk: Desk, kind: str = "lost_before") -> OrderIntent:
    preview = await desk.preview()
    desk.fault(CREATE, kind)
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    (intent,) = await desk.settle().open_ones()
    return intent


async def test_m05_nothing_found_stays_unknown(desk: Desk) -> None:
    await unknown(desk)
    (intent,) = await desk.settle()(now=True)
    assert intent.state is IntentState.UNKNOWN and intent.last_asked_at is not None and intent.candidates == ()


async def test_m05_an_order_that_shows_up_late_is_found_late(desk: Desk) -> None:
    preview = await desk.preview()
    desk.sandbox.control("options", list_delay_s=30)
    desk.fault(CREATE, "lost_after")
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    (early,) = await desk.settle()(now=True)
    desk.sandbox.control("clock", advance_s=60)
    (late,) = await desk.settle()(now=True)
    assert (early.state, late.state) == (IntentState.UNKNOWN, IntentState.CREATED)


async def test_m05_only_a_person_decides_that_nothing_exists(desk: Desk) -> None:
    intent = await unknown(desk)
    decided = await desk.settle().decide_absent(intent.intent_id)
    assert decided.state is IntentState.ABSENT
    placed = await desk.place()
    assert placed.out_order_id != intent.out_order_id and desk.made() == 1


async def test_m06_several_orders_under_our_key_are_shown_and_not_adopted(desk: Desk) -> None:
    intent = await unknown(desk, "lost_after")
    what = await desk.buyable()
    create(desk.sandbox, what.cargo(), outOrderId=intent.out_order_id)
    (asked,) = await desk.settle()(now=True)
    assert asked.state is IntentState.UNKNOWN and len(asked.candidates) == 2


async def test_m06_an_order_with_other_lines_is_shown_and_not_adopted(desk: Desk) -> None:
    intent = await unknown(desk)
    what = await desk.buyable()
    create(desk.sandbox, what.cargo(what.quantity + 1), outOrderId=intent.out_order_id)
    (asked,) = await desk.settle()(now=True)
    assert asked.state is IntentState.UNKNOWN and len(asked.candidates) == 1


async def test_m06_a_person_may_say_which_order_it_is(desk: Desk) -> None:
    intent = await unknown(desk)
    what = await desk.buyable()
    create(desk.sandbox, what.cargo(what.quantity + 1), outOrderId=intent.out_order_id)
    (asked,) = await desk.settle()(now=True)
    decided = await desk.settle().decide_created(intent.intent_id, asked.candidates)
    assert decided.state is IntentState.CREATED and decided.order_ids == asked.candidates


async def test_an_order_that_is_no_candidate_cannot_be_chosen(desk: Desk) -> None:
    intent = await unknown(desk)
    with pytest.raises(InvalidInput):
        await desk.settle().decide_created(intent.intent_id, (intent.intent_id,))  # type: ignore[arg-type]


async def test_m23_another_account_can_neither_see_nor_decide(desk: Desk) -> None:
    intent = await unknown(desk)
    others = SettleUnknownOrders(desk.as_other_account())
    assert await others.open_ones() == ()
    with pytest.raises(InvalidInput):
        await others.decide_absent(intent.intent_id)


async def test_an_order_being_sent_is_left_alone(desk: Desk) -> None:
    preview = await desk.preview()
    seen = []
    loop = asyncio.get_running_loop()

    def at(step: str) -> None:
        if step == "intent_saved":
            seen.append(loop.create_task(desk.settle()(now=True)))

    intent = await desk.place(preview, at)
    assert await seen[0] == () and intent.state is IntentState.CREATED


async def test_the_platform_is_asked_ever_more_seldom(desk: Desk) -> None:
    intent, settle = await unknown(desk), desk.settle()
    waits = []
    for _ in range(4):
        waits.append(await settle.next_due_s())
        moment = utc_now() + timedelta(seconds=sum(wait or 0 for wait in waits))
        desk.session.clock = lambda moment=moment: moment  # type: ignore[misc]
        await settle(now=True)
    assert intent.last_asked_at is None
    assert waits == sorted(waits, key=lambda wait: wait or 0) and (waits[-1] or 0) > 35


async def test_m26_a_clock_that_was_set_back_makes_it_due_at_once(desk: Desk) -> None:
    await unknown(desk)
    back = utc_now() - timedelta(days=3)
    desk.session.clock = lambda: back
    assert await desk.settle().next_due_s() == 0
    (asked,) = await desk.settle()()
    assert asked.last_asked_at == back


async def test_m02_what_was_being_sent_when_the_program_ended_counts_as_unknown(desk: Desk) -> None:
    intent = await unknown(desk)
    await desk.session.ledger.intents.mark_absent(intent.intent_id, utc_now())
    sending = replace(intent, intent_id=intent.intent_id + "x", out_order_id="src-x", state=IntentState.SENDING)  # type: ignore[arg-type]
    await desk.session.ledger.intents.open(sending)
    assert [each.intent_id for each in await desk.settle().open_ones()] == [sending.intent_id]


async def test_nothing_is_asked_before_its_time_and_all_of_it_once_it_has_come(desk: Desk) -> None:
    intent = await unknown(desk)
    now = [intent.created_at]
    desk.session.clock = lambda: now[0]
    settle = SettleUnknownOrders(desk.session, first_wait_s=10)
    for after_s, asked, in_s in ((0, 0, 10), (9.9, 0, 0.1), (10, 1, 10), (19.9, 1, 0.1), (20, 2, 20), (40, 3, 40)):
        now[0] = intent.created_at + timedelta(seconds=after_s)
        await settle()
        assert len(desk.sandbox.look("calls", api=LIST)["calls"]) == asked
        assert await settle.next_due_s() == pytest.approx(in_s)


async def test_the_longest_wait_between_two_questions_is_ten_minutes(desk: Desk) -> None:
    intent = await unknown(desk)
    now = [intent.created_at + timedelta(hours=9)]
    desk.session.clock = lambda: now[0]
    await desk.settle()(now=True)
    assert await desk.settle().next_due_s() == 600
