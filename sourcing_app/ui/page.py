"""What the window knows of a page: its tab, its number, and that it can be given use cases. Nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from sourcing_app.ui.actions import Action
    from sourcing_app.ui.doors import UseCases


class Page(Protocol):
    """A tab's contents; always a QWidget too.

    tab_changed: count or attention are to be asked again. noticed(Notice): for the bar under the tabs.
    """

    tab_changed: ClassVar[SignalInstance]
    noticed: ClassVar[SignalInstance]

    def count(self) -> int:
        """The number beside the tab's title; 0 shows none."""

    def attention(self) -> bool:
        """Whether something here waits for the person."""

    def focus_first(self) -> None:
        """The keyboard goes to where work begins."""

    def refresh(self) -> None:
        """F5."""

    def attach(self, use_cases: UseCases) -> None:
        """From now on it can work."""

    def detach(self) -> None:
        """Back to what is already on screen."""

    def actions_of_page(self) -> tuple[Action, ...]:
        """For the command palette and the shortcuts while this page is shown."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One tab. make: called once, when the tab is first shown (or at once for the first). key: "search", "cart", ..."""

    key: str
    title: str
    icon: str
    make: Callable[[], QWidget] = field(repr=False)


def try_again(part: QWidget, act: Callable[[], None]) -> None:
    """A person wants it tried again: through the window, which first sees to what is missing; at once where there is none."""
    through = getattr(part.window(), "try_again", None)
    if through is None:
        act()
    else:
        through(act)
