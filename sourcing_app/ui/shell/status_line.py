"""The last line of the window: connection, freshness, jobs; the exchange rate at the right."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.theme import TextSize, colours_of, scaled
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import row


class Connection(Enum):
    """How it stands with the platform. The value is the colour's role."""

    NONE = "muted"
    CONNECTING = "info"
    ONLINE = "good"
    OFFLINE = "warning"


class ConnectionDot(QWidget):
    """Full when online, a ring otherwise: not by colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = Connection.NONE
        self.setFixedSize(12, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = colours_of(self).role(self.state.value)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if self.state is Connection.ONLINE else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(2.5, 2.5, 7, 7))


class StatusLine(QWidget):
    """Quiet facts in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(scaled(28))
        self._dot = ConnectionDot(self)
        self._left = label("", TextSize.CAPTION, "muted")
        self._right = label("", TextSize.CAPTION, "muted")
        self._place, self._freshness, self._jobs = "", "", 0
        self._fresh_at: datetime | None = None
        box = row(self, spacing=6)
        box.setContentsMargins(16, 0, 16, 0)
        box.addWidget(self._dot)
        box.addWidget(self._left)
        box.addStretch(1)
        box.addWidget(self._right)

    @property
    def connection(self) -> Connection:
        """As shown."""
        return self._dot.state

    def text(self) -> str:
        """The left part, as read."""
        return self._left.text()

    def show_connection(self, state: Connection, place: str) -> None:
        """place: the account's or marketplace's name. Of another one nothing is known to be fresh."""
        if place != self._place:
            self._freshness, self._fresh_at = "", None
        self._dot.state, self._place = state, place
        self._dot.update()
        self._tell()

    def show_freshness(self, text: str, at: datetime) -> None:
        """ "orders up to date 14:32". Pages tell theirs when they are looked at, in any order: the newest moment stays."""
        if self._fresh_at is not None and at < self._fresh_at:
            return
        self._freshness, self._fresh_at = text, at
        self._tell()

    def show_jobs(self, count: int) -> None:
        """How many things are under way."""
        if count != self._jobs:
            self._jobs = count
            self._tell()

    def show_rate(self, text: str) -> None:
        """ "CN¥1 = ¥21.3 (2026-11-21)"."""
        self._right.setText(text)

    def _tell(self) -> None:
        state = {
            Connection.NONE: self.tr("not connected"),
            Connection.CONNECTING: self.tr("connecting"),
            Connection.OFFLINE: self.tr("offline"),
        }.get(self._dot.state, "")
        jobs = self.tr("{0} jobs", "", self._jobs).format(self._jobs) if self._jobs else ""
        self._left.setText(" · ".join(part for part in (self._place, state, self._freshness, jobs) if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.surface)
        painter.fillRect(0, 0, self.width(), 1, now.line)
