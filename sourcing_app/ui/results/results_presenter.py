"""What a page of offers found knows and does, wherever they come from: one query, its results page by page."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QObject, Signal

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.ui.notices import Notice, notice_of
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.domain.money import Money
    from sourcing_app.domain.offer import OfferPage, SortKey
    from sourcing_app.ui.doors import UseCases


class Face(Enum):
    """What the page shows."""

    FIRST_USE = "first use"
    LOADING = "loading"
    RESULTS = "results"
    EMPTY = "empty"
    FAILED = "failed"


class ResultsPresenter(QObject):
    """changed: anything that is shown; page_added: rows came; begun: other results are wanted; noticed(Notice).

    reached, unreached: the platform.

    A page of this kind says in ``_ask`` where its offers come from, and begins anew (``_begin_anew``, ``refresh``) when
    other ones are wanted.
    """

    changed = Signal()
    page_added = Signal()
    begun = Signal()
    noticed = Signal(object)
    reached = Signal()
    unreached = Signal()

    tells_age: ClassVar[bool] = True
    """Whether results count as old once a newer answer failed to come; without, they have no age at all."""
    awaited: ClassVar[tuple[str, ...]] = ("search", "more")
    """The tasks nobody waits for any more when there is no account."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = TaskScope(self)
        self.tasks.failed.connect(self._fail_aside)
        self.offers = OfferListModel(self)
        self.query = SearchQuery()
        self.face = Face.FIRST_USE
        self.failure: Notice | None = None
        self.total, self.page, self.has_more, self.skipped = 0, 0, False, 0
        self.fetched_at: datetime | None = None
        self.is_stale = False
        self._use_cases: UseCases | None = None

    @property
    def is_refreshing(self) -> bool:
        """Whether the first page is on its way."""
        return self.tasks.is_running("search")

    def attach(self, use_cases: UseCases) -> None:
        """Can ask from now on, in this language."""
        self._use_cases = use_cases
        self.query = replace(self.query, language=use_cases.preferences.offer_language)

    def detach(self) -> None:
        """Shows what it shows."""
        self._use_cases = None
        for name in self.awaited:
            self.tasks.forget(name)
        self.changed.emit()

    def refresh(self) -> None:
        """The first page again; what is shown stays until it is there."""
        if self._use_cases is None or self.face is Face.FIRST_USE:
            return
        if self.face is not Face.RESULTS:
            self.face = Face.LOADING
        query = self.query
        found = self._ask(self._use_cases, 1)
        self.tasks.start("search", found, partial(self._show_first, query), partial(self._fail_first, query))
        self.changed.emit()

    def more(self) -> None:
        """The next page, unless it is on its way or there is none."""
        is_asking = self.is_refreshing or self.tasks.is_running("more")
        if self._use_cases is None or not self.has_more or self.is_stale or is_asking:
            return
        found = self._ask(self._use_cases, self.page + 1)
        self.tasks.start("more", found, partial(self._show_more, self.query), self._fail_aside)
        self.changed.emit()

    def set_query(self, query: SearchQuery) -> None:
        """Search for this."""
        if query != self.query:
            self._forget_order()
            self.begun.emit()
        self.query = query
        self.refresh()

    def set_price(self, low: Money | None, high: Money | None) -> None:
        """Between these, checked before."""
        if (low, high) != (self.query.price_from, self.query.price_to):
            self.set_query(replace(self.query, price_from=low, price_to=high))

    def set_sort(self, key: SortKey, descending: bool) -> None:
        """By the platform; an order made here ends."""
        self._forget_order()
        self.set_query(replace(self.query, sort=key, descending=descending))

    def _ask(self, use_cases: UseCases, page: int) -> Coroutine[Any, Any, OfferPage]:
        """Where the offers come from: each page of this kind says it."""
        raise NotImplementedError

    def _forget_order(self) -> None:
        """What was sorted here was sorted for the results before."""
        if self.offers.sorting is not None:
            self.offers.order_by(None)

    def _begin_anew(self) -> None:
        """Other results are wanted: nothing that was known of the old ones counts, an order made here neither."""
        self.tasks.forget("more")
        self._forget_order()
        self.face, self.failure, self.is_stale = Face.LOADING, None, False
        self.total, self.page, self.has_more, self.skipped, self.fetched_at = 0, 0, False, 0, None

    def _show_first(self, query: SearchQuery, page: OfferPage) -> None:
        if query != self.query:
            return
        self._take_rows(page)
        self.is_stale, self.failure = False, None
        self.face = Face.RESULTS if page.offers else Face.EMPTY
        self._note(page, datetime.now(UTC) if self.tells_age else None)
        self.reached.emit()

    def _take_rows(self, page: OfferPage) -> None:
        """The first page's, in place of those before."""
        self.offers.replace(page.offers)

    def _note(self, page: OfferPage, fetched_at: datetime | None) -> None:
        self.total = max(page.total, len(page.offers))
        self.page, self.has_more, self.skipped = page.page, page.has_more, page.skipped
        self.fetched_at = fetched_at
        self.changed.emit()
        self.page_added.emit()

    def _show_more(self, query: SearchQuery, page: OfferPage) -> None:
        if query != self.query:
            return
        self.offers.append(page.offers)
        self.page, self.has_more = page.page, page.has_more and bool(page.offers)
        self.skipped += page.skipped
        self.changed.emit()
        self.page_added.emit()

    def _fail_first(self, query: SearchQuery, error: Exception) -> None:
        if query == self.query:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        """Instead of results; beside them where there are some. Where the age says that nothing answers, the bar need not."""
        self.failure = notice_of(error)
        has_results = self.face is Face.RESULTS
        if has_results:
            self.is_stale = self.tells_age
        else:
            self.face = Face.FAILED
        if self.failure.is_offline and (self.tells_age or not has_results):
            self.unreached.emit()
        elif has_results:
            self.noticed.emit(self.failure)
        self.changed.emit()

    def _fail_aside(self, error: Exception) -> None:
        self.noticed.emit(notice_of(error))
        self.changed.emit()

    def _ignore_failure(self, error: Exception) -> None:
        """What fills in by itself later may fail in silence: the search itself says what is wrong."""
