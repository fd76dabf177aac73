"""Shipping: the seller hands lines to a carrier, the carrier moves them node by node.

Source: order_lifecycle.md rows 5 to 8; contracts getLogisticsInfos.buyerView and getLogisticsTraceInfo.buyerView.
"""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.clock import at, plain
from sourcing_app.sandbox.trade.carriers import CARRIERS, carrier
from sourcing_app.sandbox.trade.moves import WrongState, keep, needs, tell
from sourcing_app.sandbox.trade.records import (
    Order,
    Parcel,
    find_order,
    next_parcel_number,
    orders_where,
    parcels_on_the_way,
    save_parcel,
)
from sourcing_app.sandbox.world import World

NODES = ("CONSIGN", "ACCEPT", "TRANSPORT", "DELIVERING", "AGENT_SIGN", "SIGN", "FAILED")
WAY = ("CONSIGN", "ACCEPT", "TRANSPORT", "DELIVERING", "SIGN")
STATUS = {
    "CONSIGN": "WAITACCEPT",
    "ACCEPT": "ACCEPT",
    "TRANSPORT": "TRANSPORT",
    "DELIVERING": "TRANSPORT",
    "AGENT_SIGN": "TRANSPORT",
    "SIGN": "SIGN",
    "FAILED": "UNSIGN",
}
"""Node of the message -> status of the logistics call."""

NO_LOGISTICS = {"1": "其他物流公司", "2": "补运费/差价", "3": "卖家配送", "4": "买家自提", "5": "无需物流"}


def ship(
    world: World,
    order: Order,
    goods: dict[int, int] | None,
    carrier_key: str | None = None,
    waybill: str | None = None,
    condition: str | None = None,
) -> Parcel:
    """Hand lines to a carrier (rows 5 and 6). goods: line id -> pieces, None for all that is left.

    condition: a no-logistics shipment (1 to 5); the waybill is then a Chinese phrase. Raises WrongState.
    """
    needs(order, "waitsellersend")
    goods = goods or {line.line_id: line.unshipped for line in order.lines if line.unshipped}
    _take(order, goods)
    chosen = carrier(carrier_key) if carrier_key else next(iter(CARRIERS.values()))
    if chosen is None:
        raise WrongState(f"no carrier is called {carrier_key}")
    number = next_parcel_number(world.state)
    parcel = Parcel(
        logistics_id=f"LP{number:014d}",
        order_id=order.order_id,
        carrier_no=chosen.number,
        waybill=NO_LOGISTICS[condition] if condition else waybill or chosen.waybill(number),
        sent=world.clock.seconds(),
        goods=goods,
        type="2" if condition else "0",
        condition=condition,
    )
    save_parcel(world.state, parcel)
    declare_shipped(world, order)
    if not condition:
        trace(world, parcel, "CONSIGN")
    return parcel


def _take(order: Order, goods: dict[int, int]) -> None:
    if not goods:
        raise WrongState("nothing is left to ship")
    for line_id, count in goods.items():
        line = order.line(line_id)
        if line is None or not 0 < count <= line.unshipped:
            raise WrongState(f"line {line_id} has not {count} pieces to ship")
        line.shipped += count
        line.logistics_status = 5 if line.unshipped else 2


def declare_shipped(world: World, order: Order) -> None:
    """Part: the order stays. All: it waits for its receipt."""
    whole = not any(line.unshipped for line in order.lines)
    if whole:
        order.status = "waitbuyerreceive"
        order.delivered = world.clock.seconds()
        for line in order.lines:
            if not line.is_closed:
                line.status = "waitbuyerreceive"
    keep(world, order)
    tell(world, "ORDER_BUYER_VIEW_ANNOUNCE_SENDGOODS" if whole else "ORDER_BUYER_VIEW_PART_PART_SENDGOODS", order)


