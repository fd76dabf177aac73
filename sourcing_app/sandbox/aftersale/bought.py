"""Orders as refunds see them: what was paid for, what has been sent, where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.sandbox.aftersale import records
from sourcing_app.sandbox.aftersale.records import Refund
from sourcing_app.sandbox.aftersale.states import PAID
from sourcing_app.sandbox.state import State
from sourcing_app.sandbox.trade.records import Line, Order, find_order
from sourcing_app.sandbox.world import World

MONEY_IN = 2
"""``payStatus`` of a stage that has been paid."""


@dataclass(frozen=True, slots=True)
class BoughtLine:
    """paid_fen: for the goods of the line, without freight."""

    entry_id: int
    offer_id: int
    spec_id: str
    title: str
    quantity: int
    paid_fen: int
    is_sent: bool
    is_closed: bool


@dataclass(frozen=True, slots=True)
class BoughtOrder:
    """paid_fen: everything that has come in; freight_fen: the part of it that is freight."""

    order_id: int
    buyer_id: str
    seller_id: str
    status: str
    lines: tuple[BoughtLine, ...]
    freight_fen: int
    paid_fen: int


def bought_order(world: World, order_id: int) -> BoughtOrder | None:
    order = find_order(world.state, order_id)
    return None if order is None else as_bought(order)


def as_bought(order: Order) -> BoughtOrder:
    paid = [stage for stage in order.stages if stage.pay_status == MONEY_IN]
    goods_in = sum(stage.goods_fen for stage in paid)
    freight_in = sum(stage.freight_fen for stage in paid)
    return BoughtOrder(
        order_id=order.order_id,
        buyer_id=order.member_id,
        seller_id=order.seller_id,
        status=order.status,
        lines=tuple(_bought_line(order, line, goods_in) for line in order.lines),
        freight_fen=freight_in,
        paid_fen=goods_in + freight_in,
    )


def _bought_line(order: Order, line: Line, goods_in: int) -> BoughtLine:
    words = " ".join(value for _, value in line.attributes)
    due = sum(one.due_fen for one in order.lines)
    paid = line.due_fen if order.is_paid else (line.due_fen * goods_in // due if due else 0)
    return BoughtLine(
        entry_id=line.line_id,
        offer_id=line.offer_id,
        spec_id=line.spec_id,
        title=f"{line.name} {words}".strip(),
        quantity=line.quantity,
        paid_fen=paid,
        is_sent=line.shipped > 0,
        is_closed=line.is_closed,
    )


def is_line_of(world: World, member_id: str, order_id: int, line_id: int) -> bool:
    """Whether this buyer has an order with this line (or the order id itself in place of a line)."""
    order = find_order(world.state, order_id)
    if order is None or order.member_id != member_id:
        return False
    return line_id == order_id or order.line(line_id) is not None


def refunded_goods_fen(state: State, order: BoughtOrder, entry_id: int) -> int:
    """What has been paid back for a line so far; a refund over several lines counts by what each had cost."""
    total = 0
    for refund in records.of_order(state, order.order_id):
        if refund.status == PAID and entry_id in refund.lines:
            total += share_fen(order, refund, entry_id)
    return total


def share_fen(order: BoughtOrder, refund: Refund, entry_id: int) -> int:
    """The part of a refund's goods amount that falls on one line, in fen; the last line takes what rounding leaves."""
    paid = {line.entry_id: line.paid_fen for line in order.lines if line.entry_id in refund.lines}
    whole = sum(paid.values())
    if not whole or entry_id not in paid:
        return 0
    entries = sorted(paid)
    shares = {one: refund.goods_fen * paid[one] // whole for one in entries}
    shares[entries[-1]] += refund.goods_fen - sum(shares.values())
    return shares[entry_id]


def left_fen(state: State, order: BoughtOrder, without: int = 0) -> tuple[int, int]:
    """What can still flow back of an order: of everything, and of its freight.

    Refunds that are open claim their part already. without: number of a refund that is passed over.
    """
    claims = [
        one
        for one in records.of_order(state, order.order_id)
        if (one.is_open or one.status == PAID) and one.number != without
    ]
    total = order.paid_fen - sum(one.total_fen for one in claims)
    freight = order.freight_fen - sum(one.freight_fen for one in claims)
    return max(total, 0), max(freight, 0)
