"""The cache: what the platform told and would tell again. Bounded in size, thrown away at any time without loss."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sourcing_app.domain.address import Address
from sourcing_app.domain.category import Category
from sourcing_app.domain.offer import FilterSection
from sourcing_app.errors import StoreUnavailable
from sourcing_app.store.cache_schema import CACHE
from sourcing_app.store.cache_size import clear, size_of, trim
from sourcing_app.store.cached_lists import CachedLists
from sourcing_app.store.cached_offers import CachedOffers, CachedSearches
from sourcing_app.store.database import Database, connect, disk_errors, open_database
from sourcing_app.store.local_search import LocalSearch, Spoken
from sourcing_app.store.pictures import CachedPictures
from sourcing_app.store.pinyin import spoken_elsewhere
from sourcing_app.store.set_aside import SIDES, set_aside
from sourcing_app.store.spare import Spare

FILE_NAME = "cache.sqlite3"
SIZE_LIMIT = 512 * 1024 * 1024
"""Bytes."""


class Cache:
    """An open cache. Made by ``Cache.open``."""

    def __init__(
        self, database: Database, size_limit: int, spoken: Spoken = spoken_elsewhere, spare: Spare | None = None
    ) -> None:
        self._database = database
        self._spare = spare or Spare()
        self._size_limit = size_limit
        self.searches = CachedSearches(database)
        self.offers = CachedOffers(database)
        self.local_search = LocalSearch(database, spoken)
        self.categories = CachedLists(database, Category)
        self.filters = CachedLists(database, FilterSection)
        self.addresses = CachedLists(database, Address)
        self.pictures = CachedPictures(database)

    @classmethod
    async def open(cls, folder: Path, size_limit: int = SIZE_LIMIT, spoken: Spoken = spoken_elsewhere) -> Cache:
        """Opens the cache of a profile folder; makes it anew where it is missing, damaged or of another version.

        spoken: how titles become pinyin. Raises StoreUnavailable("full" | "locked" | "read_only").
        """
        return cls(await open_database(folder / FILE_NAME, _prepare), size_limit, spoken)

    @classmethod
    def begin(cls, folder: Path, size_limit: int) -> Cache:
        """Begins to open it; what is asked of it meanwhile waits its turn. Where it cannot be used, a spare one takes its
        place for this run, and ``failure`` says why."""
        spare = Spare()
        return cls(Database(folder / FILE_NAME, partial(_prepare_or_spare, spare)), size_limit, spare=spare)

    async def opened(self) -> None:
        """Returns once it is open. Raises StoreUnavailable where there is no place for a spare one either."""
        await self._database.opened()

    @property
    def failure(self) -> StoreUnavailable | None:
        """Why this is a spare one; None for the profile's own."""
        return self._spare.failure

    async def size(self) -> int:
        """Bytes in use."""
        return await self._database.read(size_of)

    def limit(self, size: int) -> None:
        """From now on it may take so many bytes; what is above that goes with the next ``trim``."""
        self._size_limit = size

    async def trim(self) -> bool:
        """Drops the oldest things when the limit is passed; whether anything was dropped. To be called now and then."""
        limit = self._size_limit
        dropped = await self._database.write(lambda connection: trim(connection, limit))
        if dropped:
            await self._database.read(_shrink)
        return dropped

    async def clear(self) -> None:
        """Drops everything, and gives the space back."""
        await self._database.write(clear)
        await self._database.read(_shrink)

    async def close(self) -> None:
        """Finishes what is queued and closes the file."""
        await self._database.close()
        if self.failure is not None:
            await asyncio.to_thread(self._spare.clean_up)


def _prepare_or_spare(spare: Spare, path: Path) -> sqlite3.Connection:
    try:
        return _prepare(path)
    except StoreUnavailable as error:
        return _prepare(spare.folder(error) / path.name)


def _prepare(path: Path) -> sqlite3.Connection:
    with disk_errors(path):
        return _open_or_make_anew(path)


def _open_or_make_anew(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _connect(path)
    except StoreUnavailable as error:
        if error.kind not in ("damaged", "newer"):
            raise
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in (
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_NOTADB,
        ):
            raise
    _drop_older_ruins(path)
    set_aside(path, datetime.now(UTC))
    return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    connection = connect(path, CACHE, "NORMAL", cache_kb=16_384)
    try:
        connection.execute("SELECT max(seq) FROM offers").fetchone()
        return connection
    except BaseException:
        connection.close()
        raise


def _drop_older_ruins(path: Path) -> None:
    """Of what was set aside before, nothing is needed: this is a cache."""
    for side in SIDES:
        for ruin in path.parent.glob(f"{path.name}.damaged-*{side}"):
            ruin.unlink(missing_ok=True)


def _shrink(connection: sqlite3.Connection) -> None:
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
