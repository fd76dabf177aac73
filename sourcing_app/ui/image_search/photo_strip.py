"""A row of small photos to take up again: recent ones, samples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sourcing_app.ui.theme import colours_of
from sourcing_app.ui.widgets.picture_box import paint_picture
from sourcing_app.ui.widgets.surface import row


class PhotoButton(QAbstractButton):
    """One small photo."""

    def __init__(self, pixmap: QPixmap, name: str, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap, self._side = pixmap, side
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        paint_picture(painter, box, self._pixmap, now, radius=6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        active = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(now.accent if active else now.line, 2 if active else 1))
        painter.drawRoundedRect(box, 6, 6)


class PhotoStrip(QWidget):
    """chosen(index)."""

    chosen = Signal(int)

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._box = row(self, spacing=6)
        self._buttons: list[PhotoButton] = []

    def show_photos(self, photos: Sequence[tuple[QPixmap, str]]) -> None:
        """(picture, name) each."""
        for old in self._buttons:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for at, (pixmap, name) in enumerate(photos):
            made = PhotoButton(pixmap, name, self._side, self)
            made.clicked.connect(partial(self.chosen.emit, at))
            self._box.insertWidget(at, made)
            self._buttons.append(made)
        if self._box.count() == len(self._buttons):
            self._box.addStretch(1)

    def count(self) -> int:
        """How many."""
        return len(self._buttons)
