"""One picture in a layout: a placeholder until it is there, round corners, a quiet mark when there is none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import Colours, colours_of, paint_icon


def paint_picture(
    painter: QPainter, box: QRectF, pixmap: QPixmap | None, now: Colours, *, radius: float = 6, failed: bool = False,
    cover: bool = True, ground: QColor | None = None,
) -> None:  # fmt: skip
    """Into a box: cropped to its middle (cover) or fitted; without a pixmap the placeholder.

    ground: the one colour behind the box, which allows a quicker way to the same look.
    """
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    if pixmap is None or pixmap.isNull():
        painter.setBrush(now.raised)
        painter.drawRoundedRect(box, radius, radius)
        side = min(28.0, box.width() * 0.4)
        if failed:
            mark = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            paint_icon(painter, "image", mark, now.muted)
        painter.restore()
        return
    if ground is not None and cover:
        _paint_over(painter, box, pixmap, now, radius, ground)
        painter.restore()
        return
    choose = max if cover else min
    scale = choose(box.width() / pixmap.width(), box.height() / pixmap.height())
    left = box.x() + (box.width() - pixmap.width() * scale) / 2
    top = box.y() + (box.height() - pixmap.height() * scale) / 2
    brush = QBrush(pixmap)
    brush.setTransform(QTransform(scale, 0, 0, scale, left, top))
    painter.setBrush(brush)
    shown = box if cover else QRectF(left, top, pixmap.width() * scale, pixmap.height() * scale)
    painter.drawRoundedRect(shown, radius, radius)
    if now.is_dark:
        painter.setBrush(QColor(0, 0, 0, 26))
        painter.drawRoundedRect(shown, radius, radius)
    painter.restore()


def _paint_over(painter: QPainter, box: QRectF, pixmap: QPixmap, now: Colours, radius: float, ground: QColor) -> None:
    """A plain copy, then the corners in the colour behind."""
    side = min(pixmap.width() * box.height(), pixmap.height() * box.width())
    width, height = side / box.height(), side / box.width()
    source = QRectF((pixmap.width() - width) / 2, (pixmap.height() - height) / 2, width, height)
    painter.drawPixmap(box, pixmap, source)
    if now.is_dark:
        painter.fillRect(box, QColor(0, 0, 0, 26))
    corners = QPainterPath()
    corners.addRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
    corners.addRoundedRect(box, radius, radius)
    painter.fillPath(corners, ground)


class PictureBox(QWidget):
    """A square of this side (logical pixels). clicked: when it is clickable."""

    clicked = Signal()

    def __init__(
        self, loader: PictureLoader, side: int, address: str = "", *, name: str = "", clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._loader, self._side, self._address = loader, side, address
        self._clickable = clickable
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(side, side)
        self.setAccessibleName(name)
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        loader.arrived.connect(self._see)
        loader.failed.connect(self._see)

    def show_address(self, address: str) -> None:
        """Another picture."""
        if address != self._address:
            self._address = address
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def _see(self, address: str) -> None:
        if address == self._address:
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._clickable and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        pixmap = self._loader.pixmap(self._address, self._side, self.devicePixelRatioF())
        painter = QPainter(self)
        failed = pixmap is None and self._loader.is_failed(self._address)
        paint_picture(painter, QRectF(self.rect()), pixmap, colours_of(self), failed=failed)
