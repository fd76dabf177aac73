"""Everything the marketplace remembers, in one SQLite file that survives a restart.

Each area (orders, refunds, messages ...) owns its tables and creates them with ``own``.
"""

from __future__ import annotations

import json
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Row = dict[str, Any]


class State:
    """One connection shared by all threads behind one lock. Rows come as dicts."""

    def __init__(self, path: Path | None) -> None:
        """``path`` None keeps everything in memory.

        The file belongs to one process at a time; another one waits up to five seconds for its end.
        Raises sqlite3.DatabaseError for a file that is in use or is no database.
        """
        self.path = path
        self.lock = threading.RLock()
        self._depth = 0
        self._tables: list[str] = []
        self.db = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
        self.db.row_factory = _as_dict
        try:
            self._open()
        except sqlite3.Error:
            self.db.close()
            raise

    def _open(self) -> None:
        self.db.execute("PRAGMA locking_mode=EXCLUSIVE")
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.execute("PRAGMA synchronous=NORMAL")
        self.own("CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        self._tables.remove("settings")
        self.remember("opened", True)

    def own(self, ddl: str) -> None:
        """Run ``CREATE TABLE IF NOT EXISTS`` statements; ``reset`` will empty these tables."""
        with self.lock:
            for statement in filter(str.strip, ddl.split(";")):
                self.db.execute(statement)
            self._tables += re.findall(r"CREATE TABLE IF NOT EXISTS (\w+)", ddl)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing. May be nested; only the outermost one commits."""
        with self.lock:
            if self._depth == 0:
                self.db.execute("BEGIN")
            self._depth += 1
            try:
                yield self.db
            except BaseException:
                self._depth -= 1
                if self._depth == 0:
                    self.db.execute("ROLLBACK")
                raise
            self._depth -= 1
            if self._depth == 0:
                self.db.execute("COMMIT")

    def rows(self, sql: str, *values: object) -> list[Row]:
        with self.lock:
            return self.db.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> Row | None:
        with self.lock:
            found: Row | None = self.db.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, *values: object) -> Any:
        """First column of the first row, or None."""
        found = self.row(sql, *values)
        return next(iter(found.values())) if found else None

    def execute(self, sql: str, *values: object) -> int:
        """Run one statement; answers the last row id."""
        with self.lock:
            return self.db.execute(sql, values).lastrowid or 0

    def insert(self, table: str, **columns: object) -> int:
        names = ", ".join(columns)
        marks = ", ".join("?" * len(columns))
        return self.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", *columns.values())

    def update(self, table: str, key: str, key_value: object, **columns: object) -> None:
        sets = ", ".join(f"{name} = ?" for name in columns)
        self.execute(f"UPDATE {table} SET {sets} WHERE {key} = ?", *columns.values(), key_value)

    def setting(self, name: str, default: Any = None) -> Any:
        """A remembered JSON value."""
        text = self.value("SELECT value FROM settings WHERE name = ?", name)
        return default if text is None else json.loads(text)

    def remember(self, name: str, value: Any) -> None:
        self.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", name, json.dumps(value))

    def reset(self) -> None:
        """Empty every owned table. Settings stay."""
        with self.transaction():
            there = {row["name"] for row in self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
            for table in there.intersection(self._tables):
                self.db.execute(f"DELETE FROM {table}")

    def close(self) -> None:
        with self.lock:
            self.db.close()


def _as_dict(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> Row:
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}
