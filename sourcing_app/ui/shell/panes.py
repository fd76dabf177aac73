"""Walking through the parts of the window by F6."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_OF_THE_WINDOW = 2
"""The search box and the tab, which come before the panes of the page."""


def step_on(panes: Sequence[QWidget]) -> bool:
    """Move the keyboard to the pane after the one that has it, round and round.

    panes: those of the window, then those of the page; what is hidden or disabled of a page is passed over. True where the
    page has none at the moment and its turn has come: the page itself knows where its work begins.
    """
    usable = [
        *panes[:_OF_THE_WINDOW],
        *(pane for pane in panes[_OF_THE_WINDOW:] if pane.isVisible() and pane.isEnabled()),
    ]
    at = next((index for index, pane in enumerate(usable) if has_focus(pane)), -1)
    usable[(at + 1) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)
    return len(usable) == _OF_THE_WINDOW and at + 1 == _OF_THE_WINDOW - 1


def has_focus(pane: QWidget) -> bool:
    """Whether the keyboard of its window is in it."""
    focused = pane.window().focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
