"""An event loop on virtual time: when nobody has anything to do, the clock jumps to the next thing that is due.

Work for other threads (the store's) is done on the loop's own thread, one after the other for each executor, after a moment
of virtual time, so that the same seed interleaves everything in the same way.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")
_STUCK_S = 20.0
_MORE_S = 1e-6
"""So much past what is due: the loop runs what was due before now."""


class Gone(BaseException):
    """The program does not exist any more: nothing it still tries reaches the disk or the network."""


class _Waiting(selectors.DefaultSelector):  # type: ignore[misc, valid-type, unused-ignore]
    """Lets the loop's clock jump instead of waiting. Real waiting is only for the thread that opens a file."""

    loop: VirtualLoop

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None:
            events = super().select(_STUCK_S)
            if not events:
                raise RuntimeError("everything waits for something that will never happen")
            return events
        if timeout > 0:
            self.loop.jump(timeout)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """started: its first moment, in seconds; small, since the seconds of years leave no room for a millionth.

    around: does a piece of the store's work; it may end the program meanwhile.
    """

    def __init__(self, started: float, chance: Random, around: Callable[[Callable[[], Any]], Any]) -> None:
        self._virtual_now = started
        selector = _Waiting()
        selector.loop = self
        super().__init__(selector)
        self._chance = chance
        self._around = around
        self._free_at: dict[int, float] = {}
        self.dead = False
        self.set_exception_handler(self._told)
        self.errors: list[dict[str, Any]] = []

    def _told(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if not self.dead:
            self.errors.append(context)

    def time(self) -> float:
        """Seconds."""
        return self._virtual_now

    def jump(self, seconds: float) -> None:
        """Nobody has anything to do for so long."""
        self._virtual_now += seconds + _MORE_S

    def die(self) -> None:
        """The program ends at this very moment: no handler of its own runs, nothing it tries works any more."""
        self.dead = True
        self.stop()

    def check(self) -> None:
        """Raises Gone once the program is dead."""
        if self.dead:
            raise Gone

    def run_in_executor(self, executor: Executor | None, func: Callable[..., T], *args: Any) -> asyncio.Future[T]:  # type: ignore[override]
        """On this thread, when its turn comes."""
        self.check()
        future: asyncio.Future[T] = self.create_future()
        moment = self._chance.uniform(0.0002, 0.004) if executor is not None else 0.0
        due = max(self.time(), self._free_at.get(id(executor), 0.0)) + moment
        self._free_at[id(executor)] = due

        def work() -> None:
            if self.dead or future.cancelled():
                return
            try:
                value = self._around(lambda: func(*args)) if executor is not None else func(*args)
            except Exception as error:
                if not self.dead:
                    future.set_exception(error)
            else:
                if not self.dead:
                    future.set_result(value)

        self.call_at(due, work)
        return future
