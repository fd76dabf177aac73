"""Searches: what is asked for, and the results. Rows come by fifty, so members are read directly and only what a card needs.

Source: contract product.search.keywordQuery, ProductInfo; product.search.imageQuery; the seed's searchOfferModelList.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from sourcing_app.domain.account import Dialect
from sourcing_app.domain.ids import CategoryId, ImageId, OfferId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import (
    FilterChoice,
    FilterConfig,
    FilterSection,
    Fulfilment,
    OfferPage,
    OfferSummary,
    SearchQuery,
    SupplierScore,
)
from sourcing_app.domain.picture import PreparedPicture, Region
from sourcing_app.errors import NO_PICTURE_ID, Refused
from sourcing_app.platform.offers.pictures_wire import picture_address
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import country, sort_text, wire_id
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
from sourcing_app.platform.transport.response import Response

MAX_PAGE_SIZE = 50
"""Source: quirks.md, 11."""

DEPTH_LIMIT = 2000
"""How many offers the platform lists at most. Source: quirks.md, 12."""

_NOTHING = Decimal(0)


def keyword_fields(query: SearchQuery, page: int = 1, page_size: int = MAX_PAGE_SIZE) -> Fields:
    """A search for words or a category. page: from 1; prices in yuan."""
    return {"keyword": query.keyword, **query_fields(query, page, page_size)}


def older_keyword_fields(query: SearchQuery, page: int = 1, page_size: int = MAX_PAGE_SIZE) -> Fields:
    """As ``keyword_fields``, in the older dialect."""
    return {"keyword": query.keyword, **query_fields(query, page, page_size, Dialect.SEED)}


def image_fields(
    image_id: ImageId, query: SearchQuery, page: int = 1, page_size: int = MAX_PAGE_SIZE, region: Region | None = None
) -> Fields:
    """A search by an uploaded picture, or the region of it that counts, which goes out as left,right,top,bottom
    (quirks.md, 19). query.keyword narrows the hits."""
    return _image(image_id, query, region) | query_fields(query, page, page_size)


def older_image_fields(
    image_id: ImageId, query: SearchQuery, page: int = 1, page_size: int = MAX_PAGE_SIZE, region: Region | None = None
) -> Fields:
    """As ``image_fields``, in the older dialect."""
    return _image(image_id, query, region) | query_fields(query, page, page_size, Dialect.SEED)


def _image(image_id: ImageId, query: SearchQuery, region: Region | None) -> Fields:
    part = f"{region.left},{region.right},{region.top},{region.bottom}" if region else None
    return {"imageId": image_id, "region": part, "keyword": query.keyword or None}


def query_fields(query: SearchQuery, page: int, page_size: int, dialect: Dialect = Dialect.LIVE) -> Fields:
    """All but the words; what is not asked for is None and so left out."""
    return {
        "country": country(query.language, dialect),
        "filter": ",".join(query.filters) or None,
        "sort": sort_text(query.sort.value, query.descending, dialect),
        "priceStart": query.price_from.as_text() if query.price_from else None,
        "priceEnd": query.price_to.as_text() if query.price_to else None,
        "categoryId": wire_id(query.category_id) if query.category_id else None,
        "beginPage": page,
        "pageSize": max(1, min(page_size, MAX_PAGE_SIZE)),
    }


def picture(prepared: PreparedPicture) -> Fields:
    """The JPEG as text."""
    return {"imageBase64": b64encode(prepared.jpeg).decode("ascii")}


def image_id(response: Response) -> ImageId:
    """No id, or "0", is a refusal whatever the flag says (quirks.md, 23)."""
    opened = response.opened
    found = id_text(opened.payload)
    if opened.ok and not found and (response.is_flagged_yes or not opened.code):
        raise Refused(NO_PICTURE_ID, opened.text, opened.request_id, response.endpoint.name, is_read=True)
    if not opened.ok or not found:
        raise response.refusal(opened)
    return ImageId(found)


def found(response: Response) -> OfferPage:
    """A page of results. A yes without one is no hits, or a page beyond the end."""
    return offer_page(page_object(response, response.payload()), *response.page())


def page_object(response: Response, payload: Json) -> dict[str, Json]:
    """What holds the rows; {} for a yes without any. Raises UnexpectedReply."""
    if payload is None and response.is_flagged_yes:
        return {}
    if not isinstance(payload, dict):
        raise response.unexpected("no object")
    return payload


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


def filter_fields(language: str) -> Fields:
    """Names in this language."""
    return {"country": language}


def older_filter_fields(language: str) -> Fields:
    """As ``filter_fields``, in the older dialect."""
    return {"country": country(language, Dialect.SEED)}


def filter_config(response: Response) -> FilterConfig:
    """The sections of type filter, without empty ones, and the keys to sort by. Contract: product.filterData.queryConfig."""
    found = response.strict_list("configList")
    sections = _of_type(found, "filter")
    sorts = tuple(choice for section in _of_type(found, "sort") for choice in section.choices)
    return FilterConfig(tuple(section for section in sections if section.choices), sorts)


def _of_type(found: list[Json], kind: str) -> tuple[FilterSection, ...]:
    return each([group for group in found if text(members(group).get("configType")) == kind], _section)[0]


def _section(group: dict[str, Json]) -> FilterSection:
    choices: list[FilterChoice] = []
    for item in map(members, rows(group.get("configList"))):
        name = plain(item.get("filterName"))
        if key := optional(item.get("choiceKey")):
            choices.append(FilterChoice(key, name or key))
        for value in map(members, rows(item.get("valueList"))):
            if key := optional(value.get("choiceKey")):
                choices.append(FilterChoice(key, plain(value.get("choiceName")) or key, name))
    return FilterSection(plain(group.get("configName")), tuple(choices))
