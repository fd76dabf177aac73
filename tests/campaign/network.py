"""The network between buyer and platform: what it does to each request, drawn by chance, and what it really carried.

``Network.carry`` knows neither sockets nor clocks: both gears give it their own.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Protocol

from tests.support.door import Asked, Broken, Deliver, Reply

CREATE = "alibaba.trade.createCrossOrder"
SIGN_IN = "getToken"


class Market(Protocol):
    """The platform's control door, which no fault reaches."""

    async def control(self, path: str, **body: Any) -> Any: ...

    async def look(self, path: str, **query: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class Weather:
    """How much goes wrong: shares of requests that are struck, of create calls, and of moments at which the program is
    killed."""

    calls: float = 0.07
    creates: float = 0.6
    kills: float = 0.03


CALM = Weather(0.0, 0.0, 0.0)
"""Nothing goes wrong: for the end, when what can be known must be known."""


@dataclass
class Log:
    """What really happened.

    sent: create calls that left the program, by key; made: what each delivery of one made. doubled, late: keys that the
    network itself delivered twice, or long after the program had given up. faults, kills: how many of each kind.
    """

    sent: Counter[str] = field(default_factory=Counter)
    made: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))
    doubled: set[str] = field(default_factory=set)
    late: set[str] = field(default_factory=set)
    faults: Counter[str] = field(default_factory=Counter)
    kills: Counter[str] = field(default_factory=Counter)


@dataclass
class Way:
    """One request on its way, as a fault sees it. later: does something after seconds, whatever becomes of the request.

    key: of a create call, "" otherwise; log: to be told what the network does to it.
    """

    asked: Asked
    deliver: Deliver
    chance: Random
    market: Market
    sleep: Callable[[float], Awaitable[None]]
    later: Callable[[float, Callable[[], Awaitable[Any]]], None]
    key: str
    log: Log


Fault = Callable[[Way], Awaitable[Reply]]


class Network:
    """kill: ends the program at this very moment; asked only where it may. sleep, later: see ``Way``."""

    def __init__(
        self,
        chance: Random,
        market: Market,
        faults: dict[str, Fault],
        *,
        kill: Callable[[str], Awaitable[None]],
        sleep: Callable[[float], Awaitable[None]],
        later: Callable[[float, Callable[[], Awaitable[Any]]], None],
        trace: Callable[[str], None] = lambda line: None,
    ) -> None:
        self.weather = Weather()
        self.log = Log()
        self._chance, self._market, self._faults = chance, market, faults
        self._kill, self._sleep, self._later, self.trace = kill, sleep, later, trace

    async def carry(self, asked: Asked, deliver: Deliver) -> Reply:
        """The answer that arrives. Raises Broken where none does."""
        if not asked.api:
            return await deliver()
        key = asked.fields.get("outOrderId", "") if asked.api == CREATE else ""
        if key:
            self.log.sent[key] += 1
        name = self._drawn(asked.api)
        if name:
            self.log.faults[name] += 1
        self.trace(f"ask {asked.api} {key} {name}".rstrip())
        await self._moment(key, "before it was delivered")
        reply = await self._struck(name, asked, deliver, key)
        await self._moment(key, "before its answer came")
        return reply

    async def _struck(self, name: str, asked: Asked, deliver: Deliver, key: str) -> Reply:
        async def counted() -> Reply:
            reply = await deliver()
            if key:
                self.log.made[key].append(ids_in(reply))
            self.trace(f"    {asked.api} {reply.status} {len(reply.body)}")
            return reply

        if not name:
            return await counted()
        way = Way(asked, counted, self._chance, self._market, self._sleep, self._later, key, self.log)
        try:
            return await self._faults[name](way)
        except Broken as broken:
            await self._moment(key, "after its answer was lost")
            self.trace(f"    {asked.api} {broken.how}")
            raise

    async def _moment(self, key: str, when: str) -> None:
        often = self.weather.kills * (1.0 if key else 0.05)
        if self._chance.random() < often:
            await self._kill(f"{'an order' if key else 'a question'}, {when}")

    def _drawn(self, api: str) -> str:
        """The fault that strikes a call; "" for none."""
        share = self.weather.creates if api == CREATE else self.weather.calls
        if self._chance.random() >= share:
            return ""
        fitting = [name for name in self._faults if fits(name, api)]
        return self._chance.choice(fitting) if fitting else ""


def fits(name: str, api: str) -> bool:
    """Whether a kind of fault can strike a call. A refused sign-in only ends the run, so that of it only silence is tried."""
    kind = name.split(":")[0]
    if api == SIGN_IN:
        return kind in ("refused", "reset before", "html before")
    return api == CREATE or kind not in ("create", "market")


def ids_in(reply: Reply) -> tuple[str, ...]:
    """The orders that a create call's true answer names."""
    try:
        body = json.loads(reply.body)
    except ValueError:
        return ()
    result = body.get("result") if isinstance(body.get("result"), dict) else body
    rows = result.get("orderList") or [result]
    return tuple(str(row["orderId"]) for row in rows if row.get("orderId"))
