"""The columns of the table of offers: how each fact is named, said, sorted, painted and copied."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.money import ExchangeRate, Money
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.format import exact_count, local_text, money_text, percent_text
from sourcing_app.ui.offer_words import outside_words
from sourcing_app.ui.tables.canvas import Canvas
from sourcing_app.ui.tables.column import MISSING, Column, Kind, by_key
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import paint_icon

PICTURE = 40
_LEAST = Decimal("-Infinity")


@dataclass(frozen=True, slots=True)
class ShownAt:
    """What offers are shown at. chinese: titles as the seller wrote them; low, high: the prices asked for; compared: those
    that are being compared carry its sign."""

    chinese: bool = False
    low: Money | None = None
    high: Money | None = None
    compared: frozenset[OfferId] = frozenset()

    def outside(self, offer: OfferSummary) -> str:
        """Why its price is not within the range; "" where it is."""
        return outside_words(offer, self.low, self.high)


OfferColumn = Column[OfferSummary, ShownAt]


def _amount(offer: OfferSummary) -> Decimal:
    return offer.unit_price.amount if offer.unit_price is not None else _LEAST


def _decimal(value: Decimal | int | None) -> Decimal | int:
    return value if value is not None else _LEAST


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def shown_title(offer: OfferSummary, *, chinese: bool = False) -> str:
    """Translated where there is a translation and Chinese is not asked for."""
    title = offer.title if chinese or not offer.title_translated else offer.title_translated
    if "&" not in title:
        return title
    from html import unescape

    return unescape(title)


def marks_text(offer: OfferSummary) -> str:
    """The marks in words, ", " between."""
    return ", ".join(word for _, word in marks_of(offer))


def marks_of(offer: OfferSummary) -> tuple[tuple[str, str], ...]:
    """(icon, word) of each mark, the strongest first."""
    found = []
    if offer.is_selected_supply:
        found.append(("badge", tr("Selected supply")))
    if "super_factory" in offer.seller_marks:
        found.append(("factory", tr("Factory")))
    if offer.one_piece:
        found.append(("box", tr("One piece")))
    return tuple(found)


def _title(offer: OfferSummary, shown: ShownAt) -> str:
    return shown_title(offer, chinese=shown.chinese)


def _marks(offer: OfferSummary, shown: ShownAt) -> str:
    return ", ".join(part for part in (shown.outside(offer), marks_text(offer)) if part)


def _paint_title(canvas: Canvas, offer: OfferSummary, shown: ShownAt) -> None:
    """The picture, with the sign of the comparison, then the title."""
    room, now, painter = canvas.room, canvas.now, canvas.painter
    box = QRectF(room.x(), room.y() + (room.height() - PICTURE) / 2, PICTURE, PICTURE)
    canvas.picture(box, offer.picture_url)
    if offer.offer_id in shown.compared:
        sign = QRectF(box.right() - 18, box.y(), 18, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent)
        painter.drawRoundedRect(sign, 4, 4)
        paint_icon(painter, "compare", sign.adjusted(3, 3, -3, -3), now.on_accent)
    canvas.line(_title(offer, shown), room.adjusted(PICTURE + 12, 0, 0, 0), canvas.fonts.body, now.text)


TITLE = OfferColumn(
    "title", lambda _: tr("Offer"), _title, 420,
    sort=shown_title, tip=lambda offer, shown: tip_of(offer, shown.outside(offer)), paint=_paint_title, stretch=True,
)  # fmt: skip
PRICE = OfferColumn(
    "price", lambda _: tr("Price"), lambda offer, _: money_text(offer.unit_price), 110, Kind.NUMBER,
    sort=_amount, plain=lambda offer, _: offer.unit_price.as_text() if offer.unit_price is not None else "",
    tone="price", strong=True,
)  # fmt: skip
MINIMUM = OfferColumn(
    "minimum", lambda _: tr("Minimum"), lambda offer, _: exact_count(offer.min_quantity), 84, Kind.NUMBER,
    sort=lambda offer: offer.min_quantity, plain=lambda offer, _: str(offer.min_quantity),
)  # fmt: skip
SOLD = OfferColumn(
    "sold", lambda _: tr("Sold, 30 days"),
    lambda offer, _: exact_count(offer.sold_30_days) if offer.sold_30_days is not None else MISSING, 108, Kind.NUMBER,
    sort=lambda offer: _decimal(offer.sold_30_days), plain=lambda offer, _: _plain(offer.sold_30_days),
)  # fmt: skip
REPURCHASE = OfferColumn(
    "repurchase", lambda _: tr("Repurchase"), lambda offer, _: percent_text(offer.repurchase_rate), 98, Kind.NUMBER,
    sort=lambda offer: _decimal(offer.repurchase_rate), plain=lambda offer, _: _plain(offer.repurchase_rate),
)  # fmt: skip
SCORE = OfferColumn(
    "score", lambda _: tr("Score"),
    lambda offer, _: f"{offer.score:.1f}" if offer.score is not None else MISSING, 70, Kind.NUMBER,
    sort=lambda offer: _decimal(offer.score), plain=lambda offer, _: _plain(offer.score),
)  # fmt: skip
SIMILARITY = OfferColumn(
    "similarity", lambda _: tr("Alike"), lambda offer, _: percent_text(offer.similarity), 70, Kind.NUMBER,
    sort=lambda offer: _decimal(offer.similarity), plain=lambda offer, _: _plain(offer.similarity), hidden=True,
)  # fmt: skip
MARKS = OfferColumn(
    "marks", lambda _: tr("Marks"), _marks, 200, sort=marks_text, plain=lambda offer, _: marks_text(offer),
)  # fmt: skip
OFFER_ID = OfferColumn(
    "offer_id", lambda _: tr("Offer id"), lambda offer, _: offer.offer_id, 130,
    sort=lambda offer: offer.offer_id.zfill(20), hidden=True,
)  # fmt: skip

COLUMNS = (TITLE, PRICE, MINIMUM, SOLD, REPURCHASE, SCORE, SIMILARITY, MARKS, OFFER_ID)
BY_KEY = by_key(COLUMNS)
_FIGURES = (MINIMUM, SOLD, SCORE, REPURCHASE)


def tip_of(offer: OfferSummary, outside: str = "") -> str:
    """What a card says in signs, in words: the Chinese title, the figures with their names, the marks.

    outside: why its price is not within the filter.
    """
    figures = [f"{each.heading(ShownAt())}: {each.text(offer, ShownAt())}" for each in _FIGURES]
    lines = (offer.title if offer.title_translated else "", outside, *figures, marks_text(offer))
    return "\n".join(line for line in lines if line)


def local_price(offer: OfferSummary, rate: ExchangeRate | None) -> str:
    """Under the price on a card."""
    return local_text(offer.unit_price, rate)
