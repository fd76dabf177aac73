"""The veil over the window while something is dragged over it: says what letting go will do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.theme import TextSize, colours_of, font, paint_icon


class DropVeil(QWidget):
    """Lets all mouse events through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence, self._icon, self._role = "", "camera", "accent"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, sentence: str, icon_name: str = "camera", role: str = "accent") -> None:
        """Cover the window with a sentence."""
        self._sentence, self._icon, self._role = sentence, icon_name, role
        self.setAccessibleName(sentence)
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.update()

    def sentence(self) -> str:
        """What it says."""
        return self._sentence

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), now.veil)
        colour = now.role(self._role)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 12, 12)
        middle = self.rect().center()
        painter.setFont(font(TextSize.TITLE, strong=True))
        wrapped = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        widest = min(self.width() - 128, 880)
        needed = painter.fontMetrics().boundingRect(0, 0, widest, self.height(), wrapped, self._sentence)
        wide, high = max(280, needed.width() + 96), 136 + needed.height()
        top = middle.y() - high / 2
        painter.setPen(QPen(now.line, 1))
        painter.setBrush(now.surface)
        painter.drawRoundedRect(QRectF(middle.x() - wide / 2, top, wide, high), 8, 8)
        paint_icon(painter, self._icon, QRectF(middle.x() - 28, top + 32, 56, 56), colour)
        painter.setPen(now.text)
        text = QRectF(middle.x() - widest / 2, top + 104, widest, needed.height() + 8)
        painter.drawText(text, wrapped, self._sentence)
