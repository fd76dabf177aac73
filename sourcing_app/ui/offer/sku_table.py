"""The grid in which quantities are chosen, with the keys of a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from sourcing_app.ui.models.sheet_layout import SheetKind
from sourcing_app.ui.models.sku_sheet import Pasted, SkuSheet
from sourcing_app.ui.offer.sku_delegate import COLUMNS, SkuColumn, SkuDelegate, matrix_size
from sourcing_app.ui.offer.sku_heads import RowHeads
from sourcing_app.ui.quantity_sentences import refused_sentence
from sourcing_app.ui.quantity_text import begins_a_quantity, parse_block
from sourcing_app.ui.tables.cells import as_mime
from sourcing_app.ui.widgets.cell_note import CellNote
from sourcing_app.ui.widgets.quantity_box import is_chord
from sourcing_app.ui.widgets.quantity_delegate import give_to_box, has_box

Index = QModelIndex | QPersistentModelIndex
Standard = QKeySequence.StandardKey
_OURS = (Standard.Copy, Standard.Cut, Standard.Paste, Standard.Undo, Standard.Redo, Standard.Delete)
_MAX_ROWS_SHOWN = 9


class SkuTable(QTableView):
    """A view of a ``SkuSheet``. pasted: what became of a pasted block."""

    pasted = Signal(object)

    def __init__(
        self, sheet: SkuSheet, heads: RowHeads, parent: QWidget | None = None, columns: Sequence[SkuColumn] = COLUMNS
    ) -> None:
        super().__init__(parent)
        self._sheet, self._heads = sheet, heads
        self._delegate = SkuDelegate(sheet, self, columns)
        self.setModel(sheet)
        self.setItemDelegate(self._delegate)
        self.setVerticalHeader(heads)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setAccessibleName(self.tr("Quantities"))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self._note = CellNote(self)
        sheet.refused.connect(self._say_beside)
        sheet.modelReset.connect(self.fit)

    # --- size -------------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Take the form of the sheet: a list with one wide column, or a matrix."""
        layout = self._sheet.layout
        if layout is None:
            return
        as_list = layout.kind is not SheetKind.MATRIX
        self._delegate.as_list = as_list
        self._delegate.widen()
        size = self._delegate.list_size() if as_list else QSize(self._delegate.cell_width, matrix_size().height())
        self.horizontalHeader().setVisible(not as_list)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        mode = QHeaderView.ResizeMode.Stretch if as_list else QHeaderView.ResizeMode.Fixed
        self.horizontalHeader().setSectionResizeMode(mode)
        self.horizontalHeader().setDefaultSectionSize(size.width())
        self._heads.setDefaultSectionSize(size.height())
        self._heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_heads()
        self._fit_size()
        if not self.currentIndex().isValid():
            self._select_first()

    def _fit_size(self) -> None:
        """No larger than its contents: what is beside and below is the page."""
        shown = self.visible_rows()
        high = sum(self._heads.sectionSize(row) for row in shown) + 2 * self.frameWidth() + 2
        high += 0 if self._delegate.as_list else self.horizontalHeader().sizeHint().height()
        wide = self._sheet.columnCount() * self._delegate.cell_width + self._heads.width() + 2 * self.frameWidth() + 2
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setMaximumHeight(max(high + (bar if not self._delegate.as_list and wide > self.width() else 0), 48))
        wide += self.verticalScrollBar().sizeHint().width() if high > self.height() else 0
        self.setMaximumWidth(16_777_215 if self._delegate.as_list else wide)
        self.updateGeometry()

    def _select_first(self) -> None:
        first = self._first_cell()
        if first.isValid():
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _first_cell(self) -> QModelIndex:
        for row in range(self._sheet.rowCount()):
            for column in range(self._sheet.columnCount()):
                index = self._sheet.index(row, column)
                if not self.isRowHidden(row) and index.flags() & Qt.ItemFlag.ItemIsEditable:
                    return index
        return QModelIndex()

    def _fit_heads(self) -> None:
        if self._delegate.as_list:
            self._heads.setFixedWidth(
                max(
                    160,
                    self.width() - self._delegate.list_size().width() - 2 - self.verticalScrollBar().sizeHint().width(),
                )
            )
        else:
            self._heads.setFixedWidth(min(self._heads.wanted_width(), max(150, self.width() // 3)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_heads()
        self._fit_size()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        shown = [row for row in range(self._sheet.rowCount()) if not self.isRowHidden(row)]
        height = sum(self._heads.sectionSize(row) for row in shown[:_MAX_ROWS_SHOWN])
        head = self.horizontalHeader().sizeHint().height() if not self.horizontalHeader().isHidden() else 0
        wide = self._sheet.columnCount() * self._delegate.cell_width + self._heads.width()
        bar = (
            self.horizontalScrollBar().sizeHint().height() if not self._delegate.as_list and wide > self.width() else 0
        )
        return QSize(480, height + head + bar + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, min(self.sizeHint().height(), 132))

    # --- keys -------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Copy, paste and undo belong to the grid while it has the focus, whatever the window binds them to."""
        if event.type() == QEvent.Type.ShortcutOverride and any(cast(QKeyEvent, event).matches(key) for key in _OURS):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(Standard.Copy):
            self.copy()
        elif event.matches(Standard.Cut):
            self.copy()
            self.clear_selected()
        elif event.matches(Standard.Paste):
            self.paste()
        elif event.matches(Standard.Undo):
            self._sheet.undo_stack.undo()
        elif event.matches(Standard.Redo):
            self._sheet.undo_stack.redo()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_selected()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step_down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._leave_or_step(event.key() == Qt.Key.Key_Tab)
        elif self._is_typed_in_vain(event):
            self._refuse_in_vain(event.text())
        else:
            super().keyPressEvent(event)

    def _refuse_in_vain(self, text: str) -> None:
        cell = self._sheet.cell_at(self.currentIndex())
        why = "not_offered" if cell is None else "sold_out" if cell.sold_out else "not_a_number"
        self._sheet.refused.emit(text, why)

    def _say_beside(self, text: str, reason: str) -> None:
        self._note.say(self.visualRect(self.currentIndex()), refused_sentence(text, reason))

    def _is_typed_in_vain(self, event: QKeyEvent) -> bool:
        current = self.currentIndex()
        can = current.isValid() and current.flags() & Qt.ItemFlag.ItemIsEditable
        return current.isValid() and not can and not is_chord(event) and begins_a_quantity(event.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method gives goes into the box, from its first digit on."""
        index = self.currentIndex()
        is_open = has_box(self, index)
        begins = bool(event.preeditString()) or begins_a_quantity(event.commitString())
        if not is_open and not (begins and index.flags() & Qt.ItemFlag.ItemIsEditable):
            if event.commitString() and index.isValid():
                self._refuse_in_vain(event.commitString())
            return
        if give_to_box(self, index, event):
            self._delegate.is_typed_over = self._delegate.is_typed_over or not is_open

    def edit(self, index: Index, trigger: object = None, event: object = None) -> bool:  # type: ignore[override]
        """Only what begins a number opens a box by being typed."""
        self._delegate.is_typed_over = False
        if trigger is None:
            super().edit(index)
            return True
        typed = trigger == QAbstractItemView.EditTrigger.AnyKeyPressed and isinstance(event, QKeyEvent)
        if typed and (is_chord(event) or not begins_a_quantity(event.text())):  # type: ignore[arg-type, attr-defined]
            return False
        self._delegate.is_typed_over = typed
        return bool(super().edit(index, trigger, event))  # type: ignore[call-overload]

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Moving on is ours to do, so that Tab and Enter go cell by cell without opening the next one."""
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self._sheet.stop_typing()
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._step_along(forward) or bool(super().focusNextPrevChild(forward))

    def _leave_or_step(self, forward: bool) -> None:
        if not self._step_along(forward):
            super().focusNextPrevChild(forward)

    def _step_along(self, forward: bool) -> bool:
        """To the next cell that can be typed into, row by row; False at the end, where the focus leaves the grid."""
        columns = self._sheet.columnCount()
        current = self.currentIndex()
        if not columns or not current.isValid():
            return False
        step = 1 if forward else -1
        at = current.row() * columns + current.column() + step
        while 0 <= at < columns * self._sheet.rowCount():
            index = self._sheet.index(at // columns, at % columns)
            if not self.isRowHidden(index.row()) and index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(index)
                return True
            at += step
        return False

    def _step_down(self, by: int) -> None:
        """To the next cell of the column that can be typed into, if there is one."""
        rows, current = self.visible_rows(), self.currentIndex()
        if current.row() not in rows:
            return
        at = rows.index(current.row())
        ahead = rows[at + 1 :] if by > 0 else rows[:at][::-1]
        below = (self._sheet.index(row, current.column()) for row in ahead)
        following = next((each for each in below if each.flags() & Qt.ItemFlag.ItemIsEditable), None)
        if following is not None:
            self.setCurrentIndex(following)

    # --- blocks -----------------------------------------------------------------------------------------------------

    def visible_rows(self) -> list[int]:
        """Rows that the filter leaves, from the top."""
        return [row for row in range(self._sheet.rowCount()) if not self.isRowHidden(row)]

    def copy(self) -> None:
        """The selected block as tab-separated text and as an HTML table; cells that do not exist are empty."""
        chosen = [index for index in self.selectedIndexes() if not self.isRowHidden(index.row())]
        chosen = chosen or [index for index in [self.currentIndex()] if index.isValid()]
        if not chosen:
            return
        picked = {(index.row(), index.column()): self._copied(index) for index in chosen}
        rows = sorted({row for row, _ in picked})
        columns = range(min(column for _, column in picked), max(column for _, column in picked) + 1)
        block = [[picked.get((row, column), "") for column in columns] for row in rows]
        QGuiApplication.clipboard().setMimeData(as_mime(block))

    def _copied(self, index: QModelIndex) -> str:
        return (str(index.data() or "0")) if self._sheet.spec_of(index) is not None else ""

    def clear_selected(self) -> None:
        """Back to 0 in the selected cells, as one step."""
        chosen = self.selectedIndexes() or [self.currentIndex()]
        specs = [self._sheet.spec_of(index) for index in chosen if not self.isRowHidden(index.row())]
        self._sheet.set_quantities({spec: 0 for spec in specs if spec is not None}, self.tr("Clear"))

    def paste(self) -> None:
        """The clipboard's block from the selection's corner on; one value fills the whole selection."""
        block = parse_block(QGuiApplication.clipboard().text())
        chosen = self.selectedIndexes() or [self.currentIndex()]
        chosen = [index for index in chosen if index.isValid() and not self.isRowHidden(index.row())]
        if not chosen or block == [[""]]:
            return
        top, left = min(index.row() for index in chosen), min(index.column() for index in chosen)
        rows = [row for row in self.visible_rows() if row >= top]
        if len(block) == 1 and len(block[0]) == 1 and len(chosen) > 1:
            result = self._fill(chosen, block[0][0])
        else:
            result = self._sheet.paste(rows, left, block)
        self.pasted.emit(result)

    def _fill(self, chosen: list[QModelIndex], text: str) -> Pasted:
        width = max(index.column() for index in chosen) - min(index.column() for index in chosen) + 1
        rows = sorted({index.row() for index in chosen})
        return self._sheet.paste(rows, min(index.column() for index in chosen), [[text] * width for _ in rows])

    # --- filter -----------------------------------------------------------------------------------------------------

    def filter_rows(self, words: str) -> int:
        """Show only rows that have all the words, in either language; returns how many are left."""
        layout = self._sheet.layout
        wanted = words.casefold().split()
        left = 0
        for row, head in enumerate(layout.rows if layout is not None else ()):
            text = f"{head.text} {head.original}".casefold()
            hidden = not all(word in text for word in wanted)
            self.setRowHidden(row, hidden)
            left += not hidden
        self._fit_size()
        return left
