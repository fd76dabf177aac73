"""The Search tab before the first search: what this is, what was looked for before, something to try."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, L
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.chip import Chip
from sourcing_app.ui.widgets.flow_layout import FlowLayout
from sourcing_app.ui.widgets.labels import label, paragraph
from sourcing_app.ui.widgets.state_panel import Emblem
from sourcing_app.ui.widgets.surface import column, row

SAMPLES = ("canvas tote bag", "ceramic mug", "帆布包", "トートバッグ", "LED desk lamp", "yoga mat")
_MAX = 8


class FirstUse(QWidget):
    """words_chosen(text): a chip; focus_wanted: go to the box; photo_wanted: search by a photo instead."""

    words_chosen = Signal(str)
    focus_wanted = Signal()
    photo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._heading = label("", TextSize.CAPTION, "muted")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=XS, centred=True)
        self._chips.setFixedWidth(520)
        self.words = words = button(self.tr("Search with words"), "primary", icon_name="search", tooltip="Ctrl+L")
        photo = button(self.tr("Search by photo"), icon_name="camera", tooltip="Ctrl+O")
        words.clicked.connect(self.focus_wanted)
        photo.clicked.connect(self.photo_wanted)
        hint = self.tr("Words in any language, a link or an offer id. Or drop a photo anywhere on this window.")
        sentence = paragraph(hint, 460)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(words)
        buttons.addWidget(photo)
        buttons.addStretch(1)
        box = column(self, margin=L, spacing=XS)
        box.addStretch(2)
        box.addWidget(Emblem("search", "accent", 72), 0, centre)
        box.addSpacing(XS)
        box.addWidget(label(self.tr("What are you looking for?"), TextSize.TITLE), 0, centre)
        box.addWidget(sentence, 0, centre)
        box.addSpacing(XS)
        box.addLayout(buttons)
        box.addSpacing(L)
        box.addWidget(self._heading, 0, centre)
        box.addWidget(self._chips, 0, centre)
        box.addStretch(3)
        self.show_recent(())

    def show_recent(self, recent: tuple[str, ...]) -> None:
        """What was looked for before; samples where there is nothing yet."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._heading.setText(self.tr("Searched before") if recent else self.tr("For example"))
        for words in (recent or SAMPLES)[:_MAX]:
            chip = Chip(words, icon_name="clock" if recent else "search", clickable=True)
            chip.clicked.connect(partial(self.words_chosen.emit, words))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setFixedHeight(max(self._flow.heightForWidth(self._chips.maximumWidth()), 24))
