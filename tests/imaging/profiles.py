"""Colour profiles, and colours in them, computed from their definitions and not by the library that is tested."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from functools import cache

Colour = tuple[int, int, int]
Matrix = tuple[tuple[float, float, float], ...]
_D50 = (0.9642, 1.0, 0.8249)
_D65 = (0.95047, 1.0, 1.08883)
_BRADFORD: Matrix = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))

PRIMARIES = {
    "srgb": ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06)),
    "display p3": ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
    "adobe rgb": ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06)),
    "generic rgb": ((0.63, 0.34), (0.295, 0.605), (0.155, 0.077)),
}


def to_linear(name: str, value: float) -> float:
    """0 to 1, by the curve of the space."""
    if name in ("srgb", "display p3"):
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return float(value ** {"adobe rgb": 2.19921875, "generic rgb": 1.80078125}[name])


def from_linear(name: str, value: float) -> float:
    """The other way."""
    value = min(1.0, max(0.0, value))
    if name in ("srgb", "display p3"):
        return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return float(value ** (1 / {"adobe rgb": 2.19921875, "generic rgb": 1.80078125}[name]))


def in_space(name: str, srgb: Colour) -> Colour:
    """The numbers that mean this sRGB colour there."""
    linear = [to_linear("srgb", value / 255) for value in srgb]
    there = _times(_inverse(_to_xyz(name)), _times(_to_xyz("srgb"), linear))
    red, green, blue = (round(255 * from_linear(name, value)) for value in there)
    return red, green, blue


def profile(name: str) -> bytes:
    """An ICC profile, version 2, by matrix and curves."""
    adapted = _multiplied(_adaptation(), _to_xyz(name))
    columns = list(zip(*adapted, strict=True))
    curve = _curve(lambda value: to_linear(name, value))
    tags = {b"desc": _description(name), b"cprt": _text("none"), b"wtpt": _xyz(_D50)}
    tags |= {letter + b"XYZ": _xyz(column) for letter, column in zip((b"r", b"g", b"b"), columns, strict=True)}
    tags |= {letter + b"TRC": curve for letter in (b"r", b"g", b"b")}
    return _icc(b"mntr", b"RGB ", b"XYZ ", tags)


def cmyk_colour(cyan: float, magenta: float, yellow: float, black: float) -> Colour:
    """What an ink mixture of ``cmyk_profile`` looks like in sRGB: each ink takes 85 % of its complement's light."""
    light = [(1 - 0.85 * ink) * (1 - 0.95 * black) for ink in (cyan, magenta, yellow)]
    red, green, blue = (round(255 * from_linear("srgb", value)) for value in light)
    return red, green, blue


@cache
def cmyk_profile() -> bytes:
    """A printer's profile by a table of nine steps an ink, made from the rule of ``cmyk_colour``."""
    steps, table = 9, bytearray()
    for at in range(steps**4):
        inks = [at // steps**power % steps / (steps - 1) for power in (3, 2, 1, 0)]
        light = [(1 - 0.85 * ink) * (1 - 0.95 * inks[3]) for ink in inks[:3]]
        xyz = _times(_adaptation(), _times(_to_xyz("srgb"), light))
        table += struct.pack(">3H", *_lab16(xyz))
    ramp = struct.pack(">2H", 0, 65535)
    head = (
        b"mft2\0\0\0\0"
        + bytes([4, 3, steps, 0])
        + struct.pack(">9i", *(65536 * (each in (0, 4, 8)) for each in range(9)))
    )
    lut = head + struct.pack(">2H", 2, 2) + ramp * 4 + bytes(table) + ramp * 3
    tags = {b"desc": _description("press"), b"cprt": _text("none"), b"wtpt": _xyz(_D50), b"A2B0": lut, b"A2B1": lut}
    return _icc(b"prtr", b"CMYK", b"Lab ", tags)


def _lab16(xyz: Sequence[float]) -> list[int]:
    def bent(value: float) -> float:
        return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116

    x, y, z = (bent(max(0.0, value) / white) for value, white in zip(xyz, _D50, strict=True))
    lightness, a, b = 116 * y - 16, 500 * (x - y), 200 * (y - z)
    numbers = (lightness * 65280 / 100, (a + 128) * 256, (b + 128) * 256)
    return [min(65535, max(0, round(number))) for number in numbers]


def _to_xyz(name: str) -> Matrix:
    columns = [(x / y, 1.0, (1 - x - y) / y) for x, y in PRIMARIES[name]]
    rows: Matrix = tuple(zip(*columns, strict=True))  # type: ignore[arg-type]
    scale = _times(_inverse(rows), _D65)
    return tuple(tuple(value * part for value, part in zip(row, scale, strict=True)) for row in rows)  # type: ignore[misc]


def _adaptation() -> Matrix:
    """From D65 to D50."""
    gains = [there / here for there, here in zip(_times(_BRADFORD, _D50), _times(_BRADFORD, _D65), strict=True)]
    scaled = tuple(tuple(gain * value for value in row) for gain, row in zip(gains, _BRADFORD, strict=True))
    return _multiplied(_inverse(_BRADFORD), scaled)  # type: ignore[arg-type]


def _times(matrix: Matrix, vector: Sequence[float]) -> list[float]:
    return [sum(each * value for each, value in zip(row, vector, strict=True)) for row in matrix]


def _multiplied(first: Matrix, second: Matrix) -> Matrix:
    columns = [_times(first, column) for column in zip(*second, strict=True)]
    return tuple(zip(*columns, strict=True))  # type: ignore[arg-type]


def _inverse(m: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = m
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    rows = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    return tuple(tuple(value / whole for value in row) for row in rows)  # type: ignore[misc]


def _curve(bend: Callable[[float], float]) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">I1024H", 1024, *(round(65535 * bend(at / 1023)) for at in range(1024)))


def _xyz(values: Sequence[float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(65536 * value) for value in values))


def _text(words: str) -> bytes:
    return b"text\0\0\0\0" + words.encode() + b"\0"


def _description(words: str) -> bytes:
    return b"desc\0\0\0\0" + struct.pack(">I", len(words) + 1) + words.encode() + b"\0" + bytes(78)


def _icc(kind: bytes, space: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    body, table = b"", struct.pack(">I", len(tags))
    at = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        content += bytes(-len(content) % 4)
        table += name + struct.pack(">II", at + len(body), len(content))
        body += content
    date = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    head = b"lcms" + struct.pack(">I", 0x02400000) + kind + space + connection + date + b"acsp" + bytes(28)
    head += struct.pack(">3i", *(round(65536 * value) for value in _D50)) + bytes(48)
    return struct.pack(">I", 4 + len(head) + len(table) + len(body)) + head + table + body
