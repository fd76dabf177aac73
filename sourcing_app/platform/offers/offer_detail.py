"""The page of an offer from the wire. Source: contract product.search.queryProductDetail, live and seed spelling."""

from __future__ import annotations

from decimal import Decimal

from sourcing_app.domain.account import Dialect
from sourcing_app.domain.ids import CategoryId, OfferId, SkuId, SpecId, SupplierId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import (
    MixRule,
    Offer,
    OfferAttribute,
    PriceTier,
    QuoteType,
    Shipping,
    Sku,
    SpecAttribute,
    Supplier,
    SupplierScore,
)
from sourcing_app.platform.offers.pictures_wire import picture_address
from sourcing_app.platform.offers.wire import supplier_score
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import country, wire_id
from sourcing_app.platform.transport.fields import (
    Json,
    count,
    decimal,
    each,
    flag,
    id_text,
    members,
    optional,
    plain,
    rows,
    text,
    texts,
    yuan,
)
from sourcing_app.platform.transport.response import Response

_SELLER_MARKS = frozenset({"super_factory", "powerful_merchants", "tp_member"})
_OFF_SALE = frozenset(
    {"member expired", "auto expired", "expired", "member deleted", "deleted", "TBD", "auditing", "untread"}
)
_ABSURD_WEIGHT_KG = 100
"""Above this a weight was typed wrongly. Source: quirks.md, 37."""


def detail_fields(offer_id: OfferId, language: str, currency: str = "") -> Fields:
    """One offer. language: of the translation; currency: ISO, for the foreign prices, "" for none."""
    return {"offerId": wire_id(offer_id), "country": language, "currency": currency or None}


def older_detail_fields(offer_id: OfferId, language: str, currency: str = "") -> Fields:
    """As ``detail_fields``, in the older dialect."""
    return detail_fields(offer_id, country(language, Dialect.SEED), currency)


def offer(response: Response) -> Offer:
    """The offer of an answer. Raises UnexpectedReply without an id."""
    return response.record(offer_detail, response.object())


def offer_detail(payload: dict[str, Json]) -> Offer:
    """The offer. Raises ValueError without an id."""
    get = payload.get
    offer_id = id_text(get("offerId"))
    if not offer_id:
        raise ValueError("no offer id")
    promoted = flag(members(get("promotionModel")).get("hasPromotion")) is not False
    sale = members(get("productSaleInfo"))
    skus = _skus(rows(get("productSkuInfos")), promoted)
    quote_type = _quote_type(sale, skus)
    tiers = _tiers(rows(sale.get("priceRangeList") or sale.get("priceRanges")), promoted)
    priced_by_sku = quote_type is QuoteType.BY_SKU and bool(skus) and all(sku.unit_price for sku in skus)
    unit = members(sale.get("unitInfo"))
    identities = texts(get("offerIdentities"))
    tags = [text(tag.get("key")) for tag in rows(get("tagInfoList")) if flag(members(tag).get("value"))]
    stock = count(sale.get("amountOnSale"))
    return Offer(
        offer_id=OfferId(offer_id),
        title=plain(get("subject")),
        title_translated=optional(get("subjectTrans")),
        pictures=_pictures(get("productImage")),
        supplier=_supplier(payload, identities),
        quote_type=quote_type,
        tiers=() if priced_by_sku else tiers,
        skus=skus,
        min_quantity=max(1, count(get("minOrderQuantity")) or 1),
        lot_size=max(1, count(get("batchNumber")) or 1),
        stock=sum(sku.stock for sku in skus) if stock is None else max(0, stock),
        unit=plain(unit.get("unit")),
        unit_translated=optional(unit.get("transUnit")),
        mix_rule=_mix_rule(members(get("sellerMixSetting"))),
        category_id=CategoryId(found) if (found := id_text(get("categoryId"))) else None,
        attributes=_attributes(rows(get("productAttribute"))),
        description_html=description if (description := get("description")).__class__ is str else "",
        shipping=_shipping(members(get("productShippingInfo"))),
        sold_total=count(get("soldOut")),
        score=decimal(get("tradeScore")),
        marks=tuple(dict.fromkeys([*(mark for mark in identities if mark not in _SELLER_MARKS), *tags])),
        is_selected_supply=flag(get("isJxhy")) is True,
        one_piece="isOnePsale" in tags or "isOnePsaleFreePostage" in tags,
        invoice_types=texts(members(get("invoiceInfo")).get("invoiceTypes")),
        selling_points=texts(get("sellingPoint")) if isinstance(get("sellingPoint"), list) else (),
        video_url=optional(get("mainVideo")),
        page_url=optional(get("promotionUrl"))
        or optional(get("promotionURL"))
        or f"https://detail.1688.com/offer/{offer_id}.html",
        available=text(get("status")) not in _OFF_SALE,
        channel_prices=_channel_prices(members(get("channelPrice"))),
    )


def _skus(found: list[Json], promoted: bool) -> tuple[Sku, ...]:
    """Unreadable SKUs are left out: they could not be ordered. Equal attributes of many SKUs are one object."""
    known: dict[tuple[Json, ...], SpecAttribute] = {}
    return each(found, lambda row: sku_of(row, promoted, known))[0]


