"""Grey shapes in the final layout while the real thing is on its way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_app.ui.theme import colours_of


class Skeleton(QWidget):
    """A block. width 0: as wide as there is room."""

    def __init__(self, width: int = 0, height: int = 14, *, radius: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._radius = QSize(width, height), radius
        wide = QSizePolicy.Policy.Expanding if width == 0 else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(self._size.width() or 120, self._size.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._size.width() or 24, self._size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours_of(self).raised)
        painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)
