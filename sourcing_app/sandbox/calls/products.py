"""Keyword search, detail, sellers' lists, recommendations. Source: contracts product.search.*, product.related.*."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.shop.page_detail import detail
from sourcing_app.sandbox.shop.records import ShopOffer
from sourcing_app.sandbox.shop.rows import only, search_row
from sourcing_app.sandbox.shop.search import Page, cut_page
from sourcing_app.sandbox.shop.words import language_of

SELLER_ROW = (
    "imageUrl aigcImageUrl subject subjectTrans offerId isJxhy repurchaseRate monthSold traceInfo isOnePsale priceInfo "
    "createDate modifyDate isPatentProduct offerIdentities token promotionURL"
)
RECOMMENDED_ROW = (
    "imageUrl subject subjectTrans offerId monthSold repurchaseRate traceInfo isSelect promotionURL sellerIdentities"
)
RELATED_ROW = (
    "imageUrl subject subjectTrans offerId monthSold sellerIdentities offerIdentities topCategoryId secondCategoryId "
    "thirdCategoryId"
)


def done(result: Any, code: str = "200") -> dict[str, Any]:
    return {"result": {"success": True, "code": code, "message": "成功", "result": result}}


def refused(code: str, message: str) -> BusinessNo:
    return BusinessNo({"result": {"success": False, "code": code, "message": message}})


def page_of(page: Page, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """``data`` is missing when there is nothing on the page."""
    counts = {"totalRecords": page.total, "totalPage": page.pages, "pageSize": page.size, "currentPage": page.number}
    return counts | {"data": rows} if rows else counts


@answers("product.search.keywordQuery")
def keyword_query(call: Call) -> JsonValue:
    param = call.params["offerQueryParam"]
    language = language_of(param.get("country"))
    if not str(param.get("keyword") or "").strip() and not (param.get("categoryId") or param.get("categoryIdList")):
        raise refused("PARAM_ERROR", "关键词和类目不能同时为空")
    page = cut_page(call.world.shop.search.find(param, language), param)
    return done(page_of(page, [search_row(call.world, offer, language) for offer in page.offers]))


@answers("product.search.queryProductDetail")
def query_product_detail(call: Call) -> JsonValue:
    param = call.params["offerDetailParam"]
    offer = readable_offer(call, int(param["offerId"]))
    currency = str(param.get("currency") or "").upper() or None
    return done(detail(call.world, offer, language_of(param.get("country")), currency))


def readable_offer(call: Call, offer_id: int, no: Callable[[str, str], BusinessNo] = refused) -> ShopOffer:
    """Raises BusinessNo as the platform refuses: unknown, delisted, not for this app.

    no: the call's own form of a refusal, of a code and a message.
    """
    offer = call.world.shop.offer(offer_id)
    if offer is None or offer.status == "gone":
        raise no("SP0056", "商品不存在")
    if offer.status == "delisted" or call.world.off_sale(offer_id):
        raise no("SP0057", "该商品已下架")
    if offer.status == "forbidden":
        raise no("SP0058", "没有该商品的查询权限")
    return offer


@answers("product.search.querySellerOfferList")
def query_seller_offer_list(call: Call) -> JsonValue:
    param = call.params["offerQueryParam"]
    language = language_of(param.get("country"))
    supplier = call.world.shop.supplier(str(param["sellerOpenId"]))
    if supplier is None:
        raise refused("SELLER_NOT_FOUND", "卖家不存在")
    found = [offer for offer in call.world.shop.search.find(param, language) if offer.supplier is supplier]
    page = cut_page(found, param)
    rows = [
        only(search_row(call.world, offer, language), SELLER_ROW)
        | {"isSelect": "true" if "isSelect" in offer.marks else "false"}
        for offer in page.offers
    ]
    return done(page_of(page, rows))


@answers("product.search.offerRecommend")
def offer_recommend(call: Call) -> JsonValue:
    """A choice of the shop that differs from one downstream buyer to another."""
    param = call.params["recommendOfferParam"]
    language = language_of(param.get("country"))
    start = sum(map(ord, str(param.get("outMemberId") or ""))) % 97
    offers = [offer for offer in call.world.shop.listed if (offer.index + start) % 17 == 0]
    offers.sort(key=lambda offer: (-offer.month_sold, offer.offer_id))
    rows = []
    for offer in cut_page(offers, param).offers:
        row = search_row(call.world, offer, language)
        prices = only(row["priceInfo"], "price consignPrice")
        rows.append(only(row, RECOMMENDED_ROW) | {"priceInfo": prices, "onePsale": row["isOnePsale"]})
    return done(rows)


@answers("product.related.recommend")
def related_recommend(call: Call) -> JsonValue:
    """Offers of the same leaf that share the most words; at most ten a page."""
    param = call.params["relatedQueryParams"]
    language = language_of(param.get("language"))
    offer = readable_offer(call, int(param["offerId"]))
    mine = {id(phrase) for phrase in offer.phrases}
    others = [one for one in call.world.shop.listed if one.category is offer.category and one is not offer]
    others.sort(key=lambda one: (-sum(id(phrase) in mine for phrase in one.phrases), one.offer_id))
    page = cut_page(others, param | {"pageSize": min(10, int(param.get("pageSize") or 10))})
    rows = []
    for one in page.offers:
        row = search_row(call.world, one, language)
        rows.append(only(row, RELATED_ROW) | {"priceInfo": only(row["priceInfo"], "price")})
    return done(rows, "S0000")
