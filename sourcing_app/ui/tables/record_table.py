"""The view of any table of records: columns to move, widen, hide, sort by and reset, kept by name from start to start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.tables.cell_delegate import CellDelegate, Fill
from sourcing_app.ui.tables.column import Column, Sorting
from sourcing_app.ui.tables.kept_columns import KeptColumns
from sourcing_app.ui.tables.record_model import RecordModel
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import colours_of, scaled

_NARROWEST = 56
_STRETCH_ROOM = 220
"""What the column that stretches needs to be read. Where there is less, one that gives way is hidden."""


class RecordTable(QTableView):
    """copy_wanted: Ctrl+C; sort_chosen: a person sorted by a column, or took that back."""

    copy_wanted = Signal()
    sort_chosen = Signal()

    def __init__(
        self, model: RecordModel[Any, Any], loader: PictureLoader, height: int, *, fill: Fill | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.records = model
        self._unwanted: set[str] = set()
        self._widths: dict[str, int] = {}
        self.setModel(model)
        self.cells = CellDelegate(loader, self, height, fill)
        self.setItemDelegate(self.cells)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet("QTableView { background: transparent; }")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(height))
        self._set_up_header()
        model.sorting_changed.connect(self.show_sort)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setStyleSheet("QHeaderView::section { padding: 6px 10px; }")
        header.setStretchLastSection(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        header.sectionClicked.connect(self._sort)
        header.sectionResized.connect(self._note_width)
        self._arrange(KeptColumns(hidden=self._hidden_at_first()))

    # --- columns ----------------------------------------------------------------------------------------------------

    def reset_columns(self) -> None:
        """All columns as on the first day, and the rows in the order in which they came."""
        self._arrange(KeptColumns(hidden=self._hidden_at_first()))
        self.records.order_by(None)

    def shown_columns(self) -> list[Column[Any, Any]]:
        """Those that are seen, from left to right: what is copied."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(at) for at in range(header.count()))
        return [self.records.columns[at] for at in order if not header.isSectionHidden(at)]

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide a column, because a person wants it."""
        (self._unwanted.discard if shown else self._unwanted.add)(key)
        self._fit_columns()

    def is_shown(self, key: str) -> bool:
        """Whether the column of this name is seen."""
        return not self.isColumnHidden(self.records.place(key))

    def save_columns(self, settings: QSettings, group: str) -> None:
        """Keep order, widths, visibility and sort."""
        settings.setValue(f"{group}/columns", self.kept_columns().as_text())

    def restore_columns(self, settings: QSettings, group: str) -> None:
        """As kept; nothing that can be read changes nothing."""
        kept = KeptColumns.of(settings.value(f"{group}/columns"))
        if kept is not None:
            self.show_kept(kept)

    def kept_columns(self) -> KeptColumns:
        """What a person made of the columns."""
        header, columns = self.horizontalHeader(), self.records.columns
        order = tuple(columns[header.logicalIndex(at)].key for at in range(header.count()))
        widths = {each.key: self._widths[each.key] for each in columns if not each.stretch}
        return KeptColumns(order, widths, frozenset(self._unwanted), self.records.sorting)

    def show_kept(self, kept: KeptColumns) -> None:
        """As they were when they were kept; columns that are new since are shown as on their first day."""
        new = {each.key for each in self.records.columns if each.key not in kept.order}
        self._arrange(KeptColumns(kept.order, kept.widths, kept.hidden | (self._hidden_at_first() & new)))
        self.records.order_by(kept.sorting)

    def _arrange(self, kept: KeptColumns) -> None:
        header, records = self.horizontalHeader(), self.records
        keys = [each.key for each in records.columns]
        for at, key in enumerate(kept.arranged(keys)):
            header.moveSection(header.visualIndex(records.place(key)), at)
        for at, column in enumerate(records.columns):
            stretch = column.stretch
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(at, mode)
            header.setSectionHidden(at, False)
            self._widths[column.key] = kept.widths.get(column.key, scaled(column.width))
            header.resizeSection(at, self._widths[column.key])
        self._unwanted = {key for key in kept.hidden if key in keys and not records.column(key).stretch}
        self._fit_columns()

    def _note_width(self, section: int, before: int, width: int) -> None:
        """A hidden column has no width that could be asked for."""
        if width:
            self._widths[self.records.columns[section].key] = width

    def _hidden_at_first(self) -> frozenset[str]:
        return frozenset(each.key for each in self.records.columns if each.hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    def _fit_columns(self) -> None:
        """What a person does not want is hidden, and what has to give way where the room is short."""
        for at, column in enumerate(self.records.columns):
            hidden = column.key in self._unwanted or (column.gives_way and not self._has_room_for(column))
            if self.isColumnHidden(at) != hidden:
                self.setColumnHidden(at, hidden)

    def _has_room_for(self, column: Column[Any, Any]) -> bool:
        header, columns = self.horizontalHeader(), self.records.columns
        keys = [each.key for each in columns if not each.stretch and each.key != column.key]
        others = sum(header.sectionSize(self.records.place(key)) for key in keys)
        return self.viewport().width() - self._widths[column.key] - others >= scaled(_STRETCH_ROOM)

    def _show_column_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in self.records.columns:
            if column.stretch:
                continue
            action = menu.addAction(self.records.heading(column.key))
            action.setCheckable(True)
            action.setChecked(self.is_shown(column.key))
            action.setEnabled(not column.gives_way or self._has_room_for(column))
            action.toggled.connect(partial(self.show_column, column.key))
        menu.addSeparator()
        menu.addAction(tr("Reset columns")).triggered.connect(self.reset_columns)
        menu.popup(self.horizontalHeader().mapToGlobal(point))

    def row_index(self, row: int) -> QModelIndex:
        """The cell of a row that is always seen: where the keyboard goes."""
        stretching = (each.key for each in self.records.columns if each.stretch)
        return self.records.index(row, self.records.place(next(stretching, self.records.columns[0].key)))

    # --- sorting ----------------------------------------------------------------------------------------------------

    def _sort(self, section: int) -> None:
        """First click: numbers from the largest, texts from A; second: the other way; third: as the rows came."""
        column, before = self.records.columns[section], self.records.sorting
        if column.sort is None:
            return
        first = Sorting(column.key, column.is_number)
        flipped = Sorting(column.key, not column.is_number)
        self.records.order_by(flipped if before == first else None if before == flipped else first)
        self.sort_chosen.emit()

    def show_sort(self) -> None:
        """The arrow where it belongs, or none."""
        header, sorting = self.horizontalHeader(), self.records.sorting
        header.setSortIndicatorShown(sorting is not None)
        if sorting is not None:
            order = Qt.SortOrder.DescendingOrder if sorting.descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(self.records.place(sorting.key), order)

    # --- pictures, keys and mouse -----------------------------------------------------------------------------------

    def repaint_rows(self, rows: Sequence[int]) -> None:
        """These look different now; those out of sight are left alone."""
        for row in rows:
            top, high = self.rowViewportPosition(row), self.rowHeight(row)
            if -high < top < self.viewport().height():
                self.viewport().update(0, top, self.viewport().width(), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), colours_of(self).surface)
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Back and forward belong to the window."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        """The whole row under the pointer is lit."""
        if row != self.cells.hovered_row:
            before, self.cells.hovered_row = self.cells.hovered_row, row
            self.repaint_rows([each for each in (before, row) if each >= 0])
