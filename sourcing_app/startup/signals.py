"""How the program ends when it is told to from outside (SIGTERM, Ctrl+C in its terminal), and that it ends at all.

A signal reaches Python only when Python runs, and Qt may sleep for hours: a byte in a socket wakes it.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
_log = logging.getLogger("sourcing")


class Ending(QObject):
    """asked: the system or the terminal wants the program to end. A second time it is not asked but ended."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signals = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._ear, self._mouth = socket.socketpair()
        for each in (self._ear, self._mouth):
            each.setblocking(False)
        self._before = {each: signal.signal(each, _do_nothing) for each in self._signals}
        self._fd_before = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd_before)
        for each, before in self._before.items():
            signal.signal(each, before)
        self._ear.close()
        self._mouth.close()

    def _heard(self) -> None:
        if any(number in self._signals for number in self._ear.recv(64)):
            for each in self._signals:
                signal.signal(each, signal.SIG_DFL)
            self.asked.emit()


def _do_nothing(number: int, frame: object) -> None:
    """The byte in the socket tells."""


def end_within(seconds: float) -> threading.Timer:
    """Ends the process from then on, whatever it still waits for: a name server, a disk. Cancelled by who ends earlier.

    What is confirmed is on the disk, and an order whose answer was not waited for is settled by the next start.
    """
    timer = threading.Timer(seconds, _end)
    timer.daemon = True
    timer.start()
    return timer


def _end() -> None:
    _log.warning("closing took too long: ended without it")
    os._exit(0)
