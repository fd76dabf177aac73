"""Numbers typed into a grid: the editor is the box that was painted, and the keys that leave it go to the grid."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sourcing_app.ui.widgets.quantity_box import QuantityBox

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint
_MOVES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down}


class QuantityDelegate(QStyledItemDelegate):
    """Where a quantity is typed in place. grid: the view it belongs to; it gets the key that ended the typing."""

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self._grid = grid

    def box(self, cell: QRect) -> QRect:
        """Where the quantity stands in a cell: each grid paints its own."""
        raise NotImplementedError

    def name_of(self, index: Index) -> str:
        """What the box is called by a screen reader."""
        return self.tr("Quantity")

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QLineEdit:
        editor = QuantityBox(parent)
        editor.setProperty("small", True)
        editor.setAccessibleName(self.name_of(index))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The model's number, unless something is being typed."""
        line = cast(QLineEdit, editor)
        if not line.isModified():
            line.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        model.setData(index, cast(QuantityBox, editor).whole_text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(self.box(cast(QRect, getattr(option, "rect"))))  # noqa: B009 (missing in the type stubs)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Tab and the vertical arrows commit and move on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            key = cast(QKeyEvent, event)
            if self.moves_on(key):
                self.commitData.emit(watched)
                self._leave(watched, key, Hint.NoHint)
                return True
        return super().eventFilter(watched, event)

    def moves_on(self, key: QKeyEvent) -> bool:
        """Whether this key ends the typing."""
        return key.key() in _MOVES

    def _leave(self, editor: QLineEdit, key: QKeyEvent, hint: Hint) -> None:
        self.closeEditor.emit(editor, hint)
        QGuiApplication.sendEvent(self._grid, key)


def give_to_box(grid: QAbstractItemView, index: Index, event: QInputMethodEvent) -> bool:
    """Hand what an input method gives to the cell's box, which is opened for it; False where there is none to open.

    Qt's own view opens the box and drops what came with the event that opened it.
    """
    if not has_box(grid, index) and (event.preeditString() or event.commitString()):
        grid.edit(index)
    return has_box(grid, index) and QGuiApplication.sendEvent(grid.indexWidget(index), event)


def has_box(grid: QAbstractItemView, index: Index) -> bool:
    """Whether the cell is being typed into."""
    return cast(QWidget | None, grid.indexWidget(index)) is not None
