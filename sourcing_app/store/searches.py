"""What was looked for: words, saved searches, photos. Private, and a wipe is a wipe."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import AccountKey
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.picture import PreparedPicture
from sourcing_app.domain.saved_search import SavedSearch
from sourcing_app.store.database import Database
from sourcing_app.store.records import decode, encode
from sourcing_app.store.times import loaded_time, stored_time

_TEXTS_KEPT = 500
_PHOTOS_KEPT = 24


class Searches:
    """The searches of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, account: AccountKey, text: str, now: datetime) -> None:
        """Puts a text on top of the history, which keeps the newest 500."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO searches VALUES (?, ?, ?)", (account, text, stored_time(now)))
            connection.execute(
                "DELETE FROM searches WHERE account = ? AND text NOT IN"
                " (SELECT text FROM searches WHERE account = ? ORDER BY used_at DESC LIMIT ?)",
                (account, account, _TEXTS_KEPT),
            )

        await self._database.write(work)

    async def recent(self, account: AccountKey, prefix: str = "", limit: int = 20) -> tuple[str, ...]:
        """The latest texts that begin with prefix, in any case, newest first."""

        def work(connection: sqlite3.Connection) -> tuple[str, ...]:
            rows = connection.execute(
                "SELECT text FROM searches WHERE account = ? ORDER BY used_at DESC, text", (account,)
            )
            wanted = prefix.casefold()
            return tuple(text for (text,) in rows if text.casefold().startswith(wanted))[:limit]

        return await self._database.read(work)

    async def forget(self, account: AccountKey, text: str) -> None:
        """Takes one text out of the history."""
        await self._database.write(
            lambda connection: connection.execute(
                "DELETE FROM searches WHERE account = ? AND text = ?", (account, text)
            )
        )

    async def clear(self, account: AccountKey) -> None:
        """Forgets all texts and photos of an account, overwritten on the disk, not only unlinked."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM searches WHERE account = ?", (account,))
            connection.execute("DELETE FROM photos WHERE account = ?", (account,))

        await self._database.write(work)
        await self._database.read(_truncate_log)

    async def save(self, account: AccountKey, name: str, query: SearchQuery, now: datetime) -> None:
        """Keeps a search under a name, over an older one of the same name."""
        row = (account, name, stored_time(now), encode(query))
        await self._database.write(
            lambda connection: connection.execute("INSERT OR REPLACE INTO saved_searches VALUES (?, ?, ?, ?)", row)
        )

    async def saved(self, account: AccountKey) -> tuple[SavedSearch, ...]:
        """The saved searches by name."""

        def work(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
            rows = connection.execute(
                "SELECT name, record FROM saved_searches WHERE account = ? ORDER BY name", (account,)
            )
            return tuple(SavedSearch(name, decode(SearchQuery, record)) for name, record in rows)

        return await self._database.read(work)

    async def remove_saved(self, account: AccountKey, name: str) -> None:
        """Drops a saved search."""
        await self._database.write(
            lambda connection: connection.execute(
                "DELETE FROM saved_searches WHERE account = ? AND name = ?", (account, name)
            )
        )

    async def add_photo(self, account: AccountKey, picture: PreparedPicture, now: datetime) -> None:
        """Puts a photo on top of the recent ones, of which 24 are kept."""
        row = (
            account,
            picture.sha256,
            stored_time(now),
            picture.width,
            picture.height,
            picture.source_width,
            picture.source_height,
            picture.source_name,
            picture.jpeg,
        )

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO photos VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            connection.execute(
                "DELETE FROM photos WHERE account = ? AND sha256 NOT IN"
                " (SELECT sha256 FROM photos WHERE account = ? ORDER BY used_at DESC LIMIT ?)",
                (account, account, _PHOTOS_KEPT),
            )

        await self._database.write(work)

    async def recent_photos(self, account: AccountKey, limit: int = 12) -> tuple[Aged[PreparedPicture], ...]:
        """The latest photos with when they were used, newest first."""

        def work(connection: sqlite3.Connection) -> tuple[Aged[PreparedPicture], ...]:
            rows = connection.execute(
                "SELECT used_at, jpeg, width, height, sha256, source_width, source_height, name FROM photos"
                " WHERE account = ? ORDER BY used_at DESC LIMIT ?",
                (account, limit),
            )
            return tuple(Aged(PreparedPicture(*picture), loaded_time(used_at)) for used_at, *picture in rows)

        return await self._database.read(work)

    async def forget_photo(self, account: AccountKey, sha256: str) -> None:
        """Takes one photo out of the recent ones."""
        await self._database.write(
            lambda connection: connection.execute(
                "DELETE FROM photos WHERE account = ? AND sha256 = ?", (account, sha256)
            )
        )


def _truncate_log(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
