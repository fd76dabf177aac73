"""Makes the pages that nobody has opened yet, so that their tabs can count and open at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer

from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.pictures import PictureLoader

PAUSE_MS = 400
PATIENCE = 20
"""Pauses in which something else is under way; then the next page is made all the same."""
FEW_EVENTS = 4
"""What a window at rest gets in a pause, where only the cursor blinks. A person at work, or a list that moves, makes more."""


class Warming(QObject):
    """One page at a time, and only while nothing is asked for and the window rests: making one holds it for some frames.

    events: what the window got in this pause.
    """

    def __init__(self, window: MainWindow, pictures: PictureLoader) -> None:
        super().__init__(window)
        self._window, self._pictures = window, pictures
        self._waited = self.events = 0
        self._pause = QTimer(self, interval=PAUSE_MS)
        self._pause.timeout.connect(self.step)

    def begin(self) -> None:
        """From the next pause on."""
        for each in self._doors():
            each.installEventFilter(self)
        self._pause.start()

    def end(self) -> None:
        """The window is closing."""
        self._stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.events += 1
        return False

    def step(self) -> None:
        """A pause is over."""
        stack, is_at_rest = self._window.stack, self.events <= FEW_EVENTS
        self.events = 0
        if not is_at_rest:
            return
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
            self._stop()

    def _stop(self) -> None:
        self._pause.stop()
        for each in self._doors():
            each.removeEventFilter(self)

    def _doors(self) -> tuple[QObject, ...]:
        """Where keys and the mouse come in (the window of the desktop, once shown), and where repaints are asked for."""
        handle = self._window.windowHandle()
        return (self._window,) if handle is None else (self._window, handle)
