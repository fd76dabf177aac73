"""What a test or a demo does to orders: pays, ships, moves parcels, changes prices, closes. Under ``/_sandbox/``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sourcing_app.sandbox.acts import Act, Unknown
from sourcing_app.sandbox.registry import JsonValue
from sourcing_app.sandbox.trade import moves, parcels
from sourcing_app.sandbox.trade.listing import list_offers
from sourcing_app.sandbox.trade.modes import CHANNELS
from sourcing_app.sandbox.trade.records import (
    Order,
    Parcel,
    find_order,
    find_parcel,
    orders_where,
    parcels_of,
)
from sourcing_app.sandbox.world import World


def trade_acts() -> list[tuple[str, str, Act]]:
    """Method, path below ``/_sandbox/``, act."""
    return [
        ("GET", "orders", list_orders),
        ("GET", "orders/{order_id}", show_order),
        ("POST", "orders/{order_id}/pay", pay),
        ("POST", "orders/{order_id}/ship", ship),
        ("POST", "orders/{order_id}/deliver", deliver),
        ("POST", "orders/{order_id}/receive", receive),
        ("POST", "orders/{order_id}/settle", settle),
        ("POST", "orders/{order_id}/price", change_price),
        ("POST", "orders/{order_id}/close", close),
        ("POST", "orders/{order_id}/terminate", terminate),
        ("POST", "orders/{order_id}/address", agree_address),
        ("POST", "orders/{order_id}/age", make_older),
        ("POST", "parcels/{logistics_id}/trace", trace),
        ("POST", "parcels/{logistics_id}/waybill", correct_waybill),
        ("GET", "offers", list_offers),
        ("POST", "offers/{offer_id}", override_offer),
        ("POST", "agreement", set_agreement),
    ]


def _order(world: World, body: dict[str, Any]) -> Order:
    """``order_id`` may be ``latest``."""
    wanted = body["order_id"]
    if wanted == "latest":
        wanted = world.state.value("SELECT max(order_id) FROM orders") or 0
    order = find_order(world.state, int(wanted))
    if order is None:
        raise Unknown(f"no order {body['order_id']}")
    return order


def _shown(world: World, order: Order) -> dict[str, Any]:
    shown = asdict(order) | {"total_fen": order.total_fen, "due_fen": order.due_fen}
    shown["order_id"] = str(order.order_id)
    shown["parcels"] = [asdict(parcel) for parcel in parcels_of(world.state, order.order_id)]
    return shown


def list_orders(world: World, body: dict[str, Any]) -> JsonValue:
    """Every order, newest first; ``out_order_id``, ``status`` or ``member_id`` narrow it."""
    names = [name for name in ("out_order_id", "status", "member_id") if body.get(name)]
    condition = " AND ".join(f"{name} = ?" for name in names) or "1"
    orders = orders_where(world.state, condition, *(body[name] for name in names))
    return {"count": len(orders), "orders": [_shown(world, order) for order in orders]}


def show_order(world: World, body: dict[str, Any]) -> JsonValue:
    return _shown(world, _order(world, body))


def pay(world: World, body: dict[str, Any]) -> JsonValue:
    """The next stage, as if the buyer had paid on the web site. ``channel``: alipay, shegou, kjpayV2, period."""
    order, channel = _order(world, body), body.get("channel", "alipay")
    if channel not in CHANNELS:
        raise ValueError(f"channel is one of {', '.join(CHANNELS)}")
    moves.pay(world, order, channel)
    return _shown(world, order)


def ship(world: World, body: dict[str, Any]) -> JsonValue:
    """All that is left, or ``lines`` (list of line ids, or line id -> pieces), or ``pieces`` (of the first lines).

    ``carrier`` (code, name or id), ``waybill``, ``no_logistics`` (1 to 5: the waybill becomes a phrase).
    """
    order = _order(world, body)
    condition = str(body["no_logistics"]) if body.get("no_logistics") else None
    if condition is not None and condition not in parcels.NO_LOGISTICS:
        raise ValueError("no_logistics is 1 to 5")
    parcel = parcels.ship(world, order, _goods(order, body), body.get("carrier"), body.get("waybill"), condition)
    return asdict(parcel) | {"order_status": order.status}


def _goods(order: Order, body: dict[str, Any]) -> dict[int, int] | None:
    lines = body.get("lines")
    if isinstance(lines, dict):
        return {int(line_id): int(count) for line_id, count in lines.items()}
    if isinstance(lines, list):
        known = {line.line_id: line.unshipped for line in order.lines}
        return {int(line_id): known.get(int(line_id), 0) for line_id in lines}
    if body.get("pieces") is None:
        return None
    left, goods = int(body["pieces"]), {}
    for line in order.lines:
        if left and line.unshipped:
            goods[line.line_id] = min(left, line.unshipped)
            left -= goods[line.line_id]
    return goods


def _parcel(world: World, body: dict[str, Any]) -> Parcel:
    parcel = find_parcel(world.state, str(body["logistics_id"]))
    if parcel is None:
        raise Unknown(f"no parcel {body['logistics_id']}")
    return parcel


def trace(world: World, body: dict[str, Any]) -> JsonValue:
    """One step on along the usual way, or to ``node``, with ``text``."""
    parcel = _parcel(world, body)
    if body.get("node"):
        parcels.trace(world, parcel, str(body["node"]), body.get("text"))
    else:
        parcels.next_step(world, parcel)
    return asdict(parcel)


def correct_waybill(world: World, body: dict[str, Any]) -> JsonValue:
    parcel = _parcel(world, body)
    parcels.correct_waybill(world, parcel, body.get("carrier"), str(body["waybill"]))
    return asdict(parcel)


def deliver(world: World, body: dict[str, Any]) -> JsonValue:
    """Every parcel of the order arrives."""
    order = _order(world, body)
    for parcel in parcels_of(world.state, order.order_id):
        if parcel.type != "2":
            parcels.deliver(world, parcel)
    return _shown(world, order)


def receive(world: World, body: dict[str, Any]) -> JsonValue:
    """Confirm every line that waits, as the web site or the automatic deadline does."""
    order = _order(world, body)
    waiting = [line.line_id for line in order.lines if line.status == "waitbuyerreceive"]
    moves.receive(world, order, body.get("lines") or waiting)
    return _shown(world, order)


def settle(world: World, body: dict[str, Any]) -> JsonValue:
    order = _order(world, body)
    moves.settle_order(world, order)
    return _shown(world, order)


def change_price(world: World, body: dict[str, Any]) -> JsonValue:
    """``change_fen`` on the first open line or ``lines`` (line id -> fen, negative = cheaper); ``freight_fen``."""
    order = _order(world, body)
    changes = {int(line_id): int(fen) for line_id, fen in body.get("lines", {}).items()}
    if "change_fen" in body:
        first = next(line for line in order.lines if not line.is_closed)
        changes[first.line_id] = int(body["change_fen"])
    freight = body.get("freight_fen")
    moves.change_price(world, order, changes, None if freight is None else int(freight))
    return _shown(world, order)


def close(world: World, body: dict[str, Any]) -> JsonValue:
    """``by`` seller (default), buyer, system or bops; ``reason``; ``line`` closes one line of an unpaid order."""
    order, by = _order(world, body), body.get("by", "seller")
    if body.get("line"):
        line = order.line(int(body["line"]))
        if line is None:
            raise Unknown(f"no line {body['line']}")
        moves.close_line(world, order, line)
    else:
        default = {"seller": "sellerGoodsLack", "buyer": "buyerCancel"}.get(by, "BUYER_NO_PAY")
        moves.close(world, order, by, body.get("reason", default), body.get("remark"))
    return _shown(world, order)


def terminate(world: World, body: dict[str, Any]) -> JsonValue:
    """Put the order in any state the platform has a word for, without its usual way: ``status`` (terminated)."""
    order = _order(world, body)
    order.status = str(body.get("status", "terminated"))
    moves.keep(world, order)
    return _shown(world, order)


def agree_address(world: World, body: dict[str, Any]) -> JsonValue:
    """The seller answers the buyer's wish for another address: ``agree`` (default true), ``freight_fen``."""
    order = _order(world, body)
    if order.address_wish is None:
        raise ValueError("the buyer has not asked for another address")
    if body.get("agree", True):
        order.address = order.address_wish
    order.address_wish = None
    moves.keep(world, order)
    if body.get("freight_fen") is not None:
        moves.change_price(world, order, {}, int(body["freight_fen"]))
    return _shown(world, order)


