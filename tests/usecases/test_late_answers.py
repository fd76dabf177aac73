"""Answers that come when nobody counts on them any more, and connections that go while an order is on its way."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sourcing_app.app.composition import Entrance, Rooms
from sourcing_app.config.settings import Settings
from sourcing_app.domain.account import Account, Credentials
from sourcing_app.domain.intent import FOUND_AFTER_ALL, IntentState, OrderIntent
from sourcing_app.errors import OutcomeUnknown, Refused
from sourcing_app.platform.platform import Platform
from sourcing_app.usecases.edit_cart import EditCart
from sourcing_app.usecases.open_order import OpenOrder
from sourcing_app.usecases.settle_unknown_orders import SettleUnknownOrders
from sourcing_app.usecases.track_orders import TrackOrders
from tests.usecases.desk import CREATE, ESCROW, Desk

DETAIL = "alibaba.trade.get.buyerView"


async def until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110  (another process makes it true)
        await asyncio.sleep(0.002)


def hold_the_answer(desk: Desk) -> None:
    """The order is made at once; its answer comes when the faults are cleared."""
    desk.fault(CREATE, "hold")


async def the_intent(desk: Desk) -> OrderIntent:
    (intent,) = await desk.session.ledger.intents.recent(desk.session.key)
    return intent


async def test_x05_an_order_on_its_way_is_waited_for_when_the_account_is_left(desk: Desk) -> None:
    preview = await desk.preview()
    hold_the_answer(desk)
    placing = asyncio.create_task(desk.place(preview))
    await until(lambda: desk.made() == 1)
    closing = asyncio.create_task(desk.session.platform.close(40))
    await asyncio.sleep(0)
    desk.sandbox.control("faults/clear")
    await closing
    assert (await placing).state is IntentState.CREATED and desk.made() == 1


async def test_x05_an_order_whose_connection_is_closed_is_unknown_and_found_again(desk: Desk) -> None:
    preview = await desk.preview()
    hold_the_answer(desk)
    placing = asyncio.create_task(desk.place(preview))
    await until(lambda: desk.made() == 1)
    await desk.session.platform.close(0)
    with pytest.raises(OutcomeUnknown):
        await placing
    box = desk.sandbox
    account = Account(box.base_url, box.app_key, is_demo=True)
    platform = Platform(account, Credentials(box.app_key, box.app_secret, box.access_token))
    (settled,) = await SettleUnknownOrders(replace(desk.session, platform=platform))(now=True)
    await platform.close()
    assert settled.state is IntentState.CREATED and desk.made() == 1


async def test_an_order_that_cannot_even_leave_is_refused_and_not_unknown(desk: Desk) -> None:
    preview = await desk.preview()

    def at(step: str) -> None:
        if step == "intent_saved":
            desk.session.platform.transport._closed = True

    with pytest.raises(Refused):
        await desk.place(preview, at)
    assert (await the_intent(desk)).state is IntentState.REFUSED and desk.made() == 0


async def test_an_answer_after_a_person_gave_the_order_up_still_counts(desk: Desk) -> None:
    preview = await desk.preview()
    elsewhere = SettleUnknownOrders(replace(desk.session, sending=set()))
    hold_the_answer(desk)
    placing = asyncio.create_task(desk.place(preview))
    await until(lambda: desk.made() == 1)
    given_up = await elsewhere.decide_absent((await the_intent(desk)).intent_id)
    desk.sandbox.control("faults/clear")
    created = await placing
    assert given_up.state is IntentState.ABSENT and created.state is IntentState.CREATED
    assert len(created.order_ids) == 1 and (await EditCart(desk.session).load()).lines == ()


@pytest.mark.parametrize("told", ["attributes", "none"])
async def test_an_order_that_appears_after_a_person_gave_it_up_is_ours_again(desk: Desk, told: str) -> None:
    desk.sandbox.control("options", list_delay_s=3600, list_out_order_id=told)
    preview = await desk.preview()
    desk.fault(CREATE, "lost_after")
    with pytest.raises(OutcomeUnknown) as raised:
        await desk.place(preview)
    await desk.settle().decide_absent(raised.value.reference)  # type: ignore[arg-type]
    desk.sandbox.control("clock", advance_s=3700)
    await TrackOrders(desk.session)()
    intent = await the_intent(desk)
    assert intent.state is IntentState.CREATED and intent.reason_code == FOUND_AFTER_ALL
    assert await OpenOrder(desk.session).intent(intent.order_ids[0]) == intent
    assert (await EditCart(desk.session).load()).lines == () and "order_found" in await desk.journal()


async def test_an_order_that_cannot_be_read_keeps_no_other_from_being_settled(desk: Desk) -> None:
    desk.fault(CREATE, "lost_after", times=2)
    for number in range(2):
        with pytest.raises(OutcomeUnknown):
            await desk.place(await desk.preview(number * 5, quote_type=1))
    desk.fault(DETAIL, "success_false")
    asked = await desk.settle()(now=True)
    assert [intent.state for intent in asked] == [IntentState.CREATED]
    (left,) = await desk.settle().open_ones()
    assert left.last_asked_at is not None
    (found,) = await desk.settle()(now=True)
    assert found.state is IntentState.CREATED and desk.made() == 2


async def test_what_was_settled_is_told_though_the_network_goes_away(desk: Desk) -> None:
    desk.fault(CREATE, "lost_after", times=2)
    for number in range(2):
        with pytest.raises(OutcomeUnknown):
            await desk.place(await desk.preview(number * 5, quote_type=1))
    desk.fault(DETAIL, "no_permission", skip=1)
    assert [intent.state for intent in await desk.settle()(now=True)] == [IntentState.CREATED]


async def test_x05_changing_the_account_does_not_break_off_an_order(desk: Desk, tmp_path: Path) -> None:
    preview, box = await desk.preview(), desk.sandbox
    rooms = Rooms.begin(tmp_path / "profile", Settings(), lambda seconds: None)
    entrance = Entrance(
        Account(box.base_url, box.app_key, is_demo=True), Credentials(box.app_key, box.app_secret, box.access_token)
    )
    use_cases = await rooms.enter(entrance, Settings())
    hold_the_answer(desk)
    placing = asyncio.create_task(use_cases.place_order(preview, ESCROW))
    await until(lambda: desk.made() == 1)
    after = await rooms.enter(entrance, Settings())
    assert await after.settle_unknown_orders.open_ones() == (), "being sent: neither asked about nor decided"
    box.control("faults/clear")
    assert (await placing).state is IntentState.CREATED and desk.made() == 1
    await rooms.close()
