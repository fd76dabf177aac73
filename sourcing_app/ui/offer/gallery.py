"""The pictures of an offer: one large with zoom, all as thumbnails under it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QDialog, QFrame, QMenu, QScrollArea, QSizePolicy, QWidget

from sourcing_app.ui.offer.zoom_view import FIRST, ZoomView
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import TextSize, colours_of
from sourcing_app.ui.theme.spacing import RADIUS_CONTROL, XS, XXS, M
from sourcing_app.ui.widgets.buttons import IconButton, button
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.picture_box import paint_picture
from sourcing_app.ui.widgets.surface import column, row

_THUMB = FIRST


class Thumb(QAbstractButton):
    """A small picture that chooses the large one."""

    def __init__(self, loader: PictureLoader, address: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader, self.address = loader, address
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(_THUMB, _THUMB)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        loader.arrived.connect(self._see)
        loader.failed.connect(self._see)

    def sizeHint(self) -> QSize:
        return QSize(_THUMB, _THUMB)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pixmap = self._loader.pixmap(self.address, _THUMB, self.devicePixelRatioF())
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        failed = pixmap is None and self._loader.is_failed(self.address)
        paint_picture(painter, box, pixmap, now, radius=4, failed=failed)
        strong = self.isChecked() or self.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.accent if strong else now.line, 2 if strong else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _see(self, address: str) -> None:
        if address == self.address:
            self.update()


class Gallery(QWidget):
    """photo_wanted: the address of the picture to search with; save_wanted(address, its place among the pictures from 1)."""

    photo_wanted = Signal(str)
    save_wanted = Signal(str, int)

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._pictures: tuple[str, ...] = ()
        self._thumbs: list[Thumb] = []
        self.view = ZoomView(loader)
        self.view.setAccessibleName(self.tr("Picture of the offer"))
        self._percent = label("", TextSize.CAPTION, "muted")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._lay_out()
        self.view.zoom_changed.connect(self._show_zoom)
        self.view.stepped.connect(self.step)
        self.view.enlarged.connect(self.enlarge)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self._group.idClicked.connect(self._chosen)

    def _lay_out(self) -> None:
        box = column(self, spacing=XS)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.addWidget(self.view)
        tools = row(spacing=0)
        for icon_name, name, keys, act in (
            ("zoom-out", self.tr("Zoom out"), "−", self.view.zoom_out),
            ("zoom-in", self.tr("Zoom in"), "+", self.view.zoom_in),
            ("eye", self.tr("Enlarge"), "Enter", self.enlarge),
        ):
            each = IconButton(icon_name, name, shortcut=keys, small=True)
            each.clicked.connect(act)
            tools.addWidget(each)
        for text, keys, act in ((self.tr("Fit"), "0", self.view.fit), (self.tr("100%"), "1", self.view.full_size)):
            word = button(text, "quiet", small=True, tooltip=keys)
            word.clicked.connect(act)
            tools.addWidget(word)
        tools.addSpacing(XXS)
        tools.addWidget(self._percent)
        tools.addStretch(1)
        save = IconButton("download", self.tr("Save this picture"), shortcut="Ctrl+S", small=True)
        save.clicked.connect(self.save)
        tools.addWidget(save)
        search = IconButton("camera", self.tr("Search by this picture"), small=True)
        search.clicked.connect(self._search)
        tools.addWidget(search)
        self._last_tool = search
        box.addLayout(tools)
        self._strip = QScrollArea()
        self._strip.setFrameShape(QFrame.Shape.NoFrame)
        self._strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._strip.setWidgetResizable(True)
        self._strip.setFixedHeight(_THUMB + 12)
        self._strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.addWidget(self._strip)

    @property
    def address(self) -> str:
        """The picture shown large."""
        at = self._group.checkedId()
        return self._pictures[at] if 0 <= at < len(self._pictures) else ""

    def show_pictures(self, pictures: tuple[str, ...]) -> None:
        """Another offer's pictures; the same ones again change nothing."""
        if pictures == self._pictures:
            return
        self._pictures = pictures
        for each in self._thumbs:
            self._group.removeButton(each)
        inside = QWidget()
        line = row(inside, spacing=XXS)
        self._thumbs = []
        for at, address in enumerate(pictures):
            thumb = Thumb(self._loader, address, self.tr("Picture {0} of {1}").format(at + 1, len(pictures)))
            self._group.addButton(thumb, at)
            self._thumbs.append(thumb)
            line.addWidget(thumb, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        self._strip.setWidget(inside)
        for before, after in pairwise([self._last_tool, *self._thumbs]):
            self.setTabOrder(before, after)
        self._strip.setVisible(len(pictures) > 1)
        if pictures:
            self._thumbs[0].setChecked(True)
            self._chosen(0)

    def show_variant(self, address: str) -> None:
        """The picture of a variant, large, though it may not be among the thumbnails."""
        if address in self._pictures:
            self._thumbs[self._pictures.index(address)].setChecked(True)
        if address:
            self.view.show_address(address)

    def step(self, by: int) -> None:
        """The next or the previous picture, round and round."""
        if self._pictures:
            at = (max(self._group.checkedId(), 0) + by) % len(self._pictures)
            self._thumbs[at].setChecked(True)
            self._chosen(at)
            self._strip.ensureWidgetVisible(self._thumbs[at])

    def enlarge(self) -> None:
        """The same picture in a window of its own."""
        if not self.address:
            return
        window = QDialog(self)
        window.setWindowTitle(self.tr("Picture"))
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view = ZoomView(self._loader)
        view.setAccessibleName(self.tr("Picture of the offer"))
        view.show_address(self.address)
        view.stepped.connect(partial(self._step_in, view))
        view.enlarged.connect(window.close)
        column(window, margin=M).addWidget(view)
        size = self.window().size()
        window.resize(round(size.width() * 0.8), round(size.height() * 0.9))
        window.open()
        view.setFocus()

    def save(self) -> None:
        """The picture shown, as a file."""
        if self.address:
            self.save_wanted.emit(self.address, self._group.checkedId() + 1)

    def _show_menu(self, at: QPoint) -> None:
        if not self.address:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Save this picture…"), self.save)
        menu.addAction(self.tr("Search by this picture"), self._search)
        menu.addAction(self.tr("Enlarge"), self.enlarge)
        menu.popup(self.view.mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as it is wide, but never more than most pages show."""
        self.view.setFixedHeight(min(self.width(), 460))

    def _step_in(self, view: ZoomView, by: int) -> None:
        self.step(by)
        view.show_address(self.address)

    def _chosen(self, at: int) -> None:
        self.view.show_address(self._pictures[at])

    def _show_zoom(self, percent: int) -> None:
        self._percent.setText(f"{percent}%" if percent else "")

    def _search(self) -> None:
        if self.address:
            self.photo_wanted.emit(self.address)
