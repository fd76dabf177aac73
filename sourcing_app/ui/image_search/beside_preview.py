"""Space on an offer that a photo found: what was searched by, beside the offer's picture, at the same size.

While F is held, the offer's picture lies where the photo was: what differs is what moves.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.preview import OfferPreview
from sourcing_app.ui.theme import Colours, TextSize, font

FLICKER = Qt.Key.Key_F
_CAPTION = 24


class BesidePreview(OfferPreview):
    """searched: the part of the photo that was searched by, as it is now."""

    pictures = 2

    def __init__(self, searched: Callable[[], QPixmap], loader: PictureLoader, parent: QWidget) -> None:
        super().__init__(loader, parent)
        self._searched = searched
        self.is_flickering = False

    def hint(self) -> str:
        """The keys, under the words."""
        return self.tr("Hold F to lay the offer's picture over the photo. Enter opens, arrows go on, Space closes.")

    def paint_squares(self, painter: QPainter, offer: OfferSummary, now: Colours) -> None:
        """The photo, or the offer's picture in its place; and the offer's picture."""
        first, second = self.squares()
        theirs = self._loader.pixmap(offer.picture_url, int(second.width()), self.devicePixelRatioF(), cover=False)
        over = self.is_flickering
        _paint_fitted(painter, first, theirs if over else self._searched(), now)
        _paint_fitted(painter, second, theirs, now)
        offers = self.tr("The offer's picture")
        self._paint_caption(painter, first, offers if over else self.tr("Your photo"), now)
        self._paint_caption(painter, second, offers, now)

    def _paint_caption(self, painter: QPainter, square: QRectF, text: str, now: Colours) -> None:
        painter.setFont(font(TextSize.CAPTION, strong=True))
        width = min(painter.fontMetrics().horizontalAdvance(text) + 16.0, square.width() - 12)
        box = QRectF(square.x() + 6, square.y() + 6, width, _CAPTION)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.surface)
        painter.drawRoundedRect(box, _CAPTION / 2, _CAPTION / 2)
        painter.setPen(now.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def flicker(self, is_on: bool) -> None:
        """The offer's picture in the photo's place, or the photo again."""
        self.is_flickering = is_on
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == FLICKER:
            self.flicker(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == FLICKER and not event.isAutoRepeat():
            self.flicker(False)
        else:
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.squares()[0].contains(event.position()):
            self.flicker(True)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.flicker(False)
        super().mouseReleaseEvent(event)


def _paint_fitted(painter: QPainter, square: QRectF, pixmap: QPixmap | None, now: Colours) -> None:
    """All of the picture, as large as the square lets it be."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.raised)
    painter.drawRoundedRect(square, 6, 6)
    if pixmap is None or pixmap.isNull():
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    scale = min(square.width() / pixmap.width(), square.height() / pixmap.height())
    width, height = pixmap.width() * scale, pixmap.height() * scale
    place = QRectF(square.center().x() - width / 2, square.center().y() - height / 2, width, height)
    painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
