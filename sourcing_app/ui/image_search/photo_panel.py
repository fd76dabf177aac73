"""Left of the results: the photo on its bench, its parts, what will be sent, words and price to narrow, recent photos."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSizePolicy, QWidget

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.picture import PreparedPicture, Region
from sourcing_app.ui.format import size_text
from sourcing_app.ui.image_search.bench import ProposedBox
from sourcing_app.ui.image_search.box_chips import BoxChips
from sourcing_app.ui.image_search.crop_view import CropView
from sourcing_app.ui.image_search.photo_strip import PhotoStrip
from sourcing_app.ui.image_search.photo_tools import PhotoTools
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
SHARE = 0.25
"""Of the page's width, where that is more."""
PHOTO_SHARE = 0.46
"""Of the panel's height: what can be done with the photo stands under it without scrolling."""
RECENT = 5


class PhotoPanel(QScrollArea):
    """area_wanted(Region | None), box_wanted(index), words_set(text), price_set(low, high), see_wanted, choose_wanted,
    recent_chosen(index), stepped(-1 or 1): another one of several photos given at once; preparing_cancelled."""

    area_wanted = Signal(object)
    box_wanted = Signal(int)
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
        self.tools = PhotoTools()
        self.boxes = BoxChips()
        self.facts = label("", TextSize.CAPTION, "muted")
        self.cut_off = label(
            self.tr("The end of this file is missing: the part that is there is searched with."), wrap=True
        )
        self.cut_off.hide()
        self.clean = Chip(self.tr("No metadata"), role="good", icon_name="check")
        self.see = button(self.tr("See what is sent"), "link", small=True)
        self.area = button(self.tr("Search this area"), "primary", icon_name="crop", tooltip="Enter")
        self.other = button(self.tr("Another photo"), "quiet", icon_name="camera", small=True, tooltip="Ctrl+O")
        self.words = QLineEdit()
        self.price = PriceRange()
        self.recent_heading = label(self.tr("Recent photos"), TextSize.CAPTION, "muted")
        self.recent = PhotoStrip(52)
        self._photo, self._page = QPixmap(), QSize()
        self._searched: Region | None = None
        self._lay_out()
        self._connect()
        self.show_picture(None)

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
        box.addWidget(self.tools)
        box.addWidget(self.boxes)
        box.addWidget(self.area)
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
        self.crop.committed.connect(self._search_area)
        self.crop.box_chosen.connect(self.box_wanted)
        self.boxes.box_wanted.connect(self.box_wanted)
        self.boxes.whole_wanted.connect(self._search_whole)
        self.tools.zoomed_in.connect(self.crop.zoom_in)
        self.tools.zoomed_out.connect(self.crop.zoom_out)
        self.see.clicked.connect(self.see_wanted)
        self.other.clicked.connect(self.choose_wanted)
        self.words.editingFinished.connect(self._set_words)
        self.price.changed.connect(self.price_set)
        self.recent.chosen.connect(self.recent_chosen)
        self.preparing.cancelled.connect(self.preparing_cancelled)

    def show_picture(self, picture: PreparedPicture | None) -> None:
        """The prepared photo, and what is known of it."""
        self._photo = pixmap_of(picture) if picture is not None else QPixmap()
        self.crop.show_photo(self._photo)
        self.crop.updateGeometry()
        for widget in (self.clean, self.see, self.tools, self.boxes):
            widget.setVisible(picture is not None)
        self.facts.setText("")
        self.cut_off.setVisible(picture is not None and picture.is_incomplete)
        if picture is not None:
            size = size_text(len(picture.jpeg))
            self.facts.setText(f"{picture.width} × {picture.height} px · {size}")
            self.facts.setToolTip(self.tr("Before: {0} × {1} px").format(picture.source_width, picture.source_height))
        self.show_boxes(())
        self.show_region(None, ())
        self._take_room()

    def show_boxes(self, boxes: Sequence[ProposedBox]) -> None:
        """Parts that may be meant."""
        self.crop.show_boxes(tuple(box.region for box in boxes))
        self.boxes.show_boxes(self._photo, [(box.region, box.by_platform) for box in boxes])

    def show_region(self, region: Region | None, kept: Sequence[bool]) -> None:
        """Which part is searched by; kept: whose results are there, of the whole photo and of each box."""
        self._searched = region
        if self.crop.region() != region:
            self.crop.set_region(region)
        self.boxes.show_chosen(region, kept)
        self._show_area(self.crop.region())

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

    def searched_pixmap(self) -> QPixmap:
        """The photo, or the part of it that is searched by."""
        part = self._searched
        if part is None:
            return self._photo
        return self._photo.copy(part.left, part.top, part.right - part.left, part.bottom - part.top)

    def fit(self, page: QSize) -> None:
        """As wide and with as high a photo as this page has room for."""
        self._page = page
        self._take_room()

    def _take_room(self) -> None:
        """As wide as ever, wider where a language has longer words or the page has room: it does not scroll sideways."""
        wanted = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        widest = scaled(WIDEST)
        self.setFixedWidth(max(scaled(WIDTH), min(max(wanted, round(self._page.width() * SHARE)), widest)))
        self.crop.set_highest(max(160, min(widest, round(self._page.height() * PHOTO_SHARE))))

    def _show_area(self, region: Region | None) -> None:
        is_new = region is not None and region != self._searched
        self.area.setVisible(is_new)

    def _search_area(self) -> None:
        if self.crop.region() != self._searched:
            self.area_wanted.emit(self.crop.region())

    def _search_whole(self) -> None:
        self.area_wanted.emit(None)

    def _set_words(self) -> None:
        self.words_set.emit(" ".join(self.words.text().split())[:200])
