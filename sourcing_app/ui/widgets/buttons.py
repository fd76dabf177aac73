"""Buttons: with words, or an icon whose words are its tooltip and accessible name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from sourcing_app.ui.theme import icon
from sourcing_app.ui.theme.spacing import ICON, ICON_SMALL

_ICON_GAP = 4
"""Added to the style's own gap between icon and words; the icon stands at the left of its room."""
_ICON_ROLE = {"primary": "on_accent", "danger": "danger", "link": "accent"}


class Button(QPushButton):
    """Keeps the keyboard while it is off: Qt would hand it to whatever comes next, and the next press would land there."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return not self.isEnabled() or bool(super().focusNextPrevChild(forward))


def button(
    text: str,
    kind: str = "plain",
    *,
    icon_name: str = "",
    small: bool = False,
    tooltip: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """kind: "plain", "primary" (one on a page), "quiet" (no border), "link", "danger". Never the default on Enter by itself."""
    made = Button(text, parent)
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
