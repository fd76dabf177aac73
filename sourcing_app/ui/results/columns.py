"""The columns of the table of offers: title, how a value reads, how it sorts, how wide it starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from sourcing_app.domain.money import ExchangeRate
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.format import exact_count, local_text, money_text, percent_text

_CONTEXT = "OfferColumns"
_LEAST = Decimal("-Infinity")


def _word(text: str) -> str:
    """Marked for translation under OfferColumns; translated when shown."""
    return text


@dataclass(frozen=True, slots=True)
class Column:
    """key: its name for code, settings and tests; plain: for a spreadsheet, where numbers stay numbers."""

    key: str
    title: str
    width: int
    text: Callable[[OfferSummary], str] = field(repr=False)
    order: Callable[[OfferSummary], Any] = field(repr=False)
    plain: Callable[[OfferSummary], str] = field(repr=False)
    is_number: bool = True

    def heading(self) -> str:
        """In the person's language."""
        return QCoreApplication.translate(_CONTEXT, self.title)


def _amount(offer: OfferSummary) -> Decimal:
    return offer.unit_price.amount if offer.unit_price is not None else _LEAST


def _decimal(value: Decimal | int | None) -> Decimal | int:
    return value if value is not None else _LEAST


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def shown_title(offer: OfferSummary, *, chinese: bool = False) -> str:
    """Translated where there is a translation and Chinese is not asked for."""
    return offer.title if chinese or not offer.title_translated else offer.title_translated


def marks_text(offer: OfferSummary) -> str:
    """The marks in words, ", " between."""
    return ", ".join(QCoreApplication.translate(_CONTEXT, word) for _, word in marks_of(offer))


def marks_of(offer: OfferSummary) -> tuple[tuple[str, str], ...]:
    """(icon, word) of each mark, the strongest first."""
    found = []
    if offer.is_selected_supply:
        found.append(("badge", _word("Selected supply")))
    if "super_factory" in offer.seller_marks:
        found.append(("factory", _word("Factory")))
    if offer.one_piece:
        found.append(("box", _word("One piece")))
    return tuple(found)


TITLE = Column("title", _word("Offer"), 420, shown_title, shown_title, shown_title, is_number=False)
PRICE = Column(
    "price", _word("Price"), 110,
    lambda offer: money_text(offer.unit_price), _amount,
    lambda offer: offer.unit_price.as_text() if offer.unit_price is not None else "",
)  # fmt: skip
MINIMUM = Column(
    "minimum", _word("Minimum"), 84, lambda offer: exact_count(offer.min_quantity),
    lambda offer: offer.min_quantity, lambda offer: str(offer.min_quantity),
)  # fmt: skip
SOLD = Column(
    "sold", _word("Sold, 30 days"), 108,
    lambda offer: exact_count(offer.sold_30_days) if offer.sold_30_days is not None else "—",
    lambda offer: _decimal(offer.sold_30_days), lambda offer: _plain(offer.sold_30_days),
)  # fmt: skip
REPURCHASE = Column(
    "repurchase", _word("Repurchase"), 98, lambda offer: percent_text(offer.repurchase_rate),
    lambda offer: _decimal(offer.repurchase_rate), lambda offer: _plain(offer.repurchase_rate),
)  # fmt: skip
SCORE = Column(
    "score", _word("Score"), 70,
    lambda offer: f"{offer.score:.1f}" if offer.score is not None else "—",
    lambda offer: _decimal(offer.score), lambda offer: _plain(offer.score),
)  # fmt: skip
SIMILARITY = Column(
    "similarity", _word("Alike"), 70, lambda offer: percent_text(offer.similarity),
    lambda offer: _decimal(offer.similarity), lambda offer: _plain(offer.similarity),
)  # fmt: skip
MARKS = Column("marks", _word("Marks"), 200, marks_text, marks_text, marks_text, is_number=False)
OFFER_ID = Column(
    "offer_id", _word("Offer id"), 130, lambda offer: offer.offer_id,
    lambda offer: offer.offer_id.zfill(20), lambda offer: offer.offer_id, is_number=False,
)  # fmt: skip

COLUMNS = (TITLE, PRICE, MINIMUM, SOLD, REPURCHASE, SCORE, SIMILARITY, MARKS, OFFER_ID)


def local_price(offer: OfferSummary, rate: ExchangeRate | None) -> str:
    """Under the price on a card."""
    return local_text(offer.unit_price, rate)
