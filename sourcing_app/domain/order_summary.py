"""An order as a row of a list says it, and which rows a list holds. Enough to draw a row, never enough to act on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.domain.refund import RefundStatus

WAITS_FOR_BUYER = (RefundStatus.WAIT_BUYER_MODIFY, RefundStatus.WAIT_BUYER_SEND)
"""Refunds in which the buyer has to do something."""


@dataclass(frozen=True, slots=True)
class OrderSummary:
    """One order of a list. since: when it came into its state, None where not told; refund: the one furthest from its end.

    goods: title of the first line, "" before lines were read; line_count: how many lines there are; pictures: of the first
    two lines that have one. fetched_at: when it was last read. payment_opened: when a payment page was last opened for it.
    """

    order_id: OrderId
    status: OrderStatus
    status_word: str
    supplier_name: str
    total: Money
    created_at: datetime | None
    since: datetime | None
    pay_before: datetime | None
    refund: RefundStatus | None
    goods: str
    line_count: int
    pictures: tuple[str, ...]
    fetched_at: datetime
    payment_opened: datetime | None = None


class OrderSort(Enum):
    """What a list is sorted by. NEWEST: when orders were made, the newest first."""

    NEWEST = "newest"
    ORDER = "order"
    SUPPLIER = "supplier"
    STATUS = "status"
    TOTAL = "total"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class OrderView:
    """Which orders a list holds, and in which order. statuses (): of any state; among: only these, None for all.

    words: each must stand in the order or its parcels (ids, names, goods, waybills), "" for all.
    """

    statuses: tuple[OrderStatus, ...] = ()
    words: str = ""
    among: tuple[OrderId, ...] | None = None
    sort: OrderSort = OrderSort.NEWEST
    descending: bool = False


def refund_of(order: Order | OrderSummary) -> RefundStatus | None:
    """The refund of the order or of its lines that is furthest from its end; None without any."""
    if isinstance(order, OrderSummary):
        return order.refund
    words = [word for word in (order.refund_word, *(entry.refund_word for entry in order.entries)) if word]
    found = [RefundStatus.of(word) for word in words]
    waiting = [status for status in found if status in WAITS_FOR_BUYER]
    running = [status for status in found if not status.is_final]
    return next(iter(waiting or running or found), None)


def in_state_since(order: Order | OrderSummary) -> datetime | None:
    """When the order came into its state, as far as the platform told; None where it did not."""
    if isinstance(order, OrderSummary):
        return order.since
    match order.status:
        case OrderStatus.WAIT_PAY:
            return order.created_at
        case OrderStatus.WAIT_SEND:
            return order.paid_at or order.modified_at
        case OrderStatus.WAIT_PICKUP | OrderStatus.WAIT_RECEIVE | OrderStatus.WAIT_SIGN | OrderStatus.SIGNED:
            return order.shipped_at or order.modified_at
        case OrderStatus.CONFIRMED:
            return order.received_at or order.modified_at
        case OrderStatus.SUCCESS:
            return order.completed_at or order.modified_at
        case _:
            return order.modified_at or order.created_at
