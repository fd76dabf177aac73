"""Search results from the wire. This runs for fifty rows a page, so it reads members directly and only what a card needs.

Source: contract product.search.keywordQuery, ProductInfo; product.search.imageQuery; the seed's searchOfferModelList.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from sourcing_app.domain.ids import CategoryId, OfferId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import Fulfilment, OfferPage, OfferSummary, SupplierScore
from sourcing_app.domain.picture import Region
from sourcing_app.platform.offers.pictures_wire import picture_address
from sourcing_app.platform.transport.fields import (
    Json,
    count,
    decimal,
    each,
    flag,
    fraction,
    id_text,
    members,
    optional,
    plain,
    rows,
    text,
    texts,
    when,
    yuan,
)

DEPTH_LIMIT = 2000
"""How many offers the platform lists at most. Source: quirks.md, 12."""

_NOTHING = Decimal(0)


def offer_page(
    payload: dict[str, Json],
    page: int,
    asked_size: int,
    decode: Callable[[dict[str, Json]], OfferSummary] | None = None,
) -> OfferPage:
    """A page of results, each offer once, unreadable rows counted. payload: of either dialect; decode: of a row."""
    found = rows(payload.get("data") or payload.get("searchOfferModelList"))
    decoded, skipped = each(found, decode or offer_summary)
    once = {offer.offer_id: offer for offer in reversed(decoded)}
    offers = decoded if len(once) == len(decoded) else tuple(once[key] for key in reversed(once))
    size = count(payload.get("pageSize")) or asked_size
    before = (page - 1) * size + len(found)
    total = count(payload.get("totalRecords"))
    more = bool(found) and before < DEPTH_LIMIT and (before < total if total is not None else len(found) >= size)
    told = members(payload.get("picRegionInfo"))
    things = tuple(region for part in text(told.get("yoloCropRegion")).split(";") if (region := region_of(part)))
    return OfferPage(offers, before if total is None else max(total, 0), page, size, more, skipped, things)


def region_of(found: str) -> Region | None:
    """``left,right,top,bottom``; None where it is no rectangle. Source: quirks.md, 19."""
    numbers = [count(part.strip()) for part in found.split(",")]
    whole = [number for number in numbers if number is not None]
    if len(whole) != 4 or len(numbers) != 4 or min(whole) < 0:
        return None
    return Region(left=whole[0], right=whole[1], top=whole[2], bottom=whole[3])


def offer_summary(row: dict[str, Json]) -> OfferSummary:
    """One row. Raises ValueError without an id: such a row is of no use."""
    get = row.get
    offer_id = id_text(get("offerId") or get("itemId") or get("productId"))
    if not offer_id:
        raise ValueError("no offer id")
    one_piece = flag(get("isOnePsale", get("onePsale"))) is True
    prices = members(get("priceInfo"))
    unit_price, list_price = _prices(prices, get("promotionModel"))
    sold = get("monthSold")
    return OfferSummary(
        OfferId(offer_id),
        plain(get("subject")),
        optional(get("subjectTrans") or get("translateTitle")),
        picture_address(get("imageUrl") or get("imgUrl") or get("whiteImage")),
        unit_price,
        list_price,
        yuan(prices.get("consignPrice")) if one_piece else None,
        max(1, count(get("minOrderQuantity")) or 1),
        count(sold if sold is not None else get("monthSoldOut")),
        fraction(get("repurchaseRate")),
        decimal(get("tradeScore")),
        flag(get("isJxhy")) is True,
        one_piece,
        _words(get("sellerIdentities")),
        _words(get("offerIdentities")),
        category_ids(get("topCategoryId"), get("secondCategoryId"), get("thirdCategoryId")),
        supplier_score(get("sellerDataInfo")),
        _fulfilment(get("productSimpleShippingInfo")),
        text(get("promotionURL")) or text(get("promotionUrl")) or None,
        when(get("createDate")),
        None,
        text(get("traceInfo")) or None,
        text(get("companyName")),
    )


def category_ids(*found: Json) -> tuple[CategoryId, ...]:
    """From the top down; ids mostly come as numbers."""
    return tuple([CategoryId(own) for value in found if value is not None and (own := id_text(value))])


def _words(value: Json) -> tuple[str, ...]:
    """Marks of a row, a list of plain words."""
    if value.__class__ is list:
        return tuple([word for word in value if word.__class__ is str])
    return texts(value) if value else ()


def _prices(prices: dict[str, Json], promotion: Json) -> tuple[Money | None, Money | None]:
    """(what a unit costs, what it cost before a promotion): the promotion price only where the promotion holds."""
    price = yuan(prices.get("price"))
    promoted = prices.get("promotionPrice")
    if promoted is None or (price is not None and flag(members(promotion).get("hasPromotion")) is not True):
        return price, None
    return yuan(promoted) or price, price


def supplier_score(value: Json) -> SupplierScore | None:
    """Source: SellerDataInfo, of search and detail. Suppliers repeat from row to row, so equal ones are one record."""
    if value.__class__ is not dict or not value:
        return None
    try:
        return _known_score(tuple(value.items()))
    except TypeError:  # a list or an object among the values
        return _score(value)


@lru_cache(maxsize=1024)
def _known_score(items: tuple[tuple[str, Json], ...]) -> SupplierScore:
    return _score(dict(items))


def _score(value: dict[str, Json]) -> SupplierScore:
    get = value.get
    return SupplierScore(
        decimal(get("compositeServiceScore")),
        decimal(get("logisticsExperienceScore")),
        decimal(get("disputeComplaintScore")),
        decimal(get("offerExperienceScore")),
        decimal(get("afterSalesExperienceScore")),
        decimal(get("consultingExperienceScore")),
        fraction(get("repeatPurchasePercent")),
        count(get("tradeMedalLevel")),
        count(get("tpYear")),
    )


def _fulfilment(value: Json) -> Fulfilment | None:
    """An empty rate means 0 here, a missing one nothing. Source: SimpleShipping."""
    if value.__class__ is not dict or not value:
        return None
    get = value.get
    return Fulfilment(
        text(get("shippingTimeGuarantee")) or None,
        _rate(get("perfectFulfillmentRate30d")),
        _rate(get("pickupWithin24hRate30d")),
        _rate(get("qualityReturnRate30d")),
    )


def _rate(value: Json) -> Decimal | None:
    return _NOTHING if value == "" else fraction(value)
