"""The fast gear: the same program in one process on virtual time; one seed, one trace, to the byte.

A campaign is cut into episodes, each with a marketplace and a ledger of its own, so that a failure is found again by its
seed and episode alone, in seconds. In an episode the program lives, is killed or loses its power, and starts again.
"""

from __future__ import annotations

import asyncio
import hashlib
import shutil
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from sourcing_app.domain.account import Account, Credentials
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.pacing import Timing
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.store.cache import SIZE_LIMIT, Cache
from sourcing_app.store.ledger import Ledger
from sourcing_app.usecases.session import Session
from tests.campaign.books import Verdict, judge, kept_by
from tests.campaign.diary import Diary
from tests.campaign.network import CALM, Network, Weather
from tests.campaign.person import Goods, Person, choose_goods, find_out
from tests.campaign.simulated.disk import Disk
from tests.campaign.simulated.loop import Gone, VirtualLoop
from tests.campaign.simulated.market import BASE_URL, MemoryMarket
from tests.campaign.simulated.wire import Wire
from tests.campaign.spoilt import FAULTS

WISHES = 100
"""Decisions of an episode."""

PLENTY = 10**7
_MOST_GOODS = 40
_START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC).timestamp()
_STORE_CUT = 0.002
"""Share of the store's pieces of work in the middle of which the disk stands still."""
_STEP_KILL = 0.004
"""Share of the named steps of placing an order at which the program is killed."""


@dataclass
class Told:
    """What an episode gives. trace: its lines' hash; lines: themselves, where asked for."""

    verdict: Verdict
    trace: str
    lines: list[str] = field(default_factory=list)


@cache
def _disk() -> Disk:
    return Disk()


@cache
def _shop() -> Shop:
    return Shop.generated()


Plant = Callable[[Platform], None]
"""Puts something wrong into the program, to see that it is found."""


def sound(platform: Platform) -> None:
    """The program as it is."""


def episode(
    seed: int, number: int, wishes: int, folder: Path, *, keep_lines: bool = False, plant: Plant = sound, only: str = ""
) -> Told:
    """One episode; the folder is used up. only: how the names of the faults begin that are drawn."""
    return _Episode(seed, number, wishes, folder, keep_lines, plant, only).run()


