"""Finding offers and reading them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from sourcing_app.domain.account import Dialect
from sourcing_app.domain.ids import ImageId, OfferId
from sourcing_app.domain.offer import FilterSection, Offer, OfferPage, SearchQuery
from sourcing_app.domain.picture import Region
from sourcing_app.errors import NotPermitted, Refused, WrongCredentials
from sourcing_app.platform.offers.filters import FIXED_FILTERS, filter_sections
from sourcing_app.platform.offers.offer_detail import offer_detail
from sourcing_app.platform.offers.offer_rows import offer_page
from sourcing_app.platform.transport import calls, dialects
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.envelope import flagged_yes, object_of, payload_of, unexpected
from sourcing_app.platform.transport.fields import ROW_ERRORS, Json

if TYPE_CHECKING:
    from sourcing_app.domain.offer_facts import WholeOffer
    from sourcing_app.platform.transport.gateway import Gateway

T = TypeVar("T")

MAX_PAGE_SIZE = 50
"""Source: quirks.md, 11."""


class Offers:
    """Search by words, by picture, one offer, and what can be filtered by.

    Every method raises what ``Gateway.read`` raises: Unreachable, Throttled, SignInNeeded, NotPermitted, Refused, UnexpectedReply.
    """

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._no_filter_call = False

    async def search(
        self, query: SearchQuery, page: int = 1, page_size: int = MAX_PAGE_SIZE, *, whole: bool = False
    ) -> OfferPage:
        """Offers for words or a category. page: from 1; prices of the query and the result in yuan; whole: a
        WholeOfferPage, with all that is told.

        Contract: product.search.keywordQuery.
        """
        return await self._page(calls.KEYWORD_QUERY, {"keyword": query.keyword}, query, page, page_size, whole=whole)

    async def search_by_picture(
        self,
        image_id: ImageId,
        query: SearchQuery,
        page: int = 1,
        page_size: int = MAX_PAGE_SIZE,
        region: Region | None = None,
        *,
        whole: bool = False,
    ) -> OfferPage:
        """Offers that look like an uploaded picture, or the part of it that counts. query.keyword narrows the hits; whole:
        a WholeOfferPage, with all that is told and what was found in the picture.

        Contract: product.search.imageQuery. The region goes out as left,right,top,bottom (quirks.md, 19).
        """
        what = {
            "imageId": image_id,
            "region": f"{region.left},{region.right},{region.top},{region.bottom}" if region else None,
            "keyword": query.keyword or None,
        }
        return await self._page(calls.IMAGE_QUERY, what, query, page, page_size, whole=whole)

    async def get(self, offer_id: OfferId, language: str) -> Offer:
        """One offer with its SKUs. Raises OfferGone when it is off sale. Contract: product.search.queryProductDetail."""
        fields = {
            "offerId": dialects.wire_id(offer_id),
            "country": dialects.country(language, self._gateway.account.dialect),
        }
        return await self._read(fields, offer_detail)

    async def whole(self, offer_id: OfferId, language: str, currency: str = "") -> WholeOffer:
        """As ``get``, with all that is told; currency: ISO, for the foreign prices. Contract: as ``get``."""
        from sourcing_app.platform.offers.offer_facts import whole_offer

        fields = {
            "offerId": dialects.wire_id(offer_id),
            "country": dialects.country(language, self._gateway.account.dialect),
            "currency": currency or None,
        }
        return await self._read(fields, lambda payload: whole_offer(payload, currency))

    async def _read(self, fields: Mapping[str, object], decode: Callable[[dict[str, Json]], T]) -> T:
        body = await self._gateway.read(calls.PRODUCT_DETAIL, fields)
        payload = object_of(calls.PRODUCT_DETAIL, body)
        try:
            return decode(payload)
        except ROW_ERRORS as error:
            raise unexpected(calls.PRODUCT_DETAIL, str(error), body) from error

    async def filters(self, language: str) -> tuple[FilterSection, ...]:
        """What can be ticked, in sections. The live gateway does not offer the call: then the fixed lists.

        Contract: product.filterData.queryConfig; enums.json, filter_groups.
        """
        if self._no_filter_call:
            return FIXED_FILTERS
        fields = {"country": dialects.country(language, self._gateway.account.dialect)}
        try:
            payload = await self._gateway.ask(calls.FILTER_CONFIG, fields)
        except WrongCredentials:
            raise
        except (NotPermitted, Refused) as error:
            self._no_filter_call = isinstance(error, NotPermitted) or error.code.startswith("gw.")
            return FIXED_FILTERS
        return filter_sections(payload) or FIXED_FILTERS

    async def _page(
        self, call: Call, what: Mapping[str, object], query: SearchQuery, page: int, page_size: int, *, whole: bool
    ) -> OfferPage:
        read: Callable[[dict[str, Json], int, int], OfferPage] = offer_page
        if whole:
            from sourcing_app.platform.offers.offer_facts import whole_page as read
        size = max(1, min(page_size, MAX_PAGE_SIZE))
        fields = {**what, **_query_fields(query, self._gateway.account.dialect), "beginPage": page, "pageSize": size}
        body = await self._gateway.read(call, fields)
        payload = payload_of(call, body)
        if payload is None and flagged_yes(body):  # no hits, or a page beyond the end
            return read({}, page, size)
        if not isinstance(payload, dict):
            raise unexpected(call, "no object", body)
        return read(payload, page, size)


def _query_fields(query: SearchQuery, dialect: Dialect) -> dict[str, object]:
    """All but the keyword and the page; what is not asked for is None and so left out."""
    return {
        "country": dialects.country(query.language, dialect),
        "filter": ",".join(query.filters) or None,
        "sort": dialects.sort_text(query.sort.value, query.descending, dialect),
        "priceStart": query.price_from.as_text() if query.price_from else None,
        "priceEnd": query.price_to.as_text() if query.price_to else None,
        "categoryId": dialects.wire_id(query.category_id) if query.category_id else None,
    }
