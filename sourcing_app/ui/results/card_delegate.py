"""Paints one card: picture, two lines of title, price, what matters beside it. From memory only; misses get a placeholder."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sourcing_app.domain.money import ExchangeRate
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.format import count_text, money_text, percent_text
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.columns import local_price, marks_of, shown_title
from sourcing_app.ui.results.offer_list_model import OFFER_ROLE, OfferListModel
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import Colours, TextSize, colours_of, font, paint_icon
from sourcing_app.ui.widgets.labels import elided_lines
from sourcing_app.ui.widgets.picture_box import paint_picture

PAD = 8
GAP = 12
MIN_CARD = 184
MAX_TEXTS = 2_000
PAINT_MS = 5
"""For new cards, of the 16 ms of a frame; those already painted are only copied."""
MAX_CARD_BYTES = 16 * 1024 * 1024
CardKey = tuple[int, int, bool, bool, bool, float]
"""A card as it looks: the record, its picture, selected, Chinese, dark, device pixel ratio."""
_TOUCHED = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class CardTexts:
    """What a card says, broken to its width."""

    title: tuple[str, ...]
    price: str
    local: str
    facts: str
    right: str


def card_size(width: int) -> QSize:
    """Of one cell (the card and its gap) when this much room is shared evenly by as many cards as fit."""
    columns = max(1, width // (MIN_CARD + GAP))
    cell = max(width // columns, 120)
    body, strong = QFontMetrics(font()), QFontMetrics(font(TextSize.STRONG))
    caption = QFontMetrics(font(TextSize.CAPTION))
    picture = cell - GAP - 2 * PAD
    text = 2 * body.lineSpacing() + 6 + strong.height() + 2 + caption.height()
    return QSize(cell, GAP + PAD + picture + 8 + text + PAD + 2)


def cards_in(room: QSize) -> int:
    """How many cards are in sight in this much room, begun ones too."""
    cell = card_size(max(room.width(), 200))
    return max(1, room.width() // cell.width()) * (room.height() // cell.height() + 1)


class CardDelegate(QStyledItemDelegate):
    """Uniform sizes: all cards are as large as the view says."""

    def __init__(self, loader: PictureLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._loader = loader
        self._texts: OrderedDict[tuple[str, int, bool], CardTexts] = OrderedDict()
        self._cards: OrderedDict[CardKey, tuple[OfferSummary, QPixmap]] = OrderedDict()
        self._blank: tuple[float, bool, QPixmap] | None = None
        self._cell = QSize(200, 320)
        self.rate: ExchangeRate | None = None
        self.hurried = False
        self._wanted = QRegion()
        self.late: list[QRect] = []
        self._has_painted_one = False
        self._painting = QElapsedTimer()
        self._fonts()

    def _fonts(self) -> None:
        self._body, self._strong = font(), font(TextSize.STRONG, strong=True, figures=True)
        self._caption, self._small_strong = font(TextSize.CAPTION, figures=True), font(TextSize.CAPTION, strong=True)
        self._body_height = QFontMetrics(self._body).lineSpacing()
        self._strong_height = QFontMetrics(self._strong).height()
        self._caption_height = QFontMetrics(self._caption).height()

    def set_cell(self, cell: QSize) -> None:
        """The size of all cells from now on."""
        if cell != self._cell:
            self._cell = cell
            self._texts.clear()
            self._cards.clear()
            self._blank = None

    def forget_texts(self) -> None:
        """Language, rate or theme changed."""
        self._texts.clear()
        self._cards.clear()
        self._blank = None
        self._fonts()

    def begin(self, wanted: QRegion) -> None:
        """A paint begins. wanted: what of the list; the list asks for all cards in the rectangle around it.

        Afterwards ``late`` is where new cards did not fit into the time of a frame and are only hinted at.
        """
        self._wanted, self._has_painted_one = wanted, False
        self.late = [place for place in self.late if not wanted.intersects(place)]
        self._painting.start()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._cell

    def picture_rect(self, cell: QRectF) -> QRectF:
        """Where the picture of a card is."""
        side = cell.width() - GAP - 2 * PAD
        return QRectF(cell.x() + GAP / 2 + PAD, cell.y() + GAP / 2 + PAD, side, side)

    def button_rects(self, cell: QRectF) -> tuple[QRectF, ...]:
        """On hover or focus, over the picture: search by this picture, copy link."""
        picture = self.picture_rect(cell)
        return tuple(QRectF(picture.right() - 34 - at * 36, picture.y() + 6, 28, 28) for at in range(2))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not self._wanted.isEmpty() and not self._wanted.intersects(option.rect):
            return
        offer: OfferSummary = index.data(OFFER_ROLE)
        model = index.model()
        chinese = isinstance(model, OfferListModel) and model.chinese
        now, cell, state = colours_of(option.widget), QRectF(option.rect), option.state
        ratio = option.widget.devicePixelRatioF()
        if self.hurried:
            self._paint_passing(painter, cell, offer, now)
            return
        picture = self._loader.pixmap(offer.picture_url, int(self.picture_rect(cell).width()), ratio)
        if state & _TOUCHED:
            self._paint_card(painter, cell, offer, picture, chinese, now, state)
            self._paint_buttons(painter, cell, now)
            return
        selected = bool(state & QStyle.StateFlag.State_Selected)
        shown = picture.cacheKey() if picture is not None else -1 if self._loader.is_failed(offer.picture_url) else 0
        key = (id(offer), shown, selected, chinese, now.is_dark, ratio)
        if self._is_out_of_time(key, offer):
            self.late.append(QRect(option.rect))
            self._paint_waiting(painter, cell, key, offer, now)
            return
        painter.drawPixmap(option.rect.topLeft(), self._card(key, offer, picture, now, state))

    def _is_out_of_time(self, key: CardKey, offer: OfferSummary) -> bool:
        """Whether this card, or its picture, has to wait for a later frame."""
        if not self._has_painted_one or not self._painting.hasExpired(PAINT_MS):
            return False
        found = self._cards.get(key)
        return found is None or found[0] is not offer

    def _paint_waiting(self, painter: QPainter, cell: QRectF, key: CardKey, offer: OfferSummary, now: Colours) -> None:
        """Until there is time: the card without its picture if it was painted before, else its shape."""
        bare = self._cards.get((key[0], 0, *key[2:]))
        if bare is not None and bare[0] is offer:
            painter.drawPixmap(cell.topLeft(), bare[1])
            return
        if self._blank is None or self._blank[:2] != (key[5], now.is_dark):
            self._blank = (key[5], now.is_dark, self._painted_blank(key[5], now))
        painter.drawPixmap(cell.topLeft(), self._blank[2])

    def _painted_blank(self, ratio: float, now: Colours) -> QPixmap:
        """The shape of a card, the same for all that wait: copied, since filling rectangles costs more."""
        cell = QRectF(0, 0, self._cell.width(), self._cell.height())
        made = QPixmap(round(cell.width() * ratio), round(cell.height() * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(now.window)
        painter = QPainter(made)
        painter.fillRect(cell.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2), now.surface)
        painter.fillRect(self.picture_rect(cell), now.raised)
        painter.end()
        return made

    def _paint_passing(self, painter: QPainter, cell: QRectF, offer: OfferSummary, now: Colours) -> None:
        """A card that flies past: its shape and its price, no picture asked for."""
        card = cell.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        picture = self.picture_rect(cell)
        painter.fillRect(card, now.surface)
        painter.fillRect(picture, now.raised)
        top = picture.bottom() + 8 + 2 * self._body_height + 6
        painter.setFont(self._strong)
        painter.setPen(now.price)
        painter.drawText(
            QRectF(picture.x() + 1, top, picture.width(), self._strong_height), _LEFT, money_text(offer.unit_price)
        )

    def _card(
        self, key: CardKey, offer: OfferSummary, picture: QPixmap | None, now: Colours, state: QStyle.StateFlag
    ) -> QPixmap:
        """The card at rest, painted once; scrolling only copies it."""
        found = self._cards.get(key)
        if found is not None and found[0] is offer:
            self._cards.move_to_end(key)
            return found[1]
        cell = QRectF(0, 0, self._cell.width(), self._cell.height())
        bare = self._cards.pop((key[0], 0, *key[2:]), None) if picture is not None else None
        if bare is not None and bare[0] is offer:
            made = bare[1]
            self._paint_late_picture(made, cell, offer, picture, now, state)
        else:
            made = self._painted_card(cell, offer, picture, key, now, state)
        self._cards[key] = (offer, made)
        limit = max(MAX_CARD_BYTES // max(made.width() * made.height() * 4, 1), 24)
        while len(self._cards) > limit:
            self._cards.popitem(last=False)
        return made

    def _painted_card(
        self, cell: QRectF, offer: OfferSummary, picture: QPixmap | None, key: CardKey, now: Colours,
        state: QStyle.StateFlag,
    ) -> QPixmap:  # fmt: skip
        ratio = key[5]
        made = QPixmap(round(cell.width() * ratio), round(cell.height() * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(now.window)
        painter = QPainter(made)
        self._paint_card(painter, cell, offer, picture, key[3], now, state)
        painter.end()
        self._has_painted_one = True
        return made

    def _paint_late_picture(
        self, made: QPixmap, cell: QRectF, offer: OfferSummary, picture: QPixmap | None, now: Colours,
        state: QStyle.StateFlag,
    ) -> None:  # fmt: skip
        """The picture of a card that was painted without: the rest of it stays."""
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_picture(painter, cell, offer, picture, now, state)
        painter.end()
        self._has_painted_one = True

    def _paint_card(
        self, painter: QPainter, cell: QRectF, offer: OfferSummary, pixmap: QPixmap | None, chinese: bool, now: Colours,
        state: QStyle.StateFlag,
    ) -> None:  # fmt: skip
        picture = self.picture_rect(cell)
        texts = self._texts_of(offer, int(picture.width()), chinese)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, cell, now, state)
        self._paint_picture(painter, cell, offer, pixmap, now, state)
        self._paint_texts(painter, texts, picture, now)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, cell: QRectF, offer: OfferSummary, pixmap: QPixmap | None, now: Colours,
        state: QStyle.StateFlag,
    ) -> None:  # fmt: skip
        picture = self.picture_rect(cell)
        failed = pixmap is None and self._loader.is_failed(offer.picture_url)
        ground = now.chosen if state & QStyle.StateFlag.State_Selected else now.surface
        paint_picture(painter, picture, pixmap, now, radius=5, failed=failed, ground=ground)
        self._paint_marks(painter, offer, picture, now)

    def _texts_of(self, offer: OfferSummary, width: int, chinese: bool) -> CardTexts:
        key = (offer.offer_id, width, chinese)
        found = self._texts.get(key)
        if found is None or found.price != money_text(offer.unit_price):
            found = self._make_texts(offer, width, chinese)
            self._texts[key] = found
            if len(self._texts) > MAX_TEXTS:
                self._texts.popitem(last=False)
        return found

    def _make_texts(self, offer: OfferSummary, width: int, chinese: bool) -> CardTexts:
        title = " ".join(shown_title(offer, chinese=chinese).split())
        facts = [f"≥{count_text(offer.min_quantity)}"]
        if offer.sold_30_days is not None:
            facts.append(tr("{0} sold").format(count_text(offer.sold_30_days)))
        right = []
        if offer.score is not None:
            right.append(f"{offer.score:.1f}")
        if offer.repurchase_rate is not None:
            right.append(percent_text(offer.repurchase_rate))
        lines = tuple(elided_lines(title, self._body, width, 2))
        return CardTexts(
            lines, money_text(offer.unit_price), local_price(offer, self.rate), " · ".join(facts), " · ".join(right)
        )

    def _paint_ground(self, painter: QPainter, cell: QRectF, now: Colours, state: QStyle.StateFlag) -> None:
        card = cell.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2).adjusted(0.5, 0.5, -0.5, -0.5)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = now.accent if selected else now.muted if hovered else now.line
        width = 2.0 if state & QStyle.StateFlag.State_HasFocus or selected else 1.0
        if state & QStyle.StateFlag.State_HasFocus:
            edge = now.accent
        painter.setPen(QPen(edge, width))
        painter.setBrush(now.chosen if selected else now.surface)
        painter.drawRoundedRect(card, 8, 8)

    def _paint_marks(self, painter: QPainter, offer: OfferSummary, picture: QRectF, now: Colours) -> None:
        left = picture.x() + 6
        top = picture.bottom() - 28
        painter.setPen(Qt.PenStyle.NoPen)
        for icon_name, _ in marks_of(offer):
            disc = QRectF(left, top, 22, 22)
            painter.setBrush(now.surface)
            painter.drawEllipse(disc)
            paint_icon(
                painter, icon_name, disc.adjusted(3, 3, -3, -3), now.accent if icon_name == "badge" else now.text
            )
            painter.setPen(Qt.PenStyle.NoPen)
            left += 26
        if offer.similarity is not None:
            self._paint_similarity(painter, percent_text(offer.similarity), picture, now)

    def _paint_similarity(self, painter: QPainter, text: str, picture: QRectF, now: Colours) -> None:
        painter.setFont(self._small_strong)
        width = painter.fontMetrics().horizontalAdvance(text) + 14
        box = QRectF(picture.right() - width - 6, picture.bottom() - 28, width, 22)
        painter.setBrush(now.surface)
        painter.drawRoundedRect(box, 11, 11)
        painter.setPen(now.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_texts(self, painter: QPainter, texts: CardTexts, picture: QRectF, now: Colours) -> None:
        left, width = picture.x() + 1, picture.width() - 2
        top = picture.bottom() + 8
        painter.setFont(self._body)
        painter.setPen(now.text)
        ascent = painter.fontMetrics().ascent()
        for at, line in enumerate(texts.title):
            painter.drawText(QPointF(left, top + at * self._body_height + ascent), line)
        top += 2 * self._body_height + 6
        price = QRectF(left, top, width, self._strong_height)
        painter.setFont(self._strong)
        painter.setPen(now.price)
        painter.drawText(price, _LEFT, texts.price)
        if texts.local:
            used = painter.fontMetrics().horizontalAdvance(texts.price) + 8
            painter.setFont(self._caption)
            painter.setPen(now.muted)
            if used + painter.fontMetrics().horizontalAdvance(texts.local) <= width:
                painter.drawText(price.adjusted(used, 1, 0, 1), _LEFT, texts.local)
        facts = QRectF(left, top + self._strong_height + 2, width, self._caption_height)
        painter.setFont(self._caption)
        painter.setPen(now.muted)
        painter.drawText(facts, _LEFT, texts.facts)
        if texts.right:
            right = painter.fontMetrics().horizontalAdvance(texts.right)
            if right + 18 + painter.fontMetrics().horizontalAdvance(texts.facts) <= width:
                painter.drawText(facts, _RIGHT, texts.right)
                star = QRectF(facts.right() - right - 15, facts.center().y() - 6.5, 12, 12)
                paint_icon(painter, "star", star, now.warning)

    def _paint_buttons(self, painter: QPainter, cell: QRectF, now: Colours) -> None:
        for box, icon_name in zip(self.button_rects(cell), ("camera", "link"), strict=True):
            painter.setPen(QPen(now.line, 1))
            painter.setBrush(now.surface)
            painter.drawRoundedRect(box, 6, 6)
            paint_icon(painter, icon_name, box.adjusted(5, 5, -5, -5), now.text)
