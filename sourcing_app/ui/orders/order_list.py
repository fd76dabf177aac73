"""The orders of the list as a Qt model: rows as they come into sight, ids as text throughout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, Signal

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order_summary import OrderSort
from sourcing_app.ui.format import money_text
from sourcing_app.ui.orders.columns import COLUMNS, OrderColumn, reasons_text
from sourcing_app.ui.orders.reading import WINDOW, Keys
from sourcing_app.ui.orders.row_book import RowBook
from sourcing_app.ui.orders.rows import OrderRow
from sourcing_app.ui.orders.words import goods_text, status_chip
from sourcing_app.ui.tables.record_model import Index, RecordModel
from sourcing_app.ui.texts import tr

_ROOT = QModelIndex()


class OrderList(RecordModel[OrderRow, datetime]):
    """Knows which orders there are and where each stands; what a row says is read when it is shown, and until then the row
    is blank. clock: for how long an order has been in its state. sort_wanted(OrderSort, descending): the store sorts."""

    sort_wanted = Signal(object, bool)

    def __init__(
        self, book: RowBook, clock: Callable[[], datetime], parent: QObject | None = None,
        columns: Sequence[OrderColumn] = COLUMNS,
    ) -> None:  # fmt: skip
        super().__init__(columns, parent)
        self.clock = clock
        self._book = book
        self._keys: list[OrderId] = []
        self._rows: dict[OrderId, int] = {}
        book.changed.connect(self._repaint)

    @property
    def context(self) -> datetime:
        return self.clock()

    def record(self, row: int) -> OrderRow | None:
        return self._book.get(self._keys[row]) if row < len(self._keys) else None

    def wanted(self, row: int) -> OrderRow | None:
        """The rows around are read with it."""
        if self._book.needs(self._keys[row]):
            first = row - row % WINDOW
            self._book.want(self._keys[first : first + WINDOW])
        return self.record(row)

    def spoken(self, record: OrderRow) -> str:
        order = record.order
        parts = (
            tr("Order {0}").format(order.order_id),
            isolated(order.supplier_name),
            status_chip(order)[0],
            money_text(order.total),
            goods_text(order),
            reasons_text(record, self.clock(), ", "),
            tr("changed") if record.unseen else "",
        )
        return ", ".join(part for part in parts if part)

    def rearrange(self) -> None:
        """By the store: the same orders come back in another order."""
        by = self.column(self.sorting.key).sort if self.sorting is not None else OrderSort.NEWEST
        self.sort_wanted.emit(by, self.sorting is not None and self.sorting.descending)

    @property
    def keys(self) -> list[OrderId]:
        """The ids of all orders of the list, in the order shown."""
        return self._keys

    @property
    def rows(self) -> tuple[OrderRow, ...]:
        """Those that were read, in the order shown."""
        found = (self._book.get(order_id) for order_id in self._keys)
        return tuple(row for row in found if row is not None)

    def row_of(self, order_id: OrderId) -> int | None:
        """Where it stands now, None when it is not among them."""
        return self._rows.get(order_id)

    def show_keys(self, keys: Keys, *, anew: bool) -> bool:
        """Another list, or the same list with some orders more or less. anew: nothing of the old one stays in its place.

        False when all stand where they stood.
        """
        if anew or (keys.removed and keys.added):
            self.beginResetModel()
            self._keys, self._rows = keys.ids, keys.places
            self.endResetModel()
            return True
        if keys.removed:
            self.beginRemoveRows(_ROOT, keys.first, keys.first + keys.removed - 1)
            self._keys, self._rows = keys.ids, keys.places
            self.endRemoveRows()
        elif keys.added:
            self.beginInsertRows(_ROOT, keys.first, keys.first + keys.added - 1)
            self._keys, self._rows = keys.ids, keys.places
            self.endInsertRows()
        return bool(keys.removed or keys.added)

    def _repaint(self, order_ids: tuple[OrderId, ...]) -> None:
        """Only rows that say something else."""
        places = [at for at in map(self._rows.get, order_ids) if at is not None]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), self.columnCount() - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)
