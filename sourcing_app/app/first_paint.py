"""Two things the window waits for: that it is painted, and that the heavy libraries are loaded."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal

from sourcing_app.startup.splash import FirstFrame
from sourcing_app.ui.main_window import MainWindow


def paint_then_import(window: MainWindow, frame: FirstFrame | None, painted: Callable[[], object]) -> None:
    """Show the window in a plain Qt loop until it is painted and the libraries are there, or it was closed.

    frame: what is shown in its place until then.
    """
    waiting = QEventLoop()
    watch, imported = FirstPaint(window), Imported()
    ready: set[str] = set()

    def tick(what: str) -> None:
        ready.add(what)
        if what == "painted":
            painted()
            threading.Thread(target=imported.work, daemon=True).start()
        if ready >= {"painted", "imported"}:
            waiting.quit()

    watch.painted.connect(partial(tick, "painted"), Qt.ConnectionType.QueuedConnection)
    imported.done.connect(partial(tick, "imported"), Qt.ConnectionType.QueuedConnection)
    window.closed.connect(waiting.quit)
    if frame is not None:
        frame.leave_to(window)
    window.show()
    waiting.exec()


class FirstPaint(QObject):
    """painted: once, after the window has painted itself."""

    painted = Signal()

    def __init__(self, window: MainWindow) -> None:
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
        """Import what the rooms and the first request need, so that neither holds the window; then what the answers need."""
        import sourcing_app.app.composition
        import sourcing_app.app.diagnostics
        import sourcing_app.startup.event_loop
        from sourcing_app.platform.transport.transport import preload

        preload()  # before the stores are opened: their first thread would keep the first request waiting
        self.done.emit()
        import PySide6.QtNetwork  # noqa: F401

        import sourcing_app.app.account_controller  # noqa: F401
