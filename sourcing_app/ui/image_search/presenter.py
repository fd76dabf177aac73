"""What the Photo search tab knows and does: one photo at a time, prepared once, searched as often as wanted."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImage

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.errors import PictureUnreadable, Unreachable
from sourcing_app.ui.notices import Severity, notice_of
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.results_presenter import Face, ResultsPresenter

if TYPE_CHECKING:
    from sourcing_app.domain.aged import Aged
    from sourcing_app.domain.offer import OfferPage
    from sourcing_app.domain.picture import PreparedPicture, Region
    from sourcing_app.ui.doors import SearchByPicture, UseCases


class PhotoPresenter(ResultsPresenter):
    """picture_changed: another photo; recent_changed: another list of photos searched by."""

    picture_changed = Signal()
    recent_changed = Signal()

    tells_age = False  # no answer to a photo is kept
    awaited = (*ResultsPresenter.awaited, "prepare", "recent")

    def __init__(self, loader: PictureLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reached.connect(self._load_recent)
        self._loader = loader
        self.picture: PreparedPicture | None = None
        self.region: Region | None = None
        self.recent: tuple[PreparedPicture, ...] = ()

    def attach(self, use_cases: UseCases) -> None:
        """Can ask from now on; what was asked in vain is asked again."""
        super().attach(use_cases)
        self._load_recent()
        if self.face is Face.LOADING:
            self.refresh()

    def search_picture(self, source: object) -> None:
        """A Path, bytes, a QImage or an address of the platform."""
        self._clear()
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
        self._clear()
        self._show_prepared(picture)

    def set_region(self, region: Region | None) -> None:
        """Search this part only; None is the whole photo."""
        self.region = region
        self.refresh()

    def set_words(self, words: str) -> None:
        """And these words."""
        if words != self.query.keyword:
            self.set_query(replace(self.query, keyword=words))

    def refresh(self) -> None:
        """With the photo, region and words as they are."""
        if self.picture is None:
            return
        if self._use_cases is None:
            self._fail(Unreachable("offline"))
            return
        self.failure = None
        self.tasks.forget("more")
        super().refresh()

    def _ask(self, use_cases: UseCases, page: int) -> Coroutine[Any, Any, OfferPage]:
        assert self.picture is not None, "there are no pages before there is a photo"
        return use_cases.search_by_picture(self.picture, self.query, page, self.region)

    def _clear(self) -> None:
        self.tasks.forget("search")
        self._begin_anew()
        self.picture, self.region = None, None
        self.query = SearchQuery(language=self.query.language)
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
        self.refresh()

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
