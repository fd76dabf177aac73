"""Outlines on a square of 100 by 100, y downwards: everything becomes a polygon, so that it can be turned and scaled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, pi, radians, sin
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Outline: TypeAlias = list[Point]


def oval(cx: float, cy: float, rx: float, ry: float | None = None, start: float = 0, end: float = 360) -> Outline:
    """An ellipse, or the part of it from ``start`` to ``end`` degrees (0 is right, 90 is down)."""
    ry = rx if ry is None else ry
    steps = max(8, round(abs(end - start) / 7.5))
    turns = [radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(cx + rx * cos(turn), cy + ry * sin(turn)) for turn in turns]


def box(left: float, top: float, right: float, bottom: float, radius: float = 0) -> Outline:
    if radius <= 0:
        return [(left, top), (right, top), (right, bottom), (left, bottom)]
    radius = min(radius, (right - left) / 2, (bottom - top) / 2)
    corners = (
        (right - radius, top + radius, -90),
        (right - radius, bottom - radius, 0),
        (left + radius, bottom - radius, 90),
        (left + radius, top + radius, 180),
    )
    return [point for cx, cy, turn in corners for point in oval(cx, cy, radius, radius, turn, turn + 90)]


def smooth(points: Sequence[Point], steps: int = 8, *, closed: bool = True) -> Outline:
    """A soft curve through the points (Catmull-Rom)."""
    count = len(points)
    found: Outline = []
    for place in range(count if closed else count - 1):
        p0, p1, p2, p3 = (_at(points, place + shift, closed=closed) for shift in (-1, 0, 1, 2))
        found += [_between(p0, p1, p2, p3, step / steps) for step in range(steps)]
    if not closed:
        found.append(points[-1])
    return found


def _at(points: Sequence[Point], place: int, *, closed: bool) -> Point:
    return points[place % len(points)] if closed else points[min(max(place, 0), len(points) - 1)]


def _between(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    def along(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)

    return along(p0[0], p1[0], p2[0], p3[0]), along(p0[1], p1[1], p2[1], p3[1])


def mirrored(left: Iterable[Point], axis: float = 50) -> Outline:
    """A symmetric outline from its left half, given from top to bottom."""
    half = list(left)
    return half + [(2 * axis - x, y) for x, y in reversed(half)]


def star(cx: float, cy: float, radius: float, points: int = 5, inner: float = 0.45, turn: float = -90) -> Outline:
    found = []
    for step in range(points * 2):
        reach = radius if step % 2 == 0 else radius * inner
        angle = radians(turn) + pi * step / points
        found.append((cx + reach * cos(angle), cy + reach * sin(angle)))
    return found


def heart(cx: float, cy: float, radius: float) -> Outline:
    found = []
    for step in range(40):
        t = 2 * pi * step / 40
        x = 16 * sin(t) ** 3
        y = -(13 * cos(t) - 5 * cos(2 * t) - 2 * cos(3 * t) - cos(4 * t))
        found.append((cx + x * radius / 16, cy + y * radius / 16))
    return found


def turned(outline: Iterable[Point], angle: float, cx: float, cy: float) -> Outline:
    c, s = cos(radians(angle)), sin(radians(angle))
    return [(cx + (x - cx) * c - (y - cy) * s, cy + (x - cx) * s + (y - cy) * c) for x, y in outline]


def moved(outline: Iterable[Point], dx: float, dy: float) -> Outline:
    return [(x + dx, y + dy) for x, y in outline]
