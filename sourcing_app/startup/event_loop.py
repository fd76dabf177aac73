"""The program's loop: asyncio inside Qt, with timers that are never early."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator
from functools import partial

import qasync
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication


def new_loop(application: QApplication) -> asyncio.AbstractEventLoop:
    """qasync's loop with precise timers: its own are coarse and fire up to 16 ms early.

    Threads at work give the interpreter back to the window after 1 ms, not 5.
    """
    sys.setswitchinterval(0.001)
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(application)
    timers: QObject = loop._timer  # type: ignore[attr-defined]
    timers.startTimer = partial(_start_precisely, timers)  # type: ignore[method-assign]
    asyncio.set_event_loop(loop)
    sys.set_asyncgen_hooks(finalizer=partial(_finish, loop))
    return loop


def _finish(loop: asyncio.AbstractEventLoop, left: AsyncGenerator[object, None]) -> None:
    """What was left half-way (an answer too large to be read) is ended by the loop; qasync does not do it by itself."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(lambda: loop.create_task(_end(left)))


async def _end(left: AsyncGenerator[object, None]) -> None:
    await left.aclose()


def _start_precisely(timers: QObject, milliseconds: int) -> int:
    """A delay is cut to whole milliseconds by the loop: one more makes sure that it has passed. 0 stays "at once"."""
    return QObject.startTimer(timers, milliseconds + 1 if milliseconds else 0, Qt.TimerType.PreciseTimer)
