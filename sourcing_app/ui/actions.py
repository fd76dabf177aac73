"""Every act a person can call by name: for the command palette, menus, tooltips and the check that no two share a shortcut."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True)
class Action:
    """One act. key: its name for code and tests ("search.focus"); title: its name for people; shortcut: portable text
    ("Ctrl+L"), "" for none; run: does it; enabled: whether it can be done now; group: the page it belongs to, "" for the one
    on show and the window; there: done in place of it when it is chosen from another page (what spends money is only
    pointed at), None for the same.
    """

    key: str
    title: str
    run: Callable[[], object] = field(repr=False, compare=False)
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[], bool] | None = field(default=None, repr=False, compare=False)
    group: str = ""
    there: Callable[[], object] | None = field(default=None, repr=False, compare=False)

    @property
    def is_enabled(self) -> bool:
        """Whether it can be done now."""
        return self.enabled is None or self.enabled()

    @property
    def shortcut_text(self) -> str:
        """As this system writes it."""
        return QKeySequence(self.shortcut).toString(QKeySequence.SequenceFormat.NativeText) if self.shortcut else ""


def shared_shortcuts(actions: Iterable[Action]) -> dict[str, tuple[str, ...]]:
    """Shortcuts that more than one action claims, with their keys. Empty is right."""
    claimed: dict[str, list[str]] = {}
    for action in actions:
        if action.shortcut:
            claimed.setdefault(QKeySequence(action.shortcut).toString(), []).append(action.key)
    return {shortcut: tuple(keys) for shortcut, keys in claimed.items() if len(set(keys)) > 1}
