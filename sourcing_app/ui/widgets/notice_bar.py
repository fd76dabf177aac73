"""What the program has to say, newest first, equal causes counted, details one click away; undo lives here.

What needs attention stands in one bar under the tabs. Good news lies over a corner of the page and leaves by itself: nothing
moves under the pointer when it comes or goes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.ui.notices import Notice, Severity, Step
from sourcing_app.ui.theme import TextSize, colours_of, mix, paint_icon
from sourcing_app.ui.theme.spacing import RADIUS_CARD, XS, M
from sourcing_app.ui.widgets.buttons import IconButton, button
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import column, row

_ICON = {Severity.GOOD: "check", Severity.INFO: "info", Severity.WARNING: "warning", Severity.DANGER: "error"}
PASSING = (Severity.GOOD, Severity.INFO)
SHOWN_AT_ONCE = 3
_WIDEST = 560
GOOD_LASTS_MS = 8_000


@dataclass(slots=True)
class _Entry:
    notice: Notice
    act: Callable[[], None] | None
    count: int = 1


class NoticeRow(QWidget):
    """One notice."""

    acted = Signal()
    dismissed = Signal()

    def __init__(self, notice: Notice, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self._floats = notice.severity in PASSING
        sentence = notice.sentence if count == 1 else f"{notice.sentence}  ×{count}"
        self._text = label(sentence, wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if self._floats:
            wide = self._text.fontMetrics().horizontalAdvance(sentence) + XS
            self._text.setMinimumWidth(min(wide, _WIDEST - 180))
        self._more = label(_more(notice), TextSize.CAPTION, "muted", wrap=True)
        self._more.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._more.hide()
        self._lay_out()
        self.setAccessibleName(sentence)

    def _lay_out(self) -> None:
        box = column(self, spacing=4)
        box.setContentsMargins(40, 4, 8, 4)
        top = row()
        top.addWidget(self._text, 1)
        if self._notice.step_label:
            act = button(self._notice.step_label, "plain", small=True)
            act.clicked.connect(self.acted)
            top.addWidget(act)
        if _more(self._notice):
            details = button(self.tr("Details"), "quiet", small=True)
            details.clicked.connect(self._toggle_details)
            copy = IconButton("copy", self.tr("Copy details"), small=True)
            copy.clicked.connect(self._copy)
            top.addWidget(details)
            top.addWidget(copy)
        close = IconButton("close", self.tr("Dismiss"), small=True)
        close.clicked.connect(self.dismissed)
        top.addWidget(close)
        box.addLayout(top)
        box.addWidget(self._more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def _toggle_details(self) -> None:
        self._more.setVisible(self._more.isHidden())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._notice.sentence}\n{_more(self._notice)}")

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        role = self._notice.severity.value
        painter = QPainter(self)
        if self._floats:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(mix(now.line, now.role(role), 0.5))
            painter.setBrush(mix(now.surface, now.role(role), 0.1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        else:
            painter.fillRect(self.rect(), now.tint(role, 0.1))
            painter.fillRect(0, 0, 3, self.height(), now.role(role))
        paint_icon(painter, _ICON[self._notice.severity], QRectF(14, 11, 18, 18), now.role(role))


class NoticeCorner(QWidget):
    """Lies over the lower left corner of a page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.box = column(self, spacing=XS)
        page.installEventFilter(self)
        self.hide()

    def place(self) -> None:
        """Where it belongs, in its size."""
        over = self.parentWidget()
        assert over is not None
        width = min(self.sizeHint().width(), _WIDEST, over.width() - 2 * M)
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(M, over.height() - height - M, width, height)
        self.raise_()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False


class NoticeBar(QWidget):
    """Shows at most three; the rest wait behind. acted(Step): for steps that came without a function of their own.

    page: over whose corner good news lies.
    """

    acted = Signal(object)

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.corner = NoticeCorner(page)
        self._entries: list[_Entry] = []
        self._box = column(self, spacing=1)
        self._rows: list[QWidget] = []
        self.hide()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Newest first."""
        return tuple(entry.notice for entry in self._entries)

    def count_of(self, notice: Notice) -> int:
        """How often this cause has come up."""
        return next((entry.count for entry in self._entries if _same(entry.notice, notice)), 0)

    def show_notice(self, notice: Notice, act: Callable[[], None] | None = None) -> None:
        """On top. An equal cause is counted, not repeated; news that is not bad takes the place of older news.

        act: what its step does; good news leaves by itself.
        """
        old = next((entry for entry in self._entries if _same(entry.notice, notice)), None)
        if old is not None:
            self._entries.remove(old)
        counted = old is not None and notice.severity not in PASSING
        entry = _Entry(notice, act, old.count + 1 if old is not None and counted else 1)
        self._entries.insert(0, entry)
        if notice.severity in PASSING:
            QTimer.singleShot(GOOD_LASTS_MS, self, partial(self._leave, entry))
        self._rebuild()

    def withdraw(self, cause: str) -> None:
        """What was said for this cause is no longer true."""
        self._entries = [entry for entry in self._entries if entry.notice.cause != cause]
        self._rebuild()

    def dismiss_offline(self) -> None:
        """The connection is back: what was said of it is no longer true."""
        self._entries = [entry for entry in self._entries if not entry.notice.is_offline]
        self._rebuild()

    def clear(self) -> None:
        """All gone."""
        self._entries = []
        self._rebuild()

    def _leave(self, entry: _Entry) -> None:
        if entry in self._entries:
            self._entries.remove(entry)
            self._rebuild()

    def _act(self, entry: _Entry) -> None:
        self._leave(entry)
        if entry.act is not None:
            entry.act()
        elif entry.notice.step is not Step.NONE:
            self.acted.emit(entry.notice.step)

    def _rebuild(self) -> None:
        for layout in (self._box, self.corner.box):
            while layout.count():
                layout.takeAt(0)
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = []
        for entry in self._entries[:SHOWN_AT_ONCE]:
            passes = entry.notice.severity in PASSING
            shown = NoticeRow(entry.notice, entry.count)
            shown.acted.connect(partial(self._act, entry))
            shown.dismissed.connect(partial(self._leave, entry))
            (self.corner.box if passes else self._box).addWidget(shown)
            self._rows.append(shown)
        self.setVisible(self._box.count() > 0)
        self.corner.setVisible(self.corner.box.count() > 0)
        if self.corner.isVisible():
            self.corner.place()


def _same(one: Notice, other: Notice) -> bool:
    return (one.cause or one.sentence) == (other.cause or other.sentence)


def _more(notice: Notice) -> str:
    theirs = f"1688: {isolated(notice.theirs, 400)}" if notice.theirs else ""
    return "\n".join(part for part in (theirs, notice.details) if part)
