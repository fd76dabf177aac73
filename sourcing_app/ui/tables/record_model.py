"""The Qt model of any table of records: what a cell says, its tip and its heading come from the column's value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.ui.tables.column import Column, Kind, Sorting, by_key
from sourcing_app.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")
C = TypeVar("C")
RECORD = int(Qt.ItemDataRole.UserRole) + 1
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RecordModel(QAbstractTableModel, Generic[R, C]):
    """Rows are records; a kind of table says how many there are, which one a row is, and what they are shown at.

    sorting_changed: the rows are sorted by another column, or as they came.
    """

    sorting_changed = Signal()

    def __init__(self, columns: Sequence[Column[R, C]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._places = {key: at for at, key in enumerate(by_key(self._columns))}
        self._sorting: Sorting | None = None

    # --- what a kind of table says ----------------------------------------------------------------------------------

    @property
    def context(self) -> C:
        """What all rows are shown at."""
        raise NotImplementedError

    def record(self, row: int) -> R | None:
        """The record of a row; None while it is not read."""
        raise NotImplementedError

    def wanted(self, row: int) -> R | None:
        """The same, because somebody looks at the row: one that is not read is asked for."""
        return self.record(row)

    def spoken(self, record: R) -> str:
        """The whole row, for somebody who hears it."""
        shown = ((each, each.text(record, self.context)) for each in self._columns)
        said = ((each, isolated(text) if each.kind is Kind.TEXT else text) for each, text in shown)
        return ", ".join(f"{each.heading(self.context)} {text}" for each, text in said)

    def rearrange(self) -> None:
        """Bring the rows into the order that ``sorting`` says now."""
        raise NotImplementedError

    # --- sorting ----------------------------------------------------------------------------------------------------

    @property
    def sorting(self) -> Sorting | None:
        """What the rows are sorted by here; None for the order in which they came."""
        return self._sorting

    def order_by(self, sorting: Sorting | None) -> None:
        """Sort the rows; None for the order in which they came. A column that is not there or not sorted by is None."""
        known = sorting is not None and sorting.key in self._places and self.column(sorting.key).sort is not None
        self._sorting = sorting if known else None
        self.rearrange()
        self.sorting_changed.emit()

    # --- columns by name --------------------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple[Column[R, C], ...]:
        """All of them, those that are hidden too."""
        return self._columns

    def column(self, key: str) -> Column[R, C]:
        """The column of this name."""
        return self._columns[self._places[key]]

    def place(self, key: str) -> int:
        """Where Qt counts the column of this name."""
        return self._places[key]

    def heading(self, key: str) -> str:
        """Of the column of this name, in the person's language."""
        return self.column(key).heading(self.context)

    # --- as Qt asks -------------------------------------------------------------------------------------------------

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading(self.context)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == RECORD:
            return self.wanted(index.row())
        record = self.record(index.row())
        if record is None:
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record, self.context)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(record) if index.column() == 0 else column.text(record, self.context)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return plain_tip(column.tip(record, self.context))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """As Qt asks for it; -1 for the order in which the rows came."""
        descending = order == Qt.SortOrder.DescendingOrder
        self.order_by(Sorting(self._columns[column].key, descending) if column >= 0 else None)
