"""The photo with the box of the part that counts: drag a new one, move it, pull its handles, or nudge it with the keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_app.domain.picture import Region
from sourcing_app.ui.theme import colours_of

HANDLE = 12
MIN_SIDE = 24
NUDGE, NUDGE_FAR = 4, 24
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CropView(QWidget):
    """region_changed(Region | None): while it changes; committed: on release or Enter. Regions are in the picture's pixels."""

    region_changed = Signal(object)
    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self._region: QRectF | None = None
        self._grip = ""
        self._from = QPointF()
        self._before: QRectF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 160)
        self.setAccessibleName(self.tr("Photo"))
        self.setAccessibleDescription(
            self.tr("Drag to choose an area. Arrows move it, Shift with arrows resizes it, Escape clears it.")
        )

    def show_photo(self, pixmap: QPixmap) -> None:
        """Another photo, all of it."""
        self._pixmap, self._region = pixmap, None
        self.update()

    def region(self) -> Region | None:
        """The area, None for all of it."""
        if self._region is None:
            return None
        box = self._region.toRect()
        return Region(box.left(), box.top(), box.left() + box.width(), box.top() + box.height())

    def set_region(self, region: Region | None) -> None:
        """From outside."""
        self._region = None
        if region is not None:
            self._region = QRectF(region.left, region.top, region.right - region.left, region.bottom - region.top)
        self.update()

    def clear_region(self) -> None:
        """All of the photo."""
        self._put(None)

    def photo_rect(self) -> QRectF:
        """Where the photo is painted."""
        if self._pixmap.isNull():
            return QRectF()
        scale = min(self.width() / self._pixmap.width(), self.height() / self._pixmap.height())
        width, height = self._pixmap.width() * scale, self._pixmap.height() * scale
        return QRectF((self.width() - width) / 2, 0, width, height)

    def sizeHint(self) -> QSize:
        return QSize(288, 320)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._pixmap.isNull():
            return width
        return min(360, max(160, width * self._pixmap.height() // self._pixmap.width()))

    def _scale(self) -> float:
        return self.photo_rect().width() / max(self._pixmap.width(), 1)

    def _to_screen(self, box: QRectF) -> QRectF:
        photo, scale = self.photo_rect(), self._scale()
        return QRectF(
            photo.x() + box.x() * scale, photo.y() + box.y() * scale, box.width() * scale, box.height() * scale
        )

    def _to_picture(self, point: QPointF) -> QPointF:
        photo, scale = self.photo_rect(), self._scale() or 1.0
        x = min(max((point.x() - photo.x()) / scale, 0.0), float(self._pixmap.width()))
        y = min(max((point.y() - photo.y()) / scale, 0.0), float(self._pixmap.height()))
        return QPointF(x, y)

    def _handles(self) -> dict[str, QRectF]:
        if self._region is None:
            return {}
        box = self._to_screen(self._region)
        xs = {"l": box.left(), "": box.center().x(), "r": box.right()}
        ys = {"t": box.top(), "": box.center().y(), "b": box.bottom()}
        return {y + x: QRectF(xs[x] - HANDLE / 2, ys[y] - HANDLE / 2, HANDLE, HANDLE) for y in ys for x in xs if x or y}

    def _grip_at(self, point: QPointF) -> str:
        for name, rect in self._handles().items():
            if rect.adjusted(-6, -6, 6, 6).contains(point):
                return name
        inside = self._region is not None and self._to_screen(self._region).contains(point)
        return "move" if inside else "new"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._pixmap.isNull():
            self._grip = self._grip_at(event.position())
            self._from = self._to_picture(event.position())
            self._before = QRectF(self._region) if self._region is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._grip:
            self._show_cursor(self._grip_at(event.position()))
            return
        now = self._to_picture(event.position())
        if self._grip == "new":
            self._put(QRectF(self._from, now).normalized())
        elif self._before is not None:
            self._put(_dragged(self._before, self._grip, now.x() - self._from.x(), now.y() - self._from.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip and self._region is not None and min(self._region.width(), self._region.height()) < MIN_SIDE:
            self._put(self._before if self._grip != "new" else None)
        if self._grip:
            self._grip = ""
            self.committed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and not self._pixmap.isNull():
            step = NUDGE_FAR if event.modifiers() & Qt.KeyboardModifier.ControlModifier else NUDGE
            box = self._region if self._region is not None else self._middle()
            grip = "br" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "move"
            self._put(_dragged(box, grip, arrow[0] * step, arrow[1] * step))
        elif event.key() == Qt.Key.Key_Escape and self._region is not None:
            self._put(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit()
        else:
            super().keyPressEvent(event)

    def _middle(self) -> QRectF:
        width, height = self._pixmap.width(), self._pixmap.height()
        return QRectF(width * 0.15, height * 0.15, width * 0.7, height * 0.7)

    def _put(self, box: QRectF | None) -> None:
        if box is not None:
            width, height = float(self._pixmap.width()), float(self._pixmap.height())
            box.setWidth(min(box.width(), width))
            box.setHeight(min(box.height(), height))
            box.moveLeft(min(max(box.left(), 0.0), width - box.width()))
            box.moveTop(min(max(box.top(), 0.0), height - box.height()))
        self._region = box
        self.update()
        self.region_changed.emit(self.region())

    def _show_cursor(self, grip: str) -> None:
        shapes = {
            "tl": Qt.CursorShape.SizeFDiagCursor, "br": Qt.CursorShape.SizeFDiagCursor,
            "tr": Qt.CursorShape.SizeBDiagCursor, "bl": Qt.CursorShape.SizeBDiagCursor,
            "t": Qt.CursorShape.SizeVerCursor, "b": Qt.CursorShape.SizeVerCursor,
            "l": Qt.CursorShape.SizeHorCursor, "r": Qt.CursorShape.SizeHorCursor,
            "move": Qt.CursorShape.SizeAllCursor,
        }  # fmt: skip
        self.setCursor(shapes.get(grip, Qt.CursorShape.CrossCursor))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._pixmap.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.raised)
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            return
        photo = self.photo_rect()
        painter.drawPixmap(photo, self._pixmap, QRectF(self._pixmap.rect()))
        if self._region is not None:
            self._paint_region(painter, photo)
        if self.hasFocus():
            painter.setPen(QPen(now.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(photo.adjusted(1, 1, -1, -1), 2, 2)

    def _paint_region(self, painter: QPainter, photo: QRectF) -> None:
        assert self._region is not None
        box = self._to_screen(self._region)
        shade = QColor(0, 0, 0, 120)
        for part in (
            QRectF(photo.left(), photo.top(), photo.width(), box.top() - photo.top()),
            QRectF(photo.left(), box.bottom(), photo.width(), photo.bottom() - box.bottom()),
            QRectF(photo.left(), box.top(), box.left() - photo.left(), box.height()),
            QRectF(box.right(), box.top(), photo.right() - box.right(), box.height()),
        ):
            painter.fillRect(part, shade)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 150), 3))
        painter.drawRect(box)
        painter.setPen(QPen(QColor("#FFFFFF"), 1.5))
        painter.drawRect(box)
        painter.setPen(QPen(QColor(0, 0, 0, 150), 1))
        painter.setBrush(QColor("#FFFFFF"))
        for handle in self._handles().values():
            painter.drawRoundedRect(handle, 3, 3)


def _dragged(box: QRectF, grip: str, dx: float, dy: float) -> QRectF:
    """The box after its grip went this far."""
    if grip == "move":
        return box.translated(dx, dy)
    moved = QRectF(box)
    if "l" in grip:
        moved.setLeft(min(box.left() + dx, box.right() - MIN_SIDE))
    if "r" in grip:
        moved.setRight(max(box.right() + dx, box.left() + MIN_SIDE))
    if "t" in grip:
        moved.setTop(min(box.top() + dy, box.bottom() - MIN_SIDE))
    if "b" in grip:
        moved.setBottom(max(box.bottom() + dy, box.top() + MIN_SIDE))
    return moved
