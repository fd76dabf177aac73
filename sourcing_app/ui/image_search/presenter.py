"""What the Photo search tab knows and does: one photo at a time, prepared once, searched as often as wanted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImage

from sourcing_app.domain.offer import SearchQuery, SortKey
from sourcing_app.errors import PictureUnreadable, Unreachable
from sourcing_app.ui.notices import Notice, Severity, notice_of
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.domain.aged import Aged
    from sourcing_app.domain.money import Money
    from sourcing_app.domain.offer import OfferPage
    from sourcing_app.domain.picture import PreparedPicture, Region
    from sourcing_app.ui.doors import SearchByPicture, UseCases


class Face(Enum):
    """What the tab shows."""

    FIRST_USE = "first use"
    PREPARING = "preparing"
    LOADING = "loading"
    RESULTS = "results"
    EMPTY = "empty"
    FAILED = "failed"


class PhotoPresenter(QObject):
    """changed: anything; picture_changed: another photo; recent_changed; noticed(Notice); reached: an answer came."""

    changed = Signal()
    picture_changed = Signal()
    recent_changed = Signal()
    page_added = Signal()
    noticed = Signal(object)
    unreached = Signal()
    reached = Signal()

    def __init__(self, loader: PictureLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self.tasks = TaskScope(self)
        self.tasks.failed.connect(self._fail_aside)
        self.offers = OfferListModel(self)
        self.face = Face.FIRST_USE
        self.picture: PreparedPicture | None = None
        self.region: Region | None = None
        self.query = SearchQuery()
        self.failure: Notice | None = None
        self.recent: tuple[PreparedPicture, ...] = ()
        self.total, self.page, self.has_more = 0, 0, False
        self._use_cases: UseCases | None = None

    def attach(self, use_cases: UseCases) -> None:
        """Can ask from now on."""
        self._use_cases = use_cases
        self.query = replace(self.query, language=use_cases.language)
        self._load_recent()

    def detach(self) -> None:
        """Shows what it shows."""
        self._use_cases = None
        for name in ("prepare", "search", "more", "recent"):
            self.tasks.forget(name)

    def search_picture(self, source: object) -> None:
        """A Path, bytes, a QImage or an address of the platform."""
        self._clear(Face.PREPARING)
        if self._use_cases is None:
            self._fail(Unreachable("offline"))
            return
        search = self._use_cases.search_by_picture
        if isinstance(source, (Path, bytes)):
            self.tasks.start("prepare", search.prepare(source), self._show_prepared, self._fail)
        elif isinstance(source, QImage):
            self.tasks.start("prepare", _prepare_image(search, source), self._show_prepared, self._fail)
        else:
            self._loader.fetch_original(str(source), self._receive)

    def search_again(self, picture: PreparedPicture) -> None:
        """One that is prepared already."""
        self._clear(Face.LOADING)
        self._show_prepared(picture)

    def set_region(self, region: Region | None) -> None:
        """Search this part only; None is the whole photo."""
        self.region = region
        self.search()

    def set_words(self, words: str) -> None:
        """And these words."""
        if words != self.query.keyword:
            self.query = replace(self.query, keyword=words)
            self.search()

    def set_price(self, low: Money | None, high: Money | None) -> None:
        """Between these."""
        if (low, high) != (self.query.price_from, self.query.price_to):
            self.query = replace(self.query, price_from=low, price_to=high)
            self.search()

    def set_sort(self, key: SortKey, descending: bool) -> None:
        """By the platform."""
        self.query = replace(self.query, sort=key, descending=descending)
        self.search()

    def search(self) -> None:
        """With the photo, region and words as they are."""
        if self.picture is None:
            return
        if self._use_cases is None:
            self._fail(Unreachable("offline"))
            return
        if self.face is not Face.RESULTS:
            self.face = Face.LOADING
        self.failure = None
        self.tasks.forget("more")
        found = self._use_cases.search_by_picture(self.picture, self.query, 1, self.region)
        self.tasks.start("search", found, self._show_first, self._fail)
        self.changed.emit()

    def more(self) -> None:
        """The next page."""
        if self._use_cases is None or self.picture is None or not self.has_more or self.tasks.is_running("more"):
            return
        if not self.tasks.is_running("search"):
            found = self._use_cases.search_by_picture(self.picture, self.query, self.page + 1, self.region)
            self.tasks.start("more", found, self._show_more)

    @property
    def is_searching(self) -> bool:
        """Whether the first page is on its way."""
        return self.tasks.is_running("search") or self.tasks.is_running("prepare")

    def _clear(self, face: Face) -> None:
        self.tasks.forget("search")
        self.tasks.forget("more")
        self.face, self.failure, self.picture, self.region = face, None, None, None
        self.query = SearchQuery(language=self.query.language)
        self.total, self.page, self.has_more = 0, 0, False
        self.offers.clear()
        self.picture_changed.emit()
        self.changed.emit()

    def _receive(self, data: bytes | None) -> None:
        if data is not None:
            self.search_picture(data)
        else:
            self._fail(PictureUnreadable("not_loaded"))

    def _show_prepared(self, picture: PreparedPicture) -> None:
        self.picture = picture
        self.picture_changed.emit()
        self.search()

    def _show_first(self, page: OfferPage) -> None:
        self.offers.replace(page.offers)
        self.face = Face.RESULTS if page.offers else Face.EMPTY
        self.total, self.page, self.has_more = max(page.total, len(page.offers)), page.page, page.has_more
        self.changed.emit()
        self.page_added.emit()
        self.reached.emit()
        self._load_recent()

    def _show_more(self, page: OfferPage) -> None:
        self.offers.append(page.offers)
        self.page, self.has_more = page.page, page.has_more and bool(page.offers)
        self.changed.emit()
        self.page_added.emit()

    def _fail(self, error: Exception) -> None:
        self.failure = notice_of(error)
        if self.face is Face.RESULTS:
            self.noticed.emit(self.failure)
        else:
            self.face = Face.FAILED
            if self.failure.is_offline:
                self.unreached.emit()
        self.changed.emit()

    def _fail_aside(self, error: Exception) -> None:
        self.noticed.emit(notice_of(error))
        self.changed.emit()

    def _load_recent(self) -> None:
        if self._use_cases is not None:
            self.tasks.start("recent", self._use_cases.search_by_picture.recent(), self._show_recent, self._no_recent)

    def _show_recent(self, recent: tuple[Aged[PreparedPicture], ...]) -> None:
        self.recent = tuple(each.value for each in recent)
        self.recent_changed.emit()

    def _no_recent(self, error: Exception) -> None:
        notice = notice_of(error)
        if notice.severity is Severity.DANGER:
            self.noticed.emit(notice)


async def _prepare_image(search: SearchByPicture, image: QImage) -> PreparedPicture:
    """A pasted or dragged bitmap, made a file on a thread first."""
    data = await asyncio.to_thread(partial(_file_of, image))
    return await search.prepare(data)


def _file_of(image: QImage) -> bytes:
    """As PNG, so that nothing is lost; little compression, since it lives for a moment."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 90)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
