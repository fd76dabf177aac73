"""How far an order is, as five dots: made, paid, shipped, received, done. Shape tells as much as colour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QDateTime, QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sourcing_app.domain.logistics import Parcel
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.ui.format import china_time_text, when_text
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize, colours_of, font, paint_icon

S = OrderStatus


class Stage(Enum):
    """How far one step is. PARTLY: some of it, as when a part is shipped; STOPPED: it will not come any more."""

    DONE = "done"
    PARTLY = "partly"
    OPEN = "open"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class ProgressStep:
    """One dot. at: when it was reached, None where not told."""

    word: str
    stage: Stage
    at: datetime | None = None


_REACHED = {
    S.WAIT_PAY: 1, S.WAIT_SEND: 2, S.WAIT_PICKUP: 3, S.WAIT_RECEIVE: 3, S.WAIT_SIGN: 3, S.SIGNED: 3, S.CONFIRMED: 4,
    S.SUCCESS: 5,
}  # fmt: skip


def steps_of(order: Order, parcels: tuple[Parcel, ...] = ()) -> tuple[ProgressStep, ...]:
    """The five steps; of a closed order only those it came through, and the end."""
    words = (tr("Made"), tr("Paid"), tr("Shipped"), tr("Received"), tr("Done"))
    times = (order.created_at, order.paid_at, order.shipped_at, order.received_at, order.completed_at)
    if order.status in (S.CANCELLED, S.TERMINATED):
        way = tuple(zip(words, times, strict=True))[:4]  # whose end is told as well, but not as "Done": it was closed
        came = [ProgressStep(word, Stage.DONE, at) for word, at in way if at is not None]
        return (*came, ProgressStep(tr("Closed"), Stage.STOPPED, order.modified_at))
    reached = _REACHED.get(order.status) or max((n for n, at in enumerate(times[:4], 1) if at is not None), default=1)
    steps = []
    for number, (word, at) in enumerate(zip(words, times, strict=True), 1):
        stage = Stage.DONE if number <= reached else Stage.OPEN
        if number == 3 and stage is Stage.OPEN and parcels:
            word, stage = tr("Partly shipped"), Stage.PARTLY
        steps.append(ProgressStep(word, stage, at if stage is Stage.DONE else None))
    return tuple(steps)


class ProgressDots(QWidget):
    """Dots on a line, words and dates under them. The time of China on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[ProgressStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[ProgressStep, ...]) -> None:
        """Other steps."""
        self._steps = steps
        spoken = [f"{step.word} {when_text(step.at)}" if step.at else step.word for step in steps if _reached(step)]
        self.setAccessibleName(tr("Progress: {0}").format(", ".join(spoken)))
        self.update()

    def text(self) -> str:
        """What is reached, as read aloud."""
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        return QSize(320, 26 + 3 * QFontMetrics(font(TextSize.CAPTION)).height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            step = self._step_at(event.pos().x())
            if step is not None and step.at is not None:
                tip = f"{step.word}: {when_text(step.at)}\n{china_time_text(step.at)}"
                QToolTip.showText(event.globalPos(), tip, self)
                return True
        return bool(super().event(event))

    def _step_at(self, x: int) -> ProgressStep | None:
        if not self._steps:
            return None
        return self._steps[min(int(x / (self.width() / len(self._steps))), len(self._steps) - 1)]

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        slot = self.width() / len(self._steps)
        for at, step in enumerate(self._steps[1:], 1):
            reached = step.stage is Stage.DONE
            painter.setPen(QPen(now.good if reached else now.line, 2))
            painter.drawLine(int(slot * (at - 0.5)) + 12, 13, int(slot * (at + 0.5)) - 12, 13)
        for at, step in enumerate(self._steps):
            self._dot(painter, slot * (at + 0.5), step)
            self._words(painter, QRectF(slot * at, 26, slot, self.height() - 26), step)

    def _dot(self, painter: QPainter, x: float, step: ProgressStep) -> None:
        now = colours_of(self)
        box = QRectF(x - 9, 4, 18, 18)
        colour = {Stage.DONE: now.good, Stage.PARTLY: now.accent, Stage.STOPPED: now.muted}.get(step.stage, now.line)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if step.stage in (Stage.DONE, Stage.STOPPED) else now.surface)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if step.stage is Stage.PARTLY:
            painter.setBrush(colour)
            painter.drawPie(box.adjusted(4, 4, -4, -4), 90 * 16, -180 * 16)
        elif step.stage is not Stage.OPEN:
            mark = "check" if step.stage is Stage.DONE else "close"
            paint_icon(painter, mark, box.adjusted(3, 3, -3, -3), now.surface)

    def _words(self, painter: QPainter, room: QRectF, step: ProgressStep) -> None:
        now = colours_of(self)
        used = font(TextSize.CAPTION, strong=_reached(step))
        painter.setFont(used)
        painter.setPen(now.text if _reached(step) else now.muted)
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        word = painter.fontMetrics().elidedText(step.word, Qt.TextElideMode.ElideRight, int(room.width()) - 2)
        painter.drawText(room, top, word)
        if step.at is not None:
            painter.setFont(font(TextSize.CAPTION, figures=True))
            painter.setPen(now.muted)
            moment = QDateTime.fromSecsSinceEpoch(int(step.at.timestamp()))
            for at, pattern in enumerate((tr("d MMM"), "HH:mm"), 1):
                under = room.adjusted(0, at * painter.fontMetrics().height() + 1, 0, 0)
                painter.drawText(under, top, QLocale().toString(moment, pattern))


def _reached(step: ProgressStep) -> bool:
    return step.stage is not Stage.OPEN
