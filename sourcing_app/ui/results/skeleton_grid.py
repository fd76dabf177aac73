"""Cards without contents, in the very places where the real ones will be."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QShowEvent
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.results.card_shape import card_size, empty_card
from sourcing_app.ui.theme import colours_of
from sourcing_app.ui.widgets.patience import Patience


class SkeletonGrid(QWidget):
    """Fills itself. The ground comes first and the cards at the next turn: the frame that shows it has enough to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Loading"))
        self.patience = Patience(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies under it need not be painted first
        self._cards_come = QTimer(self, singleShot=True, interval=0)
        self._cards_come.timeout.connect(self.update)
        self._is_new = True

    def showEvent(self, event: QShowEvent) -> None:
        self._is_new = True
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), colours_of(self)
        if self._is_new:
            self._is_new = False
            painter.fillRect(event.rect(), now.window)
            self._cards_come.start()
            return
        width = self.width() - 13
        cell = card_size(max(width, 200))
        columns = max(1, width // cell.width())
        beside = event.region().subtracted(QRegion(0, 0, columns * cell.width(), self.height()))
        painter.setClipRegion(beside)
        painter.fillRect(event.rect(), now.window)
        painter.setClipping(False)
        card = empty_card(cell, now, self.devicePixelRatioF())
        for top in range(0, self.height(), cell.height()):
            for column in range(columns):
                place = QRect(column * cell.width(), top, cell.width(), cell.height())
                if event.region().intersects(place):
                    painter.drawPixmap(place.topLeft(), card)
