"""The audit trail: what was done with money, when, for whom. Only ever added to; never a secret in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime

from sourcing_app.domain.ids import AccountKey
from sourcing_app.domain.journal import JournalEntry
from sourcing_app.store.database import Database
from sourcing_app.store.times import loaded_time, stored_time


class Journal:
    """The entries of all accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def append(self, account: AccountKey, kind: str, text: str, facts: Mapping[str, str], now: datetime) -> None:
        """Adds an entry. The caller leaves out secrets, and queries of addresses."""
        row = (stored_time(now), account, kind, _storable(text), json.dumps(dict(facts)))
        await self._database.write(
            lambda connection: connection.execute(
                "INSERT INTO journal (at, account, kind, text, facts) VALUES (?, ?, ?, ?, ?)", row
            )
        )

    async def append_all(
        self, account: AccountKey, kind: str, what: Iterable[tuple[str, Mapping[str, str]]], now: datetime
    ) -> None:
        """Adds entries of one kind, (text, facts) each, in one transaction."""
        rows = [(stored_time(now), account, kind, _storable(text), json.dumps(dict(facts))) for text, facts in what]
        await self._database.write(
            lambda connection: connection.executemany(
                "INSERT INTO journal (at, account, kind, text, facts) VALUES (?, ?, ?, ?, ?)", rows
            )
        )

    async def entries(self, account: AccountKey, limit: int = 200) -> tuple[JournalEntry, ...]:
        """The latest entries, newest first."""

        def work(connection: sqlite3.Connection) -> tuple[JournalEntry, ...]:
            rows = connection.execute(
                "SELECT at, kind, text, facts FROM journal WHERE account = ? ORDER BY entry DESC LIMIT ?",
                (account, limit),
            )
            return tuple(JournalEntry(loaded_time(at), kind, text, json.loads(facts)) for at, kind, text, facts in rows)

        return await self._database.read(work)


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
