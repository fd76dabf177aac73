"""Writing to the cache, which may fail: then the answer of the platform is still worth showing."""

from __future__ import annotations

from collections.abc import Awaitable

from sourcing_app.errors import StoreUnavailable


async def keep(writing: Awaitable[object]) -> bool:
    """Waits for a write to the cache; whether it worked. Never for the ledger."""
    try:
        await writing
    except StoreUnavailable:
        return False
    return True
