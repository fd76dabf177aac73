"""Rows that change their account: those kept before it was known which member of an app they are of."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from sourcing_app.domain.ids import AccountKey
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.store.database import Database
from sourcing_app.store.records import decode, encode

_TELLING = ("cart_lines", "intents", "orders")
"""Tables with a row in which an account is in use."""


class Accounts:
    """The accounts of a ledger."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take_over(self, nameless: AccountKey, named: AccountKey) -> bool:
        """Gives all rows of an account whose member was not known to this member, unless it has some of its own: so open
        intents go on guarding. Whether there were any."""

        def work(connection: sqlite3.Connection) -> bool:
            if not _is_used(connection, nameless) or _is_used(connection, named):
                return False
            for table in _tables_by_account(connection):
                connection.execute(f"UPDATE OR REPLACE {table} SET account = ? WHERE account = ?", (named, nameless))
            for intent_id, record in connection.execute(
                "SELECT intent_id, record FROM intents WHERE account = ?", (named,)
            ).fetchall():
                moved = replace(decode(OrderIntent, record), account=named)
                connection.execute("UPDATE intents SET record = ? WHERE intent_id = ?", (encode(moved), intent_id))
            return True

        return await self._database.write(work)


def _is_used(connection: sqlite3.Connection, account: AccountKey) -> bool:
    return any(
        connection.execute(f"SELECT 1 FROM {table} WHERE account = ? LIMIT 1", (account,)).fetchone()
        for table in _TELLING
    )


def _tables_by_account(connection: sqlite3.Connection) -> list[str]:
    """All tables whose rows are of an account."""
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [
        name for name in names if any(row[1] == "account" for row in connection.execute(f"PRAGMA table_info({name})"))
    ]
