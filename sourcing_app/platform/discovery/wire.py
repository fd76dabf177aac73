"""Finding offers by other roads than words and pictures: of a supplier, alike, recommended, ranked; and what to search for.

Beyond the solution document.
"""

from __future__ import annotations

from dataclasses import replace

from sourcing_app.domain.ids import CategoryId, OfferId, SupplierId
from sourcing_app.domain.insight import HotKeyword, RankedOffer, Ranking, RankingKind, Refinement, RefinementGroup
from sourcing_app.domain.offer import OfferPage, SearchQuery
from sourcing_app.platform.offers.offer_facts import whole_page
from sourcing_app.platform.offers.pictures_wire import picture_address
from sourcing_app.platform.offers.wire import offer_page, page_object, query_fields
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.fields import (
    Json,
    at_least,
    count,
    decimal,
    each,
    id_text,
    optional,
    plain,
    rows,
    text,
    texts,
)
from sourcing_app.platform.transport.response import Response

MAX_RELATED = 10
MAX_RANKED = 20


def supplier_fields(supplier_id: SupplierId, query: SearchQuery, page: int = 1, page_size: int = 20) -> Fields:
    """A supplier's offers, narrowed like a search. page from 1; prices in yuan."""
    return {
        "sellerOpenId": supplier_id,
        "keyword": query.keyword or None,
        **query_fields(query, page, page_size),
    }


def of_supplier(response: Response) -> OfferPage:
    """A page as in a keyword search; a yes without one is no hits."""
    return offer_page(page_object(response, response.strict()), *response.page())


def of_supplier_in_full(response: Response) -> OfferPage:
    """As ``of_supplier``, with everything."""
    return whole_page(page_object(response, response.strict()), *response.page())


def recommended_fields(out_member_id: str, language: str, page: int = 1, page_size: int = 20) -> Fields:
    """Offers chosen for an end user; page from 1, until one is empty or repeats."""
    return {"beginPage": page, "pageSize": page_size, "country": language, "outMemberId": out_member_id}


def recommended(response: Response) -> OfferPage:
    """A plain list without counts. Prices in yuan."""
    return offer_page({"data": response.strict_list("offerId")}, *response.page())


def recommended_in_full(response: Response) -> OfferPage:
    """As ``recommended``, with everything."""
    return whole_page({"data": response.strict_list("offerId")}, *response.page())


def related_fields(offer_id: OfferId, language: str, page: int = 1, page_size: int = MAX_RELATED) -> Fields:
    """Offers like this one, at most ten a page."""
    return {
        "offerId": wire_id(offer_id),
        "pageNo": page,
        "pageSize": min(page_size, MAX_RELATED),
        "language": language,
    }


def related(response: Response) -> OfferPage:
    """A plain list without counts. Its ``monthSold`` are 90 days, so those of 30 are unknown.

    Source: contract product.related.recommend.
    """
    page = offer_page({"data": response.strict_list("offerId")}, *response.page("pageNo"))
    return replace(page, offers=tuple(replace(one, sold_30_days=None) for one in page.offers))


def related_in_full(response: Response) -> OfferPage:
    """As ``related``, with everything."""
    page = whole_page({"data": response.strict_list("offerId")}, *response.page("pageNo"))
    return replace(
        page, offers=tuple(replace(one, sold_30_days=None, sold_90_days=one.sold_30_days) for one in page.offers)
    )


def navigation_fields(keyword: str, locale: str = "en_US", region: str = "US", currency: str = "USD") -> Fields:
    """How a search for these words can be narrowed. locale, region: not the short codes of the other calls."""
    return {"keyword": keyword, "language": locale, "region": region, "currency": currency}


def hot_keyword_fields(category_id: CategoryId, language: str) -> Fields:
    """What others search for in a category."""
    return {"country": language, "sourceId": category_id, "hotKeywordType": "cate"}


def ranking_fields(category_id: CategoryId, kind: RankingKind, language: str, limit: int = MAX_RANKED) -> Fields:
    """The best offers of a category, at most twenty."""
    return {"rankId": category_id, "rankType": kind.value, "limit": min(limit, MAX_RANKED), "language": language}


def navigation(response: Response) -> tuple[RefinementGroup, ...]:
    """Groups with their values."""
    return each(response.strict_list("id"), _group)[0]


def _group(row: dict[str, Json]) -> RefinementGroup:
    values, _ = each(rows(row.get("children")), _refinement)
    return RefinementGroup(_needed(row, "id"), plain(row.get("name")), optional(row.get("translateName")), values)


def _refinement(row: dict[str, Json]) -> Refinement:
    return Refinement(_needed(row, "id"), plain(row.get("name")), optional(row.get("translateName")))


def _needed(row: dict[str, Json], name: str) -> str:
    found = text(row.get(name))
    if not found:
        raise ValueError(f"no {name}")
    return found


def hot_keywords(response: Response) -> tuple[HotKeyword, ...]:
    """Rows of a word and its translation; to be searched with the Chinese word."""
    return each(response.strict_list("seKeyword"), _hot_keyword)[0]


def _hot_keyword(row: dict[str, Json]) -> HotKeyword:
    return HotKeyword(plain(_needed(row, "seKeyword")), optional(row.get("seKeywordTranslation")))


def ranking(response: Response) -> Ranking:
    """Rows with other names than searches have: itemId, title, imgUrl; no prices in them."""
    payload = response.strict_object()
    if "rankProductModels" not in payload and not text(payload.get("rankId")):
        raise response.unexpected("no ranking")
    offers, skipped = each(rows(payload.get("rankProductModels")), _ranked)
    return Ranking(
        CategoryId(id_text(payload.get("rankId"))),
        plain(payload.get("rankName")),
        RankingKind(text(payload.get("rankType"))),
        offers,
        skipped,
    )


def _ranked(row: dict[str, Json]) -> RankedOffer:
    offer_id = id_text(row.get("itemId") or row.get("offerId"))
    if not offer_id:
        raise ValueError("no offer id")
    return RankedOffer(
        OfferId(offer_id),
        at_least(row.get("sort"), 0),
        plain(row.get("title") or row.get("subject")),
        optional(row.get("translateTitle") or row.get("subjectTrans")),
        picture_address(row.get("imgUrl") or row.get("imageUrl")),
        texts(row.get("serviceList")),
        count(row.get("buyerNum")),
        count(row.get("soldOut")),
        decimal(row.get("goodsScore")),
    )
