"""S02, M27: the ledger was lost and begun again; what was ordered before is still not ordered twice by mistake."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sourcing_app.domain.approval import ORDERED
from sourcing_app.domain.gap import CHECKED_FOR
from sourcing_app.domain.intent import IntentState
from sourcing_app.domain.opening import Opening
from sourcing_app.domain.order import Order, OrderFilter, OrderPage
from sourcing_app.domain.preview import OrderPreview
from sourcing_app.errors import OutcomeUnknown, PriceChanged, SourcingError
from sourcing_app.platform.orders import calls as orders
from sourcing_app.store.backups import all_backups
from sourcing_app.store.ledger import FILE_NAME, Ledger
from sourcing_app.store.recovery import restore
from sourcing_app.usecases.place_order import PlaceOrder
from sourcing_app.usecases.session import utc_now
from tests.support.answering import Ask, answering
from tests.support.sandbox import RunningSandbox
from tests.usecases.changed_answers import ChangedAnswers, without
from tests.usecases.desk import CREATE, ESCROW, Desk, open_desk

LIST = "alibaba.trade.getBuyerOrderList"
GET = "alibaba.trade.get.buyerView"


@pytest.fixture
async def desk(sandbox: RunningSandbox, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await open_desk(sandbox, tmp_path / "profile")
    yield opened
    await opened.close()


async def lose_ledger(desk: Desk, tmp_path: Path) -> None:
    """As after a disk failure: the program goes on with an empty ledger."""
    await desk.session.ledger.close()
    desk.session.ledger = await Ledger.open(tmp_path / "anew", Opening.AFRESH)


async def order_with_lost_answer(desk: Desk) -> OrderPreview:
    preview = await desk.preview()
    desk.fault(CREATE, "lost_after")
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    return preview


async def test_m27_goods_ordered_before_the_ledger_was_lost_are_asked_about_first(desk: Desk, tmp_path: Path) -> None:
    preview = await order_with_lost_answer(desk)
    await lose_ledger(desk, tmp_path)
    place = PlaceOrder(desk.session)
    with pytest.raises(PriceChanged) as raised:
        await place(preview, ESCROW)
    ((what, before, now),) = raised.value.differences
    (known,) = desk.sandbox.look("orders")["orders"]
    assert (what, before) == (ORDERED, "") and now.startswith(known["order_id"])
    assert desk.made() == 1 and await desk.session.ledger.intents.recent(desk.session.key) == ()


async def test_m27_who_was_shown_the_order_may_order_again(desk: Desk, tmp_path: Path) -> None:
    preview = await order_with_lost_answer(desk)
    await lose_ledger(desk, tmp_path)
    place = PlaceOrder(desk.session)
    with pytest.raises(PriceChanged):
        await place(preview, ESCROW)
    assert (await place(preview, ESCROW)).state is IntentState.CREATED and desk.made() == 2


async def test_m27_a_restart_asks_again_since_nobody_knows_that_it_was_read(desk: Desk, tmp_path: Path) -> None:
    preview = await order_with_lost_answer(desk)
    await lose_ledger(desk, tmp_path)
    for _ in range(2):
        with pytest.raises(PriceChanged):
            await PlaceOrder(desk.session)(preview, ESCROW)
    assert desk.made() == 1


async def test_m27_without_an_answer_about_earlier_orders_nothing_is_sent(desk: Desk, tmp_path: Path) -> None:
    preview = await desk.preview()
    await lose_ledger(desk, tmp_path)
    desk.fault(LIST, "no_permission")
    with pytest.raises(SourcingError):
        await desk.place(preview)
    assert desk.made() == 0 and desk.sandbox.look("calls", api=CREATE)["calls"] == []


async def test_m27_other_goods_and_cancelled_orders_are_not_in_the_way(desk: Desk, tmp_path: Path) -> None:
    await desk.place(await desk.preview(5))
    cancelled = await desk.place(await desk.preview())
    desk.sandbox.control("clock", advance_s=60)
    await desk.session.platform.send(orders.CANCEL, cancelled.order_ids[0], "buyerCancel")
    preview = await desk.preview()
    await lose_ledger(desk, tmp_path)
    assert (await desk.place(preview)).state is IntentState.CREATED


async def test_m27_an_order_shown_for_one_of_its_goods_is_shown_for_another_one_too(desk: Desk, tmp_path: Path) -> None:
    both = await desk.preview_two_lines()
    await desk.place(both)
    await lose_ledger(desk, tmp_path)
    place = PlaceOrder(desk.session)
    for line in both.lines:
        one = await desk.session.platform.orders.preview((line,), both.address, both.supplier_id, both.supplier_name)
        with pytest.raises(PriceChanged) as raised:
            await place(one, ESCROW)
        assert [what for what, _, _ in raised.value.differences] == [ORDERED]
    assert desk.made() == 1


async def test_m27_an_order_that_does_not_tell_its_specs_may_be_of_any(desk: Desk, tmp_path: Path) -> None:
    preview = await desk.preview(min_skus=6)
    await desk.place(preview)
    await lose_ledger(desk, tmp_path)

    async def without_specs(told: Ask, which: OrderFilter) -> OrderPage:
        page = await told(which)
        return replace(page, orders=tuple(_without_specs(order) for order in page.orders))

    answering(desk.session.platform, orders.LIST, without_specs)
    with pytest.raises(PriceChanged):
        await desk.place(preview)
    assert preview.lines[0].spec_id and desk.made() == 1


def _without_specs(order: Order) -> Order:
    return replace(order, entries=tuple(replace(entry, spec_id=None) for entry in order.entries))


async def test_m27_what_was_ordered_with_the_new_ledger_is_no_surprise(desk: Desk, tmp_path: Path) -> None:
    preview = await desk.preview()
    await lose_ledger(desk, tmp_path)
    place = PlaceOrder(desk.session)
    await place(preview, ESCROW)
    assert (await place(await desk.preview(), ESCROW)).state is IntentState.CREATED and desk.made() == 2


async def test_m27_after_a_day_the_list_is_asked_once_more_and_then_no_more(desk: Desk, tmp_path: Path) -> None:
    preview = await desk.preview()
    await lose_ledger(desk, tmp_path)
    ledger, key = desk.session.ledger, desk.session.key
    await desk.place(preview)
    assert await ledger.gaps.open_one(key) is not None
    desk.session.clock = lambda: utc_now() + CHECKED_FOR + timedelta(minutes=1)
    await desk.place(await desk.preview())
    assert await ledger.gaps.open_one(key) is None


async def test_m27_a_line_that_a_backup_brings_back_is_not_ordered_again_unseen(desk: Desk, tmp_path: Path) -> None:
    """The backup has the line in the cart; the order that took it out was made afterwards."""
    preview, profile = await desk.preview(), tmp_path / "profile"
    await desk.session.ledger.back_up()
    made = await desk.place(preview)
    await desk.session.ledger.close()
    (profile / FILE_NAME).write_bytes(b"rubbish" * 100)
    restore(profile, all_backups(profile / FILE_NAME)[0])
    desk.session.ledger = await Ledger.open(profile)
    assert len((await desk.session.ledger.cart.load(desk.session.key)).lines) == 1
    with pytest.raises(PriceChanged) as raised:
        await desk.place(preview)
    assert made.order_ids[0] in raised.value.differences[0][2] and desk.made() == 1


@pytest.mark.parametrize("apis", [(LIST,), (LIST, GET)], ids=["the list", "the order as well"])
async def test_m27_orders_that_do_not_tell_their_goods_are_shown_before_anything_is_sent(
    sandbox: RunningSandbox, tmp_path: Path, apis: tuple[str, ...]
) -> None:
    door = ChangedAnswers()
    desk = await open_desk(sandbox, tmp_path / "told", door)
    preview = await order_with_lost_answer(desk)
    await lose_ledger(desk, tmp_path)
    door.changes |= dict.fromkeys(apis, without("productID"))
    with pytest.raises(PriceChanged) as raised:
        await desk.place(preview)
    assert [what for what, _, _ in raised.value.differences] == [ORDERED] and desk.made() == 1
    await desk.close()


async def test_m27_an_order_of_another_colour_is_not_in_the_way_and_one_without_a_colour_is(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    door = ChangedAnswers()
    desk = await open_desk(sandbox, tmp_path / "colours", door)
    colours = {"quote_type": 1, "min_skus": 6}
    await desk.place(await desk.preview(**colours))
    preview = await desk.preview(**colours)
    assert preview.lines[0].spec_id
    await lose_ledger(desk, tmp_path)
    door.changes |= dict.fromkeys((LIST, GET), without("specId"))
    with pytest.raises(PriceChanged):
        await desk.place(preview)
    door.changes |= dict.fromkeys((LIST, GET), other_colour)
    assert (await desk.place(preview)).state is IntentState.CREATED
    await desk.close()


def other_colour(body: Any) -> None:
    """Every line is of a spec that nobody wants."""
    if isinstance(body, dict):
        if "specId" in body:
            body["specId"] = "0" * 32
        for value in body.values():
            other_colour(value)
    elif isinstance(body, list):
        for value in body:
            other_colour(value)