class _Episode:
    def __init__(
        self, seed: int, number: int, wishes: int, folder: Path, keep_lines: bool, plant: Plant, only: str
    ) -> None:
        self._plant = plant
        faults = {name: fault for name, fault in FAULTS.items() if name.startswith(only)}
        self._name, self._wishes, self._folder = f"{seed}/{number}", wishes, folder
        self._now = 0.0
        self._loop: VirtualLoop | None = None
        self._chance = Random(f"{self._name}:program")
        self._market = MemoryMarket(_shop(), self._wall, Random(f"{self._name}:market"))
        self._hash, self._lines, self._keep_lines = hashlib.sha256(), list[str](), keep_lines
        self._diary = _TracedDiary(folder / "diary.jsonl", self.trace)
        self._disk = _disk()
        self._later: list[tuple[float, Callable[[], Awaitable[Any]]]] = []
        self._goods: list[Goods] = []
        self._network = Network(
            Random(f"{self._name}:network"), self._far_door(), faults, kill=self._kill, sleep=asyncio.sleep,
            later=self._add_later, trace=self.trace,
        )  # fmt: skip
        self._network.weather = Weather(kills=0.015)
        self._lives = 0
        folder.mkdir(parents=True, exist_ok=True)
        self._cache = asyncio.run(Cache.open(folder, SIZE_LIMIT, list))  # may be lost, so that no life needs its own

    def run(self) -> Told:
        """Lives until no wish is left, then a calm one in which everything is found out."""
        left: dict[str, bytes] = {}
        self._one_life(left, self._prepare)
        while (first := self._diary.next_wish(0)) < self._wishes:
            left = self._one_life(left, lambda session, first=first: self._work(session, first))
        self._network.weather = CALM
        verdicts: list[Verdict] = []
        self._one_life(left, lambda session: self._end(session, verdicts))
        asyncio.run(self._cache.close())
        self._market.close()
        return Told(verdicts[0], self._hash.hexdigest(), self._lines)

    def trace(self, line: str) -> None:
        """One line of the trace."""
        text = f"{self._wall():.6f} {line}"
        self._hash.update(text.encode() + b"\n")
        if self._keep_lines:
            self._lines.append(text)

    # --- a life ---------------------------------------------------------------------------------------------------------

    def _one_life(self, left: dict[str, bytes], live: Callable[[Session], Awaitable[None]]) -> dict[str, bytes]:
        """The program starts on what is left on the disk; gives what is left afterwards."""
        self._lives += 1
        folder = self._folder / f"life-{self._lives}"
        folder.mkdir()
        for name, content in left.items():
            (folder / name).write_bytes(content)
        self._disk.watch(folder, Random(f"{self._name}:disk:{self._lives}"))
        self._loop = loop = VirtualLoop(self._now, Random(f"{self._name}:loop:{self._lives}"), self._store_work)
        for due, act in self._later:
            self._arm(due, act)
        session = self._session(folder, loop)
        main = loop.create_task(live(session))  # type: ignore[arg-type]
        main.add_done_callback(lambda _: loop.stop())
        try:
            loop.run_forever()
        finally:
            self._now = loop.time()
        if not loop.dead:
            main.result()
        found = self._disk.left(self._chance if loop.dead and self._chance.random() < 0.5 else None)
        self._bury(loop, session, folder)
        return found

    def _session(self, folder: Path, loop: VirtualLoop) -> Session:
        """The program's own parts; time, chance and the way to the network are given to them."""
        chance = Random(f"{self._name}:client:{self._lives}")
        known = self._market.credentials
        account = Account(BASE_URL, known["app_key"], is_demo=True)
        credentials = Credentials(known["app_key"], known["app_secret"], known["access_token"], known["refresh_token"])
        wire = Wire(self._network, self._market, loop, Random(f"{self._name}:wire:{self._lives}"))
        timing = Timing(loop.time, self._wall, asyncio.sleep, chance.random)
        platform = Platform(account, credentials, timing=timing, handler=wire)
        self._plant(platform)
        return Session(
            account, platform, Ledger.begin(folder), self._cache,
            clock=lambda: datetime.fromtimestamp(self._wall(), UTC),
            new_key=lambda now: f"src-{now:%Y%m%d}-{chance.randbytes(5).hex()}",
        )  # fmt: skip

    def _bury(self, loop: VirtualLoop, session: Session, folder: Path) -> None:
        """Nothing of a life is left but its disk."""
        loop.dead = True
        for task in asyncio.all_tasks(loop):
            with suppress(BaseException):
                task.get_coro().close()  # type: ignore[union-attr]
        loop.close()
        asyncio.run(session.ledger.close())
        shutil.rmtree(folder, ignore_errors=True)

    # --- what a life does -----------------------------------------------------------------------------------------------

    async def _prepare(self, session: Session) -> None:
        far = self._market.far()
        self._goods = choose_goods((await far.look("offers", lot="no", mix="no", limit=60))["offers"], _MOST_GOODS)
        for each in self._goods:
            await far.control(f"offers/{each.offer_id}", spec_id=each.spec_id, stock=PLENTY)

    async def _work(self, session: Session, first: int) -> None:
        await self._calm_market(0)
        person = self._person(session, asyncio.sleep)
        await person.work(range(first, self._wishes))

    async def _end(self, session: Session, verdicts: list[Verdict]) -> None:
        await asyncio.sleep(300)
        await self._calm_market(0)
        await find_out(self._person(session, asyncio.sleep), rounds=3)
        books = (await self._market.far().look("orders"))["orders"]
        verdicts.append(judge(await kept_by(session), books, self._diary, self._network.log))

    async def _calm_market(self, delay: float) -> None:
        """As it is when nobody strikes: a program that was killed may have left it otherwise."""
        far = self._market.far()
        await far.control("options", list_delay_s=delay, split_above_lines=50, create_reply="wrapped")
        await far.control("faults/clear")

    def _person(self, session: Session, sleep: Callable[[float], Awaitable[None]]) -> Person:
        return Person(session, self._diary, self._market.far(), self._goods, self._name, sleep, self._at)

    # --- what ends a life -----------------------------------------------------------------------------------------------

    def _at(self, step: str) -> None:
        if self._chance.random() < _STEP_KILL:
            self._die(f"at the step {step}")

    async def _kill(self, when: str) -> None:
        self._die(when)
        raise Gone

    def _die(self, when: str) -> None:
        loop = self._loop
        if loop is not None and not loop.dead:
            self._network.log.kills[when] += 1
            self.trace(f"killed {when}")
            loop.die()

    def _store_work(self, work: Callable[[], Any]) -> Any:
        """A piece of the store's work, perhaps the last one, and perhaps not to its end."""
        cut = self._disk.works and self._network.weather is not CALM and self._chance.random() < _STORE_CUT
        if cut:
            self._disk.stop_after(self._chance.randint(1, 8))
        try:
            return work()
        finally:
            if cut:
                self._disk.stop_after(None)
                if self._disk.frozen:
                    self._die("in the middle of writing to the disk")

    # --- time -----------------------------------------------------------------------------------------------------------

    def _wall(self) -> float:
        return _START + (self._loop.time() if self._loop is not None else self._now)

    def _add_later(self, seconds: float, act: Callable[[], Awaitable[Any]]) -> None:
        """The network outlives the program: what is on its way arrives."""
        assert self._loop is not None
        due = self._loop.time() + seconds
        self._later.append((due, act))
        self._arm(due, act)

    def _arm(self, due: float, act: Callable[[], Awaitable[Any]]) -> None:
        loop = self._loop
        assert loop is not None

        def arrive() -> None:
            if not loop.dead:
                self._later.remove((due, act))
                loop.create_task(act())  # type: ignore[arg-type]

        loop.call_at(due, arrive)

    def _far_door(self) -> Any:
        return _Control(self._market)


class _Control:
    """The market's control door on whatever loop runs at the moment."""

    def __init__(self, market: MemoryMarket) -> None:
        self._market = market

    async def control(self, path: str, **body: Any) -> Any:
        return await self._market.far().control(path, **body)

    async def look(self, path: str, **query: Any) -> Any:
        return await self._market.far().look(path, **query)


class _TracedDiary(Diary):
    """The person's memory, in the trace as well."""

    def __init__(self, path: Path, trace: Callable[[str], None]) -> None:
        super().__init__(path)
        self._trace = trace

    def note(self, wish: int, act: str, **facts: Any) -> None:
        super().note(wish, act, **facts)
        self._trace(f"wish {wish} {act} {facts or ''}".rstrip())
