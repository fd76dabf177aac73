"""What the Photo search tab knows and does: one photo at a time, prepared once, searched as often as wanted."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.picture import UPRIGHT, Bitmap, WebPicture
from sourcing_app.errors import PictureUnreadable, Unreachable
from sourcing_app.ui.image_search.answer_watch import Answer, AnswerWatch
from sourcing_app.ui.image_search.bench import FoundOffers, Look, PhotoBench, ProposedBox
from sourcing_app.ui.image_search.bitmap import bitmap_of, png_of
from sourcing_app.ui.image_search.given_photos import GivenPhotos
from sourcing_app.ui.image_search.sent_view import image_of
from sourcing_app.ui.notices import Severity, notice_of
from sourcing_app.ui.picture_print import print_of
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.narrowing_presenter import NarrowingPresenter
from sourcing_app.ui.results.results_presenter import Face

if TYPE_CHECKING:
    from datetime import datetime

    from sourcing_app.domain.aged import Aged
    from sourcing_app.domain.offer import OfferPage
    from sourcing_app.domain.picture import FoundParts, Orientation, PreparedPicture, Region
    from sourcing_app.ui.doors import UseCases
    from sourcing_app.usecases.search_by_picture import SearchByPicture

PATIENCE_MS = 350
"""For the boxes, after the photo is ready: it is uploaded meanwhile, so that most of this costs nothing."""


class PhotoPresenter(NarrowingPresenter):
    """picture_changed: another photo, or the same another way up; look_changed: another part of it is searched by; boxes_changed:
    others are proposed; recent_changed: another list of photos searched by; given_changed: several were given at
    once, or another one of them is wanted."""

    picture_changed = Signal()
    look_changed = Signal()
    boxes_changed = Signal()
    recent_changed = Signal()
    given_changed = Signal()

    tells_age = False  # no answer to a photo is kept
    awaited = (*NarrowingPresenter.awaited, "prepare", "recent", "parts", "turn", "upload")

    def __init__(self, loader: PictureLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reached.connect(self._load_recent)
        self._loader = loader
        self._asked = 0
        self.given = GivenPhotos()
        self.picture: PreparedPicture | None = None
        self.region: Region | None = None
        self.recent: tuple[PreparedPicture, ...] = ()
        self.bench = PhotoBench()
        self._shown = Look()
        self._watch = AnswerWatch()
        self.is_doubtful = False
        self._found_query: SearchQuery | None = None
        self._is_waiting = False
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self.patience.timeout.connect(self._search_whole_first)

    @property
    def boxes(self) -> tuple[ProposedBox, ...]:
        """Proposed for the photo as it is shown, the best first."""
        return self.bench.boxes(self._shown.orientation)

    @property
    def kept(self) -> tuple[bool, ...]:
        """Whose results are there: of the whole photo, and of each proposed box."""
        regions = (None, *(box.region for box in self.boxes))
        looks = (Look(self._shown.orientation, region) for region in regions)
        return tuple(self.bench.found(look, self.query) is not None for look in looks)

    def attach(self, use_cases: UseCases) -> None:
        """Can ask from now on; what was asked in vain is asked again."""
        super().attach(use_cases)
        self._load_recent()
        if self.face is Face.LOADING:
            self.refresh()

    @property
    def is_preparing(self) -> bool:
        """Whether a photo is on its way to being searched with."""
        return self.tasks.is_running("prepare")

    def search_picture(self, source: object) -> None:
        """A Path, bytes, a QImage, an address of the platform, or a WebPicture. What is shown stays until the photo is ready."""
        self._give(())
        self._search(source)

    def search_photos(self, paths: tuple[Path, ...]) -> None:
        """By the first that can be read; the others wait beside it."""
        self._give(paths)
        self._search(paths[0])

    def step(self, by: int) -> None:
        """To another one of those given at once."""
        if self.given.go(by):
            self.given_changed.emit()
            self._search(self.given.wanted)

    def _give(self, paths: tuple[Path, ...]) -> None:
        self.given = GivenPhotos(paths)
        self.given_changed.emit()

    def _search(self, source: object) -> None:
        self._stop_preparing()
        self._asked += 1
        if self._use_cases is None:
            self._refuse("", Unreachable("offline"))
            return
        search = self._use_cases.search_by_picture
        if isinstance(source, (Path, bytes, Bitmap)):
            self._prepare(search.prepare(source), source.name if isinstance(source, Path) else "")
        elif isinstance(source, WebPicture):
            self._prepare(_prepare_fetched(self._use_cases, source.address))
        elif isinstance(source, QImage):
            self._prepare(_prepare_image(search, source))
        else:
            self._show_coming()
            self._loader.fetch_original(str(source), partial(self._receive, self._asked))

    def cancel_preparing(self) -> None:
        """Back to what there was before."""
        self._stop_preparing()
        self._return_to_shown()
        self._show_as_before()

    def detach(self) -> None:
        """As any such page; a photo on its way is given up."""
        self._stop_preparing()
        super().detach()
        self._show_as_before()

    def _prepare(self, prepared: Coroutine[Any, Any, PreparedPicture], name: str = "") -> None:
        self.tasks.start("prepare", prepared, self._take_prepared, partial(self._refuse, name))
        self._show_coming()

    def _show_coming(self) -> None:
        if self.picture is None:
            self.face, self.failure = Face.LOADING, None
        self.changed.emit()

    def _stop_preparing(self) -> None:
        """Nobody waits for an earlier photo; the process that works on it is ended."""
        if self.is_preparing:
            self.tasks.forget("prepare")
            if self._use_cases is not None:
                self._use_cases.search_by_picture.cancel_preparing()

    def _show_as_before(self) -> None:
        if self.picture is None and self.face is Face.LOADING:
            self.face = Face.FIRST_USE
        self.changed.emit()

    def _refuse(self, name: str, error: Exception) -> None:
        """A photo that cannot be used: named beside the results of the one before, or in place of them. Of several the next
        is tried until one was shown."""
        notice = notice_of(error)
        if name and isinstance(error, PictureUnreadable):
            notice = replace(notice, sentence=f"{name}: {notice.sentence}", cause=f"{notice.cause} {name}")
        if self.given.pass_over():
            self.noticed.emit(notice)
            self.given_changed.emit()
            self._search(self.given.wanted)
            return
        self._return_to_shown()
        if self.picture is None:
            self._fail(error)
            self.failure = notice
        else:
            self.noticed.emit(notice)
        self.changed.emit()

    def _return_to_shown(self) -> None:
        """Of several photos the one beside the results is counted; none where another photo is."""
        if not self.given.return_to_shown():
            self.given = GivenPhotos()
        self.given_changed.emit()

    def search_again(self, picture: PreparedPicture) -> None:
        """One that is prepared already."""
        self._stop_preparing()
        self._asked += 1
        self._give(())
        self._clear()
        self._show_prepared(picture)

    def set_region(self, region: Region | None) -> None:
        """Search this part only; None is the whole photo."""
        if self.bench.change(replace(self.bench.look, region=region)):
            self._show_look()
        else:
            self.refresh()

    def search_box(self, at: int) -> None:
        """One of the proposed boxes."""
        boxes = self.boxes
        if at < len(boxes) and boxes[at].region != self.region:
            self.set_region(boxes[at].region)

    def turn(self, by: int) -> None:
        """by: quarters, clockwise."""
        self._turn_to(self.bench.look.orientation.turned(by))

    def mirror(self) -> None:
        """Left and right."""
        self._turn_to(self.bench.look.orientation.mirrored())

    def undo(self) -> None:
        """The look before; what it found is still there."""
        if self.bench.undo():
            self._show_look()

    def redo(self) -> None:
        """The look that was taken back."""
        if self.bench.redo():
            self._show_look()

    def _turn_to(self, orientation: Orientation) -> None:
        if self.picture is not None:
            self.bench.change(Look(orientation, self.bench.turned_region(orientation)))
            self._show_look()

    def _show_look(self) -> None:
        """The photo the way up that is wanted, then what this part of it finds."""
        upright, use_cases, look = self.bench.upright, self._use_cases, self.bench.look
        if upright is None:
            return
        if look.orientation == self._shown.orientation:
            self._show_part()
        elif use_cases is not None:
            self.tasks.start("turn", use_cases.turn_photo(upright, look.orientation), self._take_turned)
        else:
            self._fail(Unreachable("offline"))

    def _take_turned(self, picture: PreparedPicture) -> None:
        self._keep_found()
        self.picture = picture
        self._shown = Look(self.bench.look.orientation, self.region)
        self.picture_changed.emit()
        self._show_part()

    def _show_part(self) -> None:
        """What it found before, at once; else it is asked for."""
        self._keep_found()
        self._shown, self.region = self.bench.look, self.bench.look.region
        self._stop_waiting()
        self.tasks.forget("search")
        self._begin_anew()
        self.begun.emit()
        self.look_changed.emit()
        kept = self.bench.found(self._shown, self.query)
        if kept is None:
            self.offers.clear()
            self.refresh()
        else:
            self._show_kept(kept)

    def _show_kept(self, kept: FoundOffers) -> None:
        self._found_query, self.is_doubtful = kept.query, kept.is_doubtful
        self.offers.replace(kept.offers)
        self.face = Face.RESULTS if kept.offers else Face.EMPTY
        self.total, self.page, self.has_more, self.skipped = kept.total, kept.page, kept.has_more, kept.skipped
        self.look_changed.emit()
        self.changed.emit()
        self.page_added.emit()

    def _keep_found(self) -> None:
        """What the look on screen found, before another one is shown."""
        is_of_query = self._found_query == self.query and not self.is_refreshing
        if self.face in (Face.RESULTS, Face.EMPTY) and is_of_query:
            found = FoundOffers(
                self.query, self.offers.arrived, self.total, self.page, self.has_more, self.skipped, self.is_doubtful
            )
            self.bench.remember(self._shown, found)

    def set_query(self, query: SearchQuery) -> None:
        """What this look found with it before, at once; else it is asked for."""
        if self.picture is None:
            self.query = query
            return
        self._keep_found()
        kept = self.bench.found(self._shown, query) if query != self.query else None
        if kept is None:
            super().set_query(query)
            self.look_changed.emit()
            return
        self._forget_category_of(query)
        self._forget_order()
        self.query = query
        self.tasks.forget("search")
        self._begin_anew()
        self.begun.emit()
        self._show_kept(kept)

    def refresh(self) -> None:
        """With the photo, region and words as they are."""
        if self.picture is None:
            return
        if self._use_cases is None:
            self._fail(Unreachable("offline"))
            return
        self._stop_waiting()
        self.failure = None
        self.tasks.forget("more")
        super().refresh()

    def _ask(self, use_cases: UseCases, page: int) -> Coroutine[Any, Any, OfferPage]:
        assert self.picture is not None, "there are no pages before there is a photo"
        return use_cases.search_by_picture(self.picture, self.query, page, self.region)

    def _clear(self) -> None:
        self.tasks.forget("search")
        self._begin_anew()
        self.begun.emit()
        self.picture, self.region, self._shown = None, None, Look()
        self.bench.take(None)
        self._stop_waiting()
        self.tasks.forget("turn")
        self.tasks.forget("parts")
        self.category_name = ""
        self.query = SearchQuery(language=self.query.language)
        self.offers.clear()
        self.picture_changed.emit()
        self.changed.emit()

    def _receive(self, asked: int, data: bytes | None) -> None:
        """asked: for which photo; a later one counts."""
        if asked != self._asked:
            return
        if data is not None:
            self._search(data)
        else:
            self._refuse("", PictureUnreadable("not_loaded"))

    def _take_prepared(self, picture: PreparedPicture) -> None:
        self.given.note_shown()
        self._clear()
        self._show_prepared(picture)

    def _show_prepared(self, picture: PreparedPicture) -> None:
        self.picture = picture
        self.bench.take(picture)
        self.picture_changed.emit()
        if self._use_cases is None:
            self.refresh()
            return
        self._is_waiting = True
        self.patience.start()
        find, upload = self._use_cases.find_parts(picture), self._use_cases.search_by_picture.upload(picture)
        self.tasks.start("parts", find, self._take_parts, self._go_without)
        self.tasks.start("upload", upload, on_error=self._ignore_failure)
        self.changed.emit()

    def _take_parts(self, parts: FoundParts) -> None:
        """In time, a box that is surely meant is searched first; late, or unsure, they are only offered."""
        self.bench.show_own(parts)
        self.boxes_changed.emit()
        if self._is_waiting:
            self._search_first(parts.boxes[0] if parts.is_sure else None)

    def _go_without(self, _: Exception) -> None:
        self._search_whole_first()

    def _search_whole_first(self) -> None:
        if self._is_waiting:
            self._search_first(None)

    def _search_first(self, region: Region | None) -> None:
        self.region = region
        self._shown = Look(UPRIGHT, region)
        self.bench.begin(self._shown)
        self.look_changed.emit()
        self.refresh()

    def _stop_waiting(self) -> None:
        self._is_waiting = False
        self.patience.stop()

    def _show_first(self, query: SearchQuery, page: OfferPage) -> None:
        self._found_query = query
        if self.picture is not None and query == self.query:
            ids = tuple(offer.offer_id for offer in page.offers)
            seen = print_of(image_of(self.picture, self.region))
            self.is_doubtful = self._watch.is_doubtful(Answer(seen, query, ids))
        super()._show_first(query, page)

    def _note(self, page: OfferPage, fetched_at: datetime | None) -> None:
        self.bench.show_theirs(page.found, self._shown.orientation)
        super()._note(page, fetched_at)
        self.boxes_changed.emit()

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
    """A pasted or dragged bitmap: its pixels as they are, or made a file on a thread first."""
    source = bitmap_of(image)
    return await search.prepare(source if source is not None else await asyncio.to_thread(png_of, image))


async def _prepare_fetched(use_cases: UseCases, address: str) -> PreparedPicture:
    """From a host that a person agreed to ask."""
    return await use_cases.search_by_picture.prepare(await use_cases.fetch_picture(address))
