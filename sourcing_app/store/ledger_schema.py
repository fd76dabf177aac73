"""The ledger's tables. Records are JSON text (``records.py``); what is searched or kept unique is a column beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcing_app.store.migrations import Schema
from sourcing_app.store.order_rows import TABLES, rebuild

if TYPE_CHECKING:
    import sqlite_utils

_FIRST = """
CREATE TABLE cart_lines (
    account TEXT NOT NULL, offer_id TEXT NOT NULL, spec_id TEXT NOT NULL, position INTEGER NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (account, offer_id, spec_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE intents (
    intent_id TEXT PRIMARY KEY, account TEXT NOT NULL, out_order_id TEXT NOT NULL UNIQUE, state TEXT NOT NULL,
    created_at TEXT NOT NULL, record TEXT NOT NULL
) STRICT;
CREATE INDEX intents_by_account ON intents (account, created_at);
CREATE TABLE open_lines (
    account TEXT NOT NULL, offer_id TEXT NOT NULL, spec_id TEXT NOT NULL,
    intent_id TEXT NOT NULL REFERENCES intents (intent_id),
    PRIMARY KEY (account, offer_id, spec_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE made_orders (
    order_id TEXT NOT NULL, intent_id TEXT NOT NULL REFERENCES intents (intent_id), PRIMARY KEY (order_id, intent_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE orders (
    account TEXT NOT NULL, order_id TEXT NOT NULL, status TEXT NOT NULL, created_at TEXT NOT NULL, modified_at TEXT NOT NULL,
    fetched_at TEXT NOT NULL, words TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (account, order_id)
) STRICT;
CREATE INDEX orders_by_age ON orders (account, created_at DESC, order_id DESC);
CREATE INDEX orders_by_status ON orders (account, status, created_at DESC, order_id DESC);
CREATE TABLE parcels (
    account TEXT NOT NULL, order_id TEXT NOT NULL, fetched_at TEXT NOT NULL, words TEXT NOT NULL, records TEXT NOT NULL,
    PRIMARY KEY (account, order_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE payments (
    account TEXT NOT NULL, order_id TEXT NOT NULL, started_at TEXT NOT NULL, amount TEXT NOT NULL,
    PRIMARY KEY (account, order_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE searches (
    account TEXT NOT NULL, text TEXT NOT NULL, used_at TEXT NOT NULL, PRIMARY KEY (account, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE saved_searches (
    account TEXT NOT NULL, name TEXT NOT NULL, saved_at TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE photos (
    account TEXT NOT NULL, sha256 TEXT NOT NULL, used_at TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
    source_width INTEGER NOT NULL, source_height INTEGER NOT NULL, name TEXT NOT NULL, jpeg BLOB NOT NULL,
    PRIMARY KEY (account, sha256)
) STRICT;
CREATE TABLE journal (
    entry INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
    facts TEXT NOT NULL
) STRICT;
"""

_GAPS = """
CREATE TABLE gaps (gap INTEGER PRIMARY KEY, begun_at TEXT NOT NULL, since TEXT NOT NULL) STRICT;
CREATE TABLE closed_gaps (
    gap INTEGER NOT NULL REFERENCES gaps (gap), account TEXT NOT NULL, closed_at TEXT NOT NULL, PRIMARY KEY (gap, account)
) STRICT, WITHOUT ROWID;
"""


def _cart_intents_orders_journal(db: sqlite_utils.Database) -> None:
    db.executescript(_FIRST)


def _what_may_be_missing(db: sqlite_utils.Database) -> None:
    db.executescript(_GAPS)


def _rows_and_terms_of_orders(db: sqlite_utils.Database) -> None:
    for statement in TABLES.split(";\n"):  # a script would end the transaction that the step is part of
        db.conn.execute(statement)
    rebuild(db.conn)


LEDGER = Schema("ledger", 0x534F4C47, (_cart_intents_orders_journal, _what_may_be_missing, _rows_and_terms_of_orders))
"""application_id: "SOLG"."""
