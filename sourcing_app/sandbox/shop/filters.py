"""Filters and sorts of the search calls. Keys: contract product.filterData.queryConfig and enums.json."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from sourcing_app.sandbox.shop.records import ShopOffer

Test = Callable[[ShopOffer], bool]


def _marked(mark: str) -> Test:
    return lambda offer: mark in offer.marks


def _scored(low: float, high: float) -> Test:
    return lambda offer: low <= offer.supplier.scores[0] < high


FILTERS: dict[str, Test] = {
    "certifiedFactory": _marked("certifiedFactory"),
    "totalEpScoreLv1": _scored(5.0, 9.0),
    "totalEpScoreLv2": _scored(4.5, 5.0),
    "totalEpScoreLv3": _scored(4.0, 4.5),
    "totalEpScoreLv4": _scored(0.0, 4.0),
    "getRate24HLv3": lambda offer: offer.supplier.collect_24h >= 0.99,
    "getRate24HLv2": lambda offer: offer.supplier.collect_24h >= 0.95,
    "getRate24HLv1": lambda offer: offer.supplier.collect_24h < 0.95,
    "getRate48HLv3": lambda offer: offer.supplier.collect_48h >= 0.99,
    "getRate48HLv2": lambda offer: offer.supplier.collect_48h >= 0.95,
    "getRate48HLv1": lambda offer: offer.supplier.collect_48h < 0.95,
    "freeCredit": _marked("freeCredit"),
    "shipInToday": _marked("shipInToday"),
    "shipIn24Hours": lambda offer: offer.ship_hours == 24,
    "shipIn48Hours": lambda offer: offer.ship_hours in (24, 48),
    "noReason7DReturn": _marked("noReason7DReturn"),
    "isOnePsale": _marked("isOnePsale"),
    "isOnePsaleFreePost": _marked("isOnePsaleFreePost"),
    "isOnePsaleFreePostage": _marked("isOnePsaleFreePost"),
    "dyCiphertext": _marked("dyCiphertext"),
    "ksCiphertext": _marked("ksCiphertext"),
    "1688Selection": _marked("1688Selection"),
    "jxhy": _marked("jxhy"),
    "new7": _marked("new7"),
    "new30": _marked("new30"),
    "isQqyx": _marked("isQqyx"),
    "isSelect": _marked("isSelect"),
}
SORTS: dict[str, Callable[[ShopOffer], Any]] = {
    "price": lambda offer: offer.price_fen,
    "onePPrice": lambda offer: offer.price_fen,
    "rePurchaseRate": lambda offer: offer.repurchase,
    "monthSold": lambda offer: offer.month_sold,
    "monthSoldOut": lambda offer: offer.month_sold,
}
SALES: dict[str, Callable[[ShopOffer], int]] = {
    "sales7": lambda offer: offer.week_sold,
    "sales14": lambda offer: (offer.week_sold + offer.month_sold) // 2,
    "sales30": lambda offer: offer.month_sold,
    "totalSales": lambda offer: offer.total_sold,
}


def narrowed(offers: Iterable[ShopOffer], param: dict[str, Any]) -> list[ShopOffer]:
    """Those that pass everything a search asks for: filter, prices, categories, sales. Unknown keys are ignored."""
    tests: list[Test] = [FILTERS[key] for key in str(param.get("filter") or "").split(",") if key in FILTERS]
    low, high = yuan_to_fen(param.get("priceStart")), yuan_to_fen(param.get("priceEnd"))
    if low is not None:
        tests.append(lambda offer: offer.price_fen >= low)
    if high is not None:
        tests.append(lambda offer: offer.price_fen <= high)
    wanted = _categories(param)
    if wanted:
        tests.append(lambda offer: not wanted.isdisjoint(offer.path))
    for rule in param.get("saleFilterList") or []:
        tests.append(_sold(rule))
    return [offer for offer in offers if all(test(offer) for test in tests)]


def _categories(param: dict[str, Any]) -> set[int]:
    texts = [str(param.get("categoryId") or ""), *str(param.get("categoryIdList") or "").split(",")]
    return {int(text) for text in texts if text.strip().isdigit() and int(text) > 0}


def _sold(rule: dict[str, Any]) -> Test:
    count = SALES.get(str(rule.get("saleType")))
    low, high = _whole(rule.get("saleStart"), 0), _whole(rule.get("saleEnd"), 1 << 60)
    return lambda offer: count is None or low <= count(offer) <= high


def _whole(value: Any, default: int) -> int:
    text = str(value if value is not None else "").strip()
    return int(text) if text.isdigit() else default


def yuan_to_fen(value: Any) -> int | None:
    """None for nothing, for a text that is no number and for what is below zero."""
    try:
        fen = Decimal(str(value).strip()) * 100
    except InvalidOperation:
        return None
    return int(fen) if fen.is_finite() and 0 <= fen < 10**12 else None


def ordered(offers: list[ShopOffer], sort: Any) -> list[ShopOffer]:
    """By ``{"price": "asc"}`` (text or object). Without a known key the order stays."""
    if isinstance(sort, str):
        try:
            sort = json.loads(sort)
        except ValueError:
            return offers
    if not isinstance(sort, dict) or not sort:
        return offers
    key, way = next(iter(sort.items()))
    if key not in SORTS:
        return offers
    backwards = str(way).lower() == "desc"
    return sorted(offers, key=lambda offer: (SORTS[key](offer), offer.offer_id), reverse=backwards)
