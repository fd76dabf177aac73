"""The ledger: cart, intents, orders, payments started, searches, journal. Small, synced to the disk, backed up."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from sourcing_app.domain.gap import Gap
from sourcing_app.domain.opening import Opening
from sourcing_app.errors import StoreUnavailable
from sourcing_app.store.accounts import Accounts
from sourcing_app.store.backups import all_backups, back_up, is_sound, newest_good, stamp_of
from sourcing_app.store.carts import Carts
from sourcing_app.store.database import Database, connect, disk_errors, transaction
from sourcing_app.store.gaps import Gaps, note_gap
from sourcing_app.store.intents import Intents, sending_to_unknown
from sourcing_app.store.journal import Journal
from sourcing_app.store.ledger_schema import LEDGER
from sourcing_app.store.migrations import check_ours
from sourcing_app.store.order_pages import OrderPages
from sourcing_app.store.orders import Orders
from sourcing_app.store.searches import Searches
from sourcing_app.store.set_aside import copy_with_sides, newest_set_aside, set_aside

FILE_NAME = "ledger.sqlite3"
_HEADER_BYTES = 100


class Ledger:
    """An open ledger. One a program; made by ``Ledger.open``."""

    def __init__(self, database: Database, *, is_read_only: bool = False) -> None:
        """is_read_only: whether it is a copy for this run, in which nothing can be changed."""
        self._database = database
        self._closing = Event()
        self.is_read_only = is_read_only
        self.accounts = Accounts(database)
        self.cart = Carts(database)
        self.gaps = Gaps(database)
        self.intents = Intents(database)
        self.orders = Orders(database)
        self.order_pages = OrderPages(database)
        self.searches = Searches(database)
        self.journal = Journal(database)

    @classmethod
    async def open(cls, folder: Path, how: Opening = Opening.AS_IT_IS) -> Ledger:
        """Opens the ledger of a profile folder; makes it where there never was one.

        Intents found in the middle of being sent become unknown.
        Raises StoreUnavailable: "damaged" when the file was not sound (it has been set aside by then, and is told of at
        each start until it is decided what to do) or is missing though backups of it exist; then ``recovery`` may restore
        a backup or salvage what can be read, or it is opened AFRESH. "newer": made by a newer program; nothing was
        touched. "read_only": opened for READING, everything that writes raises this again. Else "full", "locked".
        """
        ledger = cls.begin(folder, how)
        await ledger.opened()
        return ledger

    @classmethod
    def begin(cls, folder: Path, how: Opening = Opening.AS_IT_IS) -> Ledger:
        """As ``open`` does, without waiting for it: what is asked of it meanwhile waits its turn."""
        is_read_only = how is Opening.READING
        prepare = _prepare_copy if is_read_only else partial(_prepare, how)
        return cls(Database(folder / FILE_NAME, prepare), is_read_only=is_read_only)

    async def opened(self) -> None:
        """Returns once it is open. Raises what ``open`` raises; then nothing is left open."""
        await self._database.opened()

    async def back_up_if_changed(self) -> bool:
        """Makes a copy unless the newest one is of what is here now; whether it was made. Raises StoreUnavailable."""
        path = self._database.path
        if self.is_read_only or not await self._database.read(lambda connection: _is_changed(connection, path)):
            return False
        await self.back_up()
        return True

    async def back_up(self) -> None:
        """Makes a copy now, beside what else is asked of the ledger. Raises StoreUnavailable, also when closed meanwhile."""
        await asyncio.to_thread(_back_up, self._database.path, self._closing)

    async def close(self) -> None:
        """Finishes what is queued and closes the file; a copy that is being made is given up."""
        self._closing.set()
        await self._database.close()


def _prepare(how: Opening, path: Path) -> sqlite3.Connection:
    with disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = _is_empty(path)
        if not is_new:
            _check(path)
        elif how is not Opening.AFRESH:
            _refuse_to_forget(path)
        connection = connect(path, LEDGER, "FULL")
        try:
            connection.execute("PRAGMA secure_delete = ON")
            with transaction(connection):
                sending_to_unknown(connection)
                if is_new and how is Opening.AFRESH:
                    note_gap(connection, Gap(datetime.now(UTC)))
        except BaseException:
            connection.close()
            raise
        return connection


def _prepare_copy(path: Path) -> sqlite3.Connection:
    """A copy in memory: however the program ends, nothing of it is left anywhere."""
    with disk_errors(path), TemporaryDirectory(prefix="sourcing-reading-", ignore_cleanup_errors=True) as folder:
        copy_with_sides(path, Path(folder))
        with closing(connect(Path(folder) / path.name, LEDGER, "OFF")) as copied:
            copied.execute("PRAGMA journal_mode = DELETE")  # memory has no log
            connection = sqlite3.connect(":memory:", check_same_thread=False)
            copied.backup(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _refuse_to_forget(path: Path) -> None:
    """Raises StoreUnavailable("damaged") while nobody has decided what becomes of the ledger that was here before."""
    aside, backup = newest_set_aside(path), next(iter(all_backups(path)), None)
    if aside is not None and (backup is None or aside[1] >= stamp_of(backup)):
        raise StoreUnavailable("damaged", str(aside[0]), "set aside before", _offered(path))
    if backup is not None:
        raise StoreUnavailable("damaged", str(path), "missing", _offered(path))


def _is_empty(path: Path) -> bool:
    """Whether nothing was ever written: no file, or none but the name of one."""
    return not _written(path) and not _written(path, "-wal")


def _written(path: Path, side: str = "") -> bool:
    """Whether there is anything in the file, or in one beside it."""
    file = path.with_name(path.name + side)
    return file.exists() and file.stat().st_size > 0


def _check(path: Path) -> None:
    """Looks at the file, and sets it aside when it is not sound."""
    if not path.exists() or not _looks_whole(path):
        _fail_damaged(path, "not a whole database")
    try:
        mode = "rw" if _written(path, "-journal") else "ro"  # what was left half written is taken back first
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=5.0)) as connection:
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

    Where there is a log or a journal, the last page may be half written, because that still has what belongs there.
    Source: sqlite.org/fileformat2.html, section 1.3.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if len(header) < _HEADER_BYTES or not header.startswith(b"SQLite format 3\0"):
        return False
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    logged = _written(path, "-wal") or _written(path, "-journal")
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


def _is_changed(connection: sqlite3.Connection, path: Path) -> bool:
    """A copy is given the time of the ledger it was made of: another time is another ledger, whatever the clock says."""
    connection.execute("PRAGMA wal_checkpoint").fetchall()  # what is still in the log changes the file's time now
    newest = next(iter(all_backups(path)), None)
    return newest is None or newest.stat().st_mtime_ns != path.stat().st_mtime_ns


def _back_up(path: Path, stop: Event) -> None:
    try:
        with disk_errors(path):
            before = (
                path.stat()
            )  # what is written while it is being copied changes the time, and is copied the next time
            os.utime(back_up(path, datetime.now(UTC), stop), ns=(before.st_atime_ns, before.st_mtime_ns))
    except sqlite3.OperationalError as error:
        if not stop.is_set():
            raise
        raise StoreUnavailable("locked", str(path), "closed") from error