def make_older(world: World, body: dict[str, Any]) -> JsonValue:
    """Move the creation of an order back by ``days``: beyond 365 it is history."""
    order = _order(world, body)
    order.created -= float(body["days"]) * 86400
    moves.keep(world, order)
    return _shown(world, order)


def override_offer(world: World, body: dict[str, Any]) -> JsonValue:
    """``stock``, ``price_fen``, ``off_sale`` of an offer, or of ``spec_id``; null takes the shop's own again."""
    offer_id, spec_id = int(body["offer_id"]), str(body.get("spec_id") or "")
    if world.shop.offer(offer_id) is None:
        raise Unknown(f"no offer {offer_id}")
    changes = {name: body[name] for name in ("stock", "price_fen", "off_sale") if name in body}
    world.override(offer_id, spec_id, **changes)
    return {
        "offer_id": offer_id,
        "spec_id": spec_id,
        "stock": world.stock(offer_id, spec_id),
        "price_fen": world.price_fen(offer_id, spec_id, 1),
        "off_sale": world.off_sale(offer_id),
    }


def set_agreement(world: World, body: dict[str, Any]) -> JsonValue:
    """Whether ``member_id`` has signed the auto-debit agreement: ``signed``."""
    member = str(body.get("member_id", "b2b-2200000000001"))
    world.state.remember(f"agreement {member}", bool(body.get("signed", True)))
    return {"member_id": member, "signed": bool(body.get("signed", True))}
