"""The top of the window: our name, the omnibox, whose account it is; below it the tabs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sourcing_app.ui.shell.omnibox import Omnibox
from sourcing_app.ui.shell.tab_strip import TabStrip
from sourcing_app.ui.theme import TextSize, colours_of, font, paint_icon, scaled
from sourcing_app.ui.theme.spacing import XL, M
from sourcing_app.ui.widgets.buttons import IconButton
from sourcing_app.ui.widgets.surface import column, row


class Brand(QWidget):
    """Our mark and name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(34 + scaled(90), 32)
        self.setAccessibleName("Sourcing")

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent)
        painter.drawRoundedRect(QRectF(0, 2, 28, 28), 7, 7)
        paint_icon(painter, "box", QRectF(4.5, 6.5, 19, 19), now.on_accent)
        painter.setFont(font(TextSize.STRONG, strong=True))
        painter.setPen(now.text)
        painter.drawText(QRectF(38, 0, self.width() - 38, 32), Qt.AlignmentFlag.AlignVCenter, "Sourcing")


class AccountChip(QAbstractButton):
    """Whose account is in use, always visible."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_account("", is_demo=False)

    def show_account(self, name: str, *, is_demo: bool) -> None:
        """ "" is none yet."""
        self.setText(name or self.tr("No account"))
        self._icon = "store" if is_demo else "user"
        self.setAccessibleName(self.tr("Account: {0}").format(self.text()))
        self.setToolTip(self.tr("Account and settings  {0}").format("Ctrl+,"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(min(self.fontMetrics().horizontalAdvance(self.text()), scaled(180)) + 54, scaled(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(now.accent, 2) if self.hasFocus() else QPen(now.line, 1))
        painter.setBrush(now.hover if self.underMouse() else now.surface)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.tint("accent", 0.14))
        painter.drawEllipse(QRectF(5, (self.height() - 24) / 2, 24, 24))
        paint_icon(painter, self._icon, QRectF(9, (self.height() - 16) / 2, 16, 16), now.accent)
        painter.setPen(now.text)
        room = QRectF(36, 0, self.width() - 50, self.height())
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


class Header(QWidget):
    """settings_wanted: the gear or the chip; palette_wanted: the command sign; back_wanted, forward_wanted: the arrows."""

    settings_wanted = Signal()
    palette_wanted = Signal()
    back_wanted = Signal()
    forward_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.omnibox = Omnibox(self)
        self.tabs = TabStrip(self)
        self.account = AccountChip(self)
        self.back = IconButton("arrow-left", self.tr("Back"), shortcut="Alt+←")
        self.forward = IconButton("arrow-right", self.tr("Forward"), shortcut="Alt+→")
        self._palette_button = IconButton("command", self.tr("All actions"), shortcut="Ctrl+K")
        self._gear = IconButton("settings", self.tr("Settings"), shortcut="Ctrl+,")
        self.back.clicked.connect(self.back_wanted)
        self.forward.clicked.connect(self.forward_wanted)
        self._palette_button.clicked.connect(self.palette_wanted)
        self._gear.clicked.connect(self.settings_wanted)
        self.account.clicked.connect(self.settings_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        top = row(spacing=M)
        top.setContentsMargins(M, 10, M, 6)
        top.addWidget(Brand(self))
        arrows = row(spacing=0)
        arrows.addWidget(self.back)
        arrows.addWidget(self.forward)
        top.addLayout(arrows)
        self.omnibox.setMaximumWidth(760)
        top.addStretch(1)
        top.addWidget(self.omnibox, 12)
        top.addStretch(1)
        top.addWidget(self.account)
        below = row(spacing=2)
        below.setContentsMargins(M - 10, 0, M - 6, 0)
        below.addWidget(self.tabs)
        below.addStretch(1)
        below.addWidget(self._palette_button)
        below.addWidget(self._gear)
        box = column(self, spacing=0)
        box.addLayout(top)
        box.addLayout(below)
        self.setMinimumHeight(XL + 62)

    def show_history(self, back: bool, forward: bool) -> None:
        """Whether there is something behind and ahead."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, now.line)
