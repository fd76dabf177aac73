"""Colours by role, light and dark. Everything that paints asks for a role, never for a colour of its own.

Which set holds is told by Qt's own palette, so a widget needs no other source: ``colours_of(self)``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Colours:
    """One set. window, surface, raised: from back to front; line: hairlines; muted: second text; on_accent: text on accent;
    hover, pressed: fills of a control under the pointer; chosen: behind a selection; veil: over a page."""

    is_dark: bool
    window: QColor
    surface: QColor
    raised: QColor
    line: QColor
    muted: QColor
    text: QColor
    accent: QColor
    on_accent: QColor
    price: QColor
    good: QColor
    warning: QColor
    danger: QColor
    info: QColor
    hover: QColor
    pressed: QColor
    chosen: QColor
    veil: QColor

    def role(self, name: str) -> QColor:
        """By name, for what is told its role as text (icons, chips)."""
        colour = getattr(self, name)
        assert isinstance(colour, QColor)
        return colour

    def tint(self, name: str, share: float = 0.12) -> QColor:
        """A quiet fill: this much of the role over the surface."""
        return mix(self.surface, self.role(name), share)


def mix(under: QColor, over: QColor, share: float) -> QColor:
    """share of over upon under, opaque. 0 is under, 1 is over."""
    return QColor(
        round(under.red() + (over.red() - under.red()) * share),
        round(under.green() + (over.green() - under.green()) * share),
        round(under.blue() + (over.blue() - under.blue()) * share),
    )


LIGHT = Colours(
    is_dark=False,
    window=QColor("#F5F6F8"),
    surface=QColor("#FFFFFF"),
    raised=QColor("#EDF0F4"),
    line=QColor("#DCE1E8"),
    muted=QColor("#586374"),
    text=QColor("#18202B"),
    accent=QColor("#2456D6"),
    on_accent=QColor("#FFFFFF"),
    price=QColor("#B93A0B"),
    good=QColor("#197244"),
    warning=QColor("#9A5B00"),
    danger=QColor("#B3261E"),
    info=QColor("#2456D6"),
    hover=QColor("#E6EAF0"),
    pressed=QColor("#DAE0E9"),
    chosen=QColor("#E6ECFB"),
    veil=QColor(245, 246, 248, 232),
)

DARK = Colours(
    is_dark=True,
    window=QColor("#14171B"),
    surface=QColor("#1B2026"),
    raised=QColor("#242A32"),
    line=QColor("#323A45"),
    muted=QColor("#9AA6B5"),
    text=QColor("#E7EBF0"),
    accent=QColor("#7EA2FF"),
    on_accent=QColor("#0D1526"),
    price=QColor("#FF9466"),
    good=QColor("#5FC893"),
    warning=QColor("#F0B04D"),
    danger=QColor("#FF7D73"),
    info=QColor("#7EA2FF"),
    hover=QColor("#2C333D"),
    pressed=QColor("#363F4B"),
    chosen=QColor("#26324B"),
    veil=QColor(20, 23, 27, 232),
)


def colours_of(widget: QWidget) -> Colours:
    """The set that this widget is shown in: the application's, since a widget with a sheet of its own keeps an older palette."""
    return colours()


def colours() -> Colours:
    """The set that the application is shown in."""
    return _of(QGuiApplication.palette())


def _of(palette: QPalette) -> Colours:
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def qt_palette(colours: Colours) -> QPalette:
    """The same roles in Qt's words, for everything that Qt draws by itself."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for each, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, mix(colours.surface, colours.window, 0.6)),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.on_accent),
        (role.ToolTipBase, colours.raised if colours.is_dark else colours.text),
        (role.ToolTipText, colours.text if colours.is_dark else colours.surface),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.raised),
        (role.Mid, colours.line),
        (role.Dark, colours.line),
        (role.Shadow, mix(colours.line, QColor("#000000"), 0.4)),
    ):
        palette.setColor(each, colour)
    faint = mix(colours.muted, colours.surface, 0.35)
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, each, faint)
    palette.setColor(group.Disabled, role.Highlight, colours.line)
    return palette
