"""How long the GUI thread is deaf: a precise timer that should tick every 4 ms, and by how much it is late."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL_MS = 4


class Heartbeat(QObject):
    """late: milliseconds beyond the interval, tick by tick, since ``start``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.late: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=INTERVAL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin anew."""
        self.late = []
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Enough."""
        self._timer.stop()

    def p99(self) -> float:
        """What 99 of 100 ticks stay below."""
        ordered = sorted(self.late)
        return ordered[int(len(ordered) * 0.99)] if ordered else 0.0

    def worst(self) -> float:
        """The longest."""
        return max(self.late, default=0.0)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - INTERVAL_MS))
        self._last = now
