"""The ledger: cart, intents, orders, payments started, searches, journal. Small, synced to the disk, backed up."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sourcing_app.domain.gap import Gap
from sourcing_app.domain.opening import Opening
from sourcing_app.errors import StoreUnavailable
from sourcing_app.store.backups import all_backups, back_up, is_sound, newest_good, stamp_of
from sourcing_app.store.carts import Carts
from sourcing_app.store.database import Database, connect, disk_errors, open_database, transaction
from sourcing_app.store.gaps import Gaps, note_gap
from sourcing_app.store.intents import Intents, sending_to_unknown
from sourcing_app.store.journal import Journal
from sourcing_app.store.ledger_schema import LEDGER
from sourcing_app.store.migrations import check_ours
from sourcing_app.store.orders import Orders
from sourcing_app.store.searches import Searches
from sourcing_app.store.set_aside import newest_set_aside, set_aside

FILE_NAME = "ledger.sqlite3"
_HEADER_BYTES = 100


class Ledger:
    """An open ledger. One a program; made by ``Ledger.open``."""

    def __init__(self, database: Database, copy: TemporaryDirectory[str] | None = None) -> None:
        self._database = database
        self._copy = copy
        self.cart = Carts(database)
        self.gaps = Gaps(database)
        self.intents = Intents(database)
        self.orders = Orders(database)
        self.searches = Searches(database)
        self.journal = Journal(database)

    @classmethod
    async def open(cls, folder: Path, how: Opening = Opening.AS_IT_IS) -> Ledger:
        """Opens the ledger of a profile folder; makes it where there never was one.

        Intents found in the middle of being sent become unknown. A copy is made of what is there.
        Raises StoreUnavailable: "damaged" when the file was not sound (it has been set aside by then, and is told of at
        each start until it is decided what to do) or is missing though backups of it exist; then ``recovery`` may restore
        a backup or salvage what can be read, or it is opened AFRESH. "newer": made by a newer program; nothing was
        touched. "read_only": opened for READING, everything that writes raises this again. Else "full", "locked".
        """
        path = folder / FILE_NAME
        if how is not Opening.READING:
            return cls(await open_database(path, partial(_prepare, how)))
        with disk_errors(path):
            copy = await asyncio.to_thread(_copy_of, path)
        try:
            return cls(await open_database(path, partial(_prepare_copy, copy)), copy)
        except BaseException:
            await asyncio.to_thread(copy.cleanup)
            raise

    @classmethod
    def begin(cls, folder: Path) -> Ledger:
        """As ``open`` does AS_IT_IS, without waiting for it: what is asked of it meanwhile waits its turn."""
        return cls(Database(folder / FILE_NAME, partial(_prepare, Opening.AS_IT_IS)))

    async def opened(self) -> None:
        """Returns once it is open. Raises what ``open`` raises; then nothing is left open."""
        await self._database.opened()

    async def back_up(self) -> None:
        """Makes a copy now. Raises StoreUnavailable."""
        path = self._database.path
        await self._database.read(lambda connection: back_up(connection, path, datetime.now(UTC)))

    @property
    def is_read_only(self) -> bool:
        """Whether it is a copy for this run, in which nothing can be changed."""
        return self._copy is not None

    async def close(self) -> None:
        """Finishes what is queued and closes the file."""
        await self._database.close()
        if self._copy is not None:
            await asyncio.to_thread(self._copy.cleanup)


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
            _back_up_if_changed(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _copy_of(path: Path) -> TemporaryDirectory[str]:
    """The file and its log in a folder of the system's, for as long as they are read. Raises OSError."""
    folder = TemporaryDirectory(prefix="sourcing-reading-", ignore_cleanup_errors=True)
    try:
        for side in ("", "-wal"):
            source = path.with_name(path.name + side)
            if source.exists():
                shutil.copyfile(source, Path(folder.name) / source.name)
    except BaseException:
        folder.cleanup()
        raise
    return folder


def _prepare_copy(folder: TemporaryDirectory[str], path: Path) -> sqlite3.Connection:
    with disk_errors(path):
        connection = connect(Path(folder.name) / path.name, LEDGER, "OFF")
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
    files = [each.stat() for each in (path, path.with_name(f"{path.name}-wal")) if each.exists()]
    changed_at = max(each.st_mtime for each in files if each.st_size)  # the log is made by opening, and empty then
    if newest is None or newest.stat().st_mtime < changed_at:
        with suppress(sqlite3.Error, OSError):  # a full disk must not keep the ledger from being read
            connection.execute(
                "PRAGMA wal_checkpoint"
            )  # now, so that closing does not make the file newer than its copy
            back_up(connection, path, datetime.now(UTC))
