"""Whole offers from the wire: what ``offer_rows.py`` and ``offer_detail.py`` read, and all else that is told.

Source: contracts product.search.keywordQuery, product.search.imageQuery, product.search.queryProductDetail.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from sourcing_app.domain.ids import SkuId, SpecId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import MixRule, PriceTier, Shipping
from sourcing_app.domain.offer_facts import (
    AttributeValue,
    Certificate,
    Demand,
    Distribution,
    ForeignPrices,
    InvoiceSupport,
    OfferQuality,
    RecentRates,
    Size,
    SkuSize,
    WholeOffer,
    WholeOfferPage,
    WholeShipping,
    WholeSku,
    WholeSpecAttribute,
    WholeSummary,
    WholeTier,
)
from sourcing_app.platform.offers.offer_detail import offer_detail, sku_of
from sourcing_app.platform.offers.pictures_wire import picture_address
from sourcing_app.platform.offers.wire import category_ids, offer_page, offer_summary, page_object, region_of
from sourcing_app.platform.transport.fields import (
    Json,
    count,
    decimal,
    flag,
    fraction,
    id_text,
    members,
    plain,
    rows,
    text,
    texts,
    when,
    yuan,
)
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import Member, extended, many, one, read_members, shape

NO_CURRENCY = "XXX"
"""ISO 4217 for "no currency": of a foreign price that nobody asked for."""


def found_in_full(response: Response) -> WholeOfferPage:
    """As ``found``, with everything."""
    return whole_page(page_object(response, response.payload()), *response.page())


def offer_in_full(response: Response) -> object:
    """As ``offer``, with everything."""
    currency = text(response.asked.get("currency"))
    return response.record(lambda payload: whole_offer(payload, currency), response.object())


def whole_page(payload: dict[str, Json], page: int, asked_size: int) -> WholeOfferPage:
    """A page of results with everything. payload: of either dialect."""
    told = members(payload.get("picRegionInfo"))
    return extended(
        WholeOfferPage,
        offer_page(payload, page, asked_size, whole_summary),
        total_pages=count(payload.get("totalPage")),
        told_page=count(payload.get("currentPage")),
        searched=region_of(text(told.get("currentRegion"))),
    )


def whole_summary(row: dict[str, Json]) -> WholeSummary:
    """One row with everything. Raises ValueError without an id."""
    return extended(WholeSummary, offer_summary(row), **_OF_SUMMARY(row))


def whole_offer(payload: dict[str, Json], currency: str) -> WholeOffer:
    """The offer with everything. currency: asked for, "" for none. Raises ValueError without an id."""
    sale, foreign = members(payload.get("productSaleInfo")), _foreign(currency)
    shipping = members(payload.get("productShippingInfo"))
    promoted = flag(members(payload.get("promotionModel")).get("hasPromotion")) is not False
    offer = offer_detail(payload)
    return extended(
        WholeOffer,
        offer,
        **_OF_OFFER(payload) | _OF_SALE(sale),
        skus=many(lambda row: _whole_sku(row, promoted, foreign))(payload.get("productSkuInfos")),
        shipping=_whole_shipping(offer.shipping, shipping),
        listed_tiers=many(lambda row: _tier(row, promoted, foreign))(
            sale.get("priceRangeList") or sale.get("priceRanges")
        ),
        foreign=foreign(sale),
        category_ids=category_ids(*(payload.get(f"{level}CategoryId") for level in ("top", "second", "third"))),
    )


def _foreign(currency: str) -> Callable[[Json], ForeignPrices | None]:
    def money(value: Json) -> Money | None:
        number = decimal(value)
        return None if number is None else Money(number, currency or NO_CURRENCY)

    read = shape(
        ForeignPrices,
        price=("foreignCurrencyPrice", money), promotion=("foreignCurrencyPromotionPrice", money),
        retail=("foreignCurrencyRetailPrice", money),
    )  # fmt: skip

    def prices(row: Json) -> ForeignPrices | None:
        found = read(row)
        return found if found != ForeignPrices(None, None, None) else None

    return prices


def _whole_sku(row: dict[str, Json], promoted: bool, foreign: Callable[[Json], ForeignPrices | None]) -> WholeSku:
    sku = sku_of(row, promoted, {})
    told = [item for item in rows(row.get("skuAttributes") or row.get("skuAttribute")) if isinstance(item, dict)]
    attributes = tuple(
        extended(WholeSpecAttribute, attribute, **_OF_ATTRIBUTE(item))
        for attribute, item in zip(sku.attributes, told, strict=True)
    )
    return extended(WholeSku, sku, **_OF_SKU(row) | {"attributes": attributes}, foreign=foreign(row))


def _tier(row: dict[str, Json], promoted: bool, foreign: Callable[[Json], ForeignPrices | None]) -> WholeTier:
    usual, promotion = yuan(row.get("price")), yuan(row.get("promotionPrice"))
    price = (promotion if promoted else None) or usual
    if price is None:
        raise ValueError("no price")
    tier = PriceTier(max(1, count(row.get("startQuantity")) or 1), price)
    return extended(WholeTier, tier, usual_price=usual, promotion_price=promotion, foreign=foreign(row))


def _grams(value: Json) -> Decimal | None:
    """From kilograms."""
    number = decimal(value)
    return None if number is None else number * 1000


def _picture(value: Json) -> str:
    return picture_address(value) or ""


def _pictures(value: Json) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(found for item in listed if (found := _picture(item)))


def _split(value: Json) -> tuple[str, ...]:
    return tuple(part.strip() for part in text(value).split(";") if part.strip())


def _tags(value: Json) -> dict[str, bool]:
    """Tags with their truth; one without counts as none."""
    told = ((text(members(row).get("key")), flag(members(row).get("value"))) for row in rows(value))
    return {key: truth for key, truth in told if key and truth is not None}


def _mix(value: Json) -> MixRule | None:
    found = members(value)
    rule = MixRule(yuan(found.get("mixAmount")), count(found.get("mixNumber")))
    return rule if rule.min_amount is not None or rule.min_pieces is not None else None


_INVOICES = shape(
    InvoiceSupport,
    online=("supportOnlineInvoice", flag), fast=("supportFastInvoice", flag), kinds=("invoiceTypes", texts),
    taxpayer=("taxpayerType", plain),
)  # fmt: skip
_DEMAND = shape(
    Demand,
    carts_7_days=("addCartCount7d", count), buyers_7_days=("payBuyerCount7d", count),
    carts_30_days=("addCartCount30d", count), buyers_30_days=("payBuyerCount30d", count),
)  # fmt: skip
_RECENT = shape(
    RecentRates,
    perfect=("perfectFulfillmentRate7d", fraction), picked_up_24h=("pickupWithin24hRate7d", fraction),
    delayed=("delayedShippingRate7d", fraction),
)  # fmt: skip
_QUALITY = shape(
    OfferQuality,
    good_ratings=("offerApplauseRate", fraction), quality_refunds=("qualityRfdRate30d", fraction),
    repurchases=("repurchaseRate30d", fraction), picked_up_24h=("pickupRate24h30d", fraction),
    services=("kjFeaturedServices", _split),
)  # fmt: skip
_OF_SUMMARY = read_members(
    usual_price=("priceInfo.price", yuan), promotion_price=("priceInfo.promotionPrice", yuan),
    dropship_price=("priceInfo.consignPrice", yuan), supply_dropship_price=("priceInfo.jxhyPrice", yuan),
    supply_wholesale_price=("priceInfo.pfJxhyPrice", yuan), has_promotion=("promotionModel.hasPromotion", flag),
    promotion_kind=("promotionModel.promotionType", text), translated_picture_url=("aigcImageUrl", _picture),
    white_picture_url=("whiteImage", _picture), is_patented=("isPatentProduct", flag), is_select=("isSelect", flag),
    modified=("modifyDate", when), token=("token", text), sold_7_days=("sales7d", count),
    demand=("productTradeInfo", one(_DEMAND)), recent_rates=("productSimpleShippingInfo", one(_RECENT)),
    quality=("offerDataInfo", one(_QUALITY)), invoices=("invoiceInfo", one(_INVOICES)), company=("companyName", plain),
    company_address=("companyAddress", plain),
)  # fmt: skip


def _size(weight: Member, prefix: str = "") -> Callable[[Json], Size]:
    """Sides in centimetres under ``length`` or ``officialLength``. weight: under which name and in which unit."""
    sides = {f"{side}_cm": (prefix + side.title() if prefix else side, decimal) for side in _SIDES}
    return shape(Size, weight_g=weight, measured_by=("" if prefix else "pkgSizeSource", plain), **sides)


_SIDES = ("length", "width", "height")
_SIZE = _size(("weight", _grams))
_SIZE_IN_GRAMS = _size(("weight", decimal))
_OFFICIAL = _size(("officialWeight", _grams), "official")


def _whole_shipping(read: Shipping, row: dict[str, Json]) -> WholeShipping:
    return extended(
        WholeShipping, read, told=_SIZE(row) if row else None, official=_OFFICIAL(row) if row else None,
        skus=_sku_sizes(row),
    )  # fmt: skip


def _sku_sizes(shipping: dict[str, Json]) -> tuple[SkuSize, ...]:
    """Both lists: the first has grams and spec ids, the second kilograms and the platform's own measures."""
    plainly = [
        SkuSize(SkuId(id_text(row.get("skuId"))), SpecId(text(row.get("specId"))), _SIZE_IN_GRAMS(row))
        for row in map(members, rows(shipping.get("skuShippingInfoList")))
    ]
    closely = [
        SkuSize(
            SkuId(id_text(row.get("skuId"))),
            SpecId(text(row.get("specId"))),
            _SIZE(row),
            _OFFICIAL(row),
            _grams(row.get("aiWeight")),
            fraction(row.get("aiWeightAccuracy")),
        )
        for row in map(members, rows(shipping.get("skuShippingDetails")))
    ]
    return tuple(plainly + closely)


