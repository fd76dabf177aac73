"""Cancelling an unpaid order: asked by naming it, and only what the order says afterwards is told."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.errors import OutcomeUnknown, Refused
from sourcing_app.ui.account_part import AccountPart
from sourcing_app.ui.format import money_text
from sourcing_app.ui.notices import Notice, Severity, no_in_words, notice_of
from sourcing_app.ui.orders.asking import Question
from sourcing_app.ui.orders.attention import AnyOrder
from sourcing_app.ui.orders.words import cancel_reasons, status_chip
from sourcing_app.usecases.session import utc_now

TOO_FAST = "CLOSE_ORDER_TOO_FAST"
EARLIEST = timedelta(seconds=10)
"""An order can be cancelled so long after it was made. Source: contract alibaba.trade.cancel."""


class Cancelling(AccountPart):
    """asked(Question); unknown(order id): no answer came; stale: the orders on disk are newer than shown."""

    changed = Signal()
    asked = Signal(object)
    unknown = Signal(object)
    stale = Signal()
    noticed = Signal(object)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent)
        self._clock = clock
        self._not_before: dict[OrderId, datetime] = {}
        self._second = QTimer(self)
        self._second.setInterval(500)
        self._second.timeout.connect(self._tick)

    def is_running(self, order_id: OrderId) -> bool:
        """Whether its cancellation is under way."""
        return self.tasks.is_running(f"cancel {order_id}")

    def wait_s(self, order_id: OrderId) -> int:
        """Seconds until 1688 will take it; 0 for now."""
        until = self._not_before.get(order_id)
        return max(0, math.ceil((until - self._clock()).total_seconds())) if until is not None else 0

    def ask(self, order: AnyOrder) -> None:
        """The question, which names the order; a yes cancels this one, whatever is shown by then."""
        self.asked.emit(
            Question(
                "cancel",
                self.tr("Cancel this order?"),
                self.tr("It is closed at 1688 and cannot be opened again; its goods can be ordered anew."),
                self.tr("Cancel the order of {0}").format(money_text(order.total)),
                self.tr("Keep it"),
                partial(self._cancel, order.order_id),
                (
                    (self.tr("Order"), "", order.order_id),
                    (self.tr("Supplier"), "", order.supplier_name),
                    (self.tr("Total"), "", money_text(order.total)),
                ),
                cancel_reasons(),
                remark=True,
                is_danger=True,
            )
        )

    def _cancel(self, order_id: OrderId, reason: str, remark: str) -> None:
        started = self._start_money(
            f"cancel {order_id}",
            lambda uses: uses.cancel_order(order_id, reason, remark),
            self._answered,
            partial(self._refused, order_id),
        )
        if started:
            self.changed.emit()

    def _answered(self, order: Order) -> None:
        if order.status is OrderStatus.CANCELLED:
            sentence, severity = self.tr("Order {0} is cancelled.").format(order.order_id), Severity.GOOD
        else:
            sentence = self.tr("Order {0} is not cancelled. It is now: {1}.")
            sentence, severity = sentence.format(order.order_id, status_chip(order)[0]), Severity.WARNING
        self.noticed.emit(Notice(sentence, severity, cause=f"cancel {order.order_id}"))
        self._end()

    def _refused(self, order_id: OrderId, error: Exception) -> None:
        cause = f"cancel {order_id}"
        match error:
            case OutcomeUnknown(said_no=True):
                sentence = self.tr(
                    "1688 did not confirm that order {0} is cancelled, and still lists it as unpaid. It is read again until"
                    " that is clear; you may also try again."
                )
                notice = Notice(sentence.format(order_id), Severity.WARNING, theirs=no_in_words(error), cause=cause)
                self.noticed.emit(notice)
                self.unknown.emit(order_id)
            case OutcomeUnknown():
                sentence = self.tr(
                    "No answer came. Whether order {0} is cancelled is not known yet; it is read again until it is."
                )
                self.noticed.emit(Notice(sentence.format(order_id), Severity.WARNING, cause=cause))
                self.unknown.emit(order_id)
            case Refused(code=code) if code == TOO_FAST:
                self._not_before[order_id] = self._clock() + EARLIEST
                self._second.start()
                sentence = self.tr(
                    "1688 cancels an order 10 s after it was made at the earliest. Order {0} was not cancelled; try again in"
                    " a moment."
                )
                notice = Notice(sentence.format(order_id), Severity.INFO, theirs=error.text, cause=cause)
                self.noticed.emit(notice)
            case _:
                self.noticed.emit(notice_of(error))
        self._end()

    def _end(self) -> None:
        self.changed.emit()
        self.stale.emit()

    def _tick(self) -> None:
        self._not_before = {each: until for each, until in self._not_before.items() if until > self._clock()}
        if not self._not_before:
            self._second.stop()
        self.changed.emit()
