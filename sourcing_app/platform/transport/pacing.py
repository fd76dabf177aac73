"""Time for the client: how fast calls may start, how many run at once, how long to wait before a repeat."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

RETRY_WAITS_S = (1.0, 3.0, 9.0)
"""After a network error or a 5xx, reads only. Source: gateway.md, 5.4."""

LIMIT_WAITS_S = (10.0, 20.0, 40.0, 80.0, 120.0)
"""After ``gw.QosAppFrequencyLimit``, reads only. Source: gateway.md, 5.4."""


LIMIT_CODES = ("gw.QosAppFrequencyLimit", "429")
"""How the gateway says that calls come too fast. Source: gateway.md, 5.1."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Where time and chance come from, so that a test can own them. wall: seconds since 1970; monotonic, sleep: seconds."""

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = random.random

    def jittered(self, seconds: float) -> float:
        """Up to a fifth longer, so that many clients do not come back together."""
        return seconds * (1 + 0.2 * self.chance())


@dataclass(frozen=True, slots=True)
class Pace:
    """calls_per_second: long-term rate; burst: how many may start at once after a pause; parallel: how many run at once."""

    calls_per_second: float = 5.0
    burst: int = 5
    parallel: int = 4


class Pacer:
    """A token bucket and a limit on parallel calls, shared by all calls of one account."""

    def __init__(self, pace: Pace, timing: Timing) -> None:
        self._pace = pace
        self._timing = timing
        self._slots = asyncio.Semaphore(pace.parallel)
        self._tokens = float(pace.burst)
        self._filled_at = timing.monotonic()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a slot and a token, then hold the slot."""
        async with self._slots:
            wait = self._take()
            if wait > 0:
                await self._timing.sleep(wait)
            yield

    def _take(self) -> float:
        """Take a token, perhaps one of the future; seconds until it is there."""
        now = self._timing.monotonic()
        grown = self._tokens + max(0.0, now - self._filled_at) * self._pace.calls_per_second
        self._tokens = min(float(self._pace.burst), grown) - 1.0
        self._filled_at = now
        return max(0.0, -self._tokens / self._pace.calls_per_second)
