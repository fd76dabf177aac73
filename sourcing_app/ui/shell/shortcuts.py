"""Makes the shortcuts of actions work."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.actions import Action


def install_shortcuts(actions: Iterable[Action], owner: QWidget, context: Qt.ShortcutContext) -> None:
    """Where it has the keyboard, ``owner`` runs each enabled action by its shortcut."""
    for action in actions:
        if action.shortcut:
            shortcut = QShortcut(QKeySequence(action.shortcut), owner)
            shortcut.setContext(context)
            shortcut.activated.connect(partial(_run, action))


def _run(action: Action) -> None:
    if action.is_enabled:
        action.run()
