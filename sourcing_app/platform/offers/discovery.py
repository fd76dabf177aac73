"""Finding offers by other roads than words and pictures: of a supplier, alike, recommended, ranked; and what to search for.

Beyond the solution document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sourcing_app.domain.account import Dialect
from sourcing_app.domain.ids import CategoryId, OfferId, SupplierId
from sourcing_app.domain.insight import HotKeyword, RankedOffer, Ranking, RankingKind, Refinement, RefinementGroup
from sourcing_app.domain.offer import OfferPage, SearchQuery
from sourcing_app.platform.offers.offer_facts import whole_page
from sourcing_app.platform.offers.pictures_wire import picture_address
from sourcing_app.platform.transport import answers, dialects
from sourcing_app.platform.transport.calls import CROSSBORDER, Call
from sourcing_app.platform.transport.envelope import flagged_yes, unexpected
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
from sourcing_app.platform.transport.gateway import Gateway

OF_SUPPLIER = Call("product.search.querySellerOfferList", CROSSBORDER, wrapper="offerQueryParam", one_spelling=True)
RECOMMENDED = Call("product.search.offerRecommend", CROSSBORDER, wrapper="recommendOfferParam", one_spelling=True)
RELATED = Call("product.related.recommend", CROSSBORDER, wrapper="relatedQueryParams", one_spelling=True)
NAVIGATION = Call("product.search.keywordSNQuery", CROSSBORDER, wrapper="snParams", one_spelling=True)
HOT_KEYWORDS = Call(
    "product.search.topKeyword", CROSSBORDER, needs_token=False, wrapper="topSeKeywordParam", one_spelling=True
)
RANKING = Call("product.topList.query", CROSSBORDER, wrapper="rankQueryParams", one_spelling=True)

MAX_RELATED = 10
MAX_RANKED = 20


class Discovery:
    """Offers by other roads. Every method raises what ``Gateway.read`` raises."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def of_supplier(
        self, supplier_id: SupplierId, query: SearchQuery, page: int = 1, page_size: int = 20
    ) -> OfferPage:
        """A supplier's offers, narrowed like a search. page from 1; prices in yuan.

        Contract product.search.querySellerOfferList.
        """
        fields: dict[str, object] = {
            "sellerOpenId": supplier_id,
            "keyword": query.keyword or None,
            "beginPage": page,
            "pageSize": page_size,
            "filter": ",".join(query.filters) or None,
            "sort": dialects.sort_text(query.sort.value, query.descending, Dialect.LIVE),
            "priceStart": query.price_from.as_text() if query.price_from else None,
            "priceEnd": query.price_to.as_text() if query.price_to else None,
            "categoryId": dialects.wire_id(query.category_id) if query.category_id else None,
            "country": query.language,
        }
        return decode_of_supplier(await self._gateway.read(OF_SUPPLIER, fields), fields)

    async def recommended(self, out_member_id: str, language: str, page: int = 1, page_size: int = 20) -> OfferPage:
        """Offers chosen for an end user; page from 1, until one is empty or repeats. Prices in yuan.

        Contract product.search.offerRecommend.
        """
        fields: dict[str, object] = {
            "beginPage": page,
            "pageSize": page_size,
            "country": language,
            "outMemberId": out_member_id,
        }
        return decode_recommended(await self._gateway.read(RECOMMENDED, fields), fields)

    async def related(self, offer_id: OfferId, language: str, page: int = 1, page_size: int = MAX_RELATED) -> OfferPage:
        """Offers like this one, at most ten a page. Prices in yuan. Contract product.related.recommend."""
        fields: dict[str, object] = {
            "offerId": dialects.wire_id(offer_id),
            "pageNo": page,
            "pageSize": min(page_size, MAX_RELATED),
            "language": language,
        }
        return decode_related(await self._gateway.read(RELATED, fields), fields)

    async def navigation(
        self, keyword: str, locale: str = "en_US", region: str = "US", currency: str = "USD"
    ) -> tuple[RefinementGroup, ...]:
        """How a search for these words can be narrowed. locale, region: not the short codes of the other calls.

        Contract product.search.keywordSNQuery.
        """
        fields = {"keyword": keyword, "language": locale, "region": region, "currency": currency}
        return decode_navigation(await self._gateway.read(NAVIGATION, fields))

    async def hot_keywords(self, category_id: CategoryId, language: str) -> tuple[HotKeyword, ...]:
        """What others search for in a category; to be searched with the Chinese word. Contract product.search.topKeyword."""
        fields = {"country": language, "sourceId": category_id, "hotKeywordType": "cate"}
        return decode_hot_keywords(await self._gateway.read(HOT_KEYWORDS, fields))

    async def ranking(
        self, category_id: CategoryId, kind: RankingKind, language: str, limit: int = MAX_RANKED
    ) -> Ranking:
        """The best offers of a category, at most twenty; no prices in it. Contract product.topList.query."""
        fields = {
            "rankId": category_id,
            "rankType": kind.value,
            "limit": min(limit, MAX_RANKED),
            "language": language,
        }
        return decode_ranking(await self._gateway.read(RANKING, fields))


def _asked(fields: Mapping[str, object], page: str) -> tuple[int, int]:
    """Which page of what size was asked for."""
    return max(1, at_least(fields.get(page), 1)), max(1, at_least(fields.get("pageSize"), 20))


def decode_of_supplier(body: Json, fields: Mapping[str, object]) -> OfferPage:
    """A page as in a keyword search; a yes without one is no hits."""
    payload = answers.answer(OF_SUPPLIER, body)
    if payload is None and flagged_yes(body):
        payload = {}
    if not isinstance(payload, dict):
        raise unexpected(OF_SUPPLIER, "no object", body)
    return whole_page(payload, *_asked(fields, "beginPage"))


def decode_recommended(body: Json, fields: Mapping[str, object]) -> OfferPage:
    """A plain list without counts."""
    return whole_page({"data": answers.answered_list(RECOMMENDED, body, "offerId")}, *_asked(fields, "beginPage"))


def decode_related(body: Json, fields: Mapping[str, object]) -> OfferPage:
    """A plain list without counts. Its ``monthSold`` are 90 days. Source: contract product.related.recommend."""
    page = whole_page({"data": answers.answered_list(RELATED, body, "offerId")}, *_asked(fields, "pageNo"))
    return replace(
        page, offers=tuple(replace(one, sold_30_days=None, sold_90_days=one.sold_30_days) for one in page.offers)
    )


def decode_navigation(body: Json) -> tuple[RefinementGroup, ...]:
    """Groups with their values."""
    return each(answers.answered_list(NAVIGATION, body, "id"), _group)[0]


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


def decode_hot_keywords(body: Json) -> tuple[HotKeyword, ...]:
    """Rows of a word and its translation."""
    return each(answers.answered_list(HOT_KEYWORDS, body, "seKeyword"), _hot_keyword)[0]


def _hot_keyword(row: dict[str, Json]) -> HotKeyword:
    return HotKeyword(plain(_needed(row, "seKeyword")), optional(row.get("seKeywordTranslation")))


def decode_ranking(body: Json) -> Ranking:
    """Rows with other names than searches have: itemId, title, imgUrl."""
    payload = answers.answered_object(RANKING, body)
    if "rankProductModels" not in payload and not text(payload.get("rankId")):
        raise unexpected(RANKING, "no ranking", body)
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
