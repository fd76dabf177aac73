"""Offers already seen: cards, pages of results, whole offers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import AccountKey, OfferId
from sourcing_app.domain.offer import Offer, OfferPage, OfferSummary, SearchQuery
from sourcing_app.store.database import Database
from sourcing_app.store.local_search import index_terms
from sourcing_app.store.records import decode, encode
from sourcing_app.store.times import loaded_time, stored_time


class CachedSearches:
    """Pages of results by what was asked. Equal queries are the same search."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, account: AccountKey, query: SearchQuery, page: OfferPage, fetched_at: datetime) -> None:
        """Keeps a page, and its offers for the local search."""

        def work(connection: sqlite3.Connection) -> None:
            row = (account, encode(query), page.page, stored_time(fetched_at), encode(page))
            connection.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)", row)
            save_summaries(connection, account, page.offers, fetched_at)

        await self._database.write(work)

    async def load(self, account: AccountKey, query: SearchQuery, page: int = 1) -> Aged[OfferPage] | None:
        """A page as last seen."""
        key = (account, encode(query), page)

        def work(connection: sqlite3.Connection) -> Aged[OfferPage] | None:
            row = connection.execute(
                "SELECT record, fetched_at FROM pages WHERE account = ? AND query = ? AND page = ?", key
            ).fetchone()
            return Aged(decode(OfferPage, row[0]), loaded_time(row[1])) if row is not None else None

        return await self._database.read(work)


class CachedOffers:
    """Offers by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, account: AccountKey, offer: Offer, language: str, fetched_at: datetime) -> None:
        """Keeps the page of an offer, with the titles of this language."""

        def work(connection: sqlite3.Connection) -> None:
            row = (account, offer.offer_id, language, stored_time(fetched_at), encode(offer))
            connection.execute("INSERT OR REPLACE INTO details VALUES (?, ?, ?, ?, ?)", row)

        await self._database.write(work)

    async def load(self, account: AccountKey, offer_id: OfferId, language: str) -> Aged[Offer] | None:
        """The page of an offer as last seen."""

        def work(connection: sqlite3.Connection) -> Aged[Offer] | None:
            row = connection.execute(
                "SELECT record, fetched_at FROM details WHERE account = ? AND offer_id = ? AND language = ?",
                (account, offer_id, language),
            ).fetchone()
            return Aged(decode(Offer, row[0]), loaded_time(row[1])) if row is not None else None

        return await self._database.read(work)

    async def load_summary(self, account: AccountKey, offer_id: OfferId) -> OfferSummary | None:
        """The card of an offer as last seen in any list."""

        def work(connection: sqlite3.Connection) -> OfferSummary | None:
            row = connection.execute(
                "SELECT record FROM offers WHERE account = ? AND offer_id = ?", (account, offer_id)
            ).fetchone()
            return decode(OfferSummary, row[0]) if row is not None else None

        return await self._database.read(work)

    async def save_summaries(self, account: AccountKey, summaries: Iterable[OfferSummary], seen_at: datetime) -> None:
        """Keeps cards and makes them findable."""
        kept = tuple(summaries)
        await self._database.write(lambda connection: save_summaries(connection, account, kept, seen_at))


def save_summaries(
    connection: sqlite3.Connection, account: AccountKey, summaries: tuple[OfferSummary, ...], seen_at: datetime
) -> None:
    """Part of a transaction: keeps cards. One whose titles are as before keeps its place and its terms."""
    seen = stored_time(seen_at)
    for summary in summaries:
        titles = (_storable(summary.title), _storable(summary.title_translated or ""))
        record = encode(summary)
        known = connection.execute(
            "UPDATE offers SET seen_at = ?, record = ? WHERE account = ? AND offer_id = ? AND title = ?"
            " AND title_translated = ?",
            (seen, record, account, summary.offer_id, *titles),
        )
        if known.rowcount == 0:
            _insert(connection, account, summary.offer_id, titles, seen, record)


def _insert(
    connection: sqlite3.Connection,
    account: AccountKey,
    offer_id: OfferId,
    titles: tuple[str, str],
    seen: str,
    record: str,
) -> None:
    connection.execute("DELETE FROM offers WHERE account = ? AND offer_id = ?", (account, offer_id))
    cursor = connection.execute(
        "INSERT INTO offers (account, offer_id, title, title_translated, seen_at, record) VALUES (?, ?, ?, ?, ?, ?)",
        (account, offer_id, *titles, seen, record),
    )
    index_terms(connection, cursor.lastrowid or 0, offer_id, *titles)


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
