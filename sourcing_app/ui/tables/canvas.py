"""A cell while it is painted: what a column's ``paint`` draws with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import Colours, TextSize, font
from sourcing_app.ui.widgets.picture_box import paint_picture

PAD = 10
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Fonts:
    """The fonts of a table, made once. figures: all digits equally wide."""

    def __init__(self) -> None:
        self.body, self.figures = font(), font(figures=True)
        self.caption, self.small_figures = font(TextSize.CAPTION), font(TextSize.CAPTION, figures=True)
        self.strong = font(strong=True, figures=True)

    def choose(self, *, strong: bool, small: bool, is_number: bool) -> QFont:
        """The font of a column."""
        if strong:
            return self.strong
        if small:
            return self.small_figures if is_number else self.caption
        return self.figures if is_number else self.body


Stamps = dict[tuple[object, ...], QPixmap]
_MOST_STAMPS = 200


@dataclass(slots=True)
class Canvas:
    """rect: all of the cell; ground: the one colour behind it; table: whose screen decides how fine pictures are.

    stamps: what stands in many cells and was drawn once.
    """

    painter: QPainter
    rect: QRect
    now: Colours
    ground: QColor
    fonts: Fonts
    table: QWidget
    loader: PictureLoader
    stamps: Stamps

    @property
    def room(self) -> QRect:
        """The cell inside its margins."""
        return self.rect.adjusted(PAD, 0, -PAD, 0)

    @property
    def ratio(self) -> float:
        """Pixels of the screen in one of ours."""
        return self.table.devicePixelRatioF()

    def line(
        self, text: str, room: QRect, used: QFont, ink: QColor, align: int = LEFT,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:  # fmt: skip
        """A text in one line, cut where there is no room."""
        painter = self.painter
        painter.setFont(used)
        painter.setPen(ink)
        flat = " ".join(text.split())
        painter.drawText(room, align, painter.fontMetrics().elidedText(flat, cut, room.width()))

    def picture(self, box: QRectF, address: str, side: int = 0) -> None:
        """The picture of this address, or its place while it is on its way; "" for none. side: loaded at, where not the box's."""
        pixmap = self.loader.pixmap(address, side or int(box.width()), self.ratio) if address else None
        failed = pixmap is None and self.loader.is_failed(address)
        paint_picture(self.painter, box, pixmap, self.now, radius=4, failed=failed)

    def stamp(
        self, place: tuple[int, int], size: QSize, about: tuple[object, ...], draw: Callable[[QPainter], None]
    ) -> None:
        """What stands in many cells, drawn once for each size and for all that its look depends on (``about``)."""
        key = (*about, size.width(), size.height(), self.ratio)
        known = self.stamps.get(key)
        if known is None:
            known = QPixmap(size * self.ratio)
            known.setDevicePixelRatio(self.ratio)
            known.fill(Qt.GlobalColor.transparent)
            painter = QPainter(known)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter)
            painter.end()
            if len(self.stamps) >= _MOST_STAMPS:
                self.stamps.clear()
            self.stamps[key] = known
        self.painter.drawPixmap(*place, known)
