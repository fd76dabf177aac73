"""The page over the window while the ledger cannot be opened: what happened, where the file is, and the ways on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sourcing_app.errors import StoreUnavailable
from sourcing_app.ui.format import when_text
from sourcing_app.ui.notices import notice_of
from sourcing_app.ui.theme import TextSize, scaled
from sourcing_app.ui.theme.spacing import XL, XS, L, M, S
from sourcing_app.ui.widgets.buttons import Button, button
from sourcing_app.ui.widgets.labels import hairline, label
from sourcing_app.ui.widgets.state_panel import Emblem
from sourcing_app.ui.widgets.surface import card, column, row

_WIDTH = 660


class LedgerTrouble(QScrollArea):
    """Covers the window until answered. backup_at: when the copy that ``error.backup`` names was made.

    salvage_chosen, restore_chosen, afresh_chosen: ways on from a damaged ledger; again_chosen: try to open it once more;
    read_only_chosen: open a copy that cannot be changed; reading_chosen: go on with what is on screen; folder_chosen: show
    where the files are; quit_chosen.
    """

    salvage_chosen = Signal()
    read_only_chosen = Signal()
    restore_chosen = Signal()
    afresh_chosen = Signal()
    again_chosen = Signal()
    reading_chosen = Signal()
    folder_chosen = Signal()
    quit_chosen = Signal()

    def __init__(self, error: StoreUnavailable, backup_at: datetime | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error, self._backup_at = error, backup_at
        self._damaged = error.kind == "damaged"
        self._has_ruins = self._damaged and not self._is_missing
        self._is_read_only = error.kind == "read_only"
        self.salvage = button(self.tr("Rescue what can be read"), "primary", icon_name="shield")
        self.restore = button(self._restore_text(), "plain" if self._has_ruins else "primary", icon_name="undo")
        self.afresh = button(
            self.tr("Start with an empty ledger"),
            "plain" if backup_at or self._has_ruins else "primary",
            icon_name="plus",
        )
        self.again = button(self.tr("Try again"), "plain" if self._is_read_only else "primary", icon_name="refresh")
        self.read_only = button(self.tr("Open for reading"), "primary", icon_name="eye")
        self.reading = button(self.tr("Look at what is on screen"), "quiet", icon_name="eye")
        self.folder = button(self.tr("Open the folder"), "quiet", icon_name="folder")
        self.quit = button(self.tr("Quit"), "quiet")
        self.sentence = label(self._what_happened(), wrap=True)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setWidget(self._contents())
        self._connect()
        self.setAccessibleName(f"{self._title()}. {self.sentence.text()}")

    def focus_first(self) -> None:
        """Enter does what loses least."""
        first = self._ways_on()[0][0]
        if first is self.afresh:
            first = self.folder
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _contents(self) -> QWidget:
        inside = QWidget()
        across = row(inside, margin=L)
        across.addStretch(1)
        middle = column(spacing=L)
        middle.addStretch(1)
        middle.addWidget(self._card())
        middle.addStretch(2)
        across.addLayout(middle)
        across.addStretch(1)
        return inside

    def _card(self) -> QWidget:
        surface, box = card(margin=XL, spacing=M)
        surface.setFixedWidth(scaled(_WIDTH))
        head = row(spacing=M)
        head.addWidget(Emblem("warning", "danger" if self._damaged else "warning", 48))
        head.addWidget(label(self._title(), TextSize.TITLE, wrap=True), 1)
        box.addLayout(head)
        box.addWidget(self.sentence)
        place = _place(self._error.path)
        place.setAccessibleName(self.tr("Where the file is"))
        box.addWidget(place)
        box.addWidget(hairline())
        for each in self._ways_on():
            box.addLayout(_way(*each))
        box.addWidget(hairline())
        last = row(spacing=S)
        last.addWidget(self.folder)
        if not self._damaged and not self._is_read_only:
            last.addWidget(self.reading)
        last.addStretch(1)
        last.addWidget(self.quit)
        box.addLayout(last)
        return surface

    def _connect(self) -> None:
        for pressed, told in (
            (self.salvage, self.salvage_chosen),
            (self.restore, self.restore_chosen),
            (self.afresh, self.afresh_chosen),
            (self.again, self.again_chosen),
            (self.read_only, self.read_only_chosen),
            (self.reading, self.reading_chosen),
            (self.folder, self.folder_chosen),
            (self.quit, self.quit_chosen),
        ):
            pressed.clicked.connect(told)

    # --- words ------------------------------------------------------------------------------------------------------

    def _title(self) -> str:
        if not self._damaged:
            return self.tr("The ledger cannot be opened")
        return self.tr("The ledger is missing") if self._is_missing else self.tr("The ledger is damaged")

    def _what_happened(self) -> str:
        if not self._damaged:
            return notice_of(self._error).sentence
        if self._is_missing:
            return self.tr(
                "The file with your cart, your orders and what was sent is not where it was. It belongs here:"
            )
        return self.tr(
            "The file with your cart, your orders and what was sent cannot be read. Nothing was deleted; it was set aside here:"
        )

    def _restore_text(self) -> str:
        made = when_text(self._backup_at) if self._backup_at is not None else ""
        return self.tr("Use the backup of {0}").format(made)

    def _salvage_text(self) -> str:
        if self._backup_at is not None:
            return self.tr("The backup, and over it every row of the damaged file that is whole.")
        return self.tr("Every row of the damaged file that is whole. What cannot be read is asked of 1688.")

    def _ways_on(self) -> list[tuple[Button, str]]:
        """What can be done, the best first, each with what it means."""
        again = (self.again, self.tr("Nothing can be ordered until it opens; nothing is lost meanwhile."))
        if self._is_read_only:
            return [
                (self.read_only, self.tr("All that is known here can be read; nothing can be ordered or changed.")),
                again,
            ]
        if not self._damaged:
            return [again]
        ways = []
        if self._has_ruins:
            ways.append((self.salvage, self._salvage_text()))
        if self._backup_at is not None:
            ways.append(
                (
                    self.restore,
                    self.tr("What was put in the cart since is missing. Orders made since are read again from 1688."),
                )
            )
        ways.append(
            (
                self.afresh,
                self.tr("The cart and the saved searches are empty. Orders are read again from 1688."),
            )
        )
        return ways

    @property
    def _is_missing(self) -> bool:
        return self._error.detail == "missing"


def _way(act: QPushButton, sentence: str) -> QVBoxLayout:
    box = column(spacing=XS)
    line = row()
    line.addWidget(act)
    line.addStretch(1)
    box.addLayout(line)
    box.addWidget(label(sentence, TextSize.CAPTION, "muted", wrap=True))
    return box


def _place(path: str) -> QLineEdit:
    """The whole path, to be read and copied."""
    shown = QLineEdit(str(Path(path)))
    shown.setReadOnly(True)
    shown.setCursorPosition(0)
    return shown
