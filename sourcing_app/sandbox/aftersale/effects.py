"""What a refund does to the order behind it, and what it borrows from there."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.sandbox.aftersale.bought import as_bought, left_fen, refunded_goods_fen
from sourcing_app.sandbox.aftersale.records import Refund
from sourcing_app.sandbox.aftersale.states import SENT_BACK
from sourcing_app.sandbox.clock import at
from sourcing_app.sandbox.trade import moves as order_moves
from sourcing_app.sandbox.trade.parcels import declare_shipped
from sourcing_app.sandbox.trade.records import REFUNDED, Line, Order, find_order
from sourcing_app.sandbox.world import World

ORDER_REASON = "other"
CLOSABLE = ("waitsellersend", "waitbuyerreceive", "confirm_goods")


@dataclass(frozen=True, slots=True)
class ReturnAddress:
    """Where goods go back to. ``text`` names the receiver too, ``text_only`` is the place alone."""

    name: str
    mobile: str
    text_only: str

    @property
    def text(self) -> str:
        return f"{self.name}，{self.text_only}"


def return_address(world: World, refund: Refund) -> ReturnAddress:
    """The warehouse of the seller."""
    supplier = world.shop.supplier(refund.seller_id)
    digits = "".join(sign for sign in refund.seller_id if sign.isdigit())[-8:].rjust(8, "0")
    if supplier is None:
        return ReturnAddress("退货仓", f"130{digits}", "浙江省 杭州市 滨江区 网商路699号")
    region = supplier.region
    place = f"{region.province} {region.city} {region.district} 工业路{supplier.number % 200 + 1}号退货仓"
    return ReturnAddress(f"{supplier.company}退货仓", f"130{digits}", place)


def seller_login(world: World, refund: Refund) -> str:
    order = find_order(world.state, refund.order_id)
    return order.seller_login if order is not None else refund.seller_id


def payment_number(world: World, refund: Refund) -> str:
    """The payment provider's transaction number, of 28 digits."""
    order = find_order(world.state, refund.order_id)
    paid = (order.paid if order else None) or refund.applied
    return at(paid).strftime("%Y%m%d") + str(refund.order_id)[-19:].rjust(20, "0")


def claimable_fen(world: World, refund: Refund) -> tuple[int, int]:
    """What this refund may grow to: everything, and its freight. Other refunds keep what they claim."""
    order = find_order(world.state, refund.order_id)
    if order is None:
        return refund.total_fen, refund.freight_fen
    return left_fen(world.state, as_bought(order), refund.number)


def pay_back(world: World, refund: Refund) -> None:
    """Carry a successful refund into its order: money, stock, and an order that has nothing left is closed."""
    order = find_order(world.state, refund.order_id)
    if order is None:
        return
    order.refunded_fen += refund.total_fen
    if refund.goods_status == SENT_BACK:
        for line in order.lines:
            world.hold_stock(line.offer_id, line.spec_id, -refund.lines.get(line.line_id, 0))
    order_moves.keep(world, order)
    if refund.is_in_sale and order.status in CLOSABLE:
        _close_what_is_refunded(world, order, refund)


def _close_what_is_refunded(world: World, order: Order, refund: Refund) -> None:
    gone = [line for line in order.lines if line.line_id in refund.lines and _is_refunded(world, order, line)]
    others = [line for line in order.lines if not line.is_closed and line not in gone]
    if not gone:
        return
    if not others:
        order_moves.close(world, order, "seller", ORDER_REASON, "退款成功，交易关闭")
        return
    for line in gone:
        world.hold_stock(line.offer_id, line.spec_id, -line.unshipped)
        line.status, line.close_reason = "cancel", REFUNDED
    if order.status == "waitsellersend" and not any(line.unshipped for line in others):
        declare_shipped(world, order)
    else:
        order_moves.keep(world, order)


def _is_refunded(world: World, order: Order, line: Line) -> bool:
    """Its whole price went back, or all that was paid: a red packet makes that less."""
    bought = as_bought(order)
    paid = next(one.paid_fen for one in bought.lines if one.entry_id == line.line_id)
    nothing_left = left_fen(world.state, bought)[0] == 0
    return nothing_left or refunded_goods_fen(world.state, bought, line.line_id) >= paid
