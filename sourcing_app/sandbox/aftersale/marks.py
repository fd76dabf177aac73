"""What refunds leave on an order and its lines, for the pages that show orders. Reads refunds alone, never orders.

Source: contract alibaba.trade.get.buyerView, baseInfo and productItems; the two spellings of the refund life cycle.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sourcing_app.sandbox.aftersale import records
from sourcing_app.sandbox.aftersale.records import Refund
from sourcing_app.sandbox.aftersale.states import LINE_SPELLING, PAID
from sourcing_app.sandbox.state import State


@dataclass(slots=True)
class LineMarks:
    """status: upper-case spelling of the newest in-sale refund. refund_id, after_sale_id: ``TQ...``."""

    status: str | None = None
    refund_id: str | None = None
    after_sale_id: str | None = None


@dataclass(slots=True)
class OrderMarks:
    """status, after_sale_status: lower-case words of the newest refund of each kind; None: there was none.

    refund_id: newest in-sale refund. refunded_fen: what has really been paid back, freight included.
    has_open_in_sale: an in-sale refund waits for somebody.
    """

    status: str | None = None
    after_sale_status: str | None = None
    refund_id: str | None = None
    refunded_fen: int = 0
    has_open_in_sale: bool = False
    lines: dict[int, LineMarks] = field(default_factory=dict)


def marks_of(state: State, order_id: int) -> OrderMarks:
    """Refund members of an order; everything empty for an order without refunds."""
    marks = OrderMarks()
    for refund in reversed(records.of_order(state, order_id)):
        if refund.status == PAID:
            marks.refunded_fen += refund.total_fen
        if refund.is_in_sale:
            marks.status, marks.refund_id = refund.status, refund.refund_id
            marks.has_open_in_sale = marks.has_open_in_sale or refund.is_open
        else:
            marks.after_sale_status = refund.status
        _mark_lines(marks, refund)
    return marks


def _mark_lines(marks: OrderMarks, refund: Refund) -> None:
    for entry_id in refund.lines:
        line = marks.lines.setdefault(entry_id, LineMarks())
        if refund.is_in_sale:
            line.status, line.refund_id = LINE_SPELLING[refund.status], refund.refund_id
        else:
            line.after_sale_id = refund.refund_id
            line.status = line.status or LINE_SPELLING[refund.status]
