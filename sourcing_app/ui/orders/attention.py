"""Why an order waits for the buyer. Rules only: words for them are in words.py."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import FOUND_AFTER_ALL, SUMS_DIFFER, OrderIntent
from sourcing_app.domain.money import Money, total
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.domain.order_summary import WAITS_FOR_BUYER, OrderSummary, refund_of

PAY_SOON = timedelta(hours=24)
"""So long before the platform closes an unpaid order it is pointed at."""

AnyOrder = Order | OrderSummary


class Reason(Enum):
    """What waits. In the order in which it matters."""

    DOUBLED = "doubled"
    FOUND_AFTER_ALL = "found_after_all"
    SUMS_DIFFER = "sums_differ"
    PRICE_CHANGED = "price_changed"
    FAILED_LINES = "failed_lines"
    PAY_SOON = "pay_soon"
    REFUND_WAITS = "refund_waits"
    UNKNOWN_STATE = "unknown_state"


def reasons_for(
    order: AnyOrder, intent: OrderIntent | None, known: Mapping[OrderId, AnyOrder], now: datetime
) -> tuple[Reason, ...]:
    """All that wait. intent: what the order was made from here, None for one made elsewhere. known: other orders, by id."""
    found: list[Reason] = []
    if intent is not None and order in doubled(intent, known):
        found.append(Reason.DOUBLED)
    if order.status is OrderStatus.WAIT_PAY:
        if intent is not None and intent.reason_code == FOUND_AFTER_ALL:
            found.append(Reason.FOUND_AFTER_ALL)
        if intent is not None and intent.reason_code == SUMS_DIFFER:
            found.append(Reason.SUMS_DIFFER)
        elif intent is not None and costs_now(intent, known) not in (None, intent.approved_total):
            found.append(Reason.PRICE_CHANGED)
        if intent is not None and intent.failed_lines:
            found.append(Reason.FAILED_LINES)
        if order.pay_before is not None and order.pay_before - now < PAY_SOON:
            found.append(Reason.PAY_SOON)
    if refund_of(order) in WAITS_FOR_BUYER:
        found.append(Reason.REFUND_WAITS)
    if order.status is OrderStatus.UNKNOWN:
        found.append(Reason.UNKNOWN_STATE)
    return tuple(found)


def doubled(intent: OrderIntent, known: Mapping[OrderId, AnyOrder]) -> tuple[AnyOrder, ...]:
    """The orders that stand under one key though one decision made fewer; () once the surplus is cancelled (M28)."""
    if not intent.doubles:
        return ()
    orders = [order for order_id in intent.all_order_ids if (order := known.get(order_id)) is not None]
    living = tuple(order for order in orders if order.status not in (OrderStatus.CANCELLED, OrderStatus.TERMINATED))
    return living if len(living) > len(intent.order_ids) else ()


def costs_now(intent: OrderIntent, known: Mapping[OrderId, AnyOrder]) -> Money | None:
    """What all orders of an intent cost together now; None while not all of them are known, or in one
    currency."""
    orders = [order for order_id in intent.order_ids if (order := known.get(order_id)) is not None]
    currencies = {order.total.currency for order in orders}
    if len(orders) < len(intent.order_ids) or len(currencies) != 1:
        return None
    return total([order.total for order in orders])
