"""Typed decode of a page of offers and of a large detail, against json.loads of the same bytes."""

from __future__ import annotations

import asyncio
import json

import httpx

from sourcing_app.platform.offers import calls as offers
from sourcing_app.platform.offers.offer_detail import offer_detail
from sourcing_app.platform.offers.wire import offer_page
from sourcing_app.platform.transport.endpoint import Endpoint
from sourcing_app.platform.transport.envelope import object_of
from sourcing_app.platform.transport.fields import parse_json
from sourcing_app.platform.transport.signing import form_body, signed, url_path
from tests.bench.market import Market
from tests.bench.rows import Row, interleaved, ratio

DETAIL_BYTES = 170_000


def rows() -> list[Row]:
    """Bytes come from the marketplace; the detail is filled up with more SKUs of its own kind to 170 KB."""
    with Market() as market:
        page, detail = asyncio.run(_bytes(market))
    detail = grown(detail, DETAIL_BYTES)
    found = interleaved(lambda: decode_page(page), lambda: json.loads(page), rounds=60)
    known = interleaved(lambda: decode_detail(detail), lambda: json.loads(detail), rounds=60)
    sizes = [f"{len(body) // 1024} KB" for body in (page, detail)]
    return [
        ratio("typed decode of a page of 50 offers", "json.loads of the same bytes", 3.0, *found, note=sizes[0]),
        ratio("typed decode of a 170 KB detail", "json.loads of the same bytes", 3.0, *known, note=sizes[1]),
    ]


def decode_page(body: bytes) -> int:
    """As the client does; the number of offers."""
    return len(offer_page(object_of(offers.KEYWORD_QUERY, parse_json(body)), 1, 50).offers)


def decode_detail(body: bytes) -> int:
    """As the client does; the number of SKUs."""
    return len(offer_detail(object_of(offers.DETAIL, parse_json(body))).skus)


async def _bytes(market: Market) -> tuple[bytes, bytes]:
    page = await raw(market, offers.KEYWORD_QUERY, {"keyword": "包", "beginPage": 1, "pageSize": 50, "country": "en"})
    rows = json.loads(page)["result"]["result"]["data"]
    details = [await raw(market, offers.DETAIL, {"offerId": row["offerId"], "country": "en"}) for row in rows[:12]]
    return page, max((body for body in details if b"productSkuInfos" in body), key=len)


async def raw(market: Market, call: Endpoint, fields: dict[str, object]) -> bytes:
    """The bytes of one answer."""
    path = url_path(call.namespace, call.name, market.keys["app_key"])
    wrapped = {call.wrapper or "": json.dumps(fields), "access_token": market.keys["access_token"]}
    body = form_body(signed(path, wrapped, market.keys["app_secret"]))
    async with httpx.AsyncClient() as client:
        headers = {"content-type": "application/x-www-form-urlencoded"}
        return (await client.post(f"{market.url}/openapi/{path}", content=body, headers=headers)).content


def grown(detail: bytes, size: int) -> bytes:
    """The same offer with its SKUs repeated under new ids until the answer is this large."""
    body = json.loads(detail)
    offer = body["result"]["result"]
    skus = [sku for sku in offer["productSkuInfos"] if sku]
    while len(text := json.dumps(body, ensure_ascii=False).encode()) < size:
        count = len(offer["productSkuInfos"])
        offer["productSkuInfos"] += [
            {**sku, "skuId": sku["skuId"] + count, "specId": f"{count + at:032x}"} for at, sku in enumerate(skus)
        ]
    return text
