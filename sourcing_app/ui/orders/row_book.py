"""The rows that were read so far, by order id; and a wish for those that are not there or may be old."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from sourcing_app.domain.ids import OrderId
from sourcing_app.ui.orders.rows import OrderRow

MOST = 3_000
"""Rows kept at once; who scrolls on drops those that were read first."""


class RowBook(QObject):
    """wanted(order ids): to be read, all that were asked for since the loop last turned. changed(order ids): other rows."""

    wanted = Signal(object)
    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[OrderId, OrderRow] = {}
        self._old: set[OrderId] = set()
        self._asked: set[OrderId] = set()
        self._wishes: dict[OrderId, None] = {}
        self.unseen: set[OrderId] = set()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._ask)

    def get(self, order_id: OrderId) -> OrderRow | None:
        """As last read; None while it was not."""
        return self._rows.get(order_id)

    def needs(self, order_id: OrderId) -> bool:
        """Whether it should be read, and nobody does yet."""
        return (order_id not in self._rows or order_id in self._old) and order_id not in self._asked

    def want(self, order_ids: Iterable[OrderId]) -> None:
        """Read these when the loop turns."""
        missing = [each for each in order_ids if self.needs(each)]
        if missing:
            self._wishes |= dict.fromkeys(missing)
            self._turn.start()

    def put(self, rows: Iterable[OrderRow]) -> None:
        """These are as they are on disk now."""
        changed = []
        for row in rows:
            order_id = row.order.order_id
            row = replace(row, unseen=True) if order_id in self.unseen else row
            self._old.discard(order_id)
            self._asked.discard(order_id)
            if row != self._rows.get(order_id):
                self._rows.pop(order_id, None)
                self._rows[order_id] = row
                changed.append(order_id)
        for each in list(self._rows)[: max(0, len(self._rows) - MOST)]:
            del self._rows[each]
        if changed:
            self.changed.emit(tuple(changed))

    def change(self, order_ids: Iterable[OrderId], **facts: object) -> None:
        """Something about these is known without reading."""
        self.put([replace(self._rows[each], **facts) for each in order_ids if each in self._rows])  # type: ignore[arg-type]

    def grow_old(self) -> None:
        """Something was written: each is shown as it was until it is read again, which it is once it comes into sight."""
        self._old = set(self._rows)
        self._asked.clear()

    def clear(self) -> None:
        """Of another account."""
        self._rows, self._old, self.unseen = {}, set(), set()
        self._asked.clear()
        self._wishes.clear()

    def _ask(self) -> None:
        wishes = tuple(self._wishes)
        self._wishes.clear()
        self._asked |= set(wishes)
        self.wanted.emit(wishes)
