"""Makes the pages that nobody has opened yet, so that their tabs can count and open at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.pictures import PictureLoader

PAUSE_MS = 400
PATIENCE = 20
"""Pauses in which something else is under way; then the next page is made all the same."""


class Warming(QObject):
    """One page at a time, and only while nothing is asked for: making one holds the window for some frames."""

    def __init__(self, window: MainWindow, pictures: PictureLoader) -> None:
        super().__init__(window)
        self._window, self._pictures = window, pictures
        self._waited = 0
        self._pause = QTimer(self, interval=PAUSE_MS)
        self._pause.timeout.connect(self._step)

    def begin(self) -> None:
        """From the next pause on."""
        self._pause.start()

    def end(self) -> None:
        """The window is closing."""
        self._pause.stop()

    def _step(self) -> None:
        stack = self._window.stack
        is_asked = not self._pictures.is_idle() or any(scope.busy for scope in stack.task_scopes())
        if is_asked and self._waited < PATIENCE:
            self._waited += 1
            return
        self._waited = 0
        made = {key for key, _ in stack.made_pages()}
        waiting = [key for key in stack.keys if key not in made]
        if waiting:
            stack.page(waiting[0])
        else:
            self._pause.stop()
