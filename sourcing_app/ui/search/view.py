"""The Search tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.ui.actions import Action
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.requests import FocusSearch, GoTo
from sourcing_app.ui.results.card_shape import cards_in
from sourcing_app.ui.results.filter_panel import FilterPanel
from sourcing_app.ui.results.query_edits import chips_of, price_range_text
from sourcing_app.ui.results.result_bar import QueryChip
from sourcing_app.ui.results.results_page import ResultsPage
from sourcing_app.ui.results.results_presenter import Face
from sourcing_app.ui.search.first_use import FirstUse
from sourcing_app.ui.search.presenter import SearchPresenter

if TYPE_CHECKING:
    from sourcing_app.domain.aged import Aged
    from sourcing_app.domain.offer import OfferPage
    from sourcing_app.ui.doors import UseCases

FOLD_BELOW = 1100


class SearchPage(ResultsPage):
    """Words, filters beside the results, and what was searched for before."""

    key = "search"
    presenter: SearchPresenter

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(SearchPresenter(), loader, parent)
        self.panel = FilterPanel(self.presenter.tasks)
        self.first_use = FirstUse()
        self._panel_wanted = True
        self._scroll_later: int | None = None
        self._scrolls: dict[SearchQuery, int] = {}
        self._scrolled_query = self.presenter.query
        self._lay_out(self.first_use, self.panel)
        self.setAccessibleName(self.tr("Search"))
        self._connect()
        self._show_query()
        self._show()

    def _connect(self) -> None:
        presenter, bar = self.presenter, self.bar
        presenter.query_changed.connect(self._show_query)
        presenter.filters_changed.connect(self._show_sections)
        presenter.recent_changed.connect(self._show_recent)
        self.panel.filter_set.connect(presenter.set_filter)
        self.panel.category_chosen.connect(presenter.set_category)
        self.panel.price_changed.connect(presenter.set_price)
        bar.chip_removed.connect(presenter.remove)
        bar.all_removed.connect(presenter.remove_all)
        bar.panel_toggled.connect(self._toggle_panel)
        bar.save_wanted.connect(self.save_search)
        self.results.state.second_acted.connect(self._focus_box)
        self.first_use.words_chosen.connect(self.search_words)
        self.first_use.focus_wanted.connect(self._focus_box)
        self.first_use.photo_wanted.connect(self._go_to_photo)

    def focus_first(self) -> None:
        """The results; the search box while there are none."""
        if self._is_working():
            self.results.focus_results()
        else:
            self._focus_box()

    def shown(self) -> None:
        """The tab was opened: its words are in the box again."""
        if self.presenter.query.keyword:
            self.words_changed.emit(self.presenter.query.keyword)

    def attach(self, use_cases: UseCases) -> None:
        """As in ui/page.py."""
        self.panel.categories.attach(use_cases.browse_categories)
        super().attach(use_cases)

    def detach(self) -> None:
        """As in ui/page.py."""
        self.panel.categories.detach()
        super().detach()

    def panes(self) -> tuple[QWidget, ...]:
        """For F6."""
        return (self.first_use.words, self.panel.price.low, self.bar.sort, self.results.list_view)

    def actions_of_page(self) -> tuple[Action, ...]:
        """For the palette."""
        save, clear = self.save_search, self.presenter.remove_all
        return (
            Action("search.save", self.tr("Save this search"), save, "Ctrl+S", "bookmark", self._has_results),
            *self.results_actions(),
            Action("search.filters", self.tr("Show or hide filters"), self.bar.filters.toggle, "Ctrl+B", "filter"),
            Action("search.clear", self.tr("Clear all filters"), clear, "Ctrl+Shift+Backspace", "close"),
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

    def go_to(self, what: object) -> None:
        """Back to a search, scrolled as it was."""
        if isinstance(what, SearchQuery) and what != self.presenter.query:
            scroll = self._scrolls.get(what)
            self.presenter.set_query(what)
            self._scroll_later = scroll

    def save_state(self, settings: QSettings) -> None:
        """Panel, grid or table, columns."""
        settings.setValue("search/panel", self._panel_wanted)
        super().save_state(settings)

    def restore_state(self, settings: QSettings) -> None:
        """As saved."""
        self._panel_wanted = bool(settings.value("search/panel", True, type=bool))
        super().restore_state(settings)
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

    def _show_empty(self) -> None:
        chips = self._chips()
        sentence = self.tr("Use fewer or other words, or search by a photo.")
        if chips:
            sentence = self.tr("No offer fits all of it. Take a filter off, or use fewer words.")
        self.results.state.show_state(
            "search", self.tr("Nothing found for “{0}”").format(self.presenter.query.keyword[:60] or self.presenter.category_name),
            sentence, action=self.tr("Clear all filters") if chips else self.tr("Search by photo"), second=self.tr("Other words"),
        )  # fmt: skip

    def _leave_empty(self) -> None:
        if self._chips():
            self.presenter.remove_all()
        else:
            self._go_to_photo()

    def _show_query(self) -> None:
        self._scrolls[self._scrolled_query] = self.results.scroll_position()
        self._scrolled_query, self._scroll_later = self.presenter.query, None
        self.bar.show_chips(self._chips())
        self.panel.show_query(self.presenter.query)
        if self.presenter.face is not Face.FIRST_USE or self.presenter.query.keyword:
            self.words_changed.emit(self.presenter.query.keyword)
            self.place_changed.emit()

    def _show_sections(self) -> None:
        self.panel.show_sections(self.presenter.sections)
        self.bar.show_chips(self._chips())
        self.panel.show_query(self.presenter.query)

    def history_changed(self) -> None:
        """A line was taken off the history elsewhere."""
        self.presenter.load_recent()

    def _show_recent(self) -> None:
        self.first_use.show_recent(self.presenter.recent)

    def _after_page(self) -> None:
        if self._scroll_later is not None:
            self.results.scroll_to_position(self._scroll_later)
            self._scroll_later = None
        super()._after_page()

    def _chips(self) -> tuple[QueryChip, ...]:
        return chips_of(self.presenter.query, self.presenter.names, self.presenter.category_name)

    def _focus_box(self) -> None:
        self.ask(FocusSearch())

    def _go_to_photo(self) -> None:
        self.ask(GoTo(PageKey.PHOTO))
