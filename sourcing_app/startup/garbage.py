"""Garbage is collected on the GUI thread, while it has nothing to do.

Python collects on whatever thread happens to allocate. A Qt object in a reference cycle would then be destroyed on a
worker thread, which Qt does not survive ("Timers cannot be stopped from another thread").
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5_000
_YOUNG_LIMIT = 2_000
_WHOLE_EVERY = 24
"""Every two minutes the oldest generation too."""
_ROUNDS_THAWED = 2
"""Until the whole round after something was replaced: by then nobody holds it any more by accident."""


class Collector(QObject):
    """From its start to its end, the only one who collects."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = 0
        self._is_thawed = False
        self._was_enabled = gc.isenabled()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        gc.freeze()  # what the start has made stays: later rounds need not look at it
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """The young, if there are any; now and then all."""
        self._rounds += 1
        if self._rounds % _WHOLE_EVERY == 0:
            gc.collect()
            if self._is_thawed:
                self._is_thawed = False
                gc.freeze()
        elif gc.get_count()[0] > _YOUNG_LIMIT:
            gc.collect(1)

    def thaw(self) -> None:
        """What the start has made may be garbage by now, since a window was replaced: look at it, too, for one whole round."""
        self._is_thawed = True
        self._rounds = _WHOLE_EVERY - _ROUNDS_THAWED
        gc.unfreeze()

    def close(self) -> None:
        """Let Python collect by itself again, if it did before."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
