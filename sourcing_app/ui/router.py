"""Carries out what pages, search box and drops ask for, each request on the page it is for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar, assert_never

from PySide6.QtCore import QObject

from sourcing_app.ui.page import Page
from sourcing_app.ui.requests import (
    CartChanged,
    ChoosePhoto,
    ComparedChanged,
    FocusSearch,
    GoBack,
    GoTo,
    HistoryChanged,
    OpenOffer,
    OpenSettings,
    OrdersChanged,
    Paste,
    PayOrders,
    Request,
    RunSavedSearch,
    SearchPhotos,
    SearchPicture,
    SearchWords,
    ShowOrder,
    ToggleCompared,
)

if TYPE_CHECKING:
    from sourcing_app.domain.ids import OfferId
    from sourcing_app.ui.page import PageEntry
    from sourcing_app.ui.page_key import PageKey
    from sourcing_app.ui.pages import Pages
    from sourcing_app.ui.shell.page_stack import PageStack

P = TypeVar("P", bound=Page)


class RoutedWindow(Protocol):
    """What the window itself is asked for."""

    def show_page(self, key: PageKey) -> None: ...
    def focus_page(self) -> None: ...
    def focus_search(self) -> None: ...
    def go_back(self) -> None: ...
    def paste(self) -> None: ...
    def open_settings(self, section: str) -> None: ...


class Router(QObject):
    """One for the window. It alone knows which page a request is for."""

    def __init__(self, window: RoutedWindow, pages: Pages, stack: PageStack, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._pages, self._stack = window, pages, stack
        self._compared: frozenset[OfferId] = frozenset()

    def welcome(self, page: Page) -> None:
        """Carry out what this page asks for from now on. It learns what is compared already."""
        page.request.connect(partial(self.carry_out, speaker=page))
        page.show_compared(self._compared)

    def carry_out(self, request: Request, speaker: Page | None = None) -> None:  # noqa: C901 (one case a request)
        """Do it. speaker: the page that asks, which need not be told its own news; None for the window."""
        pages, window = self._pages, self._window
        match request:
            case GoTo(page):
                window.show_page(page)
            case GoBack():
                window.go_back()
            case FocusSearch():
                window.focus_search()
            case Paste():
                window.paste()
            case OpenSettings(section):
                window.open_settings(section)
            case SearchWords(words):
                self._show(pages.search).search_words(words)
                window.focus_page()
            case RunSavedSearch(query):
                self._show(pages.search).search_query(query)
            case SearchPicture(source):
                self._show(pages.photo).search_picture(source)
            case SearchPhotos(paths):
                self._show(pages.photo).search_photos(paths)
            case ChoosePhoto():
                self._show(pages.photo).choose_file()
            case OpenOffer(offer_id, behind):
                self._open_offer(offer_id, behind)
            case ShowOrder(order_id):
                self._show(pages.orders).show_order(order_id)
            case PayOrders(order_ids, approved):
                self._show(pages.orders).pay_orders(order_ids, approved)
            case ToggleCompared(picks):
                self._stack.page(pages.compare).toggle(picks)
            case ComparedChanged(offer_ids):
                self._show_compared(offer_ids)
            case CartChanged():
                for other in self._others(speaker):
                    other.cart_changed()
            case OrdersChanged():
                for other in self._others(speaker):
                    other.orders_changed()
            case HistoryChanged():
                for other in self._others(speaker):
                    other.history_changed()
            case _:
                assert_never(request)

    def _show(self, entry: PageEntry[P]) -> P:
        self._window.show_page(entry.key)
        return self._stack.page(entry)

    def _open_offer(self, offer_id: OfferId, behind: bool) -> None:
        self._stack.page(self._pages.offer).open_offer(offer_id, behind)
        if not behind:
            self._show(self._pages.offer)
            self._window.focus_page()

    def _show_compared(self, offer_ids: frozenset[OfferId]) -> None:
        self._compared = offer_ids
        for page in self._others(None):
            page.show_compared(offer_ids)

    def _others(self, speaker: Page | None) -> tuple[Page, ...]:
        """The pages that exist, but for this one."""
        return tuple(page for _, page in self._stack.made_pages() if page is not speaker)
