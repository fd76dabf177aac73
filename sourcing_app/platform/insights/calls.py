"""How an offer developed, day by day, up to 90 days back; at most thirty days a call. Beyond the solution document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeVar

from sourcing_app.domain.ids import OfferId
from sourcing_app.platform.insights import wire
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.endpoint import CROSSBORDER
from sourcing_app.platform.transport.gateway import Gateway

T = TypeVar("T")

SALES = Call(
    "product.analyze.getPerdaySellQuantityTrendNew",
    CROSSBORDER,
    wrapper="tendQueryParam",  # the missing r is the platform's
    one_spelling=True,
    write=wire.trend_fields,
    read=wire.sales,
)
REPURCHASES = Call(
    "product.analyze.getRepurchaseRateTrendNew",
    CROSSBORDER,
    wrapper="trendQueryParam",
    one_spelling=True,
    write=wire.trend_fields,
    read=wire.repurchases,
)
PRICES = Call(
    "product.analyze.getThirtyDayMedianPriceTrendNew",
    CROSSBORDER,
    wrapper="trendQueryParam",
    one_spelling=True,
    write=wire.trend_fields,
    read=wire.prices,
)

MAX_DAYS = 30
"""Of one call. Longer spans are asked for in pieces. Source: contract product.analyze.getPerdaySellQuantityTrendNew."""


async def trend(
    gateway: Gateway, call: Call[[OfferId, date, date], tuple[T, ...]], offer_id: OfferId, first: date, last: date
) -> tuple[T, ...]:
    """A trend of any length, oldest day first, asked for in pieces. first, last: both included. Raises Refused, ..."""
    points: list[T] = []
    for begin, end in spans(first, last):
        found = await gateway.send(call, offer_id, begin, end)
        points += found
    return tuple(points)


def spans(first: date, last: date) -> Iterator[tuple[date, date]]:
    """The time from first to last in pieces a call may ask for; both days included."""
    begin = first
    while begin <= last:
        end = min(last, begin + timedelta(days=MAX_DAYS - 1))
        yield begin, end
        begin = end + timedelta(days=1)
