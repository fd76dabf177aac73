"""What can be done on any page, from whichever page is on show: for the palette, and as a sheet of keys by group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtGui import QKeySequence

from sourcing_app.ui.actions import Action
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.shell.page_stack import PageStack
from sourcing_app.ui.texts import tr


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one page, or of the window. keys: (as this system writes them, what they do)."""

    title: str
    keys: tuple[tuple[str, str], ...]


def actions_elsewhere(
    stack: PageStack, titles: Mapping[PageKey, str], go: Callable[[PageKey], object]
) -> tuple[Action, ...]:
    """The actions of the pages that are not on show: they go there first. Their chords work only there, so they have none."""
    found: list[Action] = []
    for key in stack.keys:
        page = stack.page(key)
        if page is not stack.currentWidget():
            for action in page.actions_of_page():
                run = partial(_go_and_run, go, key, action)
                found.append(replace(action, run=run, shortcut="", group=titles.get(key, "")))
    return tuple(found)


def _go_and_run(go: Callable[[PageKey], object], key: PageKey, action: Action) -> None:
    """What spends money is only pointed at: it was chosen without being in sight."""
    go(key)
    if action.there is not None:
        action.there()
    elif action.is_enabled:
        action.run()


def key_groups(stack: PageStack, titles: Mapping[PageKey, str], window: Iterable[Action]) -> tuple[KeyGroup, ...]:
    """The window's keys, then those of each page, the shortcuts of its actions before the keys inside it."""
    groups = [KeyGroup(tr("Everywhere"), _shortcuts(window))]
    for key in stack.keys:
        page = stack.page(key)
        inside = tuple((_native(each), words) for each, words in page.keys_of_page())
        keys = _shortcuts(page.actions_of_page()) + inside
        if keys:
            groups.append(KeyGroup(titles.get(key, key), keys))
    return tuple(groups)


def _shortcuts(actions: Iterable[Action]) -> tuple[tuple[str, str], ...]:
    return tuple((action.shortcut_text, action.title) for action in actions if action.shortcut)


def _native(keys: str) -> str:
    """Keys as this system writes them; words that are no key ("Ctrl+wheel") as they are."""
    written = QKeySequence(keys)
    known = not written.isEmpty() and not written.toString().endswith("+")
    return written.toString(QKeySequence.SequenceFormat.NativeText) if known else keys
