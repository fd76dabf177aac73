"""Says that a photo is being prepared, where that takes long, with Cancel."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import column, row

PATIENCE_MS = 400
"""Most photos are ready sooner: a line that flashes by tells nobody anything."""


class PreparingRow(QWidget):
    """cancelled: nobody wants to wait any more."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label(self.tr("Preparing the photo"))
        self.cancel = button(self.tr("Cancel"), "quiet", small=True)
        self.cancel.clicked.connect(self.cancelled)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(4)
        bar.setAccessibleName(self.words.text())
        line = row(spacing=8)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.words, 1)
        line.addWidget(self.cancel)
        box = column(self, spacing=4)
        box.addLayout(line)
        box.addWidget(bar)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def show_preparing(self, is_preparing: bool) -> None:
        """Shown once it has gone on for a while."""
        if not is_preparing:
            self._patience.stop()
            self.hide()
        elif self.isHidden() and not self._patience.isActive():
            self._patience.start()
