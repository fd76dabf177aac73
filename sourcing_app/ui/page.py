"""What a page is to the window: hooks that do nothing unless a page overrides them, and one signal to ask for more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.notices import Step
from sourcing_app.ui.page_key import PageKey

if TYPE_CHECKING:
    from sourcing_app.domain.ids import OfferId
    from sourcing_app.ui.actions import Action
    from sourcing_app.ui.doors import UseCases
    from sourcing_app.ui.requests import Request
    from sourcing_app.ui.tasks import TaskScope

P_co = TypeVar("P_co", bound="Page", covariant=True)


class Page(QWidget):
    """A tab's contents.

    request(Request): something beyond this page is wanted; sent by ``ask``, which takes nothing else.
    tab_changed: count or attention are to be asked again. place_changed: another place to come back to is shown.
    noticed(Notice): for the bar under the tabs; notice_withdrawn(cause): it is no longer true.
    words_changed(words): for the search box. fresh(sentence, datetime): for the status line.
    reached, unreached: the platform answered, or did not.
    """

    request = Signal(object)
    tab_changed = Signal()
    place_changed = Signal()
    noticed = Signal(object)
    notice_withdrawn = Signal(str)
    words_changed = Signal(str)
    fresh = Signal(str, object)
    reached = Signal()
    unreached = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.try_again: Callable[[Callable[[], None]], None] = _at_once
        """Does what a person wants tried again. The window sees first to what is missing; a page by itself does it at once."""

    def ask(self, request: Request) -> None:
        """Ask the window for something beyond this page."""
        self.request.emit(request)

    # --- the tab ----------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """The number beside the tab's title; 0 shows none."""
        return 0

    def attention(self) -> bool:
        """Whether something here waits for the person."""
        return False

    def shown(self) -> None:
        """The tab was opened."""

    def place(self) -> object:
        """What is shown, to come back to it later (Alt+Left); None for the page as such."""
        return None

    def go_to(self, what: object) -> None:
        """Show again what ``place`` returned."""

    # --- the account ------------------------------------------------------------------------------------------------

    def attach(self, use_cases: UseCases) -> None:
        """Work with this account from now on."""

    def detach(self) -> None:
        """Ask nothing more; what is on screen stays."""

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """The tasks that have to end before the window is gone."""
        return ()

    # --- acts -------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read what is shown again from the platform (F5)."""

    def focus_first(self) -> None:
        """Move the keyboard to where work begins."""

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 walks through."""
        return ()

    def actions_of_page(self) -> tuple[Action, ...]:
        """For the command palette, and the shortcuts while this page is shown."""
        return ()

    def keys_of_page(self) -> tuple[tuple[str, str], ...]:
        """For the sheet of keys: keys inside the page that are no action, and what they do."""
        return ()

    def notice_acted(self, step: Step) -> None:
        """A button of a notice of this page was pressed."""
        if step is Step.RETRY:
            self.refresh()

    # --- news of other pages ----------------------------------------------------------------------------------------

    def show_compared(self, offer_ids: frozenset[OfferId]) -> None:
        """These offers, and no others, are being compared."""

    def cart_changed(self) -> None:
        """Another page has written to the cart."""

    def orders_changed(self) -> None:
        """Another page has ordered, or found out what became of an order."""

    def history_changed(self) -> None:
        """A search was taken off the history."""

    # --- from run to run --------------------------------------------------------------------------------------------

    def restore_state(self, settings: QSettings) -> None:
        """Look as at the end of the last run."""

    def save_state(self, settings: QSettings) -> None:
        """Keep for the next start how the page looks."""


@dataclass(frozen=True, slots=True)
class PageEntry(Generic[P_co]):
    """One tab, and the way to its page with the page's own type. make: called once, when the page is first needed."""

    key: PageKey
    title: str
    icon: str
    make: Callable[[], P_co] = field(repr=False)


def _at_once(act: Callable[[], None]) -> None:
    act()
