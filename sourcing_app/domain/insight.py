"""What the platform tells about demand: hot words, rankings, refinements of a search, and how an offer developed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sourcing_app.domain.ids import CategoryId, OfferId
from sourcing_app.domain.money import Money
from sourcing_app.domain.words import Word


class RankingKind(Word):
    """Kinds of rankings. Source: enums.json, rankType."""

    OVERALL = "complex"
    HOT = "hot"
    GOOD_PRICE = "goodPrice"
    LIVE_HOT = "anchorHot"
    LIVE_NEW = "anchorNew"
    LIVE_PICKS = "anchorRecommend"
    VIETNAM_HOT = "VNHot"
    VIETNAM_TREND = "VNTrend"


@dataclass(frozen=True, slots=True)
class HotKeyword:
    """A search word of many buyers. word: Chinese, to search with; translated: to show."""

    word: str
    translated: str | None


@dataclass(frozen=True, slots=True)
class RankedOffer:
    """A row of a ranking; there is no price in it. rank: from 1; buyers, sold: of the last 30 days; score: 0 to 5."""

    offer_id: OfferId
    rank: int
    title: str
    title_translated: str | None
    picture_url: str
    services: tuple[str, ...] = ()
    buyers: int | None = None
    sold: int | None = None
    score: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """A ranking of a category, best first."""

    category_id: CategoryId
    name: str
    kind: RankingKind
    offers: tuple[RankedOffer, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Refinement:
    """A value a search can be narrowed to. refinement_id: what a search takes as ``snId``."""

    refinement_id: str
    name: str
    name_translated: str | None


@dataclass(frozen=True, slots=True)
class RefinementGroup:
    """A property a search can be narrowed by, with its values. group_id: can be taken as ``snId`` too."""

    group_id: str
    name: str
    name_translated: str | None
    values: tuple[Refinement, ...] = ()


@dataclass(frozen=True, slots=True)
class SalesPoint:
    """Pieces sold on a day; None on a day without data, which is a gap and not zero."""

    day: date
    sold: int | None


@dataclass(frozen=True, slots=True)
class RatePoint:
    """Repurchase rate of a day as a fraction (0.22 is 22 %); None on a day without data."""

    day: date
    rate: Decimal | None


@dataclass(frozen=True, slots=True)
class PricePoint:
    """Median price of the thirty days before; None on a day without data."""

    day: date
    price: Money | None
