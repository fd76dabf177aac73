"""One SQLite file, its one writer connection, and the thread that both belong to.

Store functions are plain functions of a connection; ``Database.read`` and ``Database.write`` run them on the thread. A
write is one transaction: it is wholly there or not at all. SQLite's errors leave here as ``StoreUnavailable``.
"""

from __future__ import annotations

import asyncio
import errno
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sourcing_app.errors import StoreUnavailable
from sourcing_app.store.migrations import Schema
from sourcing_app.store.places import Place, place_of

T = TypeVar("T")
_BUSY_S = 5.0

_KINDS = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_IOERR: "full",
}
_READING = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)
_OS_KINDS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOTDIR: "read_only",
    errno.EEXIST: "read_only",
}


def failure(error: sqlite3.Error | OSError, path: Path) -> StoreUnavailable | None:
    """What an error of the disk is called in this program; None for one that is a bug of ours."""
    if isinstance(error, OSError):
        return StoreUnavailable(_OS_KINDS.get(error.errno or 0, "read_only"), str(path), str(error))
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        kind = "damaged" if type(error) is sqlite3.DatabaseError else None
    else:
        kind = "damaged" if code in _READING else _KINDS.get(code & 0xFF)
    return StoreUnavailable(kind, str(path), str(error)) if kind is not None else None


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Raises StoreUnavailable for what the disk or SQLite says no to; lets bugs pass."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        named = failure(error, path)
        if named is None:
            raise
        raise named from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. The write lock is taken at once, so that what is read inside cannot change before it is written."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class Database:
    """A file that is being opened, on its thread, from the moment this is made. What is asked of it meanwhile waits its turn;
    where it cannot be opened, all that is asked raises what prepare raised."""

    def __init__(self, path: Path, prepare: Callable[[Path], sqlite3.Connection]) -> None:
        self.path = path
        self._is_closed = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=path.stem)
        self._opening = self._thread.submit(prepare, path)

    async def opened(self) -> None:
        """Returns once it is open. Raises what prepare raised; then no thread is left."""
        try:
            await asyncio.shield(asyncio.wrap_future(self._opening))
        except Exception:
            self._thread.shutdown(wait=False)
            raise

    async def read(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """The function's value. Raises StoreUnavailable."""
        return await self._queue(function)

    async def write(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """The function's value, once all it wrote is on the disk. Raises StoreUnavailable: then nothing was written."""

        def work(connection: sqlite3.Connection) -> T:
            with transaction(connection):
                return function(connection)

        return await self._queue(work)

    async def close(self) -> None:
        """Finishes what is queued, then closes the file and the thread. Whoever asks later is told that it is closed."""
        closing = self._queue(lambda connection: connection.close())
        self._is_closed = True
        try:
            await closing
        finally:
            self._thread.shutdown(wait=False)

    def _queue(self, function: Callable[[sqlite3.Connection], T]) -> asyncio.Future[T]:
        def work() -> T:
            with disk_errors(self.path):
                return function(self._opening.result())

        if self._opening.done():
            self._opening.result()
        if self._is_closed:
            raise StoreUnavailable("locked", str(self.path), "closed")
        return asyncio.get_running_loop().run_in_executor(self._thread, work)


async def open_database(path: Path, prepare: Callable[[Path], sqlite3.Connection]) -> Database:
    """Starts the file's thread and opens the file on it. Raises what prepare raises; then no thread is left."""
    database = Database(path, prepare)
    await database.opened()
    return database


def connect(path: Path, schema: Schema, synchronous: str, cache_kb: int = 4096) -> sqlite3.Connection:
    """A writer connection with the schema up to date. Raises sqlite3.Error, OSError, StoreUnavailable("newer").

    On a network or in a synchronised folder a rollback journal takes the place of the log (S05); there a commit is on the
    disk once the folder is, too.
    """
    is_here = place_of(path.parent) is Place.HERE
    connection = sqlite3.connect(str(path), timeout=_BUSY_S, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA journal_mode = {'WAL' if is_here else 'DELETE'}")
        connection.execute(f"PRAGMA synchronous = {'EXTRA' if synchronous == 'FULL' and not is_here else synchronous}")
        connection.execute(f"PRAGMA cache_size = -{cache_kb}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        schema.bring_up_to_date(connection, path)
        return connection
    except BaseException:
        connection.close()
        raise
