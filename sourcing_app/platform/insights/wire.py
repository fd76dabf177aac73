"""Trends of an offer: the days asked for, and a point a day. A day without data is a gap (None), not zero."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.insight import PricePoint, RatePoint, SalesPoint
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.fields import Json, count, decimal, each, fraction, text, when, yuan
from sourcing_app.platform.transport.response import Response

T = TypeVar("T")


def trend_fields(offer_id: OfferId, first: date, last: date) -> Fields:
    """first, last: both included, at most thirty days in all."""
    return {"offerId": wire_id(offer_id), "startDate": f"{first:%Y%m%d}", "endDate": f"{last:%Y%m%d}"}


def sales(response: Response) -> tuple[SalesPoint, ...]:
    """Pieces sold a day; numbers as text."""
    return _points(response, lambda day, value: SalesPoint(day, count(value)))


def repurchases(response: Response) -> tuple[RatePoint, ...]:
    """Repurchase rate a day, as a fraction. The unit is not documented: above one it is percent."""
    return _points(response, lambda day, value: RatePoint(day, fraction(value)))


def prices(response: Response) -> tuple[PricePoint, ...]:
    """Median price of thirty days, yuan as text. A price of nothing is a gap."""
    return _points(response, lambda day, value: PricePoint(day, yuan(value) if decimal(value) else None))


def _points(response: Response, decode: Callable[[date, Json], T]) -> tuple[T, ...]:
    """Oldest day first."""
    return each(response.strict_list("date"), lambda row: decode(_day(row.get("date")), row.get("value")))[0]


def _day(value: Json) -> date:
    moment = when(text(value))
    if moment is None:
        raise ValueError("no day")
    return moment.date()
