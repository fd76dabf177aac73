"""The audit trail to the letter: what every course of an order, a payment and a cancellation writes down, and when."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.journal import JournalEntry
from sourcing_app.domain.order import PayLink
from sourcing_app.errors import SourcingError
from sourcing_app.platform.orders import calls as orders
from sourcing_app.platform.payments import calls as payments
from sourcing_app.usecases.cancel_order import CancelOrder
from sourcing_app.usecases.pay_orders import PayOrders
from sourcing_app.usecases.track_orders import TrackOrders
from tests.support.answering import Ask, answering
from tests.support.buying import buyable, order_made
from tests.usecases.desk import CREATE, Desk

NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def still(desk: Desk) -> Desk:
    """The buyer's clock stands."""
    desk.session.clock = lambda: NOW
    return desk


async def written(desk: Desk) -> list[JournalEntry]:
    """All entries, oldest first."""
    return list(reversed(await desk.session.ledger.journal.entries(desk.session.key)))


async def latest(desk: Desk) -> OrderIntent:
    return (await desk.session.ledger.intents.recent(desk.session.key))[0]


def of_sending(kind: str, intent: OrderIntent, orders: str = "", code: str = "") -> JournalEntry:
    facts = {
        "out_order_id": intent.out_order_id,
        "orders": orders,
        "total": intent.approved_total.as_text(),
        "code": code,
    }
    return JournalEntry(NOW, kind, intent.supplier_name, facts)


def of_finding(kind: str, intent: OrderIntent, orders: str) -> JournalEntry:
    return JournalEntry(NOW, kind, intent.supplier_name, {"out_order_id": intent.out_order_id, "orders": orders})


async def tried(desk: Desk, kind: str, **members: object) -> OrderIntent:
    """Placing an order that goes wrong in this way."""
    preview = await desk.preview()
    desk.fault(CREATE, kind, **members)
    with suppress(SourcingError):
        await desk.place(preview)
    return await latest(desk)


async def test_an_order_that_was_made_is_written_down_whole(still: Desk) -> None:
    intent = await still.place()
    assert intent.supplier_name and await written(still) == [of_sending("order_created", intent, intent.order_ids[0])]


@pytest.mark.parametrize(
    ("kind", "members", "entries"),
    [
        ("no_before", {"code": "500_004", "text": "库存不足"}, [("order_refused", "500_004")]),
        ("throttle", {}, [("order_refused", "Throttled")]),
        ("lost_before", {}, [("order_unknown", "")]),
        ("no_before", {"code": "SOME_NEW_RULE", "text": "no"}, [("order_doubted", "SOME_NEW_RULE")]),
    ],
)
async def test_an_order_that_was_not_made_is_written_down_with_the_platforms_code(
    still: Desk, kind: str, members: dict[str, object], entries: list[tuple[str, str]]
) -> None:
    intent = await tried(still, kind, **members)
    assert await written(still) == [of_sending(kind, intent, code=code) for kind, code in entries]


async def test_a_no_that_a_last_look_up_closed_is_written_down_before_the_next_order(still: Desk) -> None:
    preview = await still.preview()
    still.fault(CREATE, "no_before", code="SOME_NEW_RULE", text="no")
    with suppress(SourcingError):
        await still.place(preview)
    doubted = await latest(still)
    made = await still.place(preview)
    assert await written(still) == [
        of_sending("order_doubted", doubted, code="SOME_NEW_RULE"),
        of_sending("order_refused_in_doubt", doubted, code="SOME_NEW_RULE"),
        of_sending("order_created", made, made.order_ids[0]),
    ]


async def test_an_order_that_was_found_is_written_down(still: Desk) -> None:
    lost = await tried(still, "lost_after")
    (found,) = await still.settle()(now=True)
    entry = of_finding("order_found", lost, found.order_ids[0])
    assert await written(still) == [of_sending("order_unknown", lost), entry]


