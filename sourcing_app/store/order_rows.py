"""The narrow rows that lists of orders are read from, and the terms orders are found by; both follow from the records.

A row has no record in it, so that a list, its counts and its order are read from few pages of the file. ``seq`` numbers the
terms of an order: where its words change it gets a new number, and the terms under the old one lead nowhere (contentless
tables cannot take terms out in every SQLite). ``revision`` grows with each change of the account, so that whoever shows
rows can see whether there is anything new.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcing_app.domain.order import Order
from sourcing_app.domain.order_summary import in_state_since, refund_of
from sourcing_app.store.records import decode
from sourcing_app.store.terms import order_terms
from sourcing_app.store.times import stored_time

TABLES = """
CREATE TABLE order_rows (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, order_id TEXT NOT NULL, revision INTEGER NOT NULL,
    status TEXT NOT NULL, status_word TEXT NOT NULL, supplier TEXT NOT NULL, currency TEXT NOT NULL, total TEXT NOT NULL,
    created_at TEXT NOT NULL, modified_at TEXT NOT NULL, fetched_at TEXT NOT NULL, since TEXT NOT NULL,
    pay_before TEXT NOT NULL, refund TEXT NOT NULL, goods TEXT NOT NULL, line_count INTEGER NOT NULL, pictures TEXT NOT NULL,
    UNIQUE (account, order_id)
) STRICT;
CREATE INDEX order_rows_by_age ON order_rows (account, created_at DESC, order_id DESC);
CREATE INDEX order_rows_by_status ON order_rows (account, status, created_at DESC, order_id DESC);
CREATE INDEX order_rows_by_change ON order_rows (account, modified_at);
CREATE INDEX order_rows_by_reading ON order_rows (account, fetched_at);
CREATE INDEX order_rows_by_revision ON order_rows (account, revision);
CREATE INDEX order_rows_by_refund ON order_rows (account, refund) WHERE refund != '';
CREATE VIRTUAL TABLE order_terms USING fts5 (
    dense, words, tails, content = '', columnsize = 0, tokenize = 'ascii', prefix = '2'
);
CREATE INDEX made_orders_by_intent ON made_orders (intent_id);
DROP INDEX orders_by_age;
DROP INDEX orders_by_status;
"""

_COLUMNS = (
    "seq", "account", "order_id", "revision", "status", "status_word", "supplier", "currency", "total", "created_at",
    "modified_at", "fetched_at", "since", "pay_before", "refund", "goods", "line_count", "pictures",
)  # fmt: skip
INSERT_ROW = f"INSERT INTO order_rows ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
INSERT_TERMS = "INSERT INTO order_terms (rowid, dense, words, tails) VALUES (?, ?, ?, ?)"
_UPDATE_ROW = (
    f"UPDATE order_rows SET {', '.join(f'{name} = ?' for name in _COLUMNS[3:])} WHERE account = ? AND order_id = ?"
)
_LONGEST_GOODS = 200
_PORTION = 2000


@dataclass(frozen=True, slots=True)
class Change:
    """An order that is being kept. words: it and its parcels are found by; are_new: whether they were others before."""

    order: Order
    words: str
    are_new: bool


def storable(text: str) -> str:
    """Text as a column can hold it: no half characters."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def row_of(order: Order, fetched: str) -> tuple[object, ...]:
    """The columns from status on."""
    first = " ".join(order.entries[0].title.split())[:_LONGEST_GOODS] if order.entries else ""
    pictures = [entry.picture_url for entry in order.entries if entry.picture_url][:2]
    refund = refund_of(order)
    return (
        order.status.value,
        storable(order.status_word),
        storable(order.supplier_name),
        storable(order.total.currency),
        str(order.total.amount),
        stored_time(order.created_at),
        stored_time(order.modified_at),
        fetched,
        stored_time(in_state_since(order)),
        stored_time(order.pay_before),
        storable(refund.value) if refund is not None else "",
        storable(first),
        len(order.entries),
        storable("\n".join(pictures)),
    )


def keep_rows(connection: sqlite3.Connection, account: str, changes: Iterable[Change], fetched: str) -> None:
    """Part of a transaction: brings the rows and terms of these orders up to date."""
    revision = newest_revision(connection, account) + 1
    seq = _last_seq(connection)
    gone, updated, made, terms = [], [], [], []
    for change in changes:
        order_id, row = change.order.order_id, row_of(change.order, fetched)
        if not change.are_new:
            updated.append((revision, *row, account, order_id))
            continue
        seq += 1
        gone.append((account, order_id))
        made.append((seq, account, order_id, revision, *row))
        terms.append((seq, *order_terms(change.words)))
    connection.executemany(_UPDATE_ROW, updated)
    connection.executemany("DELETE FROM order_rows WHERE account = ? AND order_id = ?", gone)
    connection.executemany(INSERT_ROW, made)
    connection.executemany(INSERT_TERMS, terms)


def find_anew(connection: sqlite3.Connection, account: str, order_id: str, words: str) -> None:
    """Part of a transaction: an order is found by other words from now on; nothing where it is not kept."""
    seq = _last_seq(connection) + 1
    moved = connection.execute(
        "UPDATE order_rows SET seq = ?, revision = ? WHERE account = ? AND order_id = ?",
        (seq, newest_revision(connection, account) + 1, account, order_id),
    )
    if moved.rowcount:
        connection.execute(INSERT_TERMS, (seq, *order_terms(words)))
        connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'order_rows'", (seq,))


def newest_revision(connection: sqlite3.Connection, account: str) -> int:
    """Of the last change of this account's orders; 0 without any."""
    (found,) = connection.execute("SELECT max(revision) FROM order_rows WHERE account = ?", (account,)).fetchone()
    return int(found or 0)


def rebuild(connection: sqlite3.Connection) -> None:
    """Part of a transaction: makes rows and terms anew from the records; a record that cannot be read has none."""
    connection.execute("DELETE FROM order_rows")
    connection.execute("INSERT INTO order_terms (order_terms) VALUES ('delete-all')")
    seq = 0
    for portion in _portions(connection):
        rows, terms = [], []
        for account, order_id, fetched, words, record in portion:
            try:
                order = decode(Order, record)
            except ValueError:
                continue
            seq += 1
            rows.append((seq, account, order_id, 1, *row_of(order, fetched)))
            terms.append((seq, *order_terms(words)))
        connection.executemany(INSERT_ROW, rows)
        connection.executemany(INSERT_TERMS, terms)


def _portions(connection: sqlite3.Connection) -> Iterator[list[tuple[str, str, str, str, str]]]:
    """(account, order id, fetched, words, record), by age of the row."""
    last = -1
    while rows := connection.execute(
        "SELECT orders.rowid, orders.account, orders.order_id, orders.fetched_at,"
        " orders.words || char(10) || coalesce(parcels.words, ''), record FROM orders LEFT JOIN parcels USING (account, order_id)"
        " WHERE orders.rowid > ? ORDER BY orders.rowid LIMIT ?",
        (last, _PORTION),
    ).fetchall():
        last = rows[-1][0]
        yield [row[1:] for row in rows]


def _last_seq(connection: sqlite3.Connection) -> int:
    """The largest number ever given: one that was used leads to terms, so it is not given again."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'order_rows'").fetchone()
    return int(row[0]) if row is not None else 0
