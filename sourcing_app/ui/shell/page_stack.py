"""The pages behind the tabs, each made when it is first needed, and the wiring of what every page may say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sourcing_app.ui.page import Page, PageEntry
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases


class PageStack(QStackedWidget):
    """made(key): a page exists now and can be wired."""

    made = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, QWidget] = {}
        self._use_cases: UseCases | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """In the order of the tabs."""
        return tuple(self._entries)

    def page(self, key: str) -> QWidget:
        """The page, made if need be. Raises KeyError for a tab there is not."""
        page = self._pages.get(key)
        if page is None:
            page = self._entries[key].make()
            self._pages[key] = page
            self.addWidget(page)
            self.made.emit(key)
            if self._use_cases is not None:
                as_page(page).attach(self._use_cases)
        return page

    def made_pages(self) -> Iterator[tuple[str, QWidget]]:
        """Those that exist."""
        yield from tuple(self._pages.items())

    def current_key(self) -> str:
        """Of the page on show; "" before the first."""
        return next((key for key, page in self._pages.items() if page is self.currentWidget()), "")

    def attach(self, use_cases: UseCases) -> None:
        """To all that exist, and to each that will."""
        self._use_cases = use_cases
        for _, page in self.made_pages():
            as_page(page).attach(use_cases)

    def detach(self) -> None:
        """From all."""
        self._use_cases = None
        for _, page in self.made_pages():
            as_page(page).detach()

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """Of all pages that tell theirs."""
        return tuple(scope for _, page in self.made_pages() for scope in offered(page, "task_scopes", tuple)())

    def tell_others(self, speaker: QWidget, verb: str) -> None:
        """Call this on every other page that has it."""
        for _, page in self.made_pages():
            if page is not speaker:
                offered(page, verb, _nothing)()


def as_page(widget: QWidget) -> Page:
    """A page's widget, seen as the page it is."""
    return cast(Page, widget)


def offered(page: QWidget, verb: str, otherwise: Callable[..., Any]) -> Callable[..., Any]:
    """A method that pages may have, or what to call instead."""
    return cast("Callable[..., Any]", getattr(page, verb, otherwise))


def connect_offered(page: QWidget, signal: str, slot: Callable[..., object]) -> None:
    """Connect a signal that pages may have."""
    found = getattr(page, signal, None)
    if found is not None:
        found.connect(slot)


def _nothing() -> None:
    return None
