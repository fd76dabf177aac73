"""How an order goes on: paid, shipped, received, settled, closed. Each step tells the buyer over the bus.

Source: order_lifecycle.md section 2; the numbers of its table stand at the functions.
"""

from __future__ import annotations

from sourcing_app.sandbox.aftersale.marks import marks_of
from sourcing_app.sandbox.trade import coupons
from sourcing_app.sandbox.trade.freight import split_by_weight
from sourcing_app.sandbox.trade.modes import MODES, stage_sums
from sourcing_app.sandbox.trade.records import Line, Order, Stage, orders_where, save_order
from sourcing_app.sandbox.world import World

OPEN = ("waitbuyerpay", "waitsellersend", "waitbuyerreceive")


class WrongState(ValueError):
    """The order is not in a state in which this can happen."""


def needs(order: Order, *states: str) -> None:
    if order.status not in states:
        raise WrongState(f"order {order.order_id} is {order.status}, not {' or '.join(states)}")


def tell(world: World, topic: str, order: Order, status: str | None = None) -> None:
    world.bus.publish(
        topic,
        order.member_id,
        {
            "orderId": order.order_id,
            "currentStatus": status or order.status,
            "buyerMemberId": order.member_id,
            "sellerMemberId": order.seller_id,
        },
    )


def keep(world: World, order: Order) -> None:
    """Write it down as changed now."""
    order.modified = world.clock.seconds()
    save_order(world.state, order)


# -- payment -------------------------------------------------------------------------------------------------


def set_stages(order: Order) -> None:
    """Cut what is due into the stages of the order's trade mode; stages that are paid stay."""
    mode = MODES[order.trade_type]
    paid = {stage.number: stage for stage in order.stages if stage.pay_status != 1}
    goods = max(0, order.total_fen - order.freight_fen) - sum(stage.goods_fen for stage in paid.values())
    if not paid:
        sums = stage_sums(mode, goods)
    else:
        left = [stage for stage in order.stages if stage.number not in paid]
        sums = split_by_weight(goods, [stage.goods_fen or 1 for stage in left])
    fresh = iter(sums)
    names = ("全款交易",) if len(mode.shares) == 1 else tuple(f"第{n}阶段付款" for n in range(1, 4))
    order.stages = [
        paid.get(number)
        or Stage(number, names[number - 1], next(fresh), min(order.freight_fen, order.total_fen) if number == 1 else 0)
        for number in range(1, len(mode.shares) + 1)
    ]


def pay(world: World, order: Order, channel: str) -> None:
    """Pay the next stage (rows 3 and 4). Raises WrongState."""
    stage = order.next_stage
    if stage is None or order.status not in ("waitbuyerpay", "waitsellersend"):
        raise WrongState(f"order {order.order_id} has nothing to pay")
    now = world.clock.seconds()
    stage.pay_status, stage.paid = 2, now
    order.paid, order.pay_channel = order.paid or now, channel
    first = order.status == "waitbuyerpay"
    if first:
        _set_status(order, "waitsellersend")
    keep(world, order)
    tell(world, "ORDER_BUYER_VIEW_ORDER_PAY" if first else "ORDER_BUYER_VIEW_ORDER_STEP_PAY", order)


def _set_status(order: Order, status: str) -> None:
    order.status = status
    for line in order.lines:
        if not line.is_closed:
            line.status = status


# -- before payment ------------------------------------------------------------------------------------------


def change_price(world: World, order: Order, changes: dict[int, int], freight_fen: int | None) -> None:
    """The seller takes so many fen off or on for lines, or names another freight (row 2)."""
    needs(order, "waitbuyerpay")
    for line_id, change_fen in changes.items():
        line = order.line(line_id)
        if line is None or line.is_closed or line.due_fen + change_fen < 0:
            raise WrongState(f"line {line_id} cannot be changed by {change_fen} fen")
        line.discount_fen += change_fen
        order.adjust_fen += change_fen
    if freight_fen is not None:
        order.freight_fen = freight_fen
    _price_changed(world, order)


def close_line(world: World, order: Order, line: Line) -> None:
    """The seller drops one line while the order is unpaid (row 2)."""
    needs(order, "waitbuyerpay")
    if line.is_closed or sum(not one.is_closed for one in order.lines) == 1:
        raise WrongState("the last open line cannot be closed; close the order")
    line.status, line.close_reason = "cancel", "sellerGoodsLack"
    _release(world, line)
    _price_changed(world, order)


