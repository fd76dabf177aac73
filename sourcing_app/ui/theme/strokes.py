"""Our own icon files as painter paths: the few SVG elements they use, read without loading an SVG library."""

from __future__ import annotations

import math
import re
from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from sourcing_app.config.settings import resource

ICON_FOLDER = resource("icons")

_ELEMENT = re.compile(r"<(path|circle|rect)\s([^>]*?)/?>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_TOKEN = re.compile(r"[MmLlHhVvCcSsAaZz]|-?(?:\d+\.?\d*|\.\d+)")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7}

Stroke = tuple[QPainterPath, float]
"""A path and the width it is drawn with, on the 20 px grid."""


@cache
def strokes(name: str) -> tuple[Stroke, ...]:
    """The strokes of an icon. Raises FileNotFoundError for a name we have no file for."""
    text = (ICON_FOLDER / f"{name}.svg").read_text(encoding="ascii")
    found = []
    for kind, raw in _ELEMENT.findall(text):
        values = dict(_ATTRIBUTE.findall(raw))
        found.append((_shape(kind, values), float(values.get("stroke-width", "1.5"))))
    return tuple(found)


def _shape(kind: str, values: dict[str, str]) -> QPainterPath:
    path = QPainterPath()
    if kind == "path":
        _Pen(path).draw(values["d"])
    elif kind == "circle":
        x, y, r = (float(values[key]) for key in ("cx", "cy", "r"))
        path.addEllipse(QRectF(x - r, y - r, 2 * r, 2 * r))
    else:
        x, y, width, height = (float(values[key]) for key in ("x", "y", "width", "height"))
        radius = float(values.get("rx", "0"))
        path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


class _Pen:
    """Follows path data."""

    def __init__(self, path: QPainterPath) -> None:
        self._path = path
        self._x = self._y = self._start_x = self._start_y = 0.0
        self._control = (0.0, 0.0)

    def draw(self, data: str) -> None:
        tokens = _TOKEN.findall(data)
        at, command = 0, "M"
        while at < len(tokens):
            if tokens[at].isalpha():
                command = tokens[at]
                at += 1
            if command in "Zz":
                self._path.closeSubpath()
                self._x, self._y = self._start_x, self._start_y
                continue
            count = _ARGUMENTS[command.upper()]
            self._step(command, [float(token) for token in tokens[at : at + count]])
            at += count
            command = {"M": "L", "m": "l"}.get(command, command)

    def _step(self, command: str, values: list[float]) -> None:
        kind, relative = command.upper(), command.islower()
        from_x, from_y = (self._x, self._y) if relative else (0.0, 0.0)
        if kind == "H":
            self._x = from_x + values[0]
        elif kind == "V":
            self._y = from_y + values[0]
        else:
            start_x, start_y = self._x, self._y
            self._x, self._y = from_x + values[-2], from_y + values[-1]
            if kind == "M":
                self._path.moveTo(self._x, self._y)
                self._start_x, self._start_y = self._x, self._y
                return
            if kind in "CS":
                first = (from_x + values[0], from_y + values[1]) if kind == "C" else self._smooth(start_x, start_y)
                self._control = from_x + values[-4], from_y + values[-3]
                self._path.cubicTo(*first, *self._control, self._x, self._y)
                return
            if kind == "A":
                self._arc(start_x, start_y, values[0], large=values[3] == 1, sweep=values[4] == 1)
                return
        self._path.lineTo(self._x, self._y)

    def _smooth(self, x: float, y: float) -> tuple[float, float]:
        """The control point that goes on from the curve before."""
        return 2 * x - self._control[0], 2 * y - self._control[1]

    def _arc(self, start_x: float, start_y: float, radius: float, *, large: bool, sweep: bool) -> None:
        """A circular arc from the start to the present point."""
        dx, dy = self._x - start_x, self._y - start_y
        chord = math.hypot(dx, dy)
        if chord == 0:
            return
        radius = max(radius, chord / 2)
        height = math.sqrt(max(radius * radius - chord * chord / 4, 0.0))
        side = -1 if large == sweep else 1
        centre_x = (start_x + self._x) / 2 - side * height * dy / chord
        centre_y = (start_y + self._y) / 2 + side * height * dx / chord
        begin = math.degrees(math.atan2(-(start_y - centre_y), start_x - centre_x))
        end = math.degrees(math.atan2(-(self._y - centre_y), self._x - centre_x))
        span = (end - begin) % 360
        if sweep:
            span -= 360
        self._path.arcTo(QRectF(centre_x - radius, centre_y - radius, 2 * radius, 2 * radius), begin, span)
