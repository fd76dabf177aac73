"""Orders that are read more often for a while: a payment page is open, or a cancellation was not answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.ui.account_part import AccountPart

EVERY_MS = 4_000
TIMES = 150
"""Ten minutes; after that the ordinary refresh is enough."""


class Watching(AccountPart):
    """moved(Order): a watched order does not wait for payment any more. known: one that was to be read once is on disk."""

    moved = Signal(object)
    known = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: dict[OrderId, int] = {}
        self._asked_once: set[OrderId] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def detach(self) -> None:
        """Watch nothing more."""
        super().detach()
        self._left.clear()
        self._timer.stop()

    @property
    def order_ids(self) -> tuple[OrderId, ...]:
        """Those watched."""
        return tuple(self._left)

    def watch(self, order_ids: tuple[OrderId, ...]) -> None:
        """Read these every few seconds for a while."""
        self._left |= dict.fromkeys(order_ids, TIMES)
        if self._left:
            self._timer.start()

    def read_once(self, order_ids: tuple[OrderId, ...]) -> None:
        """Read these, so that they are on disk."""
        for order_id in order_ids:
            if self.attached and order_id not in self._asked_once:
                self._asked_once.add(order_id)
                self._read_order(f"once {order_id}", order_id, self._known)

    def look(self) -> None:
        """Read them now; one that is still being read is let be."""
        for order_id, left in list(self._left.items()):
            name = f"watch {order_id}"
            if left <= 0 or not self.attached:
                del self._left[order_id]
            elif not self.tasks.is_running(name):
                self._left[order_id] = left - 1
                self._read_order(name, order_id, self._read)
        if not self._left:
            self._timer.stop()

    def _read_order(self, name: str, order_id: OrderId, on_result: Callable[[Order], None]) -> None:
        self._start(name, lambda uses: uses.open_order(order_id), on_result, partial(self._unread, order_id))

    def _read(self, order: Order) -> None:
        if order.status is not OrderStatus.WAIT_PAY and order.order_id in self._left:
            del self._left[order.order_id]
            self.moved.emit(order)

    def _known(self, order: Order) -> None:
        self.known.emit()

    def _unread(self, order_id: OrderId, error: Exception) -> None:
        """It is tried again; the list's own refresh tells when there is no connection."""
