"""Keeping the cache below its limit: the oldest go first, whatever they are."""

from __future__ import annotations

import sqlite3

from sourcing_app.store.local_search import rebuild

_AGED = (("pictures", "fetched_at"), ("pages", "fetched_at"), ("details", "fetched_at"), ("offers", "seq"))
_KEEP = 0.7


def size_of(connection: sqlite3.Connection) -> int:
    """Bytes of all pages in use."""
    pages, free, page_size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * page_size)


def trim(connection: sqlite3.Connection, limit: int) -> bool:
    """Part of a transaction: drops the oldest third of every table until what is left fits; whether anything went."""
    dropped = False
    while size_of(connection) > limit:
        gone = sum(_drop_oldest(connection, table, age) for table, age in _AGED)
        if not gone:
            break
        dropped = True
        rebuild(connection)
    return dropped


def _drop_oldest(connection: sqlite3.Connection, table: str, age: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    drop = count - int(count * _KEEP)
    return connection.execute(
        f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} ORDER BY {age} LIMIT ?)", (drop,)
    ).rowcount


def clear(connection: sqlite3.Connection) -> None:
    """Part of a transaction: drops everything."""
    for table in ("pictures", "pages", "details", "lists", "offers", "progress"):
        connection.execute(f"DELETE FROM {table}")
    rebuild(connection)
