"""Whether an order at the platform is the one we meant to make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from sourcing_app.domain.ids import NO_SPEC
from sourcing_app.domain.intent import CreateResult, FailedLine, OrderIntent
from sourcing_app.domain.money import total
from sourcing_app.domain.order import Order

LineCounts = Counter[tuple[str, str, Decimal]]


def is_ours(order: Order, intent: OrderIntent) -> bool:
    """Whether it carries our key and has exactly the lines of the intent: offers, specs and quantities, no more, no less."""
    return order.out_order_id == intent.out_order_id and ordered_lines(order) == intended_lines(intent)


def may_be_ours(order: Order, intent: OrderIntent) -> bool:
    """Whether a person should look at it: our key with whatever lines, or no key at all and our lines."""
    if order.out_order_id is None:
        return ordered_lines(order) == intended_lines(intent)
    return order.out_order_id == intent.out_order_id


def ordered_lines(order: Order) -> LineCounts:
    """The lines of an order, in no order."""
    return Counter((entry.offer_id or "", entry.spec_id or NO_SPEC, entry.quantity) for entry in order.entries)


def intended_lines(intent: OrderIntent) -> LineCounts:
    """The lines of an intent, in no order."""
    return Counter((line.offer_id, line.spec_id, Decimal(line.quantity)) for line in intent.lines)


def left_out(orders: Iterable[Order], intent: OrderIntent) -> tuple[FailedLine, ...]:
    """Lines of the intent of which these orders have nothing; () where they do not tell what they are of."""
    goods = {(entry.offer_id, entry.spec_id or NO_SPEC) for order in orders for entry in order.entries}
    return tuple(
        FailedLine(line.offer_id, line.spec_id, "", "")
        for line in intent.lines
        if goods and (line.offer_id, line.spec_id) not in goods
    )


def sums_differ(intent: OrderIntent, result: CreateResult) -> bool:
    """Whether the orders made cost something else than approved. False where the reply leaves sums out, or left lines out."""
    amounts = [order.total for order in result.orders if order.total is not None]
    if len(amounts) < len(result.orders) or result.failed_lines:
        return False
    return total(amounts) != intent.approved_total
