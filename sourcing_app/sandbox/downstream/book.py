"""Reports about end-customer orders, their purchases and shipments, keyed by the reporter's own ids."""

from __future__ import annotations

import json
from typing import Any

from sourcing_app.sandbox.state import Row
from sourcing_app.sandbox.world import World

TABLES = """
CREATE TABLE IF NOT EXISTS reported_orders (
    member_id TEXT NOT NULL, order_id TEXT NOT NULL, parent_id TEXT, status TEXT, refund_status TEXT,
    body TEXT NOT NULL, told INTEGER NOT NULL, changed REAL NOT NULL, PRIMARY KEY (member_id, order_id));
CREATE TABLE IF NOT EXISTS reported_relations (
    member_id TEXT NOT NULL, order_id TEXT NOT NULL, parent_order_id TEXT NOT NULL, purchase_order_id INTEGER NOT NULL,
    purchase_parent_order_id INTEGER NOT NULL, is_ours INTEGER NOT NULL, changed REAL NOT NULL,
    PRIMARY KEY (member_id, order_id, purchase_order_id));
CREATE TABLE IF NOT EXISTS reported_shipments (
    member_id TEXT NOT NULL, logistics_id TEXT NOT NULL, order_id TEXT, status TEXT NOT NULL, body TEXT NOT NULL,
    told INTEGER NOT NULL, changed REAL NOT NULL, PRIMARY KEY (member_id, logistics_id));
CREATE TABLE IF NOT EXISTS reports (
    seq INTEGER PRIMARY KEY, member_id TEXT NOT NULL, api TEXT NOT NULL, dialect TEXT NOT NULL, body TEXT NOT NULL,
    at REAL NOT NULL);
"""

ORDER_STATES = ("payed", "success", "close")
REFUND_STATES = ("0", "1")
SHIPMENT_STATES = ("send", "sign", "partSign", "refund")


class BadReport(ValueError):
    """Why a report is not taken."""


def own_downstream(world: World) -> None:
    world.state.own(TABLES)


def note(world: World, member_id: str, api: str, dialect: str, body: Any) -> None:
    """Every accepted report, as it came, in the order of arrival."""
    text = json.dumps(body, ensure_ascii=False)
    world.state.insert(
        "reports", member_id=member_id, api=api, dialect=dialect, body=text, at=world.clock.seconds()
    )  # fmt: skip


def _one_of(name: str, value: Any, allowed: tuple[str, ...]) -> str:
    if str(value) not in allowed:
        raise BadReport(f"{name}不合法：{value}，可选值：{','.join(allowed)}")
    return str(value)


def report_order(world: World, member_id: str, order: dict[str, Any], parent_id: str | None = None) -> None:
    """Keep an order and its lines; a later report about the same id takes the place of the earlier. Raises BadReport.

    Members by their live names; what only the older dialect has (``contry``, ``refundFee``) is kept beside them.
    """
    order_id = str(order["orderId"])
    state = order.get("status")
    status = None if state is None else _one_of("status", state, ORDER_STATES)
    refund = order.get("refundStatus")
    refund_status = None if refund in (None, "") else _one_of("refundStatus", refund, REFUND_STATES)
    if int(order.get("paidFee") or 0) < 0:
        raise BadReport("paidFee不能为负数")
    lines = order.get("subOrderParamList") or []
    body = {name: value for name, value in order.items() if name != "subOrderParamList"}
    world.state.execute(
        "INSERT INTO reported_orders VALUES (?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET parent_id = excluded."
        "parent_id, status = excluded.status, refund_status = excluded.refund_status, body = excluded.body, told = 1, "
        "changed = excluded.changed",
        member_id, order_id, parent_id, status, refund_status, json.dumps(body, ensure_ascii=False),
        world.clock.seconds(),
    )  # fmt: skip
    for line in lines:
        report_order(world, member_id, line, order_id)


