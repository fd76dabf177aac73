"""Where things are on a card, and the card with nothing on it yet: the same for skeletons and for cards that wait their turn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap

from sourcing_app.ui.theme import Colours, TextSize, font, scaled

PAD = 8
GAP = 12
MIN_CARD = 184


def card_size(width: int) -> QSize:
    """Of one cell (the card and its gap) when this much room is shared evenly by as many cards as fit."""
    columns = max(1, width // (scaled(MIN_CARD) + GAP))
    cell = max(width // columns, 120)
    body, strong = QFontMetrics(font()), QFontMetrics(font(TextSize.STRONG))
    caption = QFontMetrics(font(TextSize.CAPTION))
    picture = cell - GAP - 2 * PAD
    text = 2 * body.lineSpacing() + 6 + strong.height() + 2 + 2 * caption.height()
    return QSize(cell, GAP + PAD + picture + 8 + text + PAD + 2)


def cards_in(room: QSize) -> int:
    """How many cards are in sight in this much room, begun ones too."""
    cell = card_size(max(room.width(), 200))
    return max(1, room.width() // cell.width()) * (room.height() // cell.height() + 1)


def card_rect(cell: QRectF) -> QRectF:
    """The card without the gap around it."""
    return cell.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)


def picture_rect(cell: QRectF) -> QRectF:
    """Where the picture of a card is."""
    side = cell.width() - GAP - 2 * PAD
    return QRectF(cell.x() + GAP / 2 + PAD, cell.y() + GAP / 2 + PAD, side, side)


def title_rect(cell: QRectF) -> QRectF:
    """Where the two lines of a title are."""
    picture = picture_rect(cell)
    return QRectF(picture.x(), picture.bottom() + 8, picture.width(), 2 * QFontMetrics(font()).lineSpacing())


def new_cell(cell: QSize, now: Colours, ratio: float) -> QPixmap:
    """To paint a card on, gap and all. ratio: of the device."""
    made = QPixmap(round(cell.width() * ratio), round(cell.height() * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(now.window)
    return made


def empty_card(size: QSize, now: Colours, ratio: float) -> QPixmap:
    """A card whose contents are still to come; all are alike, so it is painted once and copied."""
    made = new_cell(size, now, ratio)
    cell = QRectF(0, 0, size.width(), size.height())
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(now.line, 1))
    painter.setBrush(now.surface)
    painter.drawRoundedRect(card_rect(cell).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.raised)
    picture = picture_rect(cell)
    painter.drawRoundedRect(picture, 5, 5)
    for at, share in enumerate((0.92, 0.6, 0.42, 0.7, 0.5)):
        top = picture.bottom() + 12 + at * 19
        painter.drawRoundedRect(QRectF(picture.x(), top, picture.width() * share, 10), 4, 4)
    painter.end()
    return made
