"""Copies of the ledger beside it: made while it is in use, thinned out with age, found again when it is damaged.

A copy holds everything but the search history and the photos, which are private and large.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

from sourcing_app.errors import StoreUnavailable
from sourcing_app.store.migrations import Schema, check_ours

_NEWEST = 3
_DAYS = 7
_STAMP = "%Y%m%d-%H%M%S"
_LEFT_OUT = ("searches", "photos")
_PAGES = 512
"""Copied in one go; between two of them others may write."""
_TRIES = 20
_OFTEN = 10_000
"""Steps of SQLite between two looks at whether to stop."""


def backup_folder(ledger: Path) -> Path:
    """Where the copies of a ledger lie."""
    return ledger.parent / "backups"


def back_up(ledger: Path, now: datetime, stop: Event | None = None) -> Path:
    """Makes a copy named by the time and drops those no longer needed; whoever reads or writes the ledger meanwhile waits
    for a few pages at most. stop: gives the copy up once it is set.

    Raises sqlite3.Error (also when it was given up), OSError, StoreUnavailable("locked") where too much was written.
    """
    folder = backup_folder(ledger)
    folder.mkdir(exist_ok=True)
    newest = next(iter(all_backups(ledger)), None)
    if newest is not None:  # a clock that was set back must not make this copy the older one
        now = max(now, made_at(newest) + timedelta(seconds=1))
    target = folder / f"{ledger.stem}-{now.strftime(_STAMP)}{ledger.suffix}"
    _copy(ledger, target, stop or Event())
    for old in superseded(all_backups(ledger)):
        old.unlink(missing_ok=True)
    return target


def _copy(ledger: Path, target: Path, stop: Event) -> None:
    """Whole or not at all: written beside its place without what is private, then renamed."""
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(str(partial))) as copy:
            with closing(sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro", uri=True)) as source:
                _hold_still(source)
                source.backup(copy, pages=_PAGES, progress=_Watch(ledger, stop))
            copy.set_progress_handler(stop.is_set, _OFTEN)
            _leave_out_private(copy)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _hold_still(source: sqlite3.Connection) -> None:
    """With a log, one moment of the ledger can be read while others write: what they write does not begin the copy anew."""
    if source.execute("PRAGMA journal_mode").fetchone() == ("wal",):
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()


class _Watch:
    """Called between portions. Without a log whoever writes begins the copy anew; then it is left to a quieter hour."""

    def __init__(self, ledger: Path, stop: Event) -> None:
        self._ledger, self._stop = ledger, stop
        self._left: int | None = None
        self._begun_anew = 0

    def __call__(self, status: int, remaining: int, total: int) -> None:
        if self._stop.is_set():
            raise sqlite3.OperationalError("interrupted")
        self._begun_anew += self._left is not None and remaining > self._left
        self._left = remaining
        if self._begun_anew > _TRIES:
            raise StoreUnavailable("locked", str(self._ledger), "written to all the time")


def _leave_out_private(copy: sqlite3.Connection) -> None:
    """Overwritten, and its place given back where it was much."""
    copy.execute("PRAGMA journal_mode = DELETE")
    copy.execute("PRAGMA secure_delete = ON")
    for table in _LEFT_OUT:
        copy.execute(f"DELETE FROM {table}")
    copy.commit()
    (pages,), (free,) = (copy.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count"))
    if free > pages // 10:
        copy.execute("VACUUM")


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
