"""Offers as rows of search replies, in the live shape. Source: contracts product.search.*."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sourcing_app.sandbox.shop.records import ShopOffer

if TYPE_CHECKING:
    from sourcing_app.sandbox.world import World

HOST_PATH = "/img/ibank/"


def yuan(fen: int, offer: ShopOffer | None = None) -> str:
    """``12.50``; some sellers' prices come as ``12.5``, ``26`` or ``12.500``."""
    text = f"{fen // 100}.{fen % 100:02d}"
    if offer is None:
        return text
    if "many_decimals" in offer.flags:
        return text + "0"
    if offer.index % 5 == 1:
        return text.rstrip("0").rstrip(".")
    return text


def percent(share: float, digits: int = 0) -> str:
    return f"{share * 100:.{digits}f}%"


def moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%d %H:%M:%S")


def picture_url(world: World, name: str) -> str:
    return f"{world.base_url}{HOST_PATH}{name}"


def title_of(offer: ShopOffer, language: str) -> str:
    """With HTML entities where the seller's title has them."""
    title = offer.title(language)
    return title.replace(", ", " &amp; ", 1).replace("风", "风&nbsp;", 1) if "entities" in offer.flags else title


def trace(offer: ShopOffer) -> str:
    """Plain or percent-encoded; to be passed back as it is."""
    token = hashlib.md5(f"trace:{offer.offer_id}".encode()).hexdigest()[:20]
    if offer.index % 2:
        return f"object_id@{offer.offer_id}^object_type@offer^trace@{token}"
    return f"object_id%40{offer.offer_id}%5Eobject_type%40offer%5Etrace%40{token}"


