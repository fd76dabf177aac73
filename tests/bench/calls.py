"""What a typed call costs over a bare httpx POST to the same route; what signing a large picture costs."""

from __future__ import annotations

import asyncio
import base64
import json
import random
import statistics
import time
from collections.abc import Awaitable, Callable

import httpx

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.platform.addresses import calls as addresses
from sourcing_app.platform.offers import calls as offers
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.endpoint import Endpoint
from sourcing_app.platform.transport.pacing import Pace
from sourcing_app.platform.transport.signing import form_body, signed, url_path
from tests.bench.market import Market
from tests.bench.rows import Row, median_ms, ratio

ROUNDS = 60
AT_FULL_SPEED = Pace(calls_per_second=10_000.0, burst=10_000)


def rows() -> list[Row]:
    """Three calls of different sizes, and the signature."""
    with Market() as market:
        made = asyncio.run(_calls(market))
    return [*made, _signing()]


async def _calls(market: Market) -> list[Row]:
    platform = Platform(market.account(), market.credentials(), pace=AT_FULL_SPEED)
    query = SearchQuery(keyword="包")
    found = (await platform.send(offers.KEYWORD_QUERY, query, 1, 20)).offers
    offer_id = OfferId(found[0].offer_id)
    search = {"keyword": "包", "beginPage": 1, "pageSize": 20, "country": "en"}
    pairs: list[tuple[str, Endpoint, dict[str, object], Callable[[], Awaitable[object]]]] = [
        ("search of 20", offers.KEYWORD_QUERY, search, lambda: platform.send(offers.KEYWORD_QUERY, query, 1, 20)),
        (
            "detail",
            offers.DETAIL,
            {"offerId": int(offer_id), "country": "en"},
            lambda: platform.send(offers.DETAIL, offer_id, "en"),
        ),
        ("addresses", addresses.SAVED, {}, lambda: platform.send(addresses.SAVED)),
    ]
    try:
        return [await _row(market, *pair) for pair in pairs]
    finally:
        await platform.close()


async def _row(
    market: Market, name: str, call: Endpoint, fields: dict[str, object], typed: Callable[[], Awaitable[object]]
) -> Row:
    """In turns, so that a noisy moment hits both."""
    path = url_path(call.namespace, call.name, market.keys["app_key"])
    sent = {call.wrapper: json.dumps(fields)} if call.wrapper else {}
    body = form_body(signed(path, {**sent, "access_token": market.keys["access_token"]}, market.keys["app_secret"]))
    headers = {"content-type": "application/x-www-form-urlencoded"}
    times: tuple[list[float], list[float]] = ([], [])
    async with httpx.AsyncClient() as client:

        async def bare() -> object:
            return (await client.post(f"{market.url}/openapi/{path}", content=body, headers=headers)).content

        for turn in range(ROUNDS + 5):
            for work, kept in zip((typed, bare), times, strict=True):
                began = time.perf_counter()
                await work()
                if turn >= 5:
                    kept.append((time.perf_counter() - began) * 1000)
    ours, theirs = (statistics.median(column) for column in times)
    return ratio(f"one typed call: {name}", "a bare httpx POST, same route", 1.25, ours, theirs)


def _signing() -> Row:
    """From the picture's base64 text to the body that is sent."""
    shuffle = random.Random(400)
    text = json.dumps({"imageBase64": base64.b64encode(shuffle.randbytes(300_000)).decode()})
    fields = {"uploadImageParam": text, "access_token": "x" * 36, "_aop_timestamp": "1790000000000"}
    path = url_path("com.alibaba.fenxiao.crossborder", "product.image.upload", "1000000")
    ours = median_ms(lambda: form_body(signed(path, fields, "secret")), rounds=60)
    return ratio("signing and form encoding of a 400 KB image", "3 ms", 1.0, ours, 3.0)
