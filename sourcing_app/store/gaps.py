"""Gaps of the ledger, each open for an account until the platform's list was compared with what is to be ordered."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from sourcing_app.domain.gap import Gap
from sourcing_app.domain.ids import AccountKey
from sourcing_app.store.database import Database
from sourcing_app.store.times import loaded_time, stored_time


class Gaps:
    """What may be missing, by account."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open_one(self, account: AccountKey) -> Gap | None:
        """All that may be missing, as one gap; None where nothing is."""

        def work(connection: sqlite3.Connection) -> Gap | None:
            begun_at, since = connection.execute(
                "SELECT max(begun_at), min(since) FROM gaps WHERE gap NOT IN"
                " (SELECT gap FROM closed_gaps WHERE account = ?)",
                (account,),
            ).fetchone()
            return Gap(loaded_time(begun_at), loaded_time(since) if since else None) if begun_at else None

        return await self._database.read(work)

    async def close(self, account: AccountKey, now: datetime) -> None:
        """Nothing is missing for this account any more."""
        await self._database.write(
            lambda connection: connection.execute(
                "INSERT OR IGNORE INTO closed_gaps (gap, account, closed_at) SELECT gap, ?, ? FROM gaps",
                (account, stored_time(now)),
            )
        )


def note_gap(connection: sqlite3.Connection, gap: Gap) -> None:
    """Part of a transaction: from now on orders are looked for before the same goods are ordered."""
    connection.execute(
        "INSERT INTO gaps (begun_at, since) VALUES (?, ?)", (stored_time(gap.begun_at), stored_time(gap.since))
    )
