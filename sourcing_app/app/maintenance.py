"""What is done while the program runs on, for days if need be: copies of the ledger, and a cache that keeps its limit."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterator

from sourcing_app.errors import StoreUnavailable
from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import Ledger

FIRST_S, EVERY_S = 15.0, 3600.0
"""After the account came in, so that what is on screen was read first; and from then on."""
_log = logging.getLogger("sourcing")


class Upkeep:
    """One for the stores of a run. first_s, every_s: seconds to the first round, and between two."""

    def __init__(self, ledger: Ledger, cache: Cache, first_s: float = FIRST_S, every_s: float = EVERY_S) -> None:
        self._ledger, self._cache = ledger, cache
        self._first_s, self._every_s = first_s, every_s
        self._rounds: asyncio.Task[None] | None = None
        self._trimming: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """From now on; a second call changes nothing."""
        if self._rounds is None:
            self._rounds = asyncio.create_task(self._go_round(), name="upkeep")

    def trim_now(self) -> None:
        """The cache's limit was changed."""
        if self._trimming is None or self._trimming.done():
            self._trimming = asyncio.create_task(self._trim(), name="trimming")

    async def close(self) -> None:
        """Begin nothing more. A copy that is being made is given up by the ledger as it closes."""
        tasks = [each for each in (self._rounds, self._trimming) if each is not None]
        for each in tasks:
            each.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _go_round(self) -> None:
        await asyncio.sleep(self._first_s)
        while True:
            await self._trim()
            with _told("backup"):
                await self._ledger.back_up_if_changed()
            await asyncio.sleep(self._every_s)

    async def _trim(self) -> None:
        with _told("cache"):
            await self._cache.trim()


@contextlib.contextmanager
def _told(what: str) -> Iterator[None]:
    """A disk that says no is written down, and asked again next time: nobody waits for this."""
    try:
        yield
    except StoreUnavailable as error:
        _log.warning("%s: %s", what, error)
