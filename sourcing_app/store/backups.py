"""Copies of the ledger beside it: made when it is opened, thinned out with age, found again when it is damaged.

A copy holds everything but the search history and the photos, which are private and large.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sourcing_app.store.migrations import Schema, check_ours, copy_database

_NEWEST = 3
_DAYS = 7
_STAMP = "%Y%m%d-%H%M%S"
_LEFT_OUT = ("searches", "photos")


def backup_folder(ledger: Path) -> Path:
    """Where the copies of a ledger lie."""
    return ledger.parent / "backups"


def back_up(connection: sqlite3.Connection, ledger: Path, now: datetime) -> Path:
    """Makes a copy named by the time and drops those no longer needed. Raises sqlite3.Error, OSError."""
    folder = backup_folder(ledger)
    folder.mkdir(exist_ok=True)
    newest = next(iter(all_backups(ledger)), None)
    if newest is not None:  # a clock that was set back must not make this copy the older one
        now = max(now, made_at(newest) + timedelta(seconds=1))
    target = folder / f"{ledger.stem}-{now.strftime(_STAMP)}{ledger.suffix}"
    copy_database(connection, target)
    _leave_out_private(target)
    for old in superseded(all_backups(ledger)):
        old.unlink(missing_ok=True)
    return target


def _leave_out_private(copy: Path) -> None:
    with closing(sqlite3.connect(str(copy))) as connection:
        for table in _LEFT_OUT:
            connection.execute(f"DELETE FROM {table}")
        connection.commit()
        connection.execute("VACUUM")


def all_backups(ledger: Path) -> tuple[Path, ...]:
    """The copies, newest first."""
    return tuple(sorted(backup_folder(ledger).glob(f"{ledger.stem}-*{ledger.suffix}"), reverse=True))


def superseded(backups: Iterable[Path]) -> tuple[Path, ...]:
    """Of copies newest first: all but the newest three and the newest of each of the last seven days that have one."""
    kept: set[Path] = set()
    days: dict[str, Path] = {}
    ordered = tuple(backups)
    for backup in ordered:
        day = backup.stem.split("-")[-2]
        days.setdefault(day, backup)
    kept.update(ordered[:_NEWEST], list(days.values())[:_DAYS])
    return tuple(backup for backup in ordered if backup not in kept)


def stamp_of(backup: Path) -> str:
    """The time in a copy's name ("20261122-103000", UTC); the disk's where somebody renamed it."""
    return made_at(backup).strftime(_STAMP)


def made_at(backup: Path) -> datetime:
    """When a copy was made, aware: from its name, or from the disk where somebody renamed it. Raises OSError."""
    try:
        return datetime.strptime("-".join(backup.stem.split("-")[-2:]), _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(backup.stat().st_mtime, UTC)


def newest_good(ledger: Path, schema: Schema) -> Path | None:
    """The newest copy that is sound and of a version we understand."""
    return next((backup for backup in all_backups(ledger) if _is_good(backup, schema)), None)


def _is_good(backup: Path, schema: Schema) -> bool:
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return check_ours(connection, schema, backup) > 0 and is_sound(connection)
    except Exception:  # whatever is wrong with it, it is not a good one
        return False


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds nothing wrong. Raises sqlite3.Error for a file it cannot even read."""
    return [row[0] for row in connection.execute("PRAGMA quick_check(1)")] == ["ok"]
