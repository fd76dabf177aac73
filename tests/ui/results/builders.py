"""Offers for tests of lists."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import OfferPage, OfferSummary


def offer(number: int, **changes: Any) -> OfferSummary:
    """An offer with round values."""
    values: dict[str, Any] = {
        "offer_id": OfferId(f"6000000{number:05d}"),
        "title": f"帆布包 {number}",
        "title_translated": f"Canvas bag {number}",
        "picture_url": f"https://cbu01.alicdn.com/img/{number}-0-cib.jpg",
        "unit_price": Money.from_yuan(f"{number}.50"),
        "min_quantity": 2,
        "sold_30_days": 1300 + number,
        "repurchase_rate": Decimal("0.22"),
        "score": Decimal("4.8"),
    }
    return OfferSummary(**(values | changes))


def page(first: int, last: int, *, number: int = 1, total: int = 100, has_more: bool = True) -> OfferPage:
    """Offers first to last, exclusive."""
    return OfferPage(tuple(offer(each) for each in range(first, last)), total, number, 20, has_more)
