"""The row heads of the SKU grid: the value's picture and its name in two lines at most."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from sourcing_app.ui.models.sku_sheet import PICTURE
from sourcing_app.ui.theme import TextSize, colours_of, font, scaled

PictureAt = Callable[[str, int], QPixmap | None]
"""A picture by address and side in logical pixels; None while it is on its way."""

_SIDE = 36
_GAP = 10
_MAX_WIDTH = 260


class RowHeads(QHeaderView):
    """Paints each row's value; the picture comes from the loader, or a quiet square until then."""

    def __init__(self, picture_at: PictureAt, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._picture_at = picture_at
        self.setHighlightSections(False)
        self.setSectionsClickable(True)

    def wanted_width(self) -> int:
        """Wide enough for the longest name, within reason."""
        metrics = QFontMetrics(font())
        texts = [self._text(row) for row in range(self.count())]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        pictured = any(self._address(row) for row in range(self.count()))
        return min(widest, scaled(_MAX_WIDTH)) + 2 * _GAP + (_SIDE + _GAP if pictured else 0) + 4

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:
        colours = colours_of(self)
        painter.save()
        painter.fillRect(rect, colours.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = rect.left() + _GAP
        address = self._address(row)
        if address:
            self._picture(painter, QRect(left, rect.center().y() - _SIDE // 2 + 1, _SIDE, _SIDE), address)
            left += _SIDE + _GAP
        self._name(painter, QRect(left, rect.top(), rect.right() - left - 4, rect.height()), self._text(row))
        painter.restore()

    def _picture(self, painter: QPainter, place: QRect, address: str) -> None:
        colours = colours_of(self)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(place), 4, 4)
        painter.fillPath(shape, colours.raised)
        pixmap = self._picture_at(address, _SIDE)
        if pixmap is not None and not pixmap.isNull():
            painter.save()
            painter.setClipPath(shape)
            painter.drawPixmap(place, pixmap)
            painter.restore()

    def _name(self, painter: QPainter, place: QRect, text: str) -> None:
        colours = colours_of(self)
        painter.setPen(colours.text)
        painter.setFont(font())
        metrics = painter.fontMetrics()
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if metrics.horizontalAdvance(text) <= place.width():
            painter.drawText(place, flags, text)
            return
        painter.setFont(font(TextSize.CAPTION))
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(place.width() * 1.8))
        painter.drawText(place, flags | int(Qt.TextFlag.TextWrapAnywhere), cut)

    def _text(self, row: int) -> str:
        return str(self.model().headerData(row, Qt.Orientation.Vertical) or "")

    def _address(self, row: int) -> str:
        return str(self.model().headerData(row, Qt.Orientation.Vertical, PICTURE) or "")
