"""Numbered steps from an empty file to today's tables. A released step is never edited; a change is a new step.

A step and the note that it was taken are one transaction (sqlite-utils' migrations), and the file's ``user_version``
counts them, so that an older program knows a newer file without understanding it. ``application_id`` says whose file it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sourcing_app.errors import StoreUnavailable

if TYPE_CHECKING:
    import sqlite_utils
    from sqlite_utils.migrations import Migrations

Step = Callable[["sqlite_utils.Database"], None]


@dataclass(frozen=True, slots=True)
class Schema:
    """The steps of one file. application_id: 32 bits that name the kind of file."""

    name: str
    application_id: int
    steps: tuple[Step, ...]

    @property
    def version(self) -> int:
        """How many steps this program knows."""
        return len(self.steps)

    def bring_up_to_date(self, connection: sqlite3.Connection, path: Path) -> None:
        """Takes the steps that are missing. Raises StoreUnavailable("newer"); "damaged" for a file that is not ours.

        A step that fails is rolled back whole; a copy of the file as it was is made before the first one is taken.
        """
        version = check_ours(connection, self, path)
        if version == self.version:
            return
        if version > 0:
            copy_database(connection, path.with_name(f"{path.name}.before-{self.version}"))
        import sqlite_utils  # a tenth of a second: only where there is a step to take

        self._migrations().apply(sqlite_utils.Database(connection, execute_plugins=False))

    def _migrations(self) -> Migrations:
        from sqlite_utils.migrations import Migrations

        migrations = Migrations(self.name)
        for number, step in enumerate(self.steps, start=1):
            migrations(name=f"{number:04}")(self._numbered(number, step))
        return migrations

    def _numbered(self, number: int, step: Step) -> Step:
        def run(db: sqlite_utils.Database) -> None:
            step(db)
            db.conn.execute(f"PRAGMA application_id = {self.application_id}")
            db.conn.execute(f"PRAGMA user_version = {number}")

        return run


def check_ours(connection: sqlite3.Connection, schema: Schema, path: Path) -> int:
    """The file's version; 0 for an empty one. Raises StoreUnavailable("newer" | "damaged")."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE '\\_sqlite\\_%' ESCAPE '\\'"
    ).fetchone()
    if application_id != schema.application_id and (application_id or version or tables):
        raise StoreUnavailable("damaged", str(path), f"not a {schema.name}")
    if version > schema.version:
        raise StoreUnavailable("newer", str(path), f"version {version}, this program knows {schema.version}")
    return int(version)


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """A consistent copy, whole or not at all: written beside its place, then renamed."""
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(str(partial))) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    partial.replace(target)
