"""One picture, fitted or enlarged: Ctrl and the wheel, + and -, 0 to fit, 1 for a hundred percent, dragged when it is larger."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import colours_of
from sourcing_app.ui.theme.spacing import RADIUS_CARD
from sourcing_app.ui.widgets.picture_box import paint_picture

LARGE = 1600
"""The largest side that is decoded, in device pixels."""
FIRST = 56
"""The thumbnail's side: shown, enlarged, until the large one is there."""
MAX_ZOOM = 8.0
_STEP = 1.25


class ZoomView(QWidget):
    """zoom_changed: percent of the picture's own pixels, or 0 when fitted. stepped: -1 or 1, another picture is wanted."""

    zoom_changed = Signal(int)
    stepped = Signal(int)
    enlarged = Signal()

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader, self._address = loader, ""
        self._zoom = 0.0
        self._centre = QPointF(0.5, 0.5)
        self._dragged_from: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 200)
        loader.arrived.connect(self._see)
        loader.failed.connect(self._see)

    @property
    def zoom(self) -> float:
        """Device pixels a picture pixel takes; 0 when fitted."""
        return self._zoom

    def show_address(self, address: str) -> None:
        """Another picture, fitted."""
        self._address = address
        self.fit()

    def fit(self) -> None:
        """All of it."""
        self._zoom, self._centre = 0.0, QPointF(0.5, 0.5)
        self._zoomed()

    def full_size(self) -> None:
        """A pixel for a pixel."""
        self.zoom_to(1.0)

    def zoom_in(self) -> None:
        """One step larger."""
        self.zoom_to((self._zoom or self._fitting()) * _STEP)

    def zoom_out(self) -> None:
        """One step smaller; at last fitted."""
        self.zoom_to((self._zoom or self._fitting()) / _STEP)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """A zoom; what is under ``at`` stays there. Not smaller than fitted."""
        before = self._place()
        if zoom <= self._fitting():
            self.fit()
            return
        at = at or QPointF(self.rect().center())
        share = QPointF((at.x() - before.x()) / max(before.width(), 1), (at.y() - before.y()) / max(before.height(), 1))
        self._zoom = min(zoom, MAX_ZOOM)
        after = self._place()
        shift = QPointF(
            at.x() - (after.x() + share.x() * after.width()), at.y() - (after.y() + share.y() * after.height())
        )
        self._move(shift)
        self._zoomed()

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_1: self.full_size,
            Qt.Key.Key_Return: self.enlarged.emit,
        }
        arrows = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in acts:
            acts[Qt.Key(event.key())]()
        elif event.key() in arrows:
            self.stepped.emit(arrows[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms where the pointer is. Alone it scrolls: the picture, as far as there is more, then the page."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned.y():
                self.zoom_to(
                    (self._zoom or self._fitting()) * (_STEP if turned.y() > 0 else 1 / _STEP), event.position()
                )
            event.accept()
            return
        before = QPointF(self._centre)
        if self._zoom:
            self._move(QPointF(turned) / 2)
            self.update()
        event.setAccepted(before != self._centre)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = event.position() if self._zoom else None
        if self._zoom:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None:
            self._move(event.position() - self._dragged_from)
            self._dragged_from = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._zoom else Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.enlarged.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        pixmap = self._pixmap()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if pixmap is None:
            small = self._loader.pixmap(self._address, FIRST, self.devicePixelRatioF()) if self._address else None
            failed = self._loader.is_failed(self._address)
            paint_picture(painter, box, small, now, radius=RADIUS_CARD, failed=failed, cover=False)
        elif not self._zoom:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.surface)
            painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
            paint_picture(painter, box, pixmap, now, radius=RADIUS_CARD, cover=False)
        else:
            painter.setClipRect(self.rect())
            painter.drawPixmap(self._place(), pixmap, QRectF(pixmap.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.accent if self.hasFocus() else now.line, 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)

    def _pixmap(self) -> QPixmap | None:
        return self._loader.pixmap(self._address, LARGE, 1.0, cover=False) if self._address else None

    def _own_size(self) -> tuple[float, float]:
        """Of the picture, in logical pixels at a hundred percent."""
        pixmap = self._pixmap()
        if pixmap is None or pixmap.isNull():
            return 1.0, 1.0
        ratio = self.devicePixelRatioF()
        return pixmap.width() / ratio, pixmap.height() / ratio

    def _fitting(self) -> float:
        wide, high = self._own_size()
        return min(self.width() / wide, self.height() / high)

    def _place(self) -> QRectF:
        """Where the whole picture would be drawn."""
        wide, high = self._own_size()
        zoom = self._zoom or self._fitting()
        size_x, size_y = wide * zoom, high * zoom
        return QRectF(
            self.width() / 2 - self._centre.x() * size_x, self.height() / 2 - self._centre.y() * size_y, size_x, size_y
        )

    def _move(self, by: QPointF) -> None:
        """Shift the picture, never past its edges."""
        place = self._place()
        self._centre = QPointF(
            _kept(self._centre.x() - by.x() / max(place.width(), 1), self.width() / max(place.width(), 1)),
            _kept(self._centre.y() - by.y() / max(place.height(), 1), self.height() / max(place.height(), 1)),
        )

    def _zoomed(self) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._zoom else Qt.CursorShape.ArrowCursor)
        self.zoom_changed.emit(round(self._zoom * 100))
        self.update()

    def _see(self, address: str) -> None:
        if address == self._address:
            self.update()


def _kept(centre: float, seen: float) -> float:
    """The centre, so that no more than the picture is seen. seen: share of the picture that fits, above 1 all of it."""
    half = seen / 2
    return 0.5 if half >= 0.5 else min(max(centre, half), 1 - half)
