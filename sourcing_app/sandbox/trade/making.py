"""Orders come into being. Source: contract createCrossOrder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sourcing_app.sandbox.trade import coupons
from sourcing_app.sandbox.trade.cart import CartLine
from sourcing_app.sandbox.trade.freight import split_by_weight
from sourcing_app.sandbox.trade.modes import TradeMode
from sourcing_app.sandbox.trade.moves import set_stages, tell
from sourcing_app.sandbox.trade.quote import Quote
from sourcing_app.sandbox.trade.records import Line, Order, next_order_id, save_order
from sourcing_app.sandbox.world import World

KEPT = ("isvBizType", "preSelectPayChannel", "fenxiaoChannel", "dropshipping", "fromAgent", "inventoryMode")
"""Plain parameters that come back later as extended attributes."""


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who orders, under which number of his own, and where to."""

    member_id: str
    login: str
    out_order_id: str | None
    address: dict[str, Any]
    message: str | None
    extra: dict[str, str]


def make_order(world: World, buyer: Buyer, quote: Quote, mode: TradeMode, flow: str, *, red_packet: bool) -> Order:
    """Write down one order, hold its stock, tell the buyer."""
    now, options = world.clock.seconds(), world.options()
    order_id = next_order_id(world.state, len(quote.lines))
    order = Order(
        order_id=order_id,
        member_id=buyer.member_id,
        login=buyer.login,
        seller_id=quote.supplier.member_id,
        seller_login=quote.supplier.login_id,
        status="waitbuyerpay",
        out_order_id=buyer.out_order_id,
        created=now,
        modified=now,
        lines=_lines(order_id, quote),
        freight_fen=quote.freight_fen,
        address=buyer.address,
        trade_type=mode.word,
        flow=flow,
        coupon_fen=quote.red_packet_fen if red_packet else 0,
        pay_deadline=now + (mode.pay_s or options.pay_timeout_s),
        visible_from=now + options.list_delay_s,
        message=buyer.message,
        feedback=[buyer.message] if buyer.message else [],
        extra=buyer.extra,
    )
    set_stages(order)
    for line in order.lines:
        world.hold_stock(line.offer_id, line.spec_id, line.quantity)
    coupons.spend(world, buyer.member_id, quote.promotion, order_id)
    save_order(world.state, order)
    tell(world, "ORDER_BUYER_VIEW_BUYER_MAKE", order)
    return order


def _lines(order_id: int, quote: Quote) -> list[Line]:
    off = quote.promotion.off_fen if quote.promotion else 0
    shares = split_by_weight(off, [line.amount_fen for line in quote.lines])
    single = len(quote.lines) == 1
    return [
        _line(order_id if single else order_id + 1 + index, line, share)
        for index, (line, share) in enumerate(zip(quote.lines, shares, strict=True))
    ]


def _line(line_id: int, line: CartLine, off_fen: int) -> Line:
    offer, sku = line.offer, line.sku
    picture = next((value.image for value in sku.attributes if value.image), None) if sku else None
    path = picture_path(picture or offer.main_image)
    return Line(
        line_id=line_id,
        offer_id=offer.offer_id,
        spec_id=line.spec_id,
        sku_id=sku.sku_id if sku else None,
        name=offer.title_zh,
        attributes=[[value.name["zh"], value.value["zh"]] for value in sku.attributes] if sku else [],
        images=[path.removesuffix(".jpg") + ".220x220.jpg", path],
        unit=offer.unit["zh"],
        quantity=line.quantity,
        price_fen=line.price_fen,
        amount_fen=line.amount_fen - off_fen,
        cargo_number=(sku.cargo_number if sku else "") or offer.cargo_number,
    )


def picture_path(name: str) -> str:
    """Path of a picture under the sandbox's own address."""
    return name if name.startswith("/") else f"/img/ibank/{name}"
