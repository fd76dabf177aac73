"""The columns of the table of offers: title, how a value reads, how it sorts, how wide it starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sourcing_app.domain.money import ExchangeRate
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.format import exact_count, local_text, money_text, percent_text
from sourcing_app.ui.texts import tr

_LEAST = Decimal("-Infinity")


@dataclass(frozen=True, slots=True)
class Column:
    """key: its name for code, settings and tests; plain: for a spreadsheet, where numbers stay numbers."""

    key: str
    width: int
    text: Callable[[OfferSummary], str] = field(repr=False)
    order: Callable[[OfferSummary], Any] = field(repr=False)
    plain: Callable[[OfferSummary], str] = field(repr=False)
    is_number: bool = True

    def heading(self) -> str:
        """In the person's language."""
        return {
            "title": tr("Offer"),
            "price": tr("Price"),
            "minimum": tr("Minimum"),
            "sold": tr("Sold, 30 days"),
            "repurchase": tr("Repurchase"),
            "score": tr("Score"),
            "similarity": tr("Alike"),
            "marks": tr("Marks"),
        }.get(self.key, tr("Offer id"))


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


TITLE = Column("title", 420, shown_title, shown_title, shown_title, is_number=False)
PRICE = Column(
    "price", 110,
    lambda offer: money_text(offer.unit_price), _amount,
    lambda offer: offer.unit_price.as_text() if offer.unit_price is not None else "",
)  # fmt: skip
MINIMUM = Column(
    "minimum", 84, lambda offer: exact_count(offer.min_quantity),
    lambda offer: offer.min_quantity, lambda offer: str(offer.min_quantity),
)  # fmt: skip
SOLD = Column(
    "sold", 108,
    lambda offer: exact_count(offer.sold_30_days) if offer.sold_30_days is not None else "—",
    lambda offer: _decimal(offer.sold_30_days), lambda offer: _plain(offer.sold_30_days),
)  # fmt: skip
REPURCHASE = Column(
    "repurchase", 98, lambda offer: percent_text(offer.repurchase_rate),
    lambda offer: _decimal(offer.repurchase_rate), lambda offer: _plain(offer.repurchase_rate),
)  # fmt: skip
SCORE = Column(
    "score", 70,
    lambda offer: f"{offer.score:.1f}" if offer.score is not None else "—",
    lambda offer: _decimal(offer.score), lambda offer: _plain(offer.score),
)  # fmt: skip
SIMILARITY = Column(
    "similarity", 70, lambda offer: percent_text(offer.similarity),
    lambda offer: _decimal(offer.similarity), lambda offer: _plain(offer.similarity),
)  # fmt: skip
MARKS = Column("marks", 200, marks_text, marks_text, marks_text, is_number=False)
OFFER_ID = Column(
    "offer_id", 130, lambda offer: offer.offer_id,
    lambda offer: offer.offer_id.zfill(20), lambda offer: offer.offer_id, is_number=False,
)  # fmt: skip

COLUMNS = (TITLE, PRICE, MINIMUM, SOLD, REPURCHASE, SCORE, SIMILARITY, MARKS, OFFER_ID)


def tip_of(offer: OfferSummary, outside: str = "") -> str:
    """What a card says in signs, in words: the Chinese title, the figures with their names, the marks.

    outside: why its price is not within the filter.
    """
    figures = [f"{each.heading()}: {each.text(offer)}" for each in (MINIMUM, SOLD, SCORE, REPURCHASE)]
    lines = (offer.title if offer.title_translated else "", outside, *figures, marks_text(offer))
    return "\n".join(line for line in lines if line)


def local_price(offer: OfferSummary, rate: ExchangeRate | None) -> str:
    """Under the price on a card."""
    return local_text(offer.unit_price, rate)
