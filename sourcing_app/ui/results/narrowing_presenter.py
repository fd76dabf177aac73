"""Results that can be narrowed by category, filters and price, one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.ui.results.query_edits import (
    filter_names,
    rivals_of,
    with_category,
    with_filter,
    without,
    without_any,
)
from sourcing_app.ui.results.results_presenter import ResultsPresenter

if TYPE_CHECKING:
    from sourcing_app.domain.ids import CategoryId
    from sourcing_app.domain.offer import FilterSection
    from sourcing_app.ui.doors import UseCases


class NarrowingPresenter(ResultsPresenter):
    """filters_changed: the sections came. names: of filters by their keys."""

    filters_changed = Signal()

    awaited = (*ResultsPresenter.awaited, "filters")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: tuple[FilterSection, ...] = ()
        self.names: dict[str, str] = {}
        self.category_name = ""

    def attach(self, use_cases: UseCases) -> None:
        """As any such page; the filters that there are come from the platform."""
        super().attach(use_cases)
        self.tasks.start("filters", use_cases.load_filters(), self._show_filters, self._ignore_failure)

    def set_query(self, query: SearchQuery) -> None:
        """Search for this."""
        self._forget_category_of(query)
        super().set_query(query)

    def set_filter(self, key: str, ticked: bool) -> None:
        """Tick or untick; values of one group exclude each other."""
        self.set_query(with_filter(self.query, key, ticked, rivals_of(self.sections, key)))

    def set_category(self, category_id: CategoryId | None, name: str) -> None:
        """Within a category."""
        self.category_name = name
        self.set_query(with_category(self.query, category_id))

    def set_words(self, words: str) -> None:
        """And these words."""
        if words != self.query.keyword:
            self.set_query(replace(self.query, keyword=words))

    def remove(self, key: str) -> None:
        """One chip off."""
        self.set_query(without(self.query, key))

    def remove_all(self) -> None:
        """All chips off."""
        self.set_query(without_any(self.query))

    def _forget_category_of(self, query: SearchQuery) -> None:
        if query.category_id is None:
            self.category_name = ""

    def _show_filters(self, sections: tuple[FilterSection, ...]) -> None:
        self.sections = sections
        self.names = filter_names(sections)
        self.filters_changed.emit()
