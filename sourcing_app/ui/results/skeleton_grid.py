"""Cards without contents, in the very places where the real ones will be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.results.card_delegate import GAP, PAD, card_size
from sourcing_app.ui.theme import colours_of
from sourcing_app.ui.widgets.patience import Patience

_EDGE = GAP / 2 + 0.5


class SkeletonGrid(QWidget):
    """Fills itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Loading"))
        self.patience = Patience(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies under it need not be painted first

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colours_of(self).window)
        width = self.width() - 13
        cell = card_size(max(width, 200))
        card = self._card(cell)
        for top in range(0, self.height(), cell.height()):
            for column in range(max(1, width // cell.width())):
                painter.drawPixmap(column * cell.width(), top, card)

    def _card(self, cell: QSize) -> QPixmap:
        """One of them, painted; all are alike."""
        now, ratio = colours_of(self), self.devicePixelRatioF()
        made = QPixmap(cell * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(now.window)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.line, 1))
        painter.setBrush(now.surface)
        card = QRectF(0, 0, cell.width(), cell.height()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.drawRoundedRect(card, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.raised)
        side = card.width() - 2 * PAD
        painter.drawRoundedRect(QRectF(card.x() + PAD, card.y() + PAD, side, side), 5, 5)
        text = card.y() + PAD + side + 12
        for at, share in enumerate((0.92, 0.6, 0.42, 0.7)):
            painter.drawRoundedRect(QRectF(card.x() + PAD, text + at * 19, side * share, 10), 4, 4)
        painter.end()
        return made
