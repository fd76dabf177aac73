"""The ledger: cart, intents, orders, payments started, searches, journal. Small, synced to the disk, backed up."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import sqlite_utils

from sourcing_app.errors import StoreUnavailable
from sourcing_app.store.backups import all_backups, back_up, is_sound, newest_good
from sourcing_app.store.carts import Carts
from sourcing_app.store.database import Database, connect, disk_errors, open_database, transaction
from sourcing_app.store.intents import Intents, sending_to_unknown
from sourcing_app.store.journal import Journal
from sourcing_app.store.ledger_schema import LEDGER
from sourcing_app.store.migrations import check_ours
from sourcing_app.store.orders import Orders
from sourcing_app.store.searches import Searches
from sourcing_app.store.set_aside import SIDES, set_aside

FILE_NAME = "ledger.sqlite3"
_HEADER_BYTES = 100


class Ledger:
    """An open ledger. One a program; made by ``Ledger.open``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.cart = Carts(database)
        self.intents = Intents(database)
        self.orders = Orders(database)
        self.searches = Searches(database)
        self.journal = Journal(database)

    @classmethod
    async def open(cls, folder: Path, *, start_afresh: bool = False) -> Ledger:
        """Opens the ledger of a profile folder; makes it where there is none.

        Intents found in the middle of being sent become unknown. A copy is made of what is there.
        Raises StoreUnavailable: "damaged" when the file was not sound (it has been set aside by then) or is missing though
        backups of it exist; then ``restore`` a backup, or open again with start_afresh. "newer": made by a newer program;
        nothing was touched. Else "full", "locked", "read_only".
        """

        def prepare(path: Path) -> sqlite_utils.Database:
            with disk_errors(path):
                return _prepare(path, start_afresh)

        return cls(await open_database(folder / FILE_NAME, prepare))

    @staticmethod
    def restore(folder: Path, backup: Path) -> None:
        """Makes a copy of the backup the ledger (blocking). Raises StoreUnavailable("read_only" | "full" | "locked")."""
        path = folder / FILE_NAME
        with disk_errors(path):
            if any(path.with_name(path.name + side).exists() for side in SIDES):
                set_aside(path, datetime.now(UTC))
            partial = path.with_name(f"{path.name}.partial")
            shutil.copyfile(backup, partial)
            partial.replace(path)

    async def back_up(self) -> None:
        """Makes a copy now. Raises StoreUnavailable."""
        path = self._database.path
        await self._database.read(lambda connection: back_up(connection, path, datetime.now(UTC)))

    async def close(self) -> None:
        """Finishes what is queued and closes the file."""
        await self._database.close()


def _prepare(path: Path, start_afresh: bool) -> sqlite_utils.Database:
    path.parent.mkdir(parents=True, exist_ok=True)
    if _is_empty(path):
        if all_backups(path) and not start_afresh:
            raise StoreUnavailable("damaged", str(path), "missing", _offered(path))
    else:
        _check(path)
    db = connect(path, LEDGER, "FULL")
    try:
        db.conn.execute("PRAGMA secure_delete = ON")
        with transaction(db.conn):
            sending_to_unknown(db.conn)
        _back_up_if_changed(db.conn, path)
    except BaseException:
        db.conn.close()
        raise
    return db


def _is_empty(path: Path) -> bool:
    """Whether nothing was ever written: no file, or none but the name of one."""
    log = path.with_name(f"{path.name}-wal")
    return (not path.exists() or path.stat().st_size == 0) and (not log.exists() or log.stat().st_size == 0)


def _check(path: Path) -> None:
    """Looks at the file without changing it; sets it aside when it is not sound."""
    if not path.exists() or not _looks_whole(path):
        _fail_damaged(path, "not a whole database")
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=5.0)) as connection:
            version = check_ours(connection, LEDGER, path)
            sound = is_sound(connection) and (version > 0 or not all_backups(path))
        if sound:
            return
        reason = "not sound"
    except StoreUnavailable as error:
        if error.kind != "damaged":
            raise
        reason = error.detail
    except sqlite3.DatabaseError as error:
        with disk_errors(path):
            _reraise_unless_damaged(error)
        reason = str(error)
    _fail_damaged(path, reason)


def _looks_whole(path: Path) -> bool:
    """What SQLite itself lets pass: it takes a few odd bytes for an empty file, and a last page that is cut for whole.

    Where there is a log, the last page may be half written, because the log still has all of it.
    Source: sqlite.org/fileformat2.html, section 1.3.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if len(header) < _HEADER_BYTES or not header.startswith(b"SQLite format 3\0"):
        return False
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    log = path.with_name(f"{path.name}-wal")
    logged = log.exists() and log.stat().st_size > 0
    return page_size > 0 and (logged or path.stat().st_size % page_size == 0)


def _reraise_unless_damaged(error: sqlite3.DatabaseError) -> None:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    damaged = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    if code & 0xFF not in damaged and code not in (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ):
        raise error


def _fail_damaged(path: Path, reason: str) -> None:
    aside = set_aside(path, datetime.now(UTC))
    raise StoreUnavailable("damaged", str(aside), reason, _offered(path))


def _offered(path: Path) -> str | None:
    backup = newest_good(path, LEDGER)
    return str(backup) if backup is not None else None


def _back_up_if_changed(connection: sqlite3.Connection, path: Path) -> None:
    newest = next(iter(all_backups(path)), None)
    files = [each for each in (path, path.with_name(f"{path.name}-wal")) if each.exists()]
    changed_at = max(each.stat().st_mtime for each in files)
    if newest is None or newest.stat().st_mtime < changed_at:
        with suppress(sqlite3.Error, OSError):  # a full disk must not keep the ledger from being read
            back_up(connection, path, datetime.now(UTC))
