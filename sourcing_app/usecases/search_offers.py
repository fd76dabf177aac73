"""Search by words: what was seen before at once, then the platform's answer."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.local_names import names_local_file
from sourcing_app.domain.offer import OfferPage, OfferSummary, SearchQuery
from sourcing_app.errors import InvalidInput, StoreUnavailable
from sourcing_app.platform.offers import calls as offer_calls
from sourcing_app.usecases.keeping import keep_meanwhile
from sourcing_app.usecases.session import Session

LONGEST_KEYWORD = 200
"""Characters; longer ones are a slip of the clipboard."""

PAGE_SIZE = 50
"""Source: contract product.search.keywordQuery, pageSize."""


class SearchOffers:
    """One keyword search."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def __call__(self, query: SearchQuery, page: int = 1) -> OfferPage:
        """A page of results, kept for later. Raises InvalidInput for a query that cannot be sent."""
        session, checked = self._session, check_query(query)
        found = await session.platform.send(offer_calls.KEYWORD_QUERY, checked, page, PAGE_SIZE)
        now = session.clock()
        await keep_meanwhile(session.cache.searches.save(session.key, checked, found, now))
        if page == 1 and checked.keyword:
            await keep_meanwhile(session.ledger.searches.add(session.key, checked.keyword, now))
        return found

    async def cached(self, query: SearchQuery, page: int = 1) -> Aged[OfferPage] | None:
        """The page as last seen, None if never (or if the query cannot be sent)."""
        try:
            checked = check_query(query)
            return await self._session.cache.searches.load(self._session.key, checked, page)
        except (InvalidInput, StoreUnavailable):
            return None

    async def local(self, words: str, limit: int = 50) -> tuple[OfferSummary, ...]:
        """Offers already seen that have these words, newest first; Chinese, pinyin, or the translation's words."""
        return await self._session.cache.local_search(self._session.key, words[:LONGEST_KEYWORD], limit)

    async def index_pinyin(self) -> bool:
        """Makes a few more of the offers seen findable by pinyin; whether some are left. For idle moments."""
        return await self._session.cache.local_search.index_pinyin()


def check_query(query: SearchQuery) -> SearchQuery:
    """The query as it is sent: white space and control characters out of the keyword.

    Raises InvalidInput: keyword "empty" (nothing to look for), "too_long", "local_file" (a path or a file's name); price
    "reversed", "negative".
    """
    keyword = sendable_keyword(query.keyword)
    if not keyword and query.category_id is None and not query.filters:
        raise InvalidInput("keyword", "empty")
    check_prices(query)
    return replace(query, keyword=keyword, filters=tuple(sorted(set(query.filters))))


def sendable_keyword(text: str) -> str:
    """The words as they are sent. Raises InvalidInput: "too_long", "local_file": nothing of this computer leaves it."""
    keyword = clean_keyword(text)
    if len(keyword) > LONGEST_KEYWORD:
        raise InvalidInput("keyword", "too_long", longest=LONGEST_KEYWORD, length=len(keyword))
    if names_local_file(keyword):
        raise InvalidInput("keyword", "local_file")
    return keyword


def check_prices(query: SearchQuery) -> None:
    """Raises InvalidInput: price "reversed", "negative"."""
    low, high = query.price_from, query.price_to
    if any(price is not None and price.amount < 0 for price in (low, high)):
        raise InvalidInput("price", "negative")
    if low is not None and high is not None and high < low:
        raise InvalidInput("price", "reversed", low=low, high=high)


def clean_keyword(text: str) -> str:
    """Without control, format and half characters; single blanks between."""
    visible = "".join(" " if character.isspace() else character for character in text)
    return " ".join("".join(each for each in visible if unicodedata.category(each) not in ("Cc", "Cf", "Cs")).split())
