"""The grid of 4 px, corner radii and control heights. Logical pixels."""

from __future__ import annotations

XXS = 4
XS = 8
S = 12
M = 16
L = 24
XL = 32

RADIUS_CARD = 8
RADIUS_CONTROL = 6

CONTROL = 32
"""Height of a button or an input."""

CONTROL_SMALL = 26
"""Height of a chip or a button inside a row."""

ICON = 20
ICON_SMALL = 16
