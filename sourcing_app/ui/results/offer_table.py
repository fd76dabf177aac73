"""The same offers as rows: sortable, columns movable, hideable and remembered."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.ids import OfferId
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.tables.record_table import RecordTable

ROW = 48
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OfferTable(RecordTable):
    """Signals as the grid's. sort_chosen: a column was clicked, so the order is now made here, or no longer."""

    opened = Signal(QModelIndex, bool)
    previewed = Signal(QModelIndex)
    near_end = Signal()
    compare_chosen_wanted = Signal()

    def __init__(self, model: OfferListModel, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(model, loader, ROW, parent=parent)
        self._offers = model
        self.setAccessibleName(self.tr("Offers as a table"))
        self.verticalScrollBar().valueChanged.connect(self.watch_end)
        loader.arrived.connect(self._see_picture)

    def show_compared(self, ids: frozenset[OfferId]) -> None:
        """The offers that are being compared carry its sign."""
        self._offers.show_compared(ids)
        self.viewport().update()

    def watch_end(self) -> None:
        """After rows came, or after scrolling: more are wanted near the end."""
        bar = self.verticalScrollBar()
        if self.isVisible() and bar.value() + 2 * self.viewport().height() >= bar.maximum():
            self.near_end.emit()

    def _see_picture(self, address: str) -> None:
        self.repaint_rows(self._offers.rows_with_picture(address))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _KEYS and index.isValid():
            self.opened.emit(index, control)
        elif event.key() == Qt.Key.Key_Space and not control and index.isValid():
            self.previewed.emit(index)
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.compare_chosen_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(index, False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index.isValid():
            self.opened.emit(index, True)
        else:
            super().mousePressEvent(event)
