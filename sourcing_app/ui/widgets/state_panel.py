"""The designed faces of a list without contents: first use, empty, failed, offline. One sentence, one action, details."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.ui.theme import TextSize, colours_of, paint_icon, scaled
from sourcing_app.ui.theme.spacing import XS, M
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.labels import label, paragraph, say
from sourcing_app.ui.widgets.plain_tip import plain_tip
from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from sourcing_app.ui.widgets.surface import column, row

_LONGEST_REASON = 240
_LOWEST = 160


class Emblem(QWidget):
    """An icon on a quiet disc."""

    def __init__(self, icon_name: str, role: str = "muted", side: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._role, self._side = icon_name, role, side
        self.setFixedSize(side, side)

    def show_icon(self, icon_name: str, role: str = "muted") -> None:
        """Another one."""
        self._icon, self._role = icon_name, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.raised if self._role == "muted" else now.tint(self._role, 0.12))
        painter.drawEllipse(QRectF(self.rect()))
        side = self._side * 0.44
        offset = (self._side - side) / 2
        paint_icon(painter, self._icon, QRectF(offset, offset, side, side), now.role(self._role))


class StatePanel(QWidget):
    """Centred: emblem, title, sentence, up to two actions, details to copy. acted, second_acted: the actions.

    width: of the sentence, in pixels.
    """

    acted = Signal()
    second_acted = Signal()

    def __init__(self, parent: QWidget | None = None, *, width: int = 460) -> None:
        super().__init__(parent)
        self._emblem = Emblem("search")
        self._title = label("", TextSize.TITLE)
        self._sentence = paragraph("", width)
        self._reason = paragraph("", width)
        self._action = button("", "primary")
        self._second = button("", "plain")
        self._details = button("", "link", small=True)
        self._details_text = ""
        self._lay_out()
        self._action.clicked.connect(self.acted)
        self._second.clicked.connect(self.second_acted)
        self._details.clicked.connect(self._copy_details)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title.setAlignment(centre)
        self._inside = QWidget()
        column(self).addWidget(ScrollColumn(self._inside))
        box = column(self._inside, margin=M, spacing=XS)
        box.addStretch(2)
        box.addWidget(self._emblem, 0, centre)
        box.addSpacing(XS)
        box.addWidget(self._title, 0, centre)
        box.addWidget(self._sentence, 0, centre)
        box.addWidget(self._reason, 0, centre)
        box.addSpacing(XS)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self._action)
        buttons.addWidget(self._second)
        buttons.addStretch(1)
        box.addLayout(buttons)
        box.addWidget(self._details, 0, centre)
        box.addStretch(3)

    def minimumSizeHint(self) -> QSize:
        """Where there is less height than it needs, it scrolls."""
        return self._inside.minimumSizeHint().boundedTo(QSize(16_777_215, _LOWEST))

    def show_state(
        self, icon_name: str, title: str, sentence: str, *, action: str = "", second: str = "", details: str = "",
        theirs: str = "", role: str = "muted", spends: bool = False,
    ) -> None:  # fmt: skip
        """Any face. Empty texts show nothing. theirs: the platform's own reason, shown as such; details: to be copied.

        spends: the first action costs money or cannot be taken back.
        """
        self._emblem.show_icon(icon_name, role)
        self._title.setText(title)
        say(self._sentence, sentence)
        say(self._reason, f"1688: {isolated(theirs, _LONGEST_REASON)}" if theirs else "")
        self._reason.setVisible(bool(theirs))
        for each, text in ((self._action, action), (self._second, second)):
            each.setText(text)
            each.setVisible(bool(text))
        self._action.spends = spends
        self._details_text = "\n".join(part for part in (theirs, details) if part)
        self._details.setText(self.tr("Copy details"))
        self._details.setToolTip(plain_tip(self._details_text))
        self._details.setVisible(bool(self._details_text))
        self.setAccessibleName(f"{title}. {sentence}")

    @property
    def action_button(self) -> QPushButton:
        """The first action."""
        return self._action

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details_text)
        self._details.setText(self.tr("Copied"))


class AgeBar(QWidget):
    """The thin bar over contents that are not fresh: offline, or older than they should be."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = "clock"
        self._role = "muted"
        self._text = label("", TextSize.CAPTION, "muted")
        self._action = button("", "link", small=True)
        box = row(self, spacing=XS)
        box.setContentsMargins(32, 0, XS, 0)
        box.addWidget(self._text)
        box.addWidget(self._action)
        box.addStretch(1)
        self.setFixedHeight(scaled(28))
        self._action.clicked.connect(self.acted)
        self.hide()

    def show_age(self, text: str, *, icon_name: str = "clock", role: str = "muted", action: str = "") -> None:
        """Say how old; an empty text hides the bar."""
        self._icon, self._role = icon_name, role
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setVisible(bool(text))
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.tint(self._role, 0.1) if self._role != "muted" else now.raised)
        paint_icon(painter, self._icon, QRectF(10, (self.height() - 14) / 2, 14, 14), now.role(self._role))