async def test_an_order_that_a_person_gave_up_is_written_down(still: Desk) -> None:
    lost = await tried(still, "lost_before")
    await still.settle().decide_absent(lost.intent_id)
    entry = of_finding("order_decided_absent", lost, "")
    assert await written(still) == [of_sending("order_unknown", lost), entry]


async def test_doubles_and_what_a_person_decides_of_them_are_written_down(still: Desk) -> None:
    still.fault(CREATE, "twice")
    preview = await still.preview()
    intent = await still.place(preview)
    doubled = await latest(still)
    pay = PayOrders(still.session, lambda url, gateway_url: url)
    link = await pay(doubled.all_order_ids, intent.approved_total + intent.approved_total, doubles_wanted=True)
    address = link.url.partition("?")[0]
    both = ", ".join(sorted(doubled.all_order_ids))
    paid = {"orders": ", ".join(link.covers), "total": (intent.approved_total * 2).as_text(), "address": address}
    assert await written(still) == [
        of_sending("order_created", intent, intent.order_ids[0]),
        of_finding("order_doubled", intent, doubled.doubles[0]),
        of_finding("doubles_wanted", intent, both),
        JournalEntry(NOW, "payment_started", "", paid),
    ]


async def test_an_order_chosen_by_a_person_is_written_down(still: Desk) -> None:
    still.fault(CREATE, "twice")
    lost = await tried(still, "lost_after")
    (asked,) = await still.settle()(now=True)
    await still.settle().decide_created(lost.intent_id, asked.candidates[:1])
    assert await written(still) == [
        of_sending("order_unknown", lost),
        of_finding("order_decided_created", lost, asked.candidates[0]),
    ]


async def test_a_cancellation_is_written_down_before_it_is_asked_for(still: Desk) -> None:
    order_id = (await still.place()).order_ids[0]
    with suppress(SourcingError):  # too early
        await CancelOrder(still.session)(order_id, "buyerCancel", "remark")
    assert (await written(still))[1:] == [
        JournalEntry(NOW, "cancel_asked", "", {"order": order_id, "reason": "buyerCancel"})
    ]


async def test_a_refused_payment_page_and_the_sum_of_one_that_leaves_orders_out_are_written_down(still: Desk) -> None:
    intent = await still.place()
    order_id = intent.order_ids[0]
    pages = [
        PayLink("http://evil.example/pay?x=1", (order_id,)),
        PayLink(f"{still.sandbox.base_url}/pay/cashier.htm?a=1", (order_id, OrderId("7"))),
    ]

    async def answered(ask: Ask, order_ids: tuple[OrderId, ...]) -> PayLink:
        return pages.pop(0)

    answering(still.session.platform, payments.LINK, answered)
    with suppress(SourcingError):
        await PayOrders(still.session)((order_id,), intent.approved_total)
    await PayOrders(still.session)((order_id,), intent.approved_total)
    address = f"{still.sandbox.base_url}/pay/cashier.htm"
    refused, started = (await written(still))[1:]
    assert (refused.kind, refused.facts["address"]) == ("link_refused", "http://evil.example/pay")
    facts = {"orders": order_id, "total": intent.approved_total.as_text(), "address": address}
    assert started == JournalEntry(NOW, "payment_started", "", facts)
    assert await PayOrders(still.session).started((order_id, OrderId("7"))) == {order_id: NOW}


async def test_an_order_made_elsewhere_is_written_down_once(still: Desk) -> None:
    order_id = str(order_made(still.sandbox, buyable(still.sandbox).cargo()))
    await TrackOrders(still.session)()
    await TrackOrders(still.session)(everything=True)
    order = await still.session.platform.send(orders.GET, OrderId(order_id))
    facts = {"order": order_id, "total": order.total.as_text()}
    assert await written(still) == [JournalEntry(NOW, "order_made_elsewhere", order.supplier_name, facts)]
