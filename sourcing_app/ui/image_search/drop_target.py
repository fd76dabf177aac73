"""The Photo search tab before the first photo: a large quiet target, three ways in, two photos to try."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from sourcing_app.config.settings import resource
from sourcing_app.ui.image_search.photo_strip import PhotoStrip
from sourcing_app.ui.theme import TextSize, colours_of
from sourcing_app.ui.theme.spacing import XL, XS, L
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.labels import label, paragraph, say, set_tone
from sourcing_app.ui.widgets.state_panel import Emblem
from sourcing_app.ui.widgets.surface import column, row

SAMPLE_FOLDER = resource("samples")


def samples() -> tuple[Path, ...]:
    """Photos that come with the program."""
    return tuple(sorted(SAMPLE_FOLDER.glob("*.jpg"))) if SAMPLE_FOLDER.is_dir() else ()


class DropTarget(QWidget):
    """choose_wanted, paste_wanted, sample_chosen(index), retry_wanted."""

    choose_wanted = Signal()
    paste_wanted = Signal()
    sample_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._emblem = Emblem("camera", "accent", 80)
        self._title = label("", TextSize.TITLE)
        self._sentence = paragraph("", 480)
        self.choose = choose = button(self.tr("Choose a photo"), "primary", icon_name="folder", tooltip="Ctrl+O")
        paste = button(self.tr("Paste"), icon_name="copy", tooltip="Ctrl+V")
        choose.clicked.connect(self.choose_wanted)
        paste.clicked.connect(self.paste_wanted)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(choose)
        buttons.addWidget(paste)
        buttons.addStretch(1)
        self._samples = PhotoStrip(96)
        self._samples.chosen.connect(self.sample_chosen)
        self._sample_heading = label(self.tr("Or try one of these"), TextSize.CAPTION, "muted")
        box = column(self, margin=XL + L, spacing=XS)
        box.addStretch(2)
        for widget in (self._emblem, self._title, self._sentence):
            box.addWidget(widget, 0, centre)
        box.addSpacing(XS)
        box.addLayout(buttons)
        box.addSpacing(L)
        box.addWidget(self._sample_heading, 0, centre)
        box.addWidget(self._samples, 0, centre)
        box.addStretch(2)
        self.show_first_use()

    def show_first_use(self) -> None:
        """What this is."""
        self._emblem.show_icon("camera", "accent")
        self._title.setText(self.tr("Drop a photo here"))
        say(
            self._sentence,
            self.tr("Drop, paste or choose a picture of what you want; 1688 is searched for what looks like it. "
                    "Only the pixels leave this computer: no place, no date, no file name.")
        )  # fmt: skip
        set_tone(self._sentence, "muted")

    def show_failure(self, title: str, sentence: str) -> None:
        """Why the photo could not be used; the ways in stay open."""
        self._emblem.show_icon("warning", "warning")
        self._title.setText(title)
        say(self._sentence, sentence)
        set_tone(self._sentence, "text")

    def show_samples(self) -> None:
        """Read when first shown, not before."""
        if self._samples.count() == 0:
            name = self.tr("Sample photo {0}")
            found = [QPixmap(str(path)).scaledToWidth(200) for path in samples()]
            self._samples.show_photos([(each, name.format(at)) for at, each in enumerate(found, 1)])
            self._sample_heading.setVisible(self._samples.count() > 0)

    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(now.line, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(now.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(L, L, -L, -L), 12, 12)
