"""What the Search tab knows and does: one query at a time, its results page by page, stale ones shown at once."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.errors import Unreachable
from sourcing_app.ui.notices import Notice, Severity
from sourcing_app.ui.results.narrowing_presenter import NarrowingPresenter
from sourcing_app.ui.results.results_presenter import Face

if TYPE_CHECKING:
    from sourcing_app.domain.aged import Aged
    from sourcing_app.domain.offer import OfferPage
    from sourcing_app.ui.doors import UseCases


PAGE_SIZE = 50
"""Results that come with one answer."""


class SearchPresenter(NarrowingPresenter):
    """query_changed: other words, filters or prices; recent_changed."""

    query_changed = Signal()
    recent_changed = Signal()

    awaited = (*NarrowingPresenter.awaited, "cached", "recent")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reached.connect(self.load_recent)
        self.room = 0
        """About how many results are in sight at once; set by the view."""
        self._second: OfferPage | None = None
        self.recent: tuple[str, ...] = ()

    def attach(self, use_cases: UseCases) -> None:
        """Can ask from now on: filters, history, and the query on screen again if its results are old."""
        super().attach(use_cases)
        self.load_recent()
        if self.face is not Face.FIRST_USE:
            self.refresh()

    def show_snapshot(self, query: SearchQuery, results: Aged[OfferPage]) -> None:
        """The last results of the run before, until something better is known."""
        self.query = query
        self._show_cached(query, results)
        self.query_changed.emit()

    def search_words(self, words: str) -> None:
        """A new search; filters of the old one are dropped."""
        self.set_query(SearchQuery(keyword=words, language=self.query.language))

    def set_query(self, query: SearchQuery) -> None:
        """Search for this. The same query again is a refresh."""
        is_new = query != self.query or self.face in (Face.FIRST_USE, Face.FAILED)
        self._forget_category_of(query)
        self.query = query
        if is_new:
            self._begin()
        else:
            self.query_changed.emit()
            self.refresh()

    def save(self, name: str) -> None:
        """Keep this query under a name."""
        if self._use_cases is not None:
            saved = Notice(self.tr("Saved the search “{0}”.").format(name), Severity.GOOD, cause="saved")
            save = self._use_cases.search_history.save(self.query, name)
            self.tasks.start("save", save, partial(self._say, saved))

    def _say(self, notice: Notice, _: object = None) -> None:
        self.noticed.emit(notice)

    def _begin(self) -> None:
        self._begin_anew()
        self._second = None
        self.query_changed.emit()
        self.begun.emit()
        if self._use_cases is None:
            self._fail(Unreachable("offline"))
            return
        query = self.query
        cached = self._use_cases.search_offers.cached(query)
        self.tasks.start("cached", cached, partial(self._show_cached, query), self._ignore_failure)
        self.refresh()
        if self.room > PAGE_SIZE:
            second = self._use_cases.search_offers(query, 2)
            self.tasks.start("more", second, partial(self._show_second, query), self._ignore_failure)

    def _show_cached(self, query: SearchQuery, found: Aged[OfferPage] | None) -> None:
        fresh_is_here = self.face is Face.RESULTS and not self.is_stale and self.page > 0
        if found is None or not found.value.offers or query != self.query or fresh_is_here:
            return
        self.offers.replace(found.value.offers)
        self.face, self.is_stale = Face.RESULTS, True
        self._note(found.value, found.fetched_at)

    def _ask(self, use_cases: UseCases, page: int) -> Coroutine[Any, Any, OfferPage]:
        return use_cases.search_offers(self.query, page)

    def _show_first(self, query: SearchQuery, page: OfferPage) -> None:
        super()._show_first(query, page)
        if query == self.query and self._second is not None:
            self._show_second(query, self._second)

    def _take_rows(self, page: OfferPage) -> None:
        """Rows that are on screen already keep their place."""
        self.tasks.forget("cached")
        if self.is_stale or (self.face is Face.RESULTS and self.offers.rowCount()):
            self.offers.refresh(page.offers)
        else:
            self.offers.replace(page.offers)

    def more(self) -> None:
        """The next page, unless it is here already and only waits for the first to be shown."""
        if self._second is None:
            super().more()

    def _show_second(self, query: SearchQuery, page: OfferPage) -> None:
        """The second page, asked for together with the first; it waits until that is there."""
        if self.is_refreshing:
            self._second = page if query == self.query else None
        else:
            self._second = None
            if self.has_more and self.page == 1:
                self._show_more(query, page)

    def load_recent(self) -> None:
        """The words searched for before, as they are now."""
        if self._use_cases is not None:
            self.tasks.start("recent", self._use_cases.search_history.recent(), self._show_recent, self._ignore_failure)

    def _show_recent(self, recent: tuple[str, ...]) -> None:
        self.recent = recent
        self.recent_changed.emit()
