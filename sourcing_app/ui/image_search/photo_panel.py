"""Left of the results: the photo with its area, what will be sent, words and price to narrow, recent photos."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSizePolicy, QWidget

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.picture import PreparedPicture, Region
from sourcing_app.ui.format import size_text
from sourcing_app.ui.image_search.crop_view import CropView
from sourcing_app.ui.image_search.photo_strip import PhotoStrip
from sourcing_app.ui.image_search.preparing_row import PreparingRow
from sourcing_app.ui.image_search.sent_view import pixmap_of
from sourcing_app.ui.results.price_range import PriceRange
from sourcing_app.ui.theme import TextSize, scaled
from sourcing_app.ui.theme.spacing import XXS, M
from sourcing_app.ui.widgets.buttons import IconButton, button
from sourcing_app.ui.widgets.chip import Chip
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.plain_tip import plain_tip
from sourcing_app.ui.widgets.surface import column, row

WIDTH = 324
WIDEST = 480
RECENT = 5


class PhotoPanel(QScrollArea):
    """area_wanted(Region | None), words_set(text), price_set(low, high), see_wanted, choose_wanted, recent_chosen(index),
    stepped(-1 or 1): another one of several photos given at once; preparing_cancelled."""

    area_wanted = Signal(object)
    words_set = Signal(str)
    price_set = Signal(object, object)
    see_wanted = Signal()
    choose_wanted = Signal()
    recent_chosen = Signal(int)
    stepped = Signal(int)
    preparing_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preparing = PreparingRow()
        self.given = QWidget()
        self.before = IconButton("chevron-left", self.tr("Previous photo"), small=True)
        self.after = IconButton("chevron-right", self.tr("Next photo"), small=True)
        self.given_text = label("", TextSize.CAPTION, "muted")
        self.given.hide()
        self.crop = CropView()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.crop.setSizePolicy(policy)
        self.facts = label("", TextSize.CAPTION, "muted")
        self.cut_off = label(
            self.tr("The end of this file is missing: the part that is there is searched with."), wrap=True
        )
        self.cut_off.hide()
        self.clean = Chip(self.tr("No metadata"), role="good", icon_name="check")
        self.see = button(self.tr("See what is sent"), "link", small=True)
        self.area = button(self.tr("Search this area"), "primary", icon_name="crop")
        self.whole = button(self.tr("Whole photo"), "plain")
        self.other = button(self.tr("Another photo"), "quiet", icon_name="camera", small=True, tooltip="Ctrl+O")
        self.words = QLineEdit()
        self.price = PriceRange()
        self.recent_heading = label(self.tr("Recent photos"), TextSize.CAPTION, "muted")
        self.recent = PhotoStrip(52)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.words.setPlaceholderText(self.tr("for example: linen, with zip"))
        self.words.setAccessibleName(self.tr("Words"))
        self.words.setClearButtonEnabled(False)
        self._inside = inside = QWidget()
        box = column(inside, spacing=8)
        box.setContentsMargins(M, M, XXS, M)
        box.addWidget(self.preparing)
        several = row(self.given, spacing=4)
        several.addWidget(self.before)
        several.addWidget(self.given_text, 1)
        several.addWidget(self.after)
        box.addWidget(self.given)
        box.addWidget(self.crop)
        facts = row(spacing=8)
        facts.addWidget(self.facts)
        facts.addStretch(1)
        facts.addWidget(self.clean)
        box.addLayout(facts)
        box.addWidget(self.cut_off)
        links = row(spacing=4)
        links.setContentsMargins(0, 0, 0, 0)
        links.addWidget(self.see)
        links.addStretch(1)
        links.addWidget(self.other)
        box.addLayout(links)
        acts = row()
        acts.addWidget(self.area, 1)
        acts.addWidget(self.whole)
        box.addLayout(acts)
        box.addSpacing(M)
        box.addWidget(label(self.tr("And the words"), TextSize.CAPTION, "muted"))
        box.addWidget(self.words)
        box.addSpacing(XXS)
        box.addWidget(label(self.tr("Price"), TextSize.CAPTION, "muted"))
        box.addWidget(self.price)
        box.addSpacing(M)
        box.addWidget(self.recent_heading)
        box.addWidget(self.recent)
        box.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFixedWidth(scaled(WIDTH))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.crop.region_changed.connect(self._show_area)
        self.before.clicked.connect(partial(self.stepped.emit, -1))
        self.after.clicked.connect(partial(self.stepped.emit, 1))
        self.area.clicked.connect(self._search_area)
        self.whole.clicked.connect(self._search_whole)
        self.see.clicked.connect(self.see_wanted)
        self.other.clicked.connect(self.choose_wanted)
        self.words.editingFinished.connect(self._set_words)
        self.price.changed.connect(self.price_set)
        self.recent.chosen.connect(self.recent_chosen)
        self.preparing.cancelled.connect(self.preparing_cancelled)

    def show_picture(self, picture: PreparedPicture | None) -> None:
        """The prepared photo, and what is known of it."""
        self.crop.show_photo(pixmap_of(picture) if picture is not None else QPixmap())
        self.crop.updateGeometry()
        for widget in (self.clean, self.see, self.area, self.whole):
            widget.setVisible(picture is not None)
        self.facts.setText("")
        self.cut_off.setVisible(picture is not None and picture.is_incomplete)
        if picture is not None:
            size = size_text(len(picture.jpeg))
            self.facts.setText(f"{picture.width} × {picture.height} px · {size}")
            self.facts.setToolTip(self.tr("Before: {0} × {1} px").format(picture.source_width, picture.source_height))
        self._show_area(None)
        self._take_room()

    def show_given(self, paths: tuple[Path, ...], at: int) -> None:
        """Which of several photos this is; one alone says nothing."""
        self.given.setVisible(len(paths) > 1)
        if len(paths) > 1:
            place = self.tr("Photo {0} of {1}").format(at + 1, len(paths))
            name = paths[at].name
            self.given_text.setText(f"{place} · {name if len(name) <= 24 else name[:23] + '…'}")
            self.given_text.setToolTip(plain_tip(name))
            self.before.setEnabled(at > 0)
            self.after.setEnabled(at + 1 < len(paths))

    def show_query(self, query: SearchQuery) -> None:
        """Words and prices as they are."""
        if not self.words.hasFocus():
            self.words.setText(query.keyword)
        self.price.show_range(query)

    def show_recent(self, pictures: tuple[PreparedPicture, ...]) -> None:
        """The last ones."""
        side = QSize(104, 104)
        expanding = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        photos = [
            (pixmap_of(each).scaled(side, expanding), each.source_name or self.tr("Photo"))
            for each in pictures[:RECENT]
        ]
        self.recent.show_photos(photos)
        self.recent_heading.setVisible(bool(photos))

    def _take_room(self) -> None:
        """As wide as ever, wider where a language has longer words: this panel does not scroll sideways."""
        wanted = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(max(scaled(WIDTH), min(wanted, scaled(WIDEST))))

    def _show_area(self, region: Region | None) -> None:
        self.area.setEnabled(region is not None)
        self.area.setToolTip("" if region is not None else self.tr("Drag a box on the photo first"))

    def _search_area(self) -> None:
        self.area_wanted.emit(self.crop.region())

    def _search_whole(self) -> None:
        self.crop.clear_region()
        self.area_wanted.emit(None)

    def _set_words(self) -> None:
        self.words_set.emit(" ".join(self.words.text().split())[:200])
