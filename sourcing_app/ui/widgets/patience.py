"""What is said over skeletons when an answer is long in coming, so that nobody thinks the program hangs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, M
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.mark import Mark
from sourcing_app.ui.widgets.surface import Surface, row

PATIENCE_MS = 3_000
"""By then a read that works has answered, and one that broke has been sent again."""


class Patience(Surface):
    """Lies over its host; comes when that has been on show for a while, goes with it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__("card", host)
        self._host = host
        self.sentence = label(self.tr("No answer from 1688 yet. Still trying…"), TextSize.BODY, "muted")
        inside = row(self, margin=M, spacing=XS)
        inside.addWidget(Mark("clock", "muted"))
        inside.addWidget(self.sentence)
        self.timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self.timer.timeout.connect(self._come)
        host.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Show:
                self.timer.start()
            case QEvent.Type.Hide:
                self.timer.stop()
                self.hide()
            case QEvent.Type.Resize:
                self._place()
        return bool(super().eventFilter(watched, event))

    def _come(self) -> None:
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.move((self._host.width() - self.width()) // 2, (self._host.height() - self.height()) // 3)