def trace(world: World, parcel: Parcel, node: str, text: str | None = None) -> None:
    """The parcel reaches a node (row 7). Only the first time of each node is told. Raises WrongState."""
    if node not in NODES or parcel.type == "2":
        raise WrongState(f"a parcel cannot reach {node}; there are {', '.join(NODES)}")
    first = all(step[2] != node for step in parcel.steps)
    parcel.node = node
    parcel.steps.append([world.clock.seconds(), text or _words(world, parcel, node), node])
    save_parcel(world.state, parcel)
    if first:
        order = find_order(world.state, parcel.order_id)
        if order is not None:
            world.bus.publish("LOGISTICS_BUYER_VIEW_TRACE", order.member_id, _trace_payload(world, parcel, node))


def next_step(world: World, parcel: Parcel) -> str:
    """Move one node on along the usual way. Raises WrongState for a parcel that has arrived."""
    here = WAY.index(parcel.node) if parcel.node in WAY else WAY.index("DELIVERING")
    if parcel.node == "SIGN":
        raise WrongState(f"parcel {parcel.logistics_id} has arrived")
    trace(world, parcel, WAY[here + 1])
    return WAY[here + 1]


def deliver(world: World, parcel: Parcel) -> None:
    """All the nodes that are left, up to the signature."""
    while parcel.node != "SIGN":
        next_step(world, parcel)


def correct_waybill(world: World, parcel: Parcel, carrier_key: str | None, waybill: str) -> None:
    """The seller corrects carrier or waybill (row 8)."""
    chosen = carrier(carrier_key) if carrier_key else CARRIERS[parcel.carrier_no]
    order = find_order(world.state, parcel.order_id)
    if chosen is None or order is None:
        raise WrongState(f"no carrier is called {carrier_key}")
    payload = {
        "MailNoChangeModel": {
            "logisticsId": parcel.logistics_id,
            "oldCpCode": parcel.carrier_no,
            "newCpCode": chosen.number,
            "oldMailNo": parcel.waybill,
            "newMailNo": waybill,
            "eventTime": plain(world.clock.now()),
            "orderLogsItems": _items(parcel),
        }
    }
    parcel.carrier_no, parcel.waybill = chosen.number, waybill
    save_parcel(world.state, parcel)
    world.bus.publish("LOGISTICS_MAIL_NO_CHANGE", order.member_id, payload)


def _items(parcel: Parcel) -> list[dict[str, int]]:
    return [{"orderId": parcel.order_id, "orderEntryId": line_id} for line_id in parcel.goods]


def _trace_payload(world: World, parcel: Parcel, node: str) -> dict[str, Any]:
    return {
        "OrderLogisticsTracingModel": {
            "logisticsId": parcel.logistics_id,
            "cpCode": parcel.carrier_no,
            "mailNo": parcel.waybill,
            "statusChanged": node,
            "changeTime": plain(at(parcel.steps[-1][0])),
            "orderLogsItems": _items(parcel),
        }
    }


def _words(world: World, parcel: Parcel, node: str) -> str:
    order = find_order(world.state, parcel.order_id)
    supplier = world.shop.supplier(order.seller_id) if order else None
    origin = supplier.region.city if supplier else "义乌市"
    target = (order.address.get("city") or "杭州市") if order else "杭州市"
    name = CARRIERS[parcel.carrier_no].name
    return {
        "CONSIGN": f"卖家已发货，{name}待揽收",
        "ACCEPT": f"【{origin}】{name}已揽收",
        "TRANSPORT": f"【{target}】快件到达转运中心",
        "DELIVERING": f"【{target}】快件正在派送中",
        "AGENT_SIGN": f"【{target}】快件已到达自提点",
        "SIGN": f"【{target}】已签收，签收人：本人",
        "FAILED": f"【{target}】派送失败，收件人不在",
    }[node]


def autopilot(world: World) -> None:
    """Sellers that ship and carriers that move by themselves, one step each ``autopilot_s``."""
    pace = world.options().autopilot_s
    if not pace:
        return
    until = world.clock.seconds() - pace
    for order in orders_where(world.state, "status = 'waitsellersend' AND waits_from <= ?", until):
        if order.is_paid:
            ship(world, order, None)
    for parcel in parcels_on_the_way(world.state):
        if parcel.steps and parcel.steps[-1][0] <= until:
            next_step(world, parcel)
