"""What a card looks like: its ground, picture, marks and texts, drawn into any painter."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap

from sourcing_app.domain.money import ExchangeRate
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.format import count_text, money_text, percent_text
from sourcing_app.ui.results.card_shape import card_rect, picture_rect
from sourcing_app.ui.results.columns import local_price, marks_of, shown_title
from sourcing_app.ui.results.same_pictures import SameGroup
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import Colours, TextSize, font, paint_icon
from sourcing_app.ui.widgets.labels import elided_lines
from sourcing_app.ui.widgets.picture_box import paint_picture

MAX_TEXTS = 2_000
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Touch(NamedTuple):
    """What a person is doing with a card."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    compared: bool = False

    @property
    def is_near(self) -> bool:
        """Whether the mouse or the keyboard is on it."""
        return self.hovered or self.focused


AT_REST = Touch()


@dataclass(frozen=True, slots=True)
class Shown:
    """A card's contents at one moment. failed: there is no picture to be had."""

    offer: OfferSummary
    picture: QPixmap | None
    failed: bool
    chinese: bool


@dataclass(frozen=True, slots=True)
class CardTexts:
    """What a card says, broken to its width."""

    title: tuple[str, ...]
    price: str
    local: str
    facts: str
    rates: str
    outside: str
    same: str = ""


def button_rects(cell: QRectF) -> tuple[QRectF, ...]:
    """On hover or focus, over the picture: search by this picture, copy link."""
    picture = picture_rect(cell)
    return tuple(QRectF(picture.right() - 34 - at * 36, picture.y() + 6, 28, 28) for at in range(2))


def compare_rect(cell: QRectF) -> QRectF:
    """Over the picture's other corner: put it beside others; stays while it is."""
    picture = picture_rect(cell)
    return QRectF(picture.x() + 6, picture.y() + 6, 28, 28)


class CardFace:
    """Fonts, and the texts that were broken to lines before. rate: for the local amounts.

    outside: why an offer's price is not within the filter, "" where it is. group_of: the offers with the same picture, whose
    spread stands in place of its own facts.
    """

    def __init__(
        self, outside: Callable[[OfferSummary], str], group_of: Callable[[OfferSummary], SameGroup | None]
    ) -> None:
        self.rate: ExchangeRate | None = None
        self._outside, self._group_of = outside, group_of
        self._texts: OrderedDict[tuple[str, int, bool], CardTexts] = OrderedDict()
        self.forget()

    def forget(self) -> None:
        """Language, rate, theme or size changed."""
        self._texts.clear()
        self._body, self._strong = font(), font(TextSize.STRONG, strong=True, figures=True)
        self._caption, self._small_strong = font(TextSize.CAPTION, figures=True), font(TextSize.CAPTION, strong=True)
        self._body_height = QFontMetrics(self._body).lineSpacing()
        self._strong_height = QFontMetrics(self._strong).height()
        self._caption_height = QFontMetrics(self._caption).height()

    def paint(self, painter: QPainter, cell: QRectF, shown: Shown, now: Colours, touch: Touch) -> None:
        """All of it, over the colour of the window."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, cell, now, touch)
        self.paint_picture(painter, cell, shown, now, touch)
        picture = picture_rect(cell)
        self._paint_texts(painter, self._texts_of(shown.offer, int(picture.width()), shown.chinese), picture, now)
        if touch.is_near:
            _paint_buttons(painter, cell, now)
            paint_compare(painter, cell, now, compared=touch.compared)
        painter.restore()

    def paint_picture(self, painter: QPainter, cell: QRectF, shown: Shown, now: Colours, touch: Touch) -> None:
        """The picture and what lies over it; the rest of the card stays."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = picture_rect(cell)
        ground = now.chosen if touch.selected else now.surface
        paint_picture(painter, picture, shown.picture, now, radius=5, failed=shown.failed, ground=ground)
        _paint_marks(painter, shown.offer, picture, now)
        if shown.offer.similarity is not None:
            self._paint_similarity(painter, percent_text(shown.offer.similarity), picture, now)

    def paint_passing(self, painter: QPainter, cell: QRectF, offer: OfferSummary, now: Colours) -> None:
        """A card that flies past: its shape and its price, no picture asked for."""
        picture = picture_rect(cell)
        painter.fillRect(card_rect(cell), now.surface)
        painter.fillRect(picture, now.raised)
        top = picture.bottom() + 8 + 2 * self._body_height + 6
        painter.setFont(self._strong)
        painter.setPen(now.price)
        painter.drawText(
            QRectF(picture.x() + 1, top, picture.width(), self._strong_height), _LEFT, money_text(offer.unit_price)
        )

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
            facts.append(tr("{0} sold in 30 days").format(count_text(offer.sold_30_days)))
        rates = []
        if offer.score is not None:
            rates.append(f"{offer.score:.1f}")
        if offer.repurchase_rate is not None:
            rates.append(tr("repurchase rate {0}").format(percent_text(offer.repurchase_rate)))
        group = self._group_of(offer)
        if group is not None:
            facts = [group.spread_text()]
        lines = tuple(elided_lines(title, self._body, width, 2))
        return CardTexts(
            lines,
            money_text(offer.unit_price),
            local_price(offer, self.rate),
            " · ".join(facts),
            " · ".join(rates),
            self._outside(offer),
            group.sellers_text() if group is not None else "",
        )

    def _paint_similarity(self, painter: QPainter, text: str, picture: QRectF, now: Colours) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
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
        self._paint_price(painter, texts, QRectF(left, top, width, self._strong_height), now)
        self._paint_facts(painter, texts, QRectF(left, top + self._strong_height + 2, width, self._caption_height), now)

    def _paint_price(self, painter: QPainter, texts: CardTexts, place: QRectF, now: Colours) -> None:
        painter.setFont(self._strong)
        painter.setPen(now.price)
        painter.drawText(place, _LEFT, texts.price)
        if texts.local:
            used = painter.fontMetrics().horizontalAdvance(texts.price) + 8
            painter.setFont(self._caption)
            painter.setPen(now.muted)
            if used + painter.fontMetrics().horizontalAdvance(texts.local) <= place.width():
                painter.drawText(place.adjusted(used, 1, 0, 1), _LEFT, texts.local)

    def _paint_facts(self, painter: QPainter, texts: CardTexts, place: QRectF, now: Colours) -> None:
        """Two lines: minimum and sales; score and repurchases, or why the price is not the one asked for."""
        painter.setFont(self._caption)
        painter.setPen(now.muted)
        _paint_line(painter, place, texts.facts)
        under = place.translated(0, place.height())
        if texts.outside:
            painter.setPen(now.warning)
            _paint_line(painter, under, texts.outside)
        elif texts.same:
            paint_icon(painter, "layers", QRectF(under.x(), under.center().y() - 6.5, 13, 13), now.accent)
            painter.setPen(now.text)
            _paint_line(painter, under.adjusted(17, 0, 0, 0), texts.same)
        elif texts.rates:
            paint_icon(painter, "star", QRectF(under.x(), under.center().y() - 6.5, 12, 12), now.warning)
            _paint_line(painter, under.adjusted(16, 0, 0, 0), texts.rates)


