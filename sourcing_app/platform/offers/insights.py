"""How an offer developed, day by day, up to 90 days back. Beyond the solution document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.insight import PricePoint, RatePoint, SalesPoint
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.calls import CROSSBORDER, Call
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.fields import Json, count, decimal, each, fraction, text, when, yuan
from sourcing_app.platform.transport.gateway import Gateway

P = TypeVar("P")

SALES = Call(
    "product.analyze.getPerdaySellQuantityTrendNew", CROSSBORDER, wrapper="tendQueryParam", one_spelling=True
)  # the missing r is the platform's
REPURCHASES = Call(
    "product.analyze.getRepurchaseRateTrendNew", CROSSBORDER, wrapper="trendQueryParam", one_spelling=True
)
PRICES = Call(
    "product.analyze.getThirtyDayMedianPriceTrendNew", CROSSBORDER, wrapper="trendQueryParam", one_spelling=True
)

MAX_DAYS = 30
"""Of one call. Longer spans are asked for in pieces. Source: contract product.analyze.getPerdaySellQuantityTrendNew."""


class Insights:
    """Trends of an offer, oldest day first. A day without data is a gap (None), not zero."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def sales(self, offer_id: OfferId, first: date, last: date) -> tuple[SalesPoint, ...]:
        """Pieces sold a day. Contract product.analyze.getPerdaySellQuantityTrendNew. Raises Refused."""
        return await self._trend(SALES, offer_id, first, last, decode_sales)

    async def repurchases(self, offer_id: OfferId, first: date, last: date) -> tuple[RatePoint, ...]:
        """Repurchase rate a day, as a fraction. Contract product.analyze.getRepurchaseRateTrendNew. Raises Refused."""
        return await self._trend(REPURCHASES, offer_id, first, last, decode_repurchases)

    async def prices(self, offer_id: OfferId, first: date, last: date) -> tuple[PricePoint, ...]:
        """Median price of thirty days, in yuan. Contract product.analyze.getThirtyDayMedianPriceTrendNew. Raises Refused."""
        return await self._trend(PRICES, offer_id, first, last, decode_prices)

    async def _trend(
        self, call: Call, offer_id: OfferId, first: date, last: date, decode: Callable[[Json], tuple[P, ...]]
    ) -> tuple[P, ...]:
        points: list[P] = []
        for begin, end in spans(first, last):
            fields = {"offerId": wire_id(offer_id), "startDate": f"{begin:%Y%m%d}", "endDate": f"{end:%Y%m%d}"}
            points += decode(await self._gateway.read(call, fields))
        return tuple(points)


def spans(first: date, last: date) -> Iterator[tuple[date, date]]:
    """The time from first to last in pieces a call may ask for; both days included."""
    begin = first
    while begin <= last:
        end = min(last, begin + timedelta(days=MAX_DAYS - 1))
        yield begin, end
        begin = end + timedelta(days=1)


def _points(call: Call, body: Json, decode: Callable[[date, Json], P]) -> tuple[P, ...]:
    return each(answers.answered_list(call, body, "date"), lambda row: decode(_day(row.get("date")), row.get("value")))[
        0
    ]


def _day(value: Json) -> date:
    moment = when(text(value))
    if moment is None:
        raise ValueError("no day")
    return moment.date()


def decode_sales(body: Json) -> tuple[SalesPoint, ...]:
    """Numbers as text."""
    return _points(SALES, body, lambda day, value: SalesPoint(day, count(value)))


def decode_repurchases(body: Json) -> tuple[RatePoint, ...]:
    """The unit is not documented: above one it is percent."""
    return _points(REPURCHASES, body, lambda day, value: RatePoint(day, fraction(value)))


def decode_prices(body: Json) -> tuple[PricePoint, ...]:
    """Yuan as text. A price of nothing is a gap."""
    return _points(PRICES, body, lambda day, value: PricePoint(day, yuan(value) if decimal(value) else None))
