"""Writing to the cache, which may fail: then the answer of the platform is still worth showing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

from sourcing_app.errors import StoreUnavailable

_under_way: set[asyncio.Task[bool]] = set()


async def keep(writing: Awaitable[object]) -> bool:
    """Waits for a write to the cache; whether it worked. Never for the ledger."""
    try:
        await writing
    except StoreUnavailable:
        return False
    return True


async def keep_meanwhile(writing: Awaitable[object]) -> None:
    """Begins a write to the cache and does not wait for it: results are shown first. What is asked of the same file
    afterwards waits its turn behind it, its closing too."""
    task = asyncio.ensure_future(keep(writing))
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)
    await asyncio.sleep(0)  # now it is in the queue of the file's thread
