"""Bytes of small pictures by address."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from sourcing_app.store.database import Database
from sourcing_app.store.times import stored_time


class CachedPictures:
    """Pictures as they were downloaded."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, url: str, content: bytes, fetched_at: datetime) -> None:
        """Keeps a picture."""
        row = (url, stored_time(fetched_at), content)
        await self._database.write(
            lambda connection: connection.execute("INSERT OR REPLACE INTO pictures VALUES (?, ?, ?)", row)
        )

    async def load(self, url: str) -> bytes | None:
        """The picture, None if it is not here."""

        def work(connection: sqlite3.Connection) -> bytes | None:
            row = connection.execute("SELECT content FROM pictures WHERE url = ?", (url,)).fetchone()
            return row[0] if row is not None else None

        return await self._database.read(work)