def sku_of(row: dict[str, Json], promoted: bool, known: dict[tuple[Json, ...], SpecAttribute]) -> Sku:
    """One SKU. known: attributes that were read before. Raises ValueError without a spec id."""
    get = row.get
    spec_id = text(get("specId"))
    if not spec_id:
        raise ValueError("no spec id")
    price, before = _sku_prices(get("price"), get("promotionPrice") if promoted else None)
    attributes = get("skuAttributes") or get("skuAttribute")
    return Sku(
        SkuId(id_text(get("skuId"))),
        SpecId(spec_id),
        tuple([_attribute(item, known) for item in rows(attributes) if item.__class__ is dict]),
        max(0, count(get("amountOnSale")) or 0),
        price,
        before,
        optional(get("cargoNumber")),
    )


def _sku_prices(price: Json, promotion: Json) -> tuple[Money | None, Money | None]:
    """(what it costs, what it cost before a promotion). The promotion price can stand alone (quirks.md, 30)."""
    usual = yuan(price)
    if promotion is None or (reduced := yuan(promotion)) is None:
        return usual, None
    return reduced, usual


def _attribute(row: dict[str, Json], known: dict[tuple[Json, ...], SpecAttribute]) -> SpecAttribute:
    """The value stays letter by letter as the seller wrote it: it is sent back unchanged."""
    get = row.get
    name, value, picture = get("attributeName"), get("value"), get("skuImageUrl")
    key = (name, value, picture)
    try:
        return known[key]
    except KeyError:
        made = SpecAttribute(
            plain(name),
            value if value.__class__ is str else text(value),
            optional(get("attributeNameTrans")),
            optional(get("valueTrans")),
            picture_address(picture) or None,
        )
        known[key] = made
        return made


def _quote_type(sale: dict[str, Json], skus: tuple[Sku, ...]) -> QuoteType:
    """As told; the seed does not tell, then by what there is."""
    told = count(sale.get("quoteType"))
    if told in (0, 1, 2):
        return QuoteType(told)
    if any(sku.unit_price for sku in skus):
        return QuoteType.BY_SKU
    return QuoteType.BY_RANGE_WITH_SKUS if skus else QuoteType.BY_RANGE


def _tiers(found: list[Json], promoted: bool) -> tuple[PriceTier, ...]:
    """Ascending, the last one of equal quantities."""

    def decode(row: dict[str, Json]) -> PriceTier:
        price, _ = _sku_prices(row.get("price"), row.get("promotionPrice") if promoted else None)
        if price is None:
            raise ValueError("no price")
        return PriceTier(max(1, count(row.get("startQuantity")) or 1), price)

    by_quantity = {tier.from_quantity: tier for tier in each(found, decode)[0]}
    return tuple(by_quantity[quantity] for quantity in sorted(by_quantity))


def _pictures(value: Json) -> tuple[str, ...]:
    image = members(value)
    found = [picture_address(item) for item in rows(image.get("images"))]
    if not any(found):
        found = [picture_address(image.get("images")), picture_address(image.get("whiteImage"))]
    return tuple(dict.fromkeys(item for item in found if item))


def _supplier(payload: dict[str, Json], identities: tuple[str, ...]) -> Supplier:
    return Supplier(
        SupplierId(text(payload.get("sellerOpenId"))),
        plain(payload.get("companyName")),
        supplier_score(payload.get("sellerDataInfo")) or SupplierScore(),
        tuple(mark for mark in identities if mark in _SELLER_MARKS),
    )


def _mix_rule(setting: dict[str, Json]) -> MixRule | None:
    if flag(setting.get("generalHunpi")) is not True:
        return None
    return MixRule(yuan(setting.get("mixAmount")), count(setting.get("mixNumber")))


def _attributes(found: list[Json]) -> tuple[OfferAttribute, ...]:
    """One row per value on the wire, one attribute with all its values here."""
    grouped: dict[str, tuple[str | None, list[tuple[str, str | None]]]] = {}
    for row in found:
        get = members(row).get
        name, value = plain(get("attributeName")), plain(get("value"))
        if not name or not value:
            continue
        values = grouped.setdefault(name, (optional(get("attributeNameTrans")), []))[1]
        if all(value != known for known, _ in values):
            values.append((value, optional(get("valueTrans"))))
    return tuple(
        OfferAttribute(
            name, tuple(value for value, _ in values), translated, tuple(trans or value for value, trans in values)
        )
        for name, (translated, values) in grouped.items()
    )


def _shipping(info: dict[str, Json]) -> Shipping:
    weight = decimal(info.get("weight")) or decimal(info.get("officialWeight"))
    grams = int(weight * 1000) if weight is not None and 0 < weight <= _ABSURD_WEIGHT_KG else None
    return Shipping(
        origin=optional(info.get("sendGoodsAddressText")),
        weight_g=grams,
        size_mm=_size_mm(info, "length", "width", "height")
        or _size_mm(info, "officialLength", "officialWidth", "officialHeight"),
        measured_by=optional(info.get("pkgSizeSource")),
        promise=optional(info.get("shippingTimeGuarantee")),
    )


def _size_mm(info: dict[str, Json], length: str, width: str, height: str) -> tuple[int, int, int] | None:
    """Wire: centimetres."""
    sizes = [decimal(info.get(name)) for name in (length, width, height)]
    whole = [int(size * 10) for size in sizes if size is not None and Decimal(0) < size < 10000]
    return (whole[0], whole[1], whole[2]) if len(whole) == 3 else None


def _channel_prices(info: dict[str, Json]) -> dict[SkuId, Money]:
    prices: dict[SkuId, Money] = {}
    for row in rows(info.get("channelSkuPriceList")):
        price, sku_id = yuan(members(row).get("currentPrice")), id_text(members(row).get("skuId"))
        if price is not None and sku_id:
            prices[SkuId(sku_id)] = price
    return prices
