"""What the Search tab knows and does: one query at a time, its results page by page, stale ones shown at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_app.domain.offer import SearchQuery, SortKey
from sourcing_app.errors import Unreachable
from sourcing_app.ui.notices import Notice, Severity, notice_of
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.search.query_edits import filter_names, rivals_of, with_category, with_filter, without, without_any
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.domain.aged import Aged
    from sourcing_app.domain.ids import CategoryId
    from sourcing_app.domain.money import Money
    from sourcing_app.domain.offer import FilterSection, OfferPage
    from sourcing_app.ui.doors import UseCases


PAGE_SIZE = 50
"""Results that come with one answer."""


class Face(Enum):
    """What the results area shows."""

    FIRST_USE = "first use"
    LOADING = "loading"
    RESULTS = "results"
    EMPTY = "empty"
    FAILED = "failed"


class SearchPresenter(QObject):
    """changed: face, query, totals or age; filters_changed: the sections came; noticed(Notice); reached: an answer came."""

    changed = Signal()
    query_changed = Signal()
    filters_changed = Signal()
    recent_changed = Signal()
    page_added = Signal()
    noticed = Signal(object)
    unreached = Signal()
    reached = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = TaskScope(self)
        self.tasks.failed.connect(self._fail_aside)
        self.offers = OfferListModel(self)
        self.query = SearchQuery()
        self.face = Face.FIRST_USE
        self.total, self.page, self.has_more, self.skipped = 0, 0, False, 0
        self.fetched_at: datetime | None = None
        self.is_stale = False
        self.room = 0
        """About how many results are in sight at once; set by the view."""
        self._second: OfferPage | None = None
        self.failure: Notice | None = None
        self.sections: tuple[FilterSection, ...] = ()
        self.names: dict[str, str] = {}
        self.category_name = ""
        self.recent: tuple[str, ...] = ()
        self._use_cases: UseCases | None = None

    @property
    def is_refreshing(self) -> bool:
        """Whether the first page is on its way."""
        return self.tasks.is_running("search")

    @property
    def is_fetching_more(self) -> bool:
        """Whether a further page is on its way."""
        return self.tasks.is_running("more")

    def attach(self, use_cases: UseCases) -> None:
        """Can ask from now on: filters, history, and the query on screen again if its results are old."""
        self._use_cases = use_cases
        self.query = replace(self.query, language=use_cases.language)
        self.tasks.start("filters", use_cases.load_filters(), self._show_filters, self._ignore_failure)
        self._load_recent()
        if self.face is not Face.FIRST_USE:
            self.refresh()

    def detach(self) -> None:
        """Shows what it shows."""
        self._use_cases = None
        for name in ("search", "cached", "more", "filters", "recent"):
            self.tasks.forget(name)
        self.changed.emit()

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
        if query.category_id is None:
            self.category_name = ""
        self.query = query
        if is_new:
            self._begin()
        else:
            self.query_changed.emit()
            self.refresh()

    def set_filter(self, key: str, ticked: bool) -> None:
        """Tick or untick; values of one group exclude each other."""
        self.set_query(with_filter(self.query, key, ticked, rivals_of(self.sections, key)))

    def set_category(self, category_id: CategoryId | None, name: str) -> None:
        """Within a category."""
        self.category_name = name
        self.set_query(with_category(self.query, category_id))

    def set_price(self, low: Money | None, high: Money | None) -> None:
        """Between these, checked before."""
        if (low, high) != (self.query.price_from, self.query.price_to):
            self.set_query(replace(self.query, price_from=low, price_to=high))

    def set_sort(self, key: SortKey, descending: bool) -> None:
        """By the platform."""
        if self.offers.sorted_by is not None:
            self.offers.sort(-1)
        self.set_query(replace(self.query, sort=key, descending=descending))

    def remove(self, key: str) -> None:
        """One chip off."""
        self.set_query(without(self.query, key))

    def remove_all(self) -> None:
        """All chips off."""
        self.set_query(without_any(self.query))

    def refresh(self) -> None:
        """The first page again; what is shown stays until it is there."""
        if self._use_cases is None or self.face is Face.FIRST_USE:
            return
        if self.face in (Face.FAILED, Face.EMPTY):
            self.face = Face.LOADING
        query = self.query
        search = self._use_cases.search_offers(query)
        self.tasks.start("search", search, partial(self._show_fresh, query), partial(self._fail, query))
        self.changed.emit()

    def more(self) -> None:
        """The next page, unless it is on its way or there is none."""
        ready = self._use_cases is not None and self.has_more and not self.is_stale
        if not ready or self.is_fetching_more or self.is_refreshing or self._use_cases is None:
            return
        query = self.query
        search = self._use_cases.search_offers(query, self.page + 1)
        self.tasks.start("more", search, partial(self._show_more, query), self._fail_aside)
        self.changed.emit()

    def save(self, name: str) -> None:
        """Keep this query under a name."""
        if self._use_cases is not None:
            saved = Notice(self.tr("Saved the search “{0}”.").format(name), Severity.GOOD, cause="saved")
            save = self._use_cases.search_history.save(self.query, name)
            self.tasks.start("save", save, partial(self._say, saved))

    def _say(self, notice: Notice, _: object = None) -> None:
        self.noticed.emit(notice)

    def _begin(self) -> None:
        self.tasks.forget("more")
        self._second = None
        self.face, self.failure, self.is_stale = Face.LOADING, None, False
        self.total, self.page, self.has_more, self.skipped, self.fetched_at = 0, 0, False, 0, None
        self.query_changed.emit()
        if self._use_cases is None:
            self._fail(self.query, Unreachable("offline"))
            return
        query = self.query
        self.tasks.start(
            "cached",
            self._use_cases.search_offers.cached(query),
            partial(self._show_cached, query),
            self._ignore_failure,
        )
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

    def _show_fresh(self, query: SearchQuery, page: OfferPage) -> None:
        from datetime import UTC

        if query != self.query:
            return
        self.tasks.forget("cached")
        if self.is_stale or (self.face is Face.RESULTS and self.offers.rowCount()):
            self.offers.refresh(page.offers)
        else:
            self.offers.replace(page.offers)
        self.is_stale, self.failure = False, None
        self.face = Face.RESULTS if page.offers else Face.EMPTY
        self._note(page, datetime.now(UTC))
        self.reached.emit()
        self._load_recent()
        if self._second is not None:
            self._show_second(query, self._second)

    def _show_second(self, query: SearchQuery, page: OfferPage) -> None:
        """The second page, asked for together with the first; it waits until that is there."""
        if self.is_refreshing:
            self._second = page if query == self.query else None
        else:
            self._second = None
            if self.has_more and self.page == 1:
                self._show_more(query, page)

    def _show_more(self, query: SearchQuery, page: OfferPage) -> None:
        if query != self.query:
            return
        self.offers.append(page.offers)
        self.page, self.has_more = page.page, page.has_more and bool(page.offers)
        self.skipped += page.skipped
        self.changed.emit()
        self.page_added.emit()

    def _note(self, page: OfferPage, fetched_at: datetime) -> None:
        self.total = max(page.total, len(page.offers))
        self.page, self.has_more, self.skipped = page.page, page.has_more, page.skipped
        self.fetched_at = fetched_at
        self.changed.emit()
        self.page_added.emit()

    def _fail(self, query: SearchQuery, error: Exception) -> None:
        if query != self.query:
            return
        self.failure = notice_of(error)
        if self.face is Face.RESULTS:
            self.is_stale = True
            self.noticed.emit(self.failure)
        else:
            self.face = Face.FAILED
            if self.failure.is_offline:
                self.unreached.emit()
        self.changed.emit()

    def _fail_aside(self, error: Exception) -> None:
        self.noticed.emit(notice_of(error))
        self.changed.emit()

    def _ignore_failure(self, error: Exception) -> None:
        """What fills in by itself later may fail in silence: the search itself says what is wrong."""

    def _load_recent(self) -> None:
        if self._use_cases is not None:
            self.tasks.start("recent", self._use_cases.search_history.recent(), self._show_recent, self._ignore_failure)

    def _show_recent(self, recent: tuple[str, ...]) -> None:
        self.recent = recent
        self.recent_changed.emit()

    def _show_filters(self, sections: tuple[FilterSection, ...]) -> None:
        self.sections = sections
        self.names = filter_names(sections)
        self.filters_changed.emit()
