"""The orders of the list as a Qt model: five columns, sorted here, ids as text throughout."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sourcing_app.domain.ids import OrderId
from sourcing_app.ui.format import china_time_text, money_text, when_text
from sourcing_app.ui.orders.rows import OrderRow
from sourcing_app.ui.orders.tabs import in_state_since
from sourcing_app.ui.orders.words import goods_text, reason_short, since_text, status_chip
from sourcing_app.ui.texts import tr
from sourcing_app.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole + 1
ORDER, SUPPLIER, STATUS, TOTAL, SINCE = range(5)
KEYS = ("order", "supplier", "status", "total", "since")
_EARLY = datetime(1970, 1, 1, tzinfo=UTC)


class OrderList(QAbstractTableModel):
    """show_rows gives it all there is to show; clock: for how long an order has been in its state."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self._given: tuple[OrderRow, ...] = ()
        self._rows: list[OrderRow] = []
        self._at: dict[OrderId, int] = {}
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[OrderRow, ...]:
        """In the order shown."""
        return tuple(self._rows)

    def row_of(self, order_id: OrderId) -> int | None:
        """Where it stands now, None when it is not among them."""
        return self._at.get(order_id)

    def at(self, index: Index) -> OrderRow | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def show_rows(self, rows: tuple[OrderRow, ...]) -> bool:
        """Other rows. False when only what they say changed and all stand where they stood."""
        before = [row.order.order_id for row in self._rows]
        self._given = rows
        ordered = self._sorted()
        if [row.order.order_id for row in ordered] == before:
            self._rows = ordered
            if ordered:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, SINCE))
            return False
        self._put(ordered)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; a negative one is the platform's order, newest first."""
        self.sorted_by = (column, order) if column >= 0 else None
        self._put(self._sorted())

    def _put(self, rows: list[OrderRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._at = {row.order.order_id: at for at, row in enumerate(rows)}
        self.endResetModel()

    def _sorted(self) -> list[OrderRow]:
        if self.sorted_by is None:
            return list(self._given)
        column, order = self.sorted_by
        descending = order == Qt.SortOrder.DescendingOrder
        return sorted(self._given, key=_KEY_OF[column], reverse=descending)

    # --- as Qt asks -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

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
                titles = [f"{entry.quantity:f} × {entry.title}" for entry in order.entries[:8]]
                return plain_tip("\n".join([order.order_id, *titles]))
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
            order.supplier_name,
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


_STATE_ORDER = {
    status: at
    for at, status in enumerate(
        ("waitbuyerpay", "waitsellersend", "waitlogisticstakein", "waitbuyerreceive", "waitbuyersign", "signinsuccess",
         "confirm_goods", "success", "cancel", "terminated", "")
    )
}  # fmt: skip
_KEY_OF: tuple[Callable[[OrderRow], Any], ...] = (
    lambda row: (len(row.order.order_id), row.order.order_id),
    lambda row: row.order.supplier_name.casefold(),
    lambda row: _STATE_ORDER.get(row.order.status.value, 99),
    lambda row: row.order.total.amount,
    lambda row: in_state_since(row.order) or _EARLY,
)
