"""The Search tab."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.ui.actions import Action
from sourcing_app.ui.format import age_text, ago_text, clock_text, exact_count
from sourcing_app.ui.notices import ACCOUNT_STEPS, Notice
from sourcing_app.ui.page import try_again
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.card_delegate import cards_in
from sourcing_app.ui.results.result_bar import QueryChip, ResultBar
from sourcing_app.ui.results.results_presenter import Face
from sourcing_app.ui.results.results_view import ResultsView
from sourcing_app.ui.results.sorting import SORTS
from sourcing_app.ui.search.filter_panel import FilterPanel
from sourcing_app.ui.search.first_use import FirstUse
from sourcing_app.ui.search.presenter import SearchPresenter
from sourcing_app.ui.search.query_edits import chips_of, price_range_text
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.widgets.state_panel import AgeBar
from sourcing_app.ui.widgets.surface import column, row

if TYPE_CHECKING:
    from sourcing_app.domain.aged import Aged
    from sourcing_app.domain.offer import OfferPage
    from sourcing_app.ui.doors import UseCases

FOLD_BELOW = 1100


class SearchPage(QWidget):
    """A page as in ui/page.py."""

    tab_changed = Signal()
    noticed = Signal(object)
    offer_requested = Signal(str, bool)
    photo_requested = Signal(object)
    navigate = Signal(str)
    place_changed = Signal()
    words_changed = Signal(str)
    fresh = Signal(str)
    reached = Signal()
    unreached = Signal()
    settings_requested = Signal()

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = SearchPresenter(self)
        self.loader = loader
        self.panel = FilterPanel(self.presenter.tasks)
        self.bar = ResultBar()
        self.age = AgeBar()
        self.results = ResultsView(self.presenter.offers, loader)
        self.first_use = FirstUse()
        self._faces = QStackedWidget()
        self._panel_wanted = True
        self._scroll_later: int | None = None
        self._scrolls: dict[SearchQuery, int] = {}
        self._scrolled_query = self.presenter.query
        self._lay_out()
        self._connect()
        self._ageing = QTimer(self, interval=30_000)
        self._ageing.timeout.connect(self._show_summary)
        self._ageing.start()
        self._show_query()
        self._show()

    def _lay_out(self) -> None:
        right = column(spacing=0)
        right.addWidget(self.bar)
        right.addWidget(self.age)
        right.addWidget(self.results, 1)
        working = QWidget()
        box = row(working, spacing=0)
        box.addWidget(self.panel)
        box.addLayout(right, 1)
        self._faces.addWidget(self.first_use)
        self._faces.addWidget(working)
        column(self).addWidget(self._faces)
        self.setAccessibleName(self.tr("Search"))

    def _connect(self) -> None:
        presenter, results = self.presenter, self.results
        presenter.changed.connect(self._show)
        presenter.query_changed.connect(self._show_query)
        presenter.filters_changed.connect(self._show_sections)
        presenter.recent_changed.connect(self._show_recent)
        presenter.page_added.connect(self._after_page)
        presenter.noticed.connect(self.noticed)
        presenter.reached.connect(self.reached)
        presenter.unreached.connect(self.unreached)
        self.panel.filter_set.connect(presenter.set_filter)
        self.panel.category_chosen.connect(presenter.set_category)
        self.panel.price_changed.connect(presenter.set_price)
        self.bar.chip_removed.connect(presenter.remove)
        self.bar.all_removed.connect(presenter.remove_all)
        self.bar.sort_chosen.connect(self._choose_sort)
        self.bar.table_chosen.connect(results.show_as_table)
        self.bar.panel_toggled.connect(self._toggle_panel)
        self.bar.save_wanted.connect(self.save_search)
        results.as_table_changed.connect(self.bar.show_as_table)
        results.offer_requested.connect(self.offer_requested)
        results.photo_requested.connect(self.photo_requested)
        results.more_wanted.connect(presenter.more)
        results.noticed.connect(self.noticed)
        results.sort_chosen.connect(self._show_sort)
        results.state.acted.connect(self._act)
        results.state.second_acted.connect(self._act_second)
        self.age.acted.connect(partial(try_again, self, presenter.refresh))
        self.first_use.words_chosen.connect(self.search_words)
        self.first_use.focus_wanted.connect(self._focus_box)
        self.first_use.photo_wanted.connect(self._go_to_photo)

    def count(self) -> int:
        """No number on this tab."""
        return 0

    def attention(self) -> bool:
        """Never."""
        return False

    def focus_first(self) -> None:
        """The results; the search box while there are none."""
        if self._faces.currentIndex() == 1:
            self.results.focus_results()
        else:
            self._focus_box()

    def shown(self) -> None:
        """The tab was opened: its words are in the box again."""
        if self.presenter.query.keyword:
            self.words_changed.emit(self.presenter.query.keyword)

    def refresh(self) -> None:
        """F5."""
        self.loader.retry_failed()
        self.presenter.refresh()

    def attach(self, use_cases: UseCases) -> None:
        """As in ui/page.py."""
        self.results.show_rate(use_cases.rate)
        self.panel.categories.attach(use_cases.browse_categories)
        self.presenter.attach(use_cases)

    def detach(self) -> None:
        """As in ui/page.py."""
        self.panel.categories.detach()
        self.presenter.detach()

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """To be waited for."""
        return (self.presenter.tasks,)

    def panes(self) -> tuple[QWidget, ...]:
        """For F6."""
        return (self.first_use.words, self.panel.price.low, self.bar.sort, self.results.list_view)

    def actions_of_page(self) -> tuple[Action, ...]:
        """For the palette."""
        results = self.results
        has_results = self._has_results
        return (
            Action("search.save", self.tr("Save this search"), self.save_search, "Ctrl+S", "bookmark", has_results),
            Action("search.cards", self.tr("Results as cards"), self._show_cards, "Ctrl+Shift+1", "grid", has_results),
            Action(
                "search.table", self.tr("Results as a table"), self._show_table, "Ctrl+Shift+2", "table", has_results
            ),
            Action("search.filters", self.tr("Show or hide filters"), self.bar.filters.toggle, "Ctrl+B", "filter"),
            Action(
                "search.clear", self.tr("Clear all filters"), self.presenter.remove_all, "Ctrl+Shift+Backspace", "close"
            ),
            Action("search.chinese", self.tr("Show Chinese titles"), self.toggle_chinese, "F4", "globe", has_results),
            Action("search.copy", self.tr("Copy rows"), results.copy_rows, "", "copy", has_results),
        )

    def search_words(self, words: str) -> None:
        """From the omnibox."""
        self.presenter.search_words(words)

    def search_query(self, query: SearchQuery) -> None:
        """A saved search."""
        self.presenter.set_query(query)

    def show_snapshot(self, query: SearchQuery, results: Aged[OfferPage]) -> None:
        """Before anything is loaded: what was on screen last time."""
        self.presenter.show_snapshot(query, results)

    def toggle_chinese(self) -> None:
        """F4."""
        self.presenter.offers.show_chinese(not self.presenter.offers.chinese)

    def save_search(self) -> None:
        """Under its own words."""
        query = self.presenter.query
        parts = [query.keyword or self.presenter.category_name]
        if query.price_from is not None or query.price_to is not None:
            parts.append(price_range_text(query.price_from, query.price_to))
        parts += [self.presenter.names.get(key, key) for key in query.filters]
        self.presenter.save(" · ".join(part for part in parts if part))

    def place(self) -> SearchQuery | None:
        """For back and forward."""
        return None if self.presenter.face is Face.FIRST_USE else self.presenter.query

    def go_to(self, what: SearchQuery) -> None:
        """Back to a search, scrolled as it was."""
        if what != self.presenter.query:
            scroll = self._scrolls.get(what)
            self.presenter.set_query(what)
            self._scroll_later = scroll

    def save_state(self, settings: QSettings) -> None:
        """Panel, grid or table, columns."""
        settings.setValue("search/panel", self._panel_wanted)
        self.results.save_state(settings, "search")

    def restore_state(self, settings: QSettings) -> None:
        """As saved."""
        self._panel_wanted = bool(settings.value("search/panel", True, type=bool))
        self.results.restore_state(settings, "search")
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.presenter.room = cards_in(event.size())
        if event.oldSize().width() != event.size().width():
            self._fold()

    def _fold(self) -> None:
        shown = self._panel_wanted and self.width() >= FOLD_BELOW
        self.panel.setVisible(shown)
        self.bar.filters.blockSignals(True)
        self.bar.filters.setChecked(shown)
        self.bar.filters.blockSignals(False)

    def _toggle_panel(self, shown: bool) -> None:
        self._panel_wanted = shown
        self.panel.setVisible(shown)

    def _show(self) -> None:
        presenter, results = self.presenter, self.results
        self._faces.setCurrentIndex(0 if presenter.face is Face.FIRST_USE else 1)
        if presenter.face is Face.LOADING:
            results.show_loading()
        elif presenter.face is Face.RESULTS:
            results.show_list()
        elif presenter.face is Face.EMPTY:
            self._show_empty()
        elif presenter.face is Face.FAILED and presenter.failure is not None:
            failure = presenter.failure
            title = self.tr("No connection") if failure.is_offline else self.tr("This search did not work")
            icon_name = "offline" if failure.is_offline else "error"
            details = "\n".join(part for part in (failure.theirs, failure.details) if part)
            results.state.show_state(
                icon_name, title, failure.sentence, action=self._way_on(failure), details=details, role="warning"
            )
            results.show_state()
        self._show_age()
        self._show_summary()
        self._show_sort()

    def _show_empty(self) -> None:
        chips = self._chips()
        sentence = self.tr("Use fewer or other words, or search by a photo.")
        if chips:
            sentence = self.tr("No offer fits all of it. Take a filter off, or use fewer words.")
        self.results.state.show_state(
            "search", self.tr("Nothing found for “{0}”").format(self.presenter.query.keyword[:60] or self.presenter.category_name),
            sentence, action=self.tr("Clear all filters") if chips else self.tr("Search by photo"), second=self.tr("Other words"),
        )  # fmt: skip
        self.results.show_state()

    def _show_age(self) -> None:
        presenter = self.presenter
        if presenter.face is not Face.RESULTS or not presenter.is_stale or presenter.fetched_at is None:
            self.age.show_age("")
            return
        age = ago_text(presenter.fetched_at, datetime.now(UTC))
        if presenter.is_refreshing:
            self.age.show_age(self.tr("As of {0}; looking again…").format(age))
        elif presenter.failure is not None:
            text = self.tr("As of {0}. {1}").format(age, presenter.failure.sentence)
            self.age.show_age(text, icon_name="offline", role="warning", action=self.tr("Try again"))
        else:
            self.age.show_age(self.tr("As of {0}").format(age))

    def _show_summary(self) -> None:
        presenter = self.presenter
        parts = []
        if presenter.face is Face.RESULTS:
            parts.append(self.tr("{0} results", "", presenter.total).format(exact_count(presenter.total)))
            if presenter.skipped:
                parts.append(self.tr("{0} unreadable").format(presenter.skipped))
            if presenter.fetched_at is not None:
                parts.append(age_text(presenter.fetched_at, datetime.now(UTC)))
                if not presenter.is_stale:
                    self.fresh.emit(self.tr("up to date {0}").format(clock_text(presenter.fetched_at)))
        self.bar.summary.setText(" · ".join(parts))
        loaded = self.tr("{0} loaded").format(exact_count(presenter.offers.rowCount()))
        end = "" if presenter.has_more else self.tr("; that is all")
        self.bar.summary.setToolTip(f"{loaded}{end}")

    def _show_query(self) -> None:
        self._scrolls[self._scrolled_query] = self.results.scroll_position()
        self._scrolled_query, self._scroll_later = self.presenter.query, None
        self.bar.show_chips(self._chips())
        self.panel.show_query(self.presenter.query)
        if self.presenter.face is not Face.FIRST_USE or self.presenter.query.keyword:
            self.words_changed.emit(self.presenter.query.keyword)
            self.place_changed.emit()

    def _show_sort(self) -> None:
        sorted_by = self.presenter.offers.sorted_by
        here = self.presenter.offers.columns[sorted_by[0]].heading() if sorted_by is not None else ""
        self.bar.show_sort(self.presenter.query, here)

    def _show_sections(self) -> None:
        self.panel.show_sections(self.presenter.sections)
        self._show_query_chips()

    def _show_query_chips(self) -> None:
        self.bar.show_chips(self._chips())
        self.panel.show_query(self.presenter.query)

    def _show_recent(self) -> None:
        self.first_use.show_recent(self.presenter.recent)

    def _after_page(self) -> None:
        if self._scroll_later is not None:
            self.results.scroll_to_position(self._scroll_later)
            self._scroll_later = None
        self.results.after_rows()

    def _chips(self) -> tuple[QueryChip, ...]:
        return chips_of(self.presenter.query, self.presenter.names, self.presenter.category_name)

    def _choose_sort(self, at: int) -> None:
        if at < len(SORTS):
            self.presenter.set_sort(*SORTS[at])

    def _way_on(self, failure: Notice) -> str:
        return failure.step_label if failure.step in ACCOUNT_STEPS else self.tr("Try again")

    def _act(self) -> None:
        failure = self.presenter.failure
        if failure is not None and failure.step in ACCOUNT_STEPS and self.presenter.face is Face.FAILED:
            self.settings_requested.emit()
        elif self.presenter.face is Face.FAILED:
            try_again(self, self.presenter.refresh)
        elif self._chips():
            self.presenter.remove_all()
        else:
            self._go_to_photo()

    def _act_second(self) -> None:
        self._focus_box()

    def _focus_box(self) -> None:
        window = self.window()
        focus = getattr(window, "focus_search", None)
        if focus is not None:
            focus()

    def _go_to_photo(self) -> None:
        self.navigate.emit("photo")

    def _show_cards(self) -> None:
        self.results.show_as_table(False)

    def _show_table(self) -> None:
        self.results.show_as_table(True)

    def _has_results(self) -> bool:
        return self.presenter.face is Face.RESULTS
