"""Two things the window waits for: that it is painted, and that the heavy libraries are loaded."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """painted: once, after the window has painted itself."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return False


class Imported(QObject):
    """done: the rooms can be opened. work runs on a thread of its own."""

    done = Signal()

    def work(self) -> None:
        """Import what the rooms need, and what the first request needs, so that neither holds the window; then what the first answers need."""
        import sourcing_app.diagnostics
        import sourcing_app.loop
        import sourcing_app.rooms
        from sourcing_app.client.transport import preload

        preload()  # before the stores are opened: their first thread would keep the first request waiting
        self.done.emit()
        import PySide6.QtNetwork  # noqa: F401

        import sourcing_app.desk  # noqa: F401
