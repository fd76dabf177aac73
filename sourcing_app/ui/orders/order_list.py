"""The orders of the list as a Qt model: five columns, rows as they come into sight, ids as text throughout."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order_summary import OrderSort, in_state_since
from sourcing_app.ui.format import china_time_text, money_text, when_text
from sourcing_app.ui.orders.reading import WINDOW, Keys
from sourcing_app.ui.orders.row_book import RowBook
from sourcing_app.ui.orders.rows import OrderRow
from sourcing_app.ui.orders.words import goods_text, reason_short, since_text, status_chip
from sourcing_app.ui.texts import tr
from sourcing_app.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole + 1
ORDER, SUPPLIER, STATUS, TOTAL, SINCE = range(5)
KEYS = ("order", "supplier", "status", "total", "since")
SORTS = (OrderSort.ORDER, OrderSort.SUPPLIER, OrderSort.STATUS, OrderSort.TOTAL, OrderSort.SINCE)
"""What a column is sorted by."""


class OrderList(QAbstractTableModel):
    """Knows which orders there are and where each stands; what a row says is read when it is shown, and until then the row
    is blank. clock: for how long an order has been in its state."""

    def __init__(self, book: RowBook, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self._book = book
        self._keys: list[OrderId] = []
        self._places: dict[OrderId, int] = {}
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None
        book.changed.connect(self._repaint)

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
        return self._places.get(order_id)

    def at(self, index: Index) -> OrderRow | None:
        """The row of an index; None while it is not read."""
        return self._book.get(self._keys[index.row()]) if index.isValid() and index.row() < len(self._keys) else None

    def show_keys(self, keys: Keys, *, anew: bool) -> bool:
        """Another list, or the same list with some orders more or less. anew: nothing of the old one stays in its place.

        False when all stand where they stood.
        """
        if anew or (keys.removed and keys.added):
            self.beginResetModel()
            self._keys, self._places = keys.ids, keys.places
            self.endResetModel()
            return True
        if keys.removed:
            self.beginRemoveRows(_ROOT, keys.first, keys.first + keys.removed - 1)
            self._keys, self._places = keys.ids, keys.places
            self.endRemoveRows()
        elif keys.added:
            self.beginInsertRows(_ROOT, keys.first, keys.first + keys.added - 1)
            self._keys, self._places = keys.ids, keys.places
            self.endInsertRows()
        return bool(keys.removed or keys.added)

    def _repaint(self, order_ids: tuple[OrderId, ...]) -> None:
        """Only rows that say something else."""
        places = [at for at in map(self._places.get, order_ids) if at is not None]
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), SINCE))

    def _want(self, at: int) -> None:
        """The rows around are read with it."""
        if self._book.needs(self._keys[at]):
            first = at - at % WINDOW
            self._book.want(self._keys[first : first + WINDOW])

    # --- as Qt asks -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(KEYS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(KEYS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= TOTAL else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ROW and index.isValid():
            self._want(index.row())
        row = self.at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if index.column() == ORDER else self._text(row, index.column())
        return None

    def _text(self, row: OrderRow, column: int) -> str:
        order = row.order
        match column:
            case 0:
                return order.order_id
            case 1:
                return order.supplier_name
            case 2:
                return status_chip(order)[0]
            case 3:
                return money_text(order.total)
            case _:
                return since_text(in_state_since(order), self.clock())

    def _tip(self, row: OrderRow, column: int) -> str:
        order = row.order
        match column:
            case 0:
                return plain_tip("\n".join([order.order_id, goods_text(order)]))
            case 1:
                return plain_tip(order.supplier_name)
            case 2:
                now = self.clock()
                return plain_tip("\n".join(reason_short(each, order, now) for each in row.reasons))
            case 4:
                since = in_state_since(order)
                return f"{when_text(since)}\n{china_time_text(since)}" if since is not None else ""
        return ""

    def _spoken(self, row: OrderRow) -> str:
        order, now = row.order, self.clock()
        waiting = ", ".join(reason_short(each, order, now) for each in row.reasons)
        parts = (
            tr("Order {0}").format(order.order_id),
            isolated(order.supplier_name),
            status_chip(order)[0],
            money_text(order.total),
            goods_text(order),
            waiting,
            tr("changed") if row.unseen else "",
        )
        return ", ".join(part for part in parts if part)


def headings() -> tuple[str, ...]:
    """Of the columns, in the person's language."""
    return (tr("Order"), tr("Supplier"), tr("State"), tr("Total"), tr("Since"))
