"""One row of the list, with all that its look depends on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_app.domain.order_summary import OrderSummary
from sourcing_app.ui.orders.attention import Reason


@dataclass(frozen=True, slots=True)
class OrderRow:
    """order: as last read; unseen: it changed and nobody looked since; payment_opened: when a payment page was last opened
    for it while it is unpaid."""

    order: OrderSummary
    reasons: tuple[Reason, ...] = ()
    unseen: bool = False
    payment_opened: datetime | None = None
