"""What the orders page tells of by itself: an order that moved on, and what others tell of orders."""

from __future__ import annotations

from dataclasses import replace

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.order import Order
from sourcing_app.ui.format import money_text
from sourcing_app.ui.notices import Notice, Severity, Step
from sourcing_app.ui.orders.words import status_chip
from sourcing_app.ui.texts import tr


def moved_notice(order: Order) -> Notice:
    """An order that was watched is in another state."""
    sentence = tr("Order {0} ({1}, {2}) is now: {3}.").format(
        order.order_id, isolated(order.supplier_name), money_text(order.total), status_chip(order)[0]
    )
    return Notice(sentence, Severity.GOOD, cause=f"moved {order.order_id}")


def without_way_here(notice: Notice) -> Notice:
    """The notice for who looks at the orders, and so need not be led to them."""
    return replace(notice, step=Step.NONE, step_label="") if notice.step is Step.ORDERS else notice
