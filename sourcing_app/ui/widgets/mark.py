"""A small icon in a layout, tinted when it is painted, so that it follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.theme import colours_of, paint_icon


class Mark(QWidget):
    """Decoration beside a text: it says nothing by itself."""

    def __init__(self, icon_name: str, role: str = "muted", side: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._role, self._side = icon_name, role, side
        self.setFixedSize(side, side + 2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(0, 1, self._side, self._side)
        paint_icon(QPainter(self), self._icon, box, colours_of(self).role(self._role))
