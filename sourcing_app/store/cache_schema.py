"""The cache's tables. All of it can be fetched again, so a file of another version is set aside and made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcing_app.store.migrations import Schema

if TYPE_CHECKING:
    import sqlite_utils

_FIRST = """
CREATE TABLE offers (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, offer_id TEXT NOT NULL, title TEXT NOT NULL,
    title_translated TEXT NOT NULL, seen_at TEXT NOT NULL, record TEXT NOT NULL,
    UNIQUE (account, offer_id)
) STRICT;
CREATE VIRTUAL TABLE terms USING fts5 (dense, words, content = '', columnsize = 0, tokenize = 'ascii', prefix = '2 3');
CREATE VIRTUAL TABLE pinyin USING fts5 (syllables, content = '', columnsize = 0, tokenize = 'ascii');
CREATE TABLE progress (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE pages (
    account TEXT NOT NULL, query TEXT NOT NULL, page INTEGER NOT NULL, fetched_at TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (account, query, page)
) STRICT;
CREATE TABLE details (
    account TEXT NOT NULL, offer_id TEXT NOT NULL, language TEXT NOT NULL, fetched_at TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (account, offer_id, language)
) STRICT;
CREATE TABLE lists (
    account TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, fetched_at TEXT NOT NULL, records TEXT NOT NULL,
    PRIMARY KEY (account, kind, key)
) STRICT;
CREATE TABLE pictures (url TEXT PRIMARY KEY, fetched_at TEXT NOT NULL, content BLOB NOT NULL) STRICT;
CREATE INDEX pages_by_age ON pages (fetched_at);
CREATE INDEX details_by_age ON details (fetched_at);
CREATE INDEX pictures_by_age ON pictures (fetched_at);
"""


def _offers_terms_pages(db: sqlite_utils.Database) -> None:
    db.executescript(_FIRST)


CACHE = Schema("cache", 0x534F4C43, (_offers_terms_pages,))
"""application_id: "SOLC"."""
