"""How everything looks: colours by role, type scale, spacing, icons, the style sheet. Knows nothing of offers or orders.

May import: PySide6.
"""

from __future__ import annotations

from sourcing_app.ui.theme.icons import icon, paint_icon
from sourcing_app.ui.theme.palette import DARK, LIGHT, Colours, colours, colours_of, mix
from sourcing_app.ui.theme.theme import Theme, ThemeMode
from sourcing_app.ui.theme.type_scale import TextSize, font, scaled

__all__ = [
    "DARK",
    "LIGHT",
    "Colours",
    "TextSize",
    "Theme",
    "ThemeMode",
    "colours",
    "colours_of",
    "font",
    "icon",
    "mix",
    "paint_icon",
    "scaled",
]