def _paint_line(painter: QPainter, place: QRectF, text: str) -> None:
    painter.drawText(
        place, _LEFT, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    )


def _paint_ground(painter: QPainter, cell: QRectF, now: Colours, touch: Touch) -> None:
    edge = now.accent if touch.selected or touch.focused else now.muted if touch.hovered else now.line
    painter.setPen(QPen(edge, 2.0 if touch.selected or touch.focused else 1.0))
    painter.setBrush(now.chosen if touch.selected else now.surface)
    painter.drawRoundedRect(card_rect(cell).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _paint_marks(painter: QPainter, offer: OfferSummary, picture: QRectF, now: Colours) -> None:
    left = picture.x() + 6
    top = picture.bottom() - 28
    for icon_name, _ in marks_of(offer):
        disc = QRectF(left, top, 22, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.surface)
        painter.drawEllipse(disc)
        paint_icon(painter, icon_name, disc.adjusted(3, 3, -3, -3), now.accent if icon_name == "badge" else now.text)
        left += 26


def _paint_buttons(painter: QPainter, cell: QRectF, now: Colours) -> None:
    for box, icon_name in zip(button_rects(cell), ("camera", "link"), strict=True):
        painter.setPen(QPen(now.line, 1))
        painter.setBrush(now.surface)
        painter.drawRoundedRect(box, 6, 6)
        paint_icon(painter, icon_name, box.adjusted(5, 5, -5, -5), now.text)


def paint_compare(painter: QPainter, cell: QRectF, now: Colours, *, compared: bool) -> None:
    """The button, filled while the offer is compared."""
    box = compare_rect(cell)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(now.accent if compared else now.line, 1))
    painter.setBrush(now.accent if compared else now.surface)
    painter.drawRoundedRect(box, 6, 6)
    paint_icon(painter, "compare", box.adjusted(5, 5, -5, -5), now.on_accent if compared else now.text)
