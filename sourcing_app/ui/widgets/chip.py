"""Chips: a filter that can be taken off, a state with a shape as well as a colour, a mark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_app.ui.theme import TextSize, colours_of, font, mix, paint_icon


class Chip(QWidget):
    """A small rounded word. removable: with a cross. Backspace, Delete, Enter or Space on a removable one removes it.

    role: its colour ("muted", "accent", "good", "warning", "danger", "price"); icon_name: a shape before the word.
    """

    removed = Signal()
    clicked = Signal()

    def __init__(
        self, text: str, *, role: str = "muted", icon_name: str = "", removable: bool = False, clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._text, self._role, self._icon = text, role, icon_name
        self._removable, self._clickable, self._hovered = removable, clickable, False
        self.setFont(font(TextSize.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if removable or clickable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def text(self) -> str:
        """The word."""
        return self._text

    def show_state(self, text: str, role: str, icon_name: str = "") -> None:
        """Say something else."""
        self._text, self._role, self._icon = text, role, icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = (
            min(metrics.horizontalAdvance(self._text), 240)
            + 20
            + (18 if self._icon else 0)
            + (18 if self._removable else 0)
        )
        return QSize(width, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.key() in keys and (self._removable or self._clickable):
            self._press()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self._removable:
            self.removed.emit()
        elif self._clickable:
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        interactive = self._removable or self._clickable
        fill = now.raised if self._role == "muted" else now.tint(self._role, 0.12)
        if self._hovered and interactive:
            fill = mix(fill, now.role(self._role), 0.12)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(now.accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        ink = now.text if self._role == "muted" else now.role(self._role)
        left = 10.0
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left - 2, (self.height() - 14) / 2, 14, 14), ink)
            left += 16
        right = 10.0 + (18 if self._removable else 0)
        room = QRectF(left, 0, self.width() - left - right + 1, self.height())
        painter.setPen(ink)
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self._removable:
            cross = now.text if self._hovered else now.muted
            paint_icon(painter, "close", QRectF(self.width() - 22, (self.height() - 12) / 2, 12, 12), cross)
