"""The second half of a double click, after its first half went to another page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


class SecondClick(QObject):
    """Swallowed once: whoever clicks twice where one click opens an offer must not press what has come under the mouse."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ends = {QEvent.Type.MouseButtonDblClick}
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self._stop)

    def wait(self) -> None:
        """From now on, as long as a double click may take."""
        application = QApplication.instance()
        if application is not None:
            self._ends = {QEvent.Type.MouseButtonDblClick}
            application.installEventFilter(self)
            self._over.start(QApplication.doubleClickInterval())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not watched.isWidgetType() or event.type() not in self._ends:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._stop()
        else:
            self._ends = {QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease}
        return True

    def _stop(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