def report_status(world: World, member_id: str, change: dict[str, Any]) -> None:
    """A status of the older dialect's 3.10, with those of the lines. Raises BadReport."""
    order_id = str(change["orderId"])
    status = _one_of("payStatus", change["payStatus"], ORDER_STATES)
    refund = change.get("refundStatus")
    refund_status = None if refund in (None, "") else _one_of("refundStatus", refund, REFUND_STATES)
    known = _order(world, member_id, order_id)
    if known is None and world.options().downstream_checked:
        raise BadReport(f"订单不存在：{order_id}")
    body = json.loads(known["body"]) if known else {"orderId": order_id}
    body["status"] = status
    body.update({name: change[name] for name in ("endTime", "refundStatus") if change.get(name) is not None})
    world.state.execute(
        "INSERT OR REPLACE INTO reported_orders VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        member_id, order_id, known["parent_id"] if known else None, status,
        refund_status or (known["refund_status"] if known else None), json.dumps(body, ensure_ascii=False),
        known["told"] if known else 0, world.clock.seconds(),
    )  # fmt: skip
    for line in change.get("subOrderStatusSyncParamList") or []:
        report_status(world, member_id, line)


def report_relation(world: World, member_id: str, pair: dict[str, Any], is_ours: bool) -> None:
    """Which purchase serves which customer order. is_ours: the purchase is an order of this marketplace."""
    if world.options().downstream_checked:
        if not is_ours:
            raise BadReport(f"采购单不存在：{pair['purchaseParentOrderId']}")
        if _order(world, member_id, str(pair["parentOrderId"])) is None:
            raise BadReport(f"下游订单不存在：{pair['parentOrderId']}")
    world.state.execute(
        "INSERT OR REPLACE INTO reported_relations VALUES (?, ?, ?, ?, ?, ?, ?)",
        member_id, str(pair["orderId"]), str(pair["parentOrderId"]), int(pair["purchaseOrderId"]),
        int(pair["purchaseParentOrderId"]), is_ours, world.clock.seconds(),
    )  # fmt: skip


def report_shipment(world: World, member_id: str, shipment: dict[str, Any]) -> None:
    """A parcel to an end customer; the same ``logisticsId`` again is its progress. Raises BadReport."""
    status = _one_of("logisticsStatus", shipment["logisticsStatus"], SHIPMENT_STATES)
    order_id = str(shipment["orderId"])
    if world.options().downstream_checked and _order(world, member_id, order_id) is None:
        raise BadReport(f"订单不存在：{order_id}")
    _keep_shipment(world, member_id, str(shipment["logisticsId"]), order_id, status, shipment, told=True)


def report_shipment_status(world: World, member_id: str, change: dict[str, Any]) -> None:
    """Progress by the older dialect's 3.12, which names the parcel alone. Raises BadReport."""
    status = _one_of("logisticsStatus", change["logisticsStatus"], SHIPMENT_STATES)
    logistics_id = str(change["logisticsId"])
    known = world.state.row(
        "SELECT * FROM reported_shipments WHERE member_id = ? AND logistics_id = ?", member_id, logistics_id
    )
    if known is None and world.options().downstream_checked:
        raise BadReport(f"物流单不存在：{logistics_id}")
    body = json.loads(known["body"]) if known else {"logisticsId": logistics_id}
    body |= {"logisticsStatus": status, "modifiedTime": change["modifiedTime"]}
    order_id = known["order_id"] if known else None
    _keep_shipment(world, member_id, logistics_id, order_id, status, body, told=bool(known and known["told"]))


def _keep_shipment(
    world: World, member_id: str, logistics_id: str, order_id: str | None, status: str, body: Any, *, told: bool
) -> None:
    world.state.execute(
        "INSERT OR REPLACE INTO reported_shipments VALUES (?, ?, ?, ?, ?, ?, ?)",
        member_id, logistics_id, order_id, status, json.dumps(body, ensure_ascii=False), told, world.clock.seconds(),
    )  # fmt: skip


def _order(world: World, member_id: str, order_id: str) -> Row | None:
    return world.state.row("SELECT * FROM reported_orders WHERE member_id = ? AND order_id = ?", member_id, order_id)
