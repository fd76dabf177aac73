"""Walks a script through the program: a generator that yields what it waits for, driven by a timer of Qt.

The script runs in slots of a timer, never inside a coroutine, so that the program's own tasks go on between any two
looks.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tests.tour.eyes import cut_texts, is_blank, overlapping

LOOK_EVERY_MS = 15
SETTLE_MS = 150
SETTLE_TURNS = 12
PATIENCE_S = 45.0


@dataclass(frozen=True, slots=True)
class Until:
    """Wait for this. what: as a person would say it, for the message when it never comes."""

    what: str
    holds: Callable[[], bool]


Step = Callable[[], Generator[Until, None, None]]


def faults(window: QWidget) -> list[str]:
    """Texts that are cut or lie on each other, now."""
    cut = [f"cut: {text!r}" for text in cut_texts(window)]
    return cut + [f"on each other: {one!r} and {other!r}" for one, other in overlapping(window)]


class NotSeen(AssertionError):
    """What should have come on the screen did not."""


class Guide(QObject):
    """Runs the steps one after the other. finished(bool): whether all held."""

    finished = Signal(bool)

    def __init__(
        self, window: Callable[[], QWidget], out: Path, say: Callable[[str], None], at_rest: Callable[[], bool]
    ) -> None:
        """window: what is in front. at_rest: whether nothing is on its way to the screen."""
        super().__init__()
        self._window, self._out, self._say, self._at_rest = window, out, say, at_rest
        self._steps: list[tuple[str, Step]] = []
        self._at = -1
        self._running: Generator[Until, None, None] | None = None
        self._waiting: Until | None = None
        self._since = self._began = self._took = 0.0
        self._pictures = self._settling = 0
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self, steps: list[tuple[str, Step]]) -> None:
        """Walk through them all; stops at the first that does not hold."""
        self._steps = steps
        self._next()
        self._timer.start()

    def picture(self, name: str) -> None:
        """Save the window as it is. Raises NotSeen when it is blank or texts are cut or lie on each other."""
        window = self._window()
        self._pictures += 1
        image = window.grab()
        image.save(str(self._out / f"{self._pictures:02d}-{name}.png"))
        if is_blank(image):
            raise NotSeen(f"{name}: the picture is blank")
        wrong = [
            *(f"cut: {text!r}" for text in cut_texts(window)),
            *(f"on each other: {pair}" for pair in overlapping(window)),
        ]
        if wrong:
            raise NotSeen(f"{name}: " + "; ".join(wrong[:5]))

    @property
    def pictures(self) -> int:
        """How many were saved."""
        return self._pictures

    def _next(self) -> None:
        self._at += 1
        if self._at >= len(self._steps):
            self._stop(True)
            return
        self._began = time.monotonic()
        self._running = self._steps[self._at][1]()
        self._waiting = None

    def _look(self) -> None:
        if self._running is None:
            return
        try:
            self._advance(self._running)
        except Exception as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        name = self._steps[self._at][0]
        self._window().grab().save(str(self._out / f"failed-{name.replace(' ', '-')}.png"))
        self._say(
            f"FAILED {name}: {error}" if isinstance(error, NotSeen) else f"FAILED {name}:\n{traceback.format_exc()}"
        )
        self._stop(False)

    def _advance(self, running: Generator[Until, None, None]) -> None:
        if self._waiting is not None and not self._waiting.holds():
            if time.monotonic() - self._since > PATIENCE_S:
                raise NotSeen(f"never seen: {self._waiting.what}")
            return
        try:
            self._waiting = next(running)
            self._since = time.monotonic()
        except StopIteration:
            self._running = None
            self._took = time.monotonic() - self._began
            self._settling = SETTLE_TURNS
            QTimer.singleShot(SETTLE_MS, self, self._end_step)

    def _end_step(self) -> None:
        """Keep the picture and go on, once layouts have had their turn: what is wrong for a moment is looked at again."""
        name = self._steps[self._at][0]
        self._settling -= 1
        if self._settling > 0 and (not self._at_rest() or faults(self._window())):
            QTimer.singleShot(SETTLE_MS, self, self._end_step)
            return
        try:
            self.picture(name.replace(" ", "-"))
        except AssertionError as error:
            self._fail(error)
            return
        self._say(f"ok {self._took:6.2f} s  {name}")
        self._next()

    def _stop(self, all_held: bool) -> None:
        self._timer.stop()
        self._running = None
        self.finished.emit(all_held)
