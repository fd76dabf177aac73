"""An offer's own page in the live shape. Source: contract product.search.queryProductDetail."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sourcing_app.sandbox.shop.records import ShopOffer, ShopSku
from sourcing_app.sandbox.shop.rows import (
    has_promotion,
    identities,
    invoice_info,
    moment,
    picture_url,
    promotion_model,
    seller_data,
    title_of,
    trace,
    yuan,
)
from sourcing_app.sandbox.shop.words import say

if TYPE_CHECKING:
    from sourcing_app.sandbox.world import World

CURRENCIES = {
    "USD": "0.1405", "HKD": "1.0940", "JPY": "21.60", "KRW": "203.0", "VND": "3640", "RUB": "11.40", "EUR": "0.1205",
    "THB": "4.62", "IDR": "2330", "MYR": "0.585", "SGD": "0.182", "GBP": "0.1052",
}  # fmt: skip
"""Units of the currency for one yuan: the sandbox's own fixed rates."""


def detail(world: World, offer: ShopOffer, language: str, currency: str | None) -> dict[str, Any]:
    return _Page(world, offer, language, currency).whole()


class _Page:
    def __init__(self, world: World, offer: ShopOffer, language: str, currency: str | None) -> None:
        self.world, self.offer, self.language = world, offer, language
        self.rate = Decimal(CURRENCIES[currency]) if currency in CURRENCIES else None
        self.promoted = has_promotion(world, offer)

    def whole(self) -> dict[str, Any]:
        offer = self.offer
        page = self._names() | self._what_it_is() | self._what_it_costs()
        if offer.skus:
            page["productSkuInfos"] = [self._sku(sku) for sku in offer.skus]
        elif offer.index % 3:
            page["productSkuInfos"] = None if offer.index % 3 == 1 else []
        if "null_lists" in offer.flags:
            page |= {"tagInfoList": None, "certificateList": None, "sellingPoint": None}
        return page

    def _names(self) -> dict[str, Any]:
        """Which offer it is, whose, and where it is listed."""
        offer = self.offer
        top, second, third = offer.path
        return {
            "offerId": offer.offer_id,
            "categoryId": offer.category_id,
            "categoryName": offer.category.name["zh"] if "category_named" in offer.flags else None,
            "topCategoryId": top,
            "secondCategoryId": second,
            "thirdCategoryId": third,
            "subject": title_of(offer, "zh"),
            "subjectTrans": title_of(offer, self.language),
            "status": "published",
            "createDate": moment(offer.created),
            "sellerOpenId": offer.supplier.open_id,
            "companyName": offer.supplier.company,
            "productCargoNumber": offer.cargo_number,
            "promotionUrl": f"https://detail.1688.com/offer/{offer.offer_id}.html?kjSource=pc",
            "traceInfo": trace(offer),
        }

    def _what_it_is(self) -> dict[str, Any]:
        offer = self.offer
        return {
            "description": self._description(),
            "descriptionTrans": None,
            "mainVideo": None if offer.index % 2 else "",
            "detailVideo": "",
            "productImage": self._images(),
            "productImageTrans": None,
            "productAttribute": self._attributes(),
            "productShippingInfo": self._shipping(),
            "tagInfoList": self._tags(),
            "sellingPoint": self._selling_points(),
            "offerIdentities": [*identities(offer), *offer.supplier.identities],
            "isJxhy": "jxhy" in offer.marks,
            "isSelect": "true" if "isSelect" in offer.marks else "false",
            "certificateList": [],
        }

    def _what_it_costs(self) -> dict[str, Any]:
        """Prices, how it is sold, and how it has sold."""
        offer = self.offer
        return {
            "productSaleInfo": self._sale(),
            "minOrderQuantity": offer.min_quantity,
            "batchNumber": offer.lot_size,
            "sellerMixSetting": self._mix(),
            "channelPrice": self._channel(),
            "promotionModel": promotion_model(self.world, offer),
            "invoiceInfo": invoice_info(offer),
            "soldOut": str(offer.total_sold),
            "tradeScore": f"{offer.score:.1f}",
            "sellerDataInfo": {
                **seller_data(offer),
                "collect30DayWithin48HPercent": f"{offer.supplier.collect_48h:.4f}",
                "qualityRefundWithin30Day": f"{0.001 * (offer.index % 9):.3f}",
            },
        }

    def _description(self) -> str:
        base = self.world.base_url
        text = self.offer.details.description.replace("{noscheme}", "//" + base.partition("//")[2])
        return text.replace("{base}", base)

    def _images(self) -> dict[str, Any]:
        details = self.offer.details
        white = details.white_image and picture_url(self.world, details.white_image)
        return {"images": [picture_url(self.world, name) for name in details.images], "whiteImage": white}

    def _attributes(self) -> list[dict[str, str]]:
        return [
            {
                "attributeId": str(row.attribute_id),
                "attributeName": row.name["zh"],
                "value": row.value["zh"],
                "attributeNameTrans": say(row.name, self.language),
                "valueTrans": say(row.value, self.language),
            }
            for row in self.offer.details.attributes
        ]

    def _foreign(self, fen: int | None) -> float | None:
        return None if fen is None or self.rate is None else float(round(self.rate * fen / 100, 2))

    def _override(self, sku: ShopSku) -> int | None:
        """A price set by a control call for the SKU, or for the whole offer."""
        own = self.world.price_override_fen(self.offer.offer_id, sku.spec_id)
        return self.world.price_override_fen(self.offer.offer_id) if own is None else own

    def _sku(self, sku: ShopSku) -> dict[str, Any]:
        offer = self.offer
        override = self._override(sku)
        price = sku.price_fen if override is None else override
        promotion = sku.promotion_fen if self.promoted and override is None else None
        row: dict[str, Any] = {
            "amountOnSale": self.world.stock(offer.offer_id, sku.spec_id),
            "skuId": sku.sku_id,
            "specId": sku.spec_id,
            "skuAttributes": [self._sku_attribute(value) for value in sku.attributes],
            "cargoNumber": sku.cargo_number,
        }
        if price is not None:
            row["price"] = yuan(price, offer)
            row["foreignCurrencyPrice"] = self._foreign(price)
            row["retailPrice"] = yuan(price * 8 // 5)
        if promotion is not None:
            row["promotionPrice"] = yuan(promotion, offer)
            row["foreignCurrencyPromotionPrice"] = self._foreign(promotion)
        if sku.consign_fen is not None:
            row["consignPrice"] = yuan(sku.consign_fen)
            row["fenxiaoPriceInfo"] = {
                "onePiecePrice": yuan(sku.consign_fen + 500),
                "offerPrice": yuan(sku.consign_fen),
            }
        return {name: value for name, value in row.items() if value is not None}

    def _sku_attribute(self, value: Any) -> dict[str, Any]:
        row = {
            "attributeId": value.attribute_id,
            "attributeName": value.name["zh"],
            "attributeNameTrans": say(value.name, self.language),
            "value": value.value["zh"],
            "valueTrans": say(value.value, self.language),
        }
        return row | {"skuImageUrl": picture_url(self.world, value.image)} if value.image else row

    def _sale(self) -> dict[str, Any]:
        offer = self.offer
        override = self.world.price_override_fen(offer.offer_id)
        steps = []
        for step in offer.tiers:
            price = step.price_fen if override is None else override
            promotion = step.promotion_fen if self.promoted else None
            rows = {
                "startQuantity": step.start_quantity,
                "price": yuan(price, offer),
                "promotionPrice": None if promotion is None else yuan(promotion, offer),
                "foreignCurrencyPrice": self._foreign(price),
                "foreignCurrencyPromotionPrice": self._foreign(promotion),
            }
            steps.append({name: value for name, value in rows.items() if value is not None})
        sale: dict[str, Any] = {
            "amountOnSale": self.world.stock(offer.offer_id),
            "priceRangeList": steps,
            "quoteType": offer.quote_type,
            "unitInfo": {"unit": offer.unit["zh"], "transUnit": say(offer.unit, self.language)},
        }
        if offer.consign_fen is not None:
            sale["consignPrice"] = yuan(offer.consign_fen)
            sale["fenxiaoSaleInfo"] = {
                "onePieceFreePostage": offer.free_shipping,
                "startQuantity": 1,
                "onePiecePrice": yuan(offer.consign_fen + 500),
                "offerPrice": yuan(offer.consign_fen),
            }
        return sale

    def _shipping(self) -> dict[str, Any]:
        offer = self.offer
        info: dict[str, Any] = {
            "sendGoodsAddressText": offer.supplier.region.text,
            "shippingTimeGuarantee": f"shipIn{offer.ship_hours}Hours" if offer.ship_hours else None,
        }
        if offer.weight_g is None or offer.size_cm is None:
            return info
        length, width, height = offer.size_cm
        size = {"length": length, "width": width, "height": height}
        grams = [(sku, sku.weight_g or offer.weight_g) for sku in offer.skus]
        source = ("商家自填", "预测-同款放大", "官方测量")[offer.index % 3]
        return info | {
            "weight": offer.weight_g / 1000,
            **size,
            "pkgSizeSource": source,
            "skuShippingInfoList": [
                {"specId": sku.spec_id, "skuId": sku.sku_id, **size, "weight": weight} for sku, weight in grams
            ],
            "skuShippingDetails": [
                {"skuId": str(sku.sku_id), **size, "weight": weight / 1000, "pkgSizeSource": source}
                for sku, weight in grams
            ],
        }

    def _tags(self) -> list[dict[str, Any]]:
        marks = self.offer.marks
        pairs = {
            "isOnePsale": "isOnePsale", "isOnePsaleFreePostage": "isOnePsaleFreePost", "isSupportMix": "mix",
            "noReason7DReturn": "noReason7DReturn", "1688_yx": "1688Selection", "new7": "new7", "new30": "new30",
            "isQqyx": "isQqyx", "select": "isSelect",
        }  # fmt: skip
        return [{"key": key, "value": mark in marks} for key, mark in pairs.items()]

    def _mix(self) -> dict[str, Any] | None:
        mix = self.offer.mix
        if mix is None:
            return None if self.offer.index % 2 else {"generalHunpi": False}
        return {"generalHunpi": True, "mixAmount": mix.amount_yuan, "mixNumber": mix.pieces}

    def _channel(self) -> dict[str, Any] | None:
        rows = [
            {"skuId": sku.sku_id, "currentPrice": yuan(sku.channel_fen)}
            for sku in self.offer.skus
            if sku.channel_fen is not None and self._override(sku) is None
        ]
        return {"channelSkuPriceList": rows} if rows else None

    def _selling_points(self) -> list[str]:
        return [say(phrase, self.language) for phrase in self.offer.phrases[3:6]]
