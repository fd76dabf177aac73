"""The pages behind the tabs, each made when it is first needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar, overload

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sourcing_app.ui.page import Page, PageEntry
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

P = TypeVar("P", bound=Page)


class PageStack(QStackedWidget):
    """made(PageKey): a page exists now and can be wired."""

    made = Signal(object)

    def __init__(self, entries: Iterable[PageEntry[Page]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[PageKey, Page] = {}
        self._use_cases: UseCases | None = None

    @property
    def keys(self) -> tuple[PageKey, ...]:
        """In the order of the tabs."""
        return tuple(self._entries)

    @property
    def current(self) -> Page | None:
        """The page on show; None before the first."""
        key = self.current_key()
        return self._pages[key] if key is not None else None

    @overload
    def page(self, wanted: PageEntry[P]) -> P: ...
    @overload
    def page(self, wanted: PageKey) -> Page: ...
    def page(self, wanted: PageEntry[P] | PageKey) -> Page:
        """The page of this entry or key, made if need be."""
        key = wanted.key if isinstance(wanted, PageEntry) else wanted
        page = self._pages.get(key)
        if page is None:
            page = self._entries[key].make()
            self._pages[key] = page
            self.addWidget(page)
            self.made.emit(key)
            if self._use_cases is not None:
                page.attach(self._use_cases)
        return page

    def made_pages(self) -> Iterator[tuple[PageKey, Page]]:
        """Those that exist."""
        yield from tuple(self._pages.items())

    def current_key(self) -> PageKey | None:
        """Of the page on show; None before the first."""
        return next((key for key, page in self._pages.items() if page is self.currentWidget()), None)

    def attach(self, use_cases: UseCases) -> None:
        """To all that exist, and to each that will."""
        self._use_cases = use_cases
        for _, page in self.made_pages():
            page.attach(use_cases)

    def detach(self) -> None:
        """From all."""
        self._use_cases = None
        for _, page in self.made_pages():
            page.detach()

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """Of all pages that exist."""
        return tuple(scope for _, page in self.made_pages() for scope in page.task_scopes())
