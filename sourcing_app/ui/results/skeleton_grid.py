"""Cards without contents, in the very places where the real ones will be."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.results.card_shape import card_size, empty_card
from sourcing_app.ui.theme import colours_of
from sourcing_app.ui.widgets.patience import Patience


class SkeletonGrid(QWidget):
    """Fills itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Loading"))
        self.patience = Patience(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies under it need not be painted first

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), colours_of(self)
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
