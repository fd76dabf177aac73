"""Orders that take an unusual course at the marketplace: still one decision, one order, one sum."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.domain.intent import SUMS_DIFFER, CreateRequest, CreateResult, IntentState
from sourcing_app.domain.preview import OrderLine
from sourcing_app.errors import OutcomeUnknown, PriceChanged
from sourcing_app.platform.orders import calls as orders
from sourcing_app.store.ledger import Ledger
from sourcing_app.usecases.list_addresses import ListAddresses
from sourcing_app.usecases.settle_unknown_orders import SettleUnknownOrders
from tests.support.answering import Ask, answering
from tests.support.buying import Buyable, create
from tests.usecases.desk import CREATE, Desk


async def lost(desk: Desk, kind: str = "lost_before") -> str:
    """Places an order whose answer is lost; our key of it."""
    desk.fault(CREATE, kind)
    with pytest.raises(OutcomeUnknown) as raised:
        await desk.place(await desk.preview())
    return raised.value.reference


def change(desk: Desk, what: Buyable, **facts: object) -> None:
    spec = {"spec_id": what.spec_id} if what.spec_id else {}
    desk.sandbox.control(f"offers/{what.offer_id}", **facts, **spec)


@pytest.mark.parametrize("split", [50, 1])
@pytest.mark.parametrize("odd", ["nulls", "all"])
@pytest.mark.parametrize("reply", ["flat", "flat_false", "wrapped_false", "wrapped"])
async def test_m07_every_form_of_reply_is_understood(desk: Desk, reply: str, odd: str, split: int) -> None:
    desk.sandbox.control("options", split_above_lines=split, create_reply=reply, odd_values=odd)
    intent = await desk.place(await desk.preview_two_lines())
    assert len(intent.order_ids) == desk.made() == (2 if split == 1 else 1) and intent.reason_code == ""


@pytest.mark.parametrize("policy", ["again", "first", "refuse"])
async def test_whatever_a_repeated_key_would_do_it_is_never_sent_twice(desk: Desk, policy: str) -> None:
    desk.sandbox.control("options", repeated_out_order_id=policy)
    await lost(desk, "lost_after")
    (settled,) = await desk.settle()(now=True)
    assert settled.state is IntentState.CREATED and desk.made() == 1


async def test_m06_an_order_of_another_quantity_is_not_adopted(desk: Desk) -> None:
    reference = await lost(desk)
    what = await desk.buyable()
    create(desk.sandbox, what.cargo(what.quantity * 2), outOrderId=reference)
    (asked,) = await desk.settle()(now=True)
    assert asked.state is IntentState.UNKNOWN and len(asked.candidates) == 1


async def test_m10_a_found_order_of_another_price_is_marked(desk: Desk) -> None:
    await lost(desk, "lost_after")
    desk.sandbox.control("orders/latest/price", change_fen=1)
    (settled,) = await desk.settle()(now=True)
    assert settled.state is IntentState.CREATED and settled.reason_code == SUMS_DIFFER


async def test_m11_a_price_that_changes_at_the_last_moment_is_marked(desk: Desk) -> None:
    what, preview = await desk.buyable(), await desk.preview()

    def at(step: str) -> None:
        if step == "intent_saved":
            change(desk, what, price_fen=what.price_fen + 1)

    assert (await desk.place(preview, at)).reason_code == SUMS_DIFFER


@pytest.mark.parametrize("more_fen", [0, 1])
async def test_m10_sums_that_a_reply_leaves_out_are_read_from_the_orders(desk: Desk, more_fen: int) -> None:
    what, preview = await desk.buyable(), await desk.preview()

    async def without_sums(ask: Ask, request: CreateRequest) -> CreateResult:
        if more_fen:
            change(desk, what, price_fen=what.price_fen + more_fen)
        made = await ask(request)
        return CreateResult(tuple(replace(order, total=None) for order in made.orders))

    answering(desk.session.platform, orders.CREATE, without_sums)
    intent = await desk.place(preview)
    assert intent.reason_code == (SUMS_DIFFER if more_fen else "")
    assert await desk.session.ledger.intents.get(intent.intent_id) == intent


async def test_m10_a_person_may_say_that_several_orders_are_the_one(desk: Desk) -> None:
    desk.sandbox.control("options", split_above_lines=1)
    preview = await desk.preview_two_lines()
    desk.fault(CREATE, "lost_after")
    with pytest.raises(OutcomeUnknown):
        await desk.place(preview)
    (asked,) = await desk.settle()(now=True)
    assert asked.state is IntentState.UNKNOWN and len(asked.candidates) == 2
    decided = await desk.settle().decide_created(asked.intent_id, asked.candidates)
    assert len(decided.order_ids) == 2 and decided.reason_code == ""


async def test_m14_ten_million_pieces_cost_what_was_approved(desk: Desk) -> None:
    what = await desk.buyable()
    change(desk, what, stock=10**12)
    line = OrderLine(OfferId(str(what.offer_id)), SpecId(what.spec_id), 10_000_000)
    address = (await ListAddresses(desk.session)())[0]
    intent = await desk.place(await desk.session.platform.orders.preview((line,), address, what.seller, ""))
    assert intent.approved_total.fen == desk.sandbox.look("orders")["orders"][0]["total_fen"] > 10**9
    assert intent.reason_code == ""


async def test_m11_a_line_refused_inside_a_good_answer_stops(desk: Desk) -> None:
    what, preview = await desk.buyable(), await desk.preview()
    desk.sandbox.control("options", preview_errors="line")
    change(desk, what, stock=0)
    with pytest.raises(PriceChanged):
        await desk.place(preview)
    assert desk.made() == 0


async def test_m26_a_clock_set_back_by_hours_does_not_make_it_ask_without_end(desk: Desk) -> None:
    await lost(desk)
    settle = SettleUnknownOrders(replace(desk.session, clock=lambda: datetime.now(UTC) - timedelta(hours=5)))
    assert await settle.next_due_s() == 0
    await settle()
    assert (await settle.next_due_s() or 0) > 5


async def test_a_disk_that_fails_between_sending_and_the_answer_loses_nothing(desk: Desk) -> None:
    preview, database = await desk.preview(), desk.session.ledger.orders._database

    def at(step: str) -> None:
        if step == "answered":
            database._opening.result().execute("PRAGMA query_only = ON")

    with pytest.raises(OutcomeUnknown):
        await desk.place(preview, at)
    await database.read(lambda connection: connection.execute("PRAGMA query_only = OFF"))
    (settled,) = await desk.settle()(now=True)
    assert settled.state is IntentState.CREATED and desk.made() == 1


async def test_m04_a_second_program_on_the_same_profile_cannot_get_in_between(desk: Desk, tmp_path: Path) -> None:
    preview = await desk.preview()
    desk.fault(CREATE, "hold")
    placing = asyncio.create_task(desk.place(preview))
    while desk.made() == 0:  # noqa: ASYNC110  (another process makes it true)
        await asyncio.sleep(0.002)
    second = await Ledger.open(tmp_path)
    (seen,) = await second.intents.open_ones(desk.session.key)
    desk.sandbox.control("faults/clear")
    created = await placing
    assert seen.state is IntentState.UNKNOWN and created.state is IntentState.CREATED
    assert await second.intents.get(created.intent_id) == created
    await second.close()
