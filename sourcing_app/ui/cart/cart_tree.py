"""The left side of the cart: suppliers and lines, edited in place, by mouse and by keys."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTreeView, QWidget

from sourcing_app.domain.cart import SupplierGroup
from sourcing_app.domain.ids import SupplierId
from sourcing_app.ui.cart.line_delegate import GROUP_HEIGHT, LineDelegate
from sourcing_app.ui.models.cart_lines import GOODS, QUANTITY, REMOVE, CartLines, Key
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.quantity_sentences import refused_sentence
from sourcing_app.ui.quantity_text import begins_a_quantity
from sourcing_app.ui.theme import scaled
from sourcing_app.ui.widgets.cell_note import CellNote
from sourcing_app.ui.widgets.quantity_box import is_chord
from sourcing_app.ui.widgets.quantity_delegate import give_to_box, has_box

Index = QModelIndex | QPersistentModelIndex
Standard = QKeySequence.StandardKey
_WIDTHS = {1: 116, 2: 112, 3: 132, 4: 40}


class CartTree(QTreeView):
    """remove_wanted(keys), undo_wanted, redo_wanted, opened(offer_id): what a person asked for."""

    remove_wanted = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()
    opened = Signal(str)

    def __init__(self, lines: CartLines, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._delegate = LineDelegate(lines, loader, self)
        self.setModel(lines)
        self.setItemDelegate(self._delegate)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self.setAllColumnsShowFocus(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setAccessibleName(self.tr("Cart"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(32)
        header.setStyleSheet("QHeaderView::section { padding: 6px 10px 6px 12px; }")
        header.setSectionResizeMode(GOODS, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, scaled(width))
        self._note = CellNote(self)
        lines.refused.connect(self._say_beside)
        loader.arrived.connect(self._repaint)
        lines.modelReset.connect(self.expandAll)

    def show_groups(
        self, groups: tuple[SupplierGroup, ...], left_out: frozenset[SupplierId], locked: frozenset[SupplierId]
    ) -> None:
        """Another cart, with the place where a person was kept."""
        key = self.current_key()
        row = self.currentIndex().row()
        column = self.currentIndex().column()
        scroll = self.verticalScrollBar().value()
        had_selection = bool(self.selectedIndexes())
        self._lines.show_groups(groups, left_out, locked)
        self.scheduleDelayedItemsLayout()
        if not self.currentIndex().isValid() and row >= 0:
            index = self._lines.index_of(key, column) if key is not None else QModelIndex()
            if not index.isValid():
                index = self._nearest(row, max(column, QUANTITY))
            if index.isValid():
                mode = self.selectionModel().SelectionFlag
                flags = mode.ClearAndSelect | mode.Rows if had_selection else mode.NoUpdate
                self.selectionModel().setCurrentIndex(index, flags)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scroll)

    def current_key(self) -> Key | None:
        """The line the keyboard is on."""
        entry = self._lines.line_of(self.currentIndex())
        return entry.line.key if entry is not None else None

    def go_to(self, key: Key) -> None:
        """The keyboard goes to this line's quantity."""
        index = self._lines.index_of(key, QUANTITY)
        if index.isValid():
            self.setCurrentIndex(index)
            self.setFocus()

    def selected_keys(self) -> tuple[Key, ...]:
        """The lines marked; of a supplier's row all of its lines."""
        found: dict[Key, None] = {}
        for index in self.selectedIndexes() or [self.currentIndex()]:
            group, entry = self._lines.group_of(index), self._lines.line_of(index)
            if self._lines.is_locked(index) or group is None:
                continue
            for each in (entry,) if entry is not None else group.lines:
                found[each.line.key] = None
        return tuple(found)

    # --- keys and mouse ---------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the cart while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast(QKeyEvent, event)
            if key.matches(Standard.Undo) or key.matches(Standard.Redo):
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self._lines.line_of(self.currentIndex())
        if event.matches(Standard.Undo):
            self.undo_wanted.emit()
        elif event.matches(Standard.Redo):
            self.redo_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit(self.selected_keys())
        elif entry is not None and not is_chord(event) and begins_a_quantity(event.text()):
            self._type(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._below()
        elif event.key() == Qt.Key.Key_Space and entry is None:
            self._toggle(self.currentIndex())
        elif event.key() == Qt.Key.Key_O and entry is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.opened.emit(entry.line.offer_id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        entry = self._lines.line_of(index)
        if index.column() == REMOVE and not self._lines.is_locked(index):
            group = self._lines.group_of(index)
            entries = (entry,) if entry is not None else (group.lines if group is not None else ())
            self.remove_wanted.emit(tuple(each.line.key for each in entries))
        elif entry is None and index.column() == GOODS:
            self._toggle(index)
        elif entry is not None and index.column() == QUANTITY and self._lines.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        entry = self._lines.line_of(index)
        if entry is not None and index.column() == GOODS:
            self.opened.emit(entry.line.offer_id)
        else:
            super().mouseDoubleClickEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _type(self, event: QKeyEvent) -> None:
        """A digit on a line begins its quantity, whatever column the keyboard is on."""
        index = self.currentIndex().siblingAtColumn(QUANTITY)
        if not self._lines.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return
        self.setCurrentIndex(index)
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method gives goes into the line's box, from its first digit on."""
        current = self.currentIndex()
        index = current.siblingAtColumn(QUANTITY)
        begins = bool(event.preeditString()) or begins_a_quantity(event.commitString())
        if not has_box(self, index) and not (begins and self._lines.flags(index) & Qt.ItemFlag.ItemIsEditable):
            return
        if current != index:
            self.setCurrentIndex(index)
        give_to_box(self, index, event)

    def _say_beside(self, text: str, reason: str) -> None:
        self._note.say(self.visualRect(self.currentIndex()), refused_sentence(text, reason))

    def edit(self, index: Index, trigger: object = None, event: object = None) -> bool:  # type: ignore[override]
        """Only what begins a number opens a box by being typed."""
        if trigger is None:
            super().edit(index)
            return True
        typed = trigger == QAbstractItemView.EditTrigger.AnyKeyPressed and isinstance(event, QKeyEvent)
        if typed and (is_chord(event) or not begins_a_quantity(event.text())):  # type: ignore[arg-type, attr-defined]
            return False
        return bool(super().edit(index, trigger, event))  # type: ignore[call-overload]

    def _toggle(self, index: Index) -> None:
        if index.isValid() and not self._lines.is_locked(index):
            row = self._lines.index(index.row(), GOODS)
            now = row.data(Qt.ItemDataRole.CheckStateRole)
            other = Qt.CheckState.Unchecked if now == Qt.CheckState.Checked else Qt.CheckState.Checked
            self._lines.setData(row, other, Qt.ItemDataRole.CheckStateRole)

    def _below(self) -> None:
        below = self.indexBelow(self.currentIndex())
        if below.isValid():
            self.setCurrentIndex(below.siblingAtColumn(max(self.currentIndex().column(), 0)))

    def _nearest(self, row: int, column: int) -> QModelIndex:
        for at, group in enumerate(self._lines.groups):
            if group.lines:
                return self._lines.index(min(row, len(group.lines) - 1), column, self._lines.index(at, 0))
        return QModelIndex()

    def _repaint(self) -> None:
        self.viewport().update()


__all__ = ["GROUP_HEIGHT", "CartTree"]