_CERTIFICATE = shape(
    Certificate,
    name=("certificateName", plain), code=("certificateCode", text), pictures=("certificatePhotoList", _pictures),
)  # fmt: skip
_VALUE = shape(
    AttributeValue,
    attribute_id=("attributeId|attributeID", id_text), name=("attributeName", plain), value=("value", plain),
    name_translated=("attributeNameTrans", plain), value_translated=("valueTrans", plain),
)  # fmt: skip
_OF_ATTRIBUTE = read_members(
    attribute_id=("attributeId|attributeID", id_text), translated_picture_url=("skuImageUrlTrans", _picture)
)
_OF_SKU = read_members(
    usual_price=("price", yuan), promotion_price=("promotionPrice", yuan),
    one_piece_price=("fenxiaoPriceInfo.onePiecePrice", yuan), distribution_price=("fenxiaoPriceInfo.offerPrice", yuan),
    dropship_price=("consignPrice", yuan), supply_dropship_price=("jxhyPrice", yuan),
    supply_wholesale_price=("pfJxhyPrice", yuan), retail_price=("retailPrice", yuan),
)  # fmt: skip
_DISTRIBUTION = shape(
    Distribution,
    freight_included=("onePieceFreePostage", flag), min_quantity=("startQuantity", count),
    one_piece_price=("onePiecePrice", yuan), price=("offerPrice", yuan),
)  # fmt: skip
_OF_SALE = read_members(
    distribution=("fenxiaoSaleInfo", one(_DISTRIBUTION)), dropship_price=("consignPrice", yuan),
    supply_dropship_price=("jxhyPrice", yuan), retail_price=("retailPrice", yuan),
)  # fmt: skip
_OF_OFFER = read_members(
    status=("status", text), category_name=("categoryName", plain),
    attribute_values=("productAttribute", many(_VALUE)), tags=("tagInfoList", _tags),
    has_promotion=("promotionModel.hasPromotion", flag), promotion_kind=("promotionModel.promotionType", text),
    mix=("sellerMixSetting", _mix), item_number=("productCargoNumber", plain),
    white_picture_url=("productImage.whiteImage", _picture),
    pictures_translated=("productImageTrans.images", _pictures),
    white_picture_translated_url=("productImageTrans.whiteImage", _picture),
    description_translated=("descriptionTrans", text), detail_video_url=("detailVideo", text),
    certificates=("certificateList", many(_CERTIFICATE)), invoices=("invoiceInfo", one(_INVOICES)),
    collected_48h=("sellerDataInfo.collect30DayWithin48HPercent", fraction),
    quality_refunds=("sellerDataInfo.qualityRefundWithin30Day", fraction), is_select=("isSelect", flag),
    created=("createDate", when), trace=("traceInfo", text),
)  # fmt: skip
