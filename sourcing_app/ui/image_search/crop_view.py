"""The photo with the box of the part that counts: drag a new one, move it, pull its handles, or nudge it with the keys.

Proposed boxes are outlined with their numbers, a click chooses one. The photo can be enlarged and moved under the box.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from sourcing_app.domain.picture import Region
from sourcing_app.ui.theme import Colours, TextSize, colours_of, font

HANDLE = 12
MIN_SIDE = 24
NUDGE, NUDGE_FAR = 4, 24
ZOOM_STEP, MOST_ZOOM = 1.25, 8.0
HIGHEST = 360
"""Pixels of the screen, unless there is less room."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CropView(QWidget):
    """region_changed(Region | None): while it changes; committed: Enter, or a double click. box_chosen(index): a proposed box was
    clicked. Regions are in the picture's pixels."""

    region_changed = Signal(object)
    committed = Signal()
    box_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self._region: QRectF | None = None
        self._grip = ""
        self._from = QPointF()
        self._before: QRectF | None = None
        self._boxes: tuple[Region, ...] = ()
        self._zoom, self._centre = 1.0, QPointF()
        self._pressed = QPointF()
        self._hand: tuple[QPointF, QPointF] | None = None
        self._highest = HIGHEST
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 160)
        self.setAccessibleName(self.tr("Photo"))
        self.setAccessibleDescription(
            self.tr(
                "Drag to choose an area. Arrows move it, Shift with arrows resizes it, Enter searches it, Escape clears it. "
                "Plus and minus zoom."
            )
        )

    def show_photo(self, pixmap: QPixmap) -> None:
        """Another photo, all of it."""
        self._pixmap, self._region, self._boxes = pixmap, None, ()
        self._zoom, self._centre = 1.0, QPointF(pixmap.width() / 2, pixmap.height() / 2)
        self.update()

    def show_boxes(self, boxes: tuple[Region, ...]) -> None:
        """Parts that are proposed, in the order of their numbers."""
        self._boxes = boxes
        self.update()

    def set_highest(self, height: int) -> None:
        """How high the photo may stand: other things need room too."""
        if height != self._highest:
            self._highest = height
            self.updateGeometry()

    @property
    def zoom(self) -> float:
        """1 where all of the photo is seen."""
        return self._zoom

    def zoom_in(self) -> None:
        """A step, towards the area."""
        self._zoom_to(self._zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """A step."""
        self._zoom_to(self._zoom / ZOOM_STEP)

    def show_all(self) -> None:
        """All of the photo."""
        self._zoom_to(1.0)

    def _zoom_to(self, zoom: float, about: QPointF | None = None) -> None:
        """about: the place on the screen that keeps still; else the area comes to the middle."""
        if self._pixmap.isNull():
            return
        fixed = self._to_picture(about) if about is not None else None
        self._zoom = min(max(zoom, 1.0), MOST_ZOOM)
        if fixed is not None and about is not None:
            scale = self._fit() * self._zoom
            self._centre = fixed + (QPointF(self.rect().center()) - about) / scale
        elif self._region is not None:
            self._centre = self._region.center()
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
        scale = self._fit() * self._zoom
        width, height = self._pixmap.width() * scale, self._pixmap.height() * scale
        left, top = (self.width() - width) / 2, 0.0
        if width > self.width():
            left = min(0.0, max(self.width() - width, self.width() / 2 - self._centre.x() * scale))
        if height > self.height():
            top = min(0.0, max(self.height() - height, self.height() / 2 - self._centre.y() * scale))
        return QRectF(left, top, width, height)

    def _fit(self) -> float:
        return min(self.width() / self._pixmap.width(), self.height() / self._pixmap.height())

    def sizeHint(self) -> QSize:
        return QSize(288, 320)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._pixmap.isNull():
            return width
        return min(self._highest, max(160, width * self._pixmap.height() // self._pixmap.width()))

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

    def _box_at(self, point: QPointF) -> int | None:
        """The smallest proposed box there."""
        inside = [
            (self._boxes[at].area, at)
            for at, rect in enumerate(map(self._to_screen, map(_rect, self._boxes)))
            if rect.contains(point) and self._boxes[at] != self.region()
        ]
        return min(inside)[1] if inside else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._pixmap.isNull():
            return
        self._pressed = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._hand = event.position(), QPointF(self._centre)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._grip = self._grip_at(event.position())
            self._from = self._to_picture(event.position())
            self._before = QRectF(self._region) if self._region is not None else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.committed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms where the pointer is; else the panel scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            factor = ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP
            self._zoom_to(self._zoom * factor, event.position())
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hand is not None:
            start, centre = self._hand
            self._centre = centre - (event.position() - start) / (self._scale() or 1.0)
            self.update()
            return
        is_click = (event.position() - self._pressed).manhattanLength() < QApplication.startDragDistance()
        if self._grip == "new" and is_click and self._box_at(self._pressed) is not None:
            return
        if not self._grip:
            self._show_cursor(self._grip_at(event.position()))
            return
        now = self._to_picture(event.position())
        if self._grip == "new":
            self._put(QRectF(self._from, now).normalized())
        elif self._before is not None:
            self._put(_dragged(self._before, self._grip, now.x() - self._from.x(), now.y() - self._from.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._hand = None
        if not self._grip or event.button() != Qt.MouseButton.LeftButton:
            return
        grip, self._grip = self._grip, ""
        is_click = (event.position() - self._pressed).manhattanLength() < QApplication.startDragDistance()
        box = self._box_at(event.position()) if is_click and grip in ("new", "move") else None
        if box is not None:
            self._put(self._before)
            self.box_chosen.emit(box)
        elif self._region is not None and min(self._region.width(), self._region.height()) < MIN_SIDE:
            self._put(self._before if grip != "new" else None)

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
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
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
        if box is not None and self._zoom > 1 and not self._grip:
            self._centre = box.center()
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
            self._paint_shade(painter, photo)
        self._paint_boxes(painter, now)
        if self._region is not None:
            self._paint_area(painter)
        if self.hasFocus():
            painter.setPen(QPen(now.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(photo.intersected(QRectF(self.rect())).adjusted(1, 1, -1, -1), 2, 2)

    def _paint_boxes(self, painter: QPainter, now: Colours) -> None:
        """Outlines with numbers; the one that counts has handles and needs none."""
        painter.setFont(font(TextSize.CAPTION, strong=True, figures=True))
        for at, box in enumerate(self._boxes):
            if box == self.region():
                continue
            rect = self._to_screen(_rect(box)).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(0, 0, 0, 90), 2.5))
            painter.drawRoundedRect(rect, 3, 3)
            painter.setPen(QPen(QColor(255, 255, 255, 200), 1))
            painter.drawRoundedRect(rect, 3, 3)
            badge = QRectF(rect.left(), rect.top(), 16, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.accent)
            painter.drawRoundedRect(badge, 3, 3)
            painter.setPen(now.on_accent)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(at + 1))

    def _paint_shade(self, painter: QPainter, photo: QRectF) -> None:
        assert self._region is not None
        box = self._to_screen(self._region)
        shade = QColor(0, 0, 0, 105)
        for part in (
            QRectF(photo.left(), photo.top(), photo.width(), box.top() - photo.top()),
            QRectF(photo.left(), box.bottom(), photo.width(), photo.bottom() - box.bottom()),
            QRectF(photo.left(), box.top(), box.left() - photo.left(), box.height()),
            QRectF(box.right(), box.top(), photo.right() - box.right(), box.height()),
        ):
            painter.fillRect(part, shade)

    def _paint_area(self, painter: QPainter) -> None:
        assert self._region is not None
        box = self._to_screen(self._region)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 150), 3))
        painter.drawRect(box)
        painter.setPen(QPen(QColor("#FFFFFF"), 1.5))
        painter.drawRect(box)
        painter.setPen(QPen(QColor(0, 0, 0, 150), 1))
        painter.setBrush(QColor("#FFFFFF"))
        for handle in self._handles().values():
            painter.drawRoundedRect(handle, 3, 3)


def _rect(box: Region) -> QRectF:
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)


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
