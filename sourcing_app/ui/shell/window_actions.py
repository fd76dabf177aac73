"""The acts that belong to the window itself, with their shortcuts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from sourcing_app.ui.actions import Action
from sourcing_app.ui.page import Page, PageEntry
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import Theme, ThemeMode


class ActingWindow(Protocol):
    """What the acts call."""

    def focus_search(self) -> None: ...
    def open_palette(self) -> None: ...
    def open_keys(self) -> None: ...
    def open_photo(self) -> None: ...
    def paste(self) -> None: ...
    def ask_hosts_again(self) -> None: ...
    def go_back(self) -> None: ...
    def go_forward(self) -> None: ...
    def refresh(self) -> None: ...
    def next_pane(self) -> None: ...
    def go_to_page(self, key: PageKey) -> None: ...
    def close(self) -> bool: ...
    @property
    def header(self) -> HasSettings: ...


class HasSettings(Protocol):
    """The header, as far as it is needed here."""

    @property
    def settings_wanted(self) -> Emits: ...


class Emits(Protocol):
    """A bound signal."""

    def emit(self) -> None: ...


def window_actions(window: ActingWindow, pages: Sequence[PageEntry[Page]]) -> tuple[Action, ...]:
    """All of them; tabs get Ctrl+1 to Ctrl+9."""
    tabs = tuple(
        Action(
            f"page.{page.key}",
            tr("Go to {0}").format(page.title),
            partial(window.go_to_page, page.key),
            f"Ctrl+{at}",
            page.icon,
        )
        for at, page in enumerate(pages[:9], 1)
    )
    return (
        Action("search.focus", tr("Search 1688"), window.focus_search, "Ctrl+L", "search"),
        Action("search.find", tr("Search again"), window.focus_search, "Ctrl+F", "search"),
        Action("photo.choose", tr("Search by a photo file"), window.open_photo, "Ctrl+O", "camera"),
        Action("photo.paste", tr("Search by what is on the clipboard"), window.paste, "Ctrl+V", "image"),
        Action(
            "photo.ask_again",
            tr("Ask again before pictures of other hosts are got"),
            window.ask_hosts_again,
            "",
            "globe",
        ),
        *tabs,
        Action("go.back", tr("Back"), window.go_back, "Alt+Left", "arrow-left"),
        Action("go.forward", tr("Forward"), window.go_forward, "Alt+Right", "arrow-right"),
        Action("view.refresh", tr("Refresh"), window.refresh, "F5", "refresh"),
        Action("view.pane", tr("Next pane"), window.next_pane, "F6", "panel"),
        Action("settings.open", tr("Settings"), window.header.settings_wanted.emit, "Ctrl+,", "settings"),
        Action("palette.open", tr("All actions"), window.open_palette, "Ctrl+K", "command"),
        Action("palette.help", tr("Keyboard shortcuts"), window.open_keys, "F1", "command"),
        Action("window.close", tr("Quit"), window.close, "Ctrl+Q", "close"),
    )


def theme_actions(theme: Theme | None) -> tuple[Action, ...]:
    """Light, dark, as the system has it."""
    if theme is None:
        return ()
    names = ((ThemeMode.SYSTEM, tr("Theme: as the system"), "settings"), (ThemeMode.LIGHT, tr("Theme: light"), "sun"),
             (ThemeMode.DARK, tr("Theme: dark"), "moon"))  # fmt: skip
    return tuple(
        Action(f"theme.{mode.value}", title, partial(theme.set_mode, mode), "", icon) for mode, title, icon in names
    )
