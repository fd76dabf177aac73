"""What a refresh of the orders asks for, and what it does when details or the disk say no."""

from __future__ import annotations

import sqlite3
from datetime import UTC, timedelta
from typing import Any

import pytest

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.errors import StoreUnavailable
from sourcing_app.platform.orders import calls as order_calls
from sourcing_app.usecases.track_orders import TrackOrders
from tests.support.buying import buyable, order_made
from tests.usecases.desk import Desk

LIST, GET = "alibaba.trade.getBuyerOrderList", "alibaba.trade.get.buyerView"


def asked(desk: Desk, api: str) -> list[dict[str, Any]]:
    return [call["params"] for call in desk.sandbox.look("calls", api=api)["calls"]]


def made(desk: Desk, count: int) -> list[OrderId]:
    cargo = buyable(desk.sandbox).cargo()
    return [OrderId(str(order_made(desk.sandbox, cargo))) for _ in range(count)]


async def kept(desk: Desk, order_id: OrderId) -> Order:
    known = await desk.session.ledger.orders.get(desk.session.key, order_id)
    assert known is not None
    return known.value


async def test_the_first_refresh_reads_all_and_the_next_one_from_ten_minutes_before_the_newest_change(
    desk: Desk,
) -> None:
    (order_id,) = made(desk, 1)
    refresh = TrackOrders(desk.session)
    assert (await refresh()).total == 1
    newest = (await kept(desk, order_id)).modified_at
    assert newest is not None
    await refresh()
    await refresh(everything=True)
    first, second, third = asked(desk, LIST)
    since = (newest - timedelta(minutes=10)).astimezone(UTC)
    assert first == third == {name: each for name, each in second.items() if name != "modifyStartTime"}
    assert (first["page"], first["pageSize"]) == ("1", "50")
    assert second["modifyStartTime"] == f"{since:%Y%m%d%H%M%S}{since.microsecond // 1000:03}+0000"


async def test_orders_are_read_to_the_last_page_and_the_details_of_forty_at_most(desk: Desk) -> None:
    ids = made(desk, 52)
    changes = await TrackOrders(desk.session)()
    assert {each.order_id for each in changes.changed} == set(ids) and changes.total == 52
    assert [params["page"] for params in asked(desk, LIST)] == ["1", "2"]
    assert len(asked(desk, GET)) == 40
    assert (await TrackOrders(desk.session)()).changed == ()


async def test_details_are_read_again_only_where_something_changed_and_not_of_what_is_over(desk: Desk) -> None:
    first, second = made(desk, 2)
    await TrackOrders(desk.session)()
    await TrackOrders(desk.session)(everything=True)
    assert len(asked(desk, GET)) == 2
    desk.sandbox.control(f"orders/{first}/price", change_fen=-100)
    await TrackOrders(desk.session)(everything=True)
    assert [params["orderId"] for params in asked(desk, GET)[2:]] == [first]
    for step in ("pay", "ship", "receive", "settle"):
        desk.sandbox.control(f"orders/{second}/{step}")
    await TrackOrders(desk.session)(everything=True)
    assert (await kept(desk, second)).status is OrderStatus.SUCCESS and len(asked(desk, GET)) == 3


async def test_details_that_cannot_be_read_end_the_reading_and_not_the_refresh(desk: Desk) -> None:
    ids = made(desk, 3)
    desk.fault(GET, "no_permission", times=0)
    changes = await TrackOrders(desk.session)()
    assert len(changes.changed) == changes.total == 3 and len(asked(desk, GET)) == 1
    assert not (await kept(desk, ids[0])).is_detail


async def test_a_disk_that_says_no_while_details_are_read_is_told(desk: Desk) -> None:
    made(desk, 1)
    send = desk.session.platform.send

    async def send_and_fill_the_disk(call: Any, *given: Any) -> Any:
        answer = await send(call, *given)
        if call is order_calls.GET:
            await desk.session.ledger.orders._database.read(_locked)
        return answer

    desk.session.platform.send = send_and_fill_the_disk  # type: ignore[method-assign]
    with pytest.raises(StoreUnavailable):
        await TrackOrders(desk.session)()


def _locked(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")