def _price_changed(world: World, order: Order) -> None:
    order.price_changed = True
    set_stages(order)
    keep(world, order)
    tell(world, "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", order)


# -- closing -------------------------------------------------------------------------------------------------

_CLOSERS = {
    "buyer": ("CLOSE_TRADE_BY_BUYER", "ORDER_BUYER_VIEW_ORDER_BUYER_CLOSE"),
    "seller": ("CLOSE_TRADE_BY_SELLER", "ORDER_BUYER_VIEW_ORDER_SELLER_CLOSE"),
    "system": ("CLOSE_TRADE_BY_SYSTEM", "ORDER_BUYER_VIEW_ORDER_BOPS_CLOSE"),
    "bops": ("CLOSE_TRADE_BY_BOPS", "ORDER_BUYER_VIEW_ORDER_BOPS_CLOSE"),
}


def close(world: World, order: Order, by: str, reason: str, remark: str | None = None) -> None:
    """Rows 11 to 13. ``by`` is buyer, seller, system or bops. A paid order is closed by a refund (row 12)."""
    needs(order, "waitbuyerpay", "waitsellersend", "waitbuyerreceive", "confirm_goods")
    now = world.clock.seconds()
    order.close_operate, topic = _CLOSERS[by]
    order.close_reason, order.close_remark, order.completed = reason, remark, now
    for line in order.lines:
        if not line.is_closed:
            _release(world, line)
            line.status, line.close_reason = "cancel", reason
    if order.paid is None:
        coupons.give_back(world, order.order_id)
    order.status = "cancel"
    for stage in order.stages:
        if stage.pay_status == 1:
            stage.pay_status = 8
    keep(world, order)
    tell(world, topic, order)


def _release(world: World, line: Line) -> None:
    world.hold_stock(line.offer_id, line.spec_id, -line.unshipped)


# -- receipt -------------------------------------------------------------------------------------------------


def receive(world: World, order: Order, line_ids: list[int]) -> None:
    """Confirm lines (row 9); with the last one the order is confirmed. Raises WrongState."""
    needs(order, "waitbuyerreceive")
    lines = [order.line(line_id) for line_id in line_ids]
    if not lines or any(line is None or line.status != "waitbuyerreceive" for line in lines):
        raise WrongState("a line is not waiting for its receipt")
    now = world.clock.seconds()
    for line in lines:
        if line is not None:
            line.status, line.logistics_status = "confirm_goods", 3
    if all(line.is_closed or line.status == "confirm_goods" for line in order.lines):
        order.status = "confirm_goods"
        order.received = order.confirmed = now
    keep(world, order)
    tell(world, "ORDER_BUYER_VIEW_ORDER_COMFIRM_RECEIVEGOODS", order, "confirm_goods_and_has_subsidy")


def settle_order(world: World, order: Order) -> None:
    """The seller has the money (row 10)."""
    needs(order, "confirm_goods")
    order.completed = world.clock.seconds()
    _set_status(order, "success")
    keep(world, order)
    tell(world, "ORDER_BUYER_VIEW_ORDER_SUCCESS", order)


# -- what falls due ------------------------------------------------------------------------------------------


def fall_due(world: World) -> None:
    """Close what was not paid, take as received what nobody confirmed, settle what was confirmed."""
    options = world.options()
    for order in _waiting(world, "waitbuyerpay", 0):
        close(world, order, "system", "BUYER_NO_PAY")
    for order in _waiting(world, "waitbuyerreceive", options.auto_receive_s):
        if not _disputed(world, order):
            receive(world, order, [line.line_id for line in order.lines if line.status == "waitbuyerreceive"])
    for order in _waiting(world, "confirm_goods", options.settle_s):
        settle_order(world, order)


def _waiting(world: World, status: str, seconds: float) -> list[Order]:
    """Orders that have been in a state for so long."""
    until = world.clock.seconds() - seconds
    return orders_where(world.state, "status = ? AND waits_from <= ?", status, until)


def _disputed(world: World, order: Order) -> bool:
    return marks_of(world.state, order.order_id).has_open_in_sale
