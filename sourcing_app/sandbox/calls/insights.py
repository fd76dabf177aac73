"""Filter choices, navigation, hot words, rankings, trends. Source: contracts of the same names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from sourcing_app.sandbox.calls.products import done, readable_offer, refused
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.shop.filter_names import filter_groups
from sourcing_app.sandbox.shop.records import ShopOffer
from sourcing_app.sandbox.shop.rows import title_of
from sourcing_app.sandbox.shop.words import language_of, say

RANKS: dict[str, tuple[dict[str, str], Callable[[ShopOffer], float]]] = {
    "complex": ({"zh": "综合榜", "en": "Comprehensive list"}, lambda offer: offer.score * 1000 + offer.month_sold**0.5),
    "hot": ({"zh": "热卖榜", "en": "Best sellers"}, lambda offer: offer.month_sold),
    "goodPrice": ({"zh": "好价榜", "en": "Good prices"}, lambda offer: -offer.price_fen),
    "anchorHot": ({"zh": "主播热卖榜", "en": "Live-stream hot list"}, lambda offer: offer.week_sold),
    "anchorNew": ({"zh": "主播新品榜", "en": "Live-stream new arrivals"}, lambda offer: offer.created.timestamp()),
    "anchorRecommend": ({"zh": "主播推荐榜", "en": "Live-stream picks"}, lambda offer: offer.score),
    "VNHot": ({"zh": "越南热卖榜", "en": "Vietnam best sellers"}, lambda offer: offer.month_sold % 5000),
    "VNTrend": ({"zh": "越南趋势榜", "en": "Vietnam trends"}, lambda offer: offer.week_sold % 900),
}


@answers("product.filterData.queryConfig")
def query_config(call: Call) -> JsonValue:
    """A bare list, in the language of ``country``."""
    return filter_groups(language_of(call.params.get("country")))


@answers("product.search.keywordSNQuery")
def keyword_sn_query(call: Call) -> JsonValue:
    param = call.params["snParams"]
    language = language_of(param.get("language"))
    groups = call.world.shop.search.refinements(str(param["keyword"]), language)
    rows = [
        {
            "id": group_id,
            "name": name["zh"],
            "translateName": say(name, language),
            "children": [
                {"id": item_id, "name": phrase["zh"], "translateName": say(phrase, language)}
                for item_id, phrase in items
            ],
        }
        for group_id, name, items in groups
    ]
    return {"result": {"success": True, "retCode": "S0000", "retMsg": "成功", "result": rows}}


@answers("product.search.topKeyword")
def top_keyword(call: Call) -> JsonValue:
    """The words that sell best in a category: noun alone and noun with its most sold styles and materials."""
    param = call.params["topSeKeywordParam"]
    language = language_of(param.get("country"))
    category_id = int(param["sourceId"]) if str(param["sourceId"]).isdigit() else -1
    sold: dict[tuple[int, int], list[Any]] = {}
    for offer in call.world.shop.listed:
        if category_id and category_id not in offer.path:
            continue
        for phrase in (offer.phrases[0], *offer.phrases[1:3]):
            entry = sold.setdefault((id(offer.phrases[0]), id(phrase)), [0, offer.phrases[0], phrase])
            entry[0] += offer.month_sold
    best = sorted(sold.values(), key=lambda entry: -entry[0])[:20]
    rows = []
    for _, noun, phrase in best:
        whole = noun["zh"] if phrase is noun else phrase["zh"] + noun["zh"]
        translated = say(noun, language) if phrase is noun else f"{say(phrase, language)} {say(noun, language)}"
        rows.append({"seKeyword": whole, "seKeywordTranslation": translated})
    return {"result": {"success": "true", "code": "200", "message": "", "result": rows}}


@answers("product.topList.query")
def top_list(call: Call) -> JsonValue:
    param = call.params["rankQueryParams"]
    language, kind, rank_id = language_of(param.get("language")), str(param["rankType"]), str(param["rankId"])
    if kind not in RANKS or not rank_id.isdigit():
        raise refused("PARAM_ERROR", f"榜单不存在: {rank_id} {kind}")
    name, measure = RANKS[kind]
    offers = [offer for offer in call.world.shop.listed if int(rank_id) in (0, *offer.path)]
    offers.sort(key=lambda offer: (-measure(offer), offer.offer_id))
    limit = min(20, max(1, int(param.get("limit") or 20)))
    rows = [_ranked(call, offer, place + 1, language) for place, offer in enumerate(offers[:limit])]
    result = {"rankId": rank_id, "rankName": say(name, language), "rankType": kind, "rankProductModels": rows}
    return done(result, "S0000")


def _ranked(call: Call, offer: ShopOffer, place: int, language: str) -> dict[str, Any]:
    thumbnail = offer.main_image.replace(".jpg", ".search.jpg")
    return {
        "itemId": offer.offer_id,
        "title": title_of(offer, "zh"),
        "translateTitle": title_of(offer, language),
        "imgUrl": f"{call.world.base_url}/img/ibank/{thumbnail}",
        "sort": place,
        "serviceList": [f"sendGoods{offer.ship_hours}H"] if offer.ship_hours else [],
        "buyerNum": offer.month_sold // 9,
        "soldOut": offer.month_sold,
        "goodsScore": f"{offer.score:g}",
    }


@answers("product.analyze.getPerdaySellQuantityTrendNew")
def sell_quantity_trend(call: Call) -> JsonValue:
    def sold(offer: ShopOffer, day: date, dice: Random) -> str:
        return str(round(offer.month_sold / 30 * dice.uniform(0.4, 1.6) * (1.2 if day.weekday() < 5 else 0.7)))

    return _trend(call, "tendQueryParam", sold)


@answers("product.analyze.getRepurchaseRateTrendNew")
def repurchase_rate_trend(call: Call) -> JsonValue:
    return _trend(call, "trendQueryParam", lambda offer, _, dice: f"{offer.repurchase * dice.uniform(0.93, 1.07):.2f}")


@answers("product.analyze.getThirtyDayMedianPriceTrendNew")
def median_price_trend(call: Call) -> JsonValue:
    return _trend(
        call, "trendQueryParam", lambda offer, _, dice: f"{offer.price_fen * dice.uniform(0.97, 1.03) / 100:.2f}"
    )


def _trend(call: Call, wrapper: str, value: Callable[[ShopOffer, date, Random], str]) -> JsonValue:
    """One row a day; an empty text for days before the offer existed, for today and later, and now and then."""
    param = call.params[wrapper]
    offer = readable_offer(call, int(param["offerId"]), _no_trend)
    try:
        start, end = (datetime.strptime(str(param[name]), "%Y%m%d").date() for name in ("startDate", "endDate"))
    except ValueError:
        raise _no_trend("PARAM_ERROR", "日期格式错误") from None
    if end < start or (end - start).days > 31:
        raise _no_trend("PARAM_ERROR", "查询区间不能超过一个月")
    today, rows = call.world.clock.now().date(), []
    for shift in range((end - start).days + 1):
        day = start + timedelta(days=shift)
        dice = Random(f"{call.world.shop.seed}:{call.api}:{offer.offer_id}:{day.isoformat()}")
        gap = day < offer.created.date() or day >= today or dice.random() < 0.05
        rows.append({"date": day.strftime("%Y%m%d"), "value": "" if gap else value(offer, day, dice)})
    return {"result": {"success": True, "retCode": "S000", "retMsg": "成功", "result": rows}}


def _no_trend(code: str, message: str) -> BusinessNo:
    return BusinessNo({"result": {"success": False, "retCode": code, "retMsg": message}})
