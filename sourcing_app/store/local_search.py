"""Finding offers already seen, by words in any script, newest first, without the network.

The terms lie in contentless full-text tables whose row numbers are the offers' own; terms of offers that are gone lead
nowhere and are swept when the tables are made anew. Pinyin is added later, in small portions, by ``index_pinyin``.
"""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
from collections.abc import Callable

from sourcing_app.domain.ids import AccountKey
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.store.database import Database
from sourcing_app.store.pinyin import pinyin_expression, spoken_elsewhere
from sourcing_app.store.records import decode
from sourcing_app.store.terms import latin_words, match_expression, terms_of

_PINYIN_PORTION = 500
Spoken = Callable[[list[str]], list[str]]
"""Titles to their syllables, one text each; blocking."""

_FIND = """
SELECT offers.seq, offers.record FROM {table} JOIN offers ON offers.seq = {table}.rowid
WHERE {table} MATCH ? AND offers.account = ? ORDER BY {table}.rowid DESC LIMIT ?
"""


class LocalSearch:
    """Offers of one account by words."""

    def __init__(self, database: Database, spoken: Spoken = spoken_elsewhere) -> None:
        self._database = database
        self._spoken = spoken

    async def __call__(self, account: AccountKey, words: str, limit: int = 50) -> tuple[OfferSummary, ...]:
        """Offers whose titles (Chinese or translated) have all the words, newest first.

        Chinese matches anywhere, also by its pinyin; other words from their beginning. () for words without a letter.
        """
        return await self._database.read(lambda connection: find(connection, account, words, limit))

    async def index_pinyin(self) -> bool:
        """Adds the pinyin of the next titles; whether some are still left. To be called while nobody is waiting."""
        done, rows = await self._database.read(_without_pinyin)
        if not rows:
            return False
        try:
            spoken = await asyncio.to_thread(self._spoken, [title for _, title in rows])
        except (OSError, subprocess.SubprocessError, ValueError):
            return False  # found by their characters all the same; the next call tries again
        found = [(seq, syllables) for (seq, _), syllables in zip(rows, spoken, strict=True)]
        await self._database.write(lambda connection: _add_pinyin(connection, done, found))
        return len(rows) == _PINYIN_PORTION


def find(connection: sqlite3.Connection, account: AccountKey, words: str, limit: int) -> tuple[OfferSummary, ...]:
    """See ``LocalSearch.__call__``."""
    rows = _rows(connection, "terms", match_expression(words), account, limit)
    rows += _rows(connection, "pinyin", pinyin_expression(latin_words(words)), account, limit)
    newest = sorted(dict(rows).items(), reverse=True)[:limit]
    return tuple(decode(OfferSummary, record) for _, record in newest)


def _rows(
    connection: sqlite3.Connection, table: str, expression: str, account: AccountKey, limit: int
) -> list[tuple[int, str]]:
    if not expression:
        return []
    return connection.execute(_FIND.format(table=table), (expression, account, limit)).fetchall()


def index_terms(connection: sqlite3.Connection, seq: int, offer_id: str, title: str, title_translated: str) -> None:
    """Part of a transaction: makes one offer findable by the words of its titles and by its id."""
    dense, words = terms_of(f"{title}\n{title_translated}")
    connection.execute(
        "INSERT INTO terms (rowid, dense, words) VALUES (?, ?, ?)", (seq, dense, f"{words} {offer_id.lower()}")
    )


def _without_pinyin(connection: sqlite3.Connection) -> tuple[int, list[tuple[int, str]]]:
    """The last offer that has its pinyin, and the next ones, oldest first: (seq, title)."""
    done = _done(connection)
    rows = connection.execute(
        "SELECT seq, title FROM offers WHERE seq > ? ORDER BY seq LIMIT ?", (done, _PINYIN_PORTION)
    )
    return done, rows.fetchall()


def _add_pinyin(connection: sqlite3.Connection, done: int, found: list[tuple[int, str]]) -> None:
    """Part of a transaction. Nothing where the index went on or was made anew since done was read."""
    if _done(connection) != done:
        return
    connection.executemany("INSERT INTO pinyin (rowid, syllables) VALUES (?, ?)", found)
    connection.execute("INSERT OR REPLACE INTO progress VALUES ('pinyin', ?)", (found[-1][0],))


def _done(connection: sqlite3.Connection) -> int:
    """The last offer that has its pinyin."""
    row = connection.execute("SELECT value FROM progress WHERE name = 'pinyin'").fetchone()
    return row[0] if row is not None else 0


def rebuild(connection: sqlite3.Connection) -> None:
    """Part of a transaction: makes the terms anew from the offers that are left."""
    for table in ("terms", "pinyin"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    connection.execute("DELETE FROM progress WHERE name = 'pinyin'")
    for seq, offer_id, title, translated in connection.execute(
        "SELECT seq, offer_id, title, title_translated FROM offers ORDER BY seq"
    ).fetchall():
        index_terms(connection, seq, offer_id, title, translated)
