"""Our icons, tinted from the palette at the moment they are painted, so a switch of theme needs nothing but a repaint."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPixmap

from sourcing_app.ui.theme.palette import colours, mix
from sourcing_app.ui.theme.strokes import strokes


def icon(name: str, role: str = "muted", on_role: str = "accent") -> QIcon:
    """The icon called name (a file in resources/icons). role: its colour; on_role: its colour while checked or selected."""
    strokes(name)
    return QIcon(_TintedEngine(name, role, on_role))


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Straight into a painter, for delegates and own-painted widgets."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 20, side / 20)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for path, width in strokes(name):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)
    painter.restore()


class _TintedEngine(QIconEngine):
    def __init__(self, name: str, role: str, on_role: str) -> None:
        super().__init__()
        self._name, self._role, self._on_role = name, role, on_role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        now = colours()
        on = state == QIcon.State.On or mode == QIcon.Mode.Selected
        colour = now.role(self._on_role if on else self._role)
        if mode == QIcon.Mode.Disabled:
            colour = mix(now.muted, now.surface, 0.5)
        paint_icon(painter, self._name, QRectF(rect), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        side = min(size.width(), size.height())
        self.paint(painter, QRect(0, (size.height() - side) // 2, side, side), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._role, self._on_role)
