"""The one seam between asyncio and Qt: coroutines below, slots above.

A coroutine never runs inside a slot or a paint: it is scheduled, and takes its first step when the loop turns. Results and
errors come back on the GUI thread, each exactly once. Nothing here cancels what has begun: a request in flight is
abandoned, its result dropped, because cancelling breaks connections for all others.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from sourcing_app.errors import SourcingError

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")
_log = logging.getLogger(__name__)


class _Ticket:
    """One started coroutine. wanted: whether anyone still waits for what it brings; begun: whether it took a step."""

    __slots__ = ("begun", "coroutine", "money", "name", "on_error", "on_result", "task", "wanted")

    def __init__(
        self,
        name: str,
        coroutine: Coroutine[Any, Any, Any],
        on_result: Callable[[Any], None] | None,
        on_error: Callable[[Exception], None] | None,
        money: bool,
    ) -> None:
        self.name, self.coroutine, self.on_result, self.on_error, self.money = (
            name,
            coroutine,
            on_result,
            on_error,
            money,
        )
        self.task: asyncio.Task[Any] | None = None
        self.wanted, self.begun = True, False

    async def run(self) -> Any:
        self.begun = True
        return await self.coroutine


class TaskScope(QObject):
    """The tasks of one presenter, by name.

    failed: an error nobody else took; busy_changed: whether a wanted task is under way.
    """

    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: dict[str, _Ticket] = {}
        self._running: set[_Ticket] = set()
        self._closed = False
        self._was_busy = False

    @property
    def busy(self) -> bool:
        """Whether a wanted task is under way."""
        return bool(self._current)

    def is_running(self, name: str) -> bool:
        """Whether the task of this name is under way."""
        return name in self._current

    def start(
        self,
        name: str,
        coroutine: Coroutine[Any, Any, T],
        on_result: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run it; a running one of the same name is replaced: it goes on unseen, its result and error are dropped.

        Without on_error an error comes out as ``failed``. A closed scope starts nothing.
        """
        running = self._current.get(name)
        if self._closed or (running is not None and running.money):
            coroutine.close()
            return
        if running is not None:
            self._abandon(running)
        self._launch(_Ticket(name, coroutine, on_result, on_error, money=False))

    def start_money(
        self,
        name: str,
        coroutine: Coroutine[Any, Any, T],
        on_result: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> bool:
        """Run it, never to be replaced, cancelled or forgotten. False, and nothing is run, while one of this name is under way."""
        if self._closed or name in self._current:
            coroutine.close()
            return False
        self._launch(_Ticket(name, coroutine, on_result, on_error, money=True))
        return True

    def forget(self, name: str) -> None:
        """Nobody waits for this task any more. A money task stays."""
        running = self._current.get(name)
        if running is not None and not running.money:
            self._abandon(running)
            self._tell_busy()

    async def close(self) -> None:
        """Start nothing more, drop what is not money, and wait until all is over."""
        import asyncio

        self._closed = True
        for ticket in list(self._current.values()):
            if not ticket.money:
                self._abandon(ticket)
        tasks = [ticket.task for ticket in self._running if ticket.task is not None]
        if tasks:
            await asyncio.wait(tasks)
            await asyncio.sleep(0)

    def _launch(self, ticket: _Ticket) -> None:
        import asyncio

        self._current[ticket.name] = ticket
        self._running.add(ticket)
        ticket.task = asyncio.get_event_loop().create_task(ticket.run(), name=ticket.name)
        ticket.task.add_done_callback(partial(self._finish, ticket))
        self._tell_busy()

    def _abandon(self, ticket: _Ticket) -> None:
        ticket.wanted = False
        if self._current.get(ticket.name) is ticket:
            del self._current[ticket.name]
        if not ticket.begun and ticket.task is not None:
            ticket.task.cancel()

    def _finish(self, ticket: _Ticket, task: asyncio.Task[Any]) -> None:
        self._running.discard(ticket)
        if self._current.get(ticket.name) is ticket:
            del self._current[ticket.name]
        if not ticket.begun:
            ticket.coroutine.close()
        if task.cancelled():
            self._tell_busy()
            return
        error = task.exception()
        if error is not None:
            self._report(ticket, error)
        elif ticket.wanted and ticket.on_result is not None:
            self._deliver(ticket.on_result, task.result())
        self._tell_busy()

    def _report(self, ticket: _Ticket, error: BaseException) -> None:
        if not isinstance(error, SourcingError):
            _log.error("task %s ended by a bug", ticket.name, exc_info=error)
        if not ticket.wanted or not isinstance(error, Exception):
            return
        if ticket.on_error is not None:
            self._deliver(ticket.on_error, error)
        else:
            self.failed.emit(error)

    def _deliver(self, receiver: Callable[[Any], None], value: object) -> None:
        try:
            receiver(value)
        except Exception as error:
            _log.exception("showing a result failed")
            self.failed.emit(error)

    def _tell_busy(self) -> None:
        if self.busy != self._was_busy:
            self._was_busy = self.busy
            self.busy_changed.emit(self.busy)
