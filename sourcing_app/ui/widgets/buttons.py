"""Buttons: with words, or an icon whose words are its tooltip and accessible name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton, QWidget

from sourcing_app.ui.theme import icon
from sourcing_app.ui.theme.spacing import ICON, ICON_SMALL

_ICON_GAP = 4
"""Added to the style's own gap between icon and words; the icon stands at the left of its room."""
_ICON_ROLE = {"primary": "on_accent", "danger": "danger", "link": "accent"}


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """Pressed by Enter as well as by Space while it has the keyboard; in a dialog Enter is the default button's.

    spends: what it does costs money or cannot be taken back, so that only Space and the mouse press it.
    Keeps the keyboard while it is off: Qt would hand it to whatever comes next, and the next press would land there.
    """

    def __init__(self, text: str, parent: QWidget | None = None, *, spends: bool = False) -> None:
        super().__init__(text, parent)
        self.spends = spends

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not self.spends and not isinstance(self.window(), QDialog):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return not self.isEnabled() or bool(super().focusNextPrevChild(forward))


def button(
    text: str,
    kind: str = "plain",
    *,
    icon_name: str = "",
    small: bool = False,
    tooltip: str = "",
    spends: bool = False,
    parent: QWidget | None = None,
) -> Button:
    """kind: "plain", "primary" (one on a page), "quiet" (no border), "link", "danger". Never the default on Enter by itself.

    spends: as in ``Button``; so is everything that is a danger.
    """
    made = Button(text, parent, spends=spends or kind == "danger")
    made.setProperty("kind", kind)
    made.setProperty("small", small)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon_name:
        made.setIcon(icon(icon_name, _ICON_ROLE.get(kind, "muted"), _ICON_ROLE.get(kind, "accent")))
        made.setIconSize(QSize(ICON_SMALL + _ICON_GAP, ICON_SMALL))
    if tooltip:
        made.setToolTip(tooltip)
    return made


class IconButton(QToolButton):
    """Only an icon. name: what it does, in words; shortcut: shown after it in the tooltip."""

    def __init__(
        self, icon_name: str, name: str, *, shortcut: str = "", role: str = "muted", checkable: bool = False,
        small: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        side = ICON_SMALL if small else ICON
        self.setIcon(icon(icon_name, role))
        self.setIconSize(QSize(side, side))
        self.setFixedSize(side + 12, side + 12)
        self.setCheckable(checkable)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_name(name, shortcut)

    def set_name(self, name: str, shortcut: str = "") -> None:
        """Say what it does now."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {shortcut}".rstrip())
