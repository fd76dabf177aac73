"""Short lists that the platform tells and that change seldom: categories, filters, addresses."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Generic, TypeVar

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import AccountKey
from sourcing_app.store.database import Database
from sourcing_app.store.records import decode_all, encode_all
from sourcing_app.store.times import loaded_time, stored_time

T = TypeVar("T")


class CachedLists(Generic[T]):
    """Lists of one kind of record, by key."""

    def __init__(self, database: Database, kind: type[T]) -> None:
        self._database = database
        self._kind = kind

    async def save(self, account: AccountKey, key: str, values: tuple[T, ...], fetched_at: datetime) -> None:
        """Keeps a list under a key (a category id and a language, a language, "")."""
        row = (account, self._kind.__name__, key, stored_time(fetched_at), encode_all(values))
        await self._database.write(
            lambda connection: connection.execute("INSERT OR REPLACE INTO lists VALUES (?, ?, ?, ?, ?)", row)
        )

    async def load(self, account: AccountKey, key: str) -> Aged[tuple[T, ...]] | None:
        """The list as last told."""

        def work(connection: sqlite3.Connection) -> Aged[tuple[T, ...]] | None:
            row = connection.execute(
                "SELECT records, fetched_at FROM lists WHERE account = ? AND kind = ? AND key = ?",
                (account, self._kind.__name__, key),
            ).fetchone()
            return Aged(decode_all(self._kind, row[0]), loaded_time(row[1])) if row is not None else None

        return await self._database.read(work)
