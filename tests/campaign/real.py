"""The real gear: marketplace, program and network are processes and sockets; the program is killed with SIGKILL.

The network is ``tests.support.door`` with the campaign's faults. Not the same twice: the seed draws the same wishes and
faults, but processes are as fast as they are.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import Ledger
from tests.campaign.books import Verdict, judge, kept_by
from tests.campaign.buyer_process import FASTER, session_of, shorter
from tests.campaign.diary import Diary
from tests.campaign.far import Far
from tests.campaign.network import CALM, Network
from tests.campaign.person import Person, choose_goods, find_out
from tests.campaign.spoilt import FAULTS
from tests.support.door import Door
from tests.support.sandbox import ROOT, RunningSandbox, running_sandbox

PLENTY = 10**7
_MOST_GOODS = 90
_LONGEST_LIFE_S = 8.0
"""A program that waits for an answer that never comes is killed by then."""


def run(orders: int, seed: int, folder: Path, say: Callable[[str], None]) -> Verdict:
    """A campaign of so many decisions."""
    with running_sandbox("--speed", str(FASTER)) as box:
        return asyncio.run(_Campaign(box, orders, seed, folder, say).run())


class _Campaign:
    def __init__(self, box: RunningSandbox, orders: int, seed: int, folder: Path, say: Callable[[str], None]) -> None:
        self._box, self._orders, self._seed, self._folder, self._say = box, orders, seed, folder, say
        self._chance = Random(f"{seed}:kills")
        self._far = Far(box.base_url)
        self._buyer: asyncio.subprocess.Process | None = None
        self._diary = Diary(folder / "diary.jsonl")
        self._later: set[asyncio.Task[Any]] = set()
        self._network: Network
        self._unspoilt: Far  # of the door's own loop

    async def run(self) -> Verdict:
        goods = choose_goods((await self._far.look("offers", lot="no", mix="no", limit=200))["offers"], _MOST_GOODS)
        for each in goods:
            await self._far.control(f"offers/{each.offer_id}", spec_id=each.spec_id, stock=PLENTY)
        door = Door(self._box.base_url)
        self._network = self._made_network(door)
        door.handle = self._network.carry
        with door:
            told = self._box.credentials | {
                "gateway_url": door.base_url,
                "control_url": self._box.base_url,
                "folder": str(self._folder / "profile"),
                "diary": str(self._diary.path),
                "seed": str(self._seed),
                "orders": self._orders,
                "started": (time.time(), (await self._far.look("clock"))["seconds"]),
                "goods": [asdict(each) for each in goods],
            }
            await self._lives(told)
            return await self._end(told, door)

    def _made_network(self, door: Door) -> Network:
        far = self._unspoilt = Far(self._box.base_url)

        def later(seconds: float, act: Callable[[], Awaitable[Any]]) -> None:
            async def wait() -> None:
                await shorter(seconds)
                with suppress(Exception):
                    await act()

            task = asyncio.ensure_future(wait())
            self._later.add(task)
            task.add_done_callback(self._later.discard)

        def trace(line: str) -> None:
            with (self._folder / "trace.txt").open("a", encoding="utf-8") as file:
                file.write(f"{time.time():.3f} {line}\n")

        chance = Random(f"{self._seed}:network")
        return Network(chance, far, FAULTS, kill=self._kill, sleep=shorter, later=later, trace=trace)

    async def _kill(self, when: str) -> None:
        """From the door's thread."""
        buyer = self._buyer
        if buyer is not None and buyer.returncode is None:
            with suppress(ProcessLookupError):
                buyer.kill()
                self._network.log.kills[when] += 1
                self._network.trace(f"killed {when}")

    async def _lives(self, told: dict[str, Any]) -> None:
        """Started again as often as it takes."""
        while True:
            words = (sys.executable, "-m", "tests.campaign.buyer_process")
            pipe = asyncio.subprocess.PIPE
            self._buyer = buyer = await asyncio.create_subprocess_exec(*words, cwd=ROOT, stdin=pipe, stdout=pipe)
            assert buyer.stdin is not None and buyer.stdout is not None
            buyer.stdin.write(json.dumps(told).encode())
            buyer.stdin.close()
            await buyer.stdout.readline()
            try:
                await asyncio.wait_for(buyer.wait(), self._chance.uniform(0.05, _LONGEST_LIFE_S))
            except TimeoutError:
                with suppress(ProcessLookupError):
                    buyer.kill()
                self._network.log.kills["at some moment"] += 1
                self._network.trace("killed at some moment")
                await buyer.wait()
            if buyer.returncode == 0:
                return
            if buyer.returncode > 0:
                raise RuntimeError(f"the program failed by itself, exit status {buyer.returncode}")
            if self._network.log.kills.total() % 10 == 0:
                self._say(f"wish {self._diary.next_wish(0)} of {self._orders}")

    async def _arrived(self) -> None:
        """On the door's loop: what was still on its way has come."""
        await asyncio.gather(*self._later)
        await self._unspoilt.close()

    async def _end(self, told: dict[str, Any], door: Door) -> Verdict:
        """The last start, with nothing going wrong any more."""
        self._network.weather = CALM
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._arrived(), door.loop))
        await self._far.control("options", list_delay_s=0, split_above_lines=50, create_reply="wrapped")
        folder = Path(told["folder"])
        session = session_of(told, await Ledger.open(folder), await Cache.open(folder))
        person = Person(session, self._diary, self._far, (), "end", _at_once)
        await self._far.control("clock", advance_s=3600)
        await find_out(person, rounds=2)
        books = (await self._far.look("orders"))["orders"]
        verdict = judge(await kept_by(session), books, self._diary, self._network.log)
        await session.platform.close()
        await session.ledger.close()
        await session.cache.close()
        await self._far.close()
        return verdict


async def _at_once(seconds: float) -> None:
    """At the end nobody waits: the marketplace's clock was moved on instead."""