def price_info(world: World, offer: ShopOffer) -> dict[str, str]:
    """List price of the cheapest SKU at the smallest quantity, promotion beside it."""
    override = world.price_override_fen(offer.offer_id)
    if override is not None:
        return {"price": yuan(override, offer)}
    info = {"price": yuan(offer.price_fen, offer)}
    if offer.consign_fen is not None:
        info["consignPrice"] = yuan(offer.consign_fen)
    if "jxhy" in offer.marks:
        info["jxhyPrice"] = yuan(offer.price_fen * 104 // 100)
        info["pfJxhyPrice"] = yuan(offer.price_fen * 98 // 100)
    if offer.promotion_fen is not None:
        info["promotionPrice"] = yuan(offer.promotion_fen, offer)
    return info


def has_promotion(world: World, offer: ShopOffer) -> bool:
    return offer.promotion_fen is not None and world.price_override_fen(offer.offer_id) is None


def promotion_model(world: World, offer: ShopOffer) -> dict[str, Any]:
    promoted = has_promotion(world, offer)
    return {"hasPromotion": promoted, "promotionType": "plus" if promoted and "plus" in offer.marks else None}


def identities(offer: ShopOffer) -> list[str]:
    return [name for name, mark in (("yx", "1688Selection"), ("select", "isSelect")) if mark in offer.marks]


def seller_data(offer: ShopOffer) -> dict[str, Any]:
    supplier = offer.supplier
    names = (
        "compositeServiceScore", "logisticsExperienceScore", "disputeComplaintScore", "offerExperienceScore",
        "afterSalesExperienceScore", "consultingExperienceScore",
    )  # fmt: skip
    rate = f"{supplier.repeat_rate:.4f}" if supplier.number % 3 else f"{supplier.repeat_rate * 100:.0f}"
    return {
        "tradeMedalLevel": str(supplier.medal),
        **{name: f"{score:.1f}" for name, score in zip(names, supplier.scores, strict=True)},
        "repeatPurchasePercent": rate,
    }


def invoice_info(offer: ShopOffer) -> dict[str, Any]:
    online = offer.supplier.number % 4 != 0
    kinds = ["普票", "专票"] if offer.supplier.number % 5 == 0 else ["普票"]
    taxpayer = (None, "一般纳税人", "小规模纳税人")[offer.supplier.number % 3]
    return {
        "supportOnlineInvoice": online,
        "supportFastInvoice": online and offer.supplier.number % 7 == 0,
        "invoiceTypes": kinds if online else [],
        "taxpayerType": taxpayer,
    }


def _shipping(offer: ShopOffer) -> dict[str, Any]:
    supplier = offer.supplier
    return {
        "shippingTimeGuarantee": f"shipIn{offer.ship_hours}Hours" if offer.ship_hours else None,
        "perfectFulfillmentRate30d": percent(supplier.collect_48h, 2),
        "pickupWithin24hRate30d": percent(supplier.collect_24h, 2),
        "qualityReturnRate30d": "" if offer.index % 3 == 0 else percent(0.001 * (offer.index % 9), 2),
        "perfectFulfillmentRate7d": percent(min(1.0, supplier.collect_48h + 0.001), 2),
        "pickupWithin24hRate7d": percent(supplier.collect_24h - 0.01, 2),
        "delayedShippingRate7d": percent(1 - supplier.collect_48h, 2),
    }


def _trade(offer: ShopOffer) -> dict[str, str]:
    week, month = offer.week_sold, offer.month_sold
    return {
        "addCartCount7d": str(week // 3), "payBuyerCount7d": str(week // 9),
        "addCartCount30d": str(month // 3), "payBuyerCount30d": str(month // 9),
    }  # fmt: skip


def search_row(world: World, offer: ShopOffer, language: str) -> dict[str, Any]:
    """A row of product.search.keywordQuery."""
    top, second, third = offer.path
    nullable: list[str] | None = None if "null_lists" in offer.flags else []
    return {
        "imageUrl": picture_url(world, offer.main_image),
        "aigcImageUrl": None,
        "subject": title_of(offer, "zh"),
        "subjectTrans": title_of(offer, language),
        "offerId": offer.offer_id,
        "isJxhy": "jxhy" in offer.marks,
        "priceInfo": price_info(world, offer),
        "repurchaseRate": percent(offer.repurchase),
        "monthSold": offer.month_sold,
        "traceInfo": trace(offer),
        "isOnePsale": "isOnePsale" in offer.marks,
        "sellerIdentities": list(offer.supplier.identities),
        "offerIdentities": identities(offer) or nullable,
        "tradeScore": f"{offer.score:.1f}",
        "whiteImage": None,
        "promotionModel": promotion_model(world, offer),
        "topCategoryId": top,
        "secondCategoryId": second,
        "thirdCategoryId": third,
        "isPatentProduct": "patent" in offer.marks,
        "createDate": moment(offer.created),
        "modifyDate": moment(offer.modified),
        "isSelect": "isSelect" in offer.marks,
        "minOrderQuantity": offer.min_quantity,
        "sellerDataInfo": {**seller_data(offer), "tpYear": offer.supplier.years},
        "productSimpleShippingInfo": _shipping(offer),
        "token": hashlib.md5(f"token:{offer.offer_id}".encode()).hexdigest()[:16],
        "promotionURL": f"https://detail.1688.com/offer/{offer.offer_id}.html?fromkv=sandbox",
        "sales7d": str(offer.week_sold),
        "productTradeInfo": _trade(offer),
        "invoiceInfo": invoice_info(offer),
    }


def image_row(world: World, offer: ShopOffer, language: str) -> dict[str, Any]:
    """A row of product.search.imageQuery: no white picture, but the seller and the offer's own rates."""
    row = search_row(world, offer, language)
    del row["aigcImageUrl"], row["whiteImage"]
    return row | {
        "companyName": offer.supplier.company,
        "companyAddress": offer.supplier.region.text,
        "offerDataInfo": {
            "offerApplauseRate": percent(0.9 + offer.score / 50, 1),
            "kjFeaturedServices": "C" if offer.index % 2 else "C;S",
            "qualityRfdRate30d": "0%",
            "repurchaseRate30d": percent(offer.repurchase, 1),
            "pickupRate24h30d": percent(offer.supplier.collect_24h),
        },
    }


def only(row: dict[str, Any], names: str) -> dict[str, Any]:
    """The members that a smaller row has."""
    return {name: row[name] for name in names.split() if name in row}
