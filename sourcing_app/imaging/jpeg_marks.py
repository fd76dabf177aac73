"""What the marks of a JPEG file tell without decoding it: its size, whether it is progressive, how many scans it has."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace

_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_SCAN = b"\xff\xda"
_LONE = frozenset({0x01, *range(0xD0, 0xDA)})
_NEXT = re.compile(rb"\xff+[^\0\xff\xd0-\xd7]")
"""The next mark, whatever stands before it."""
MAX_MARKS = 4_000


@dataclass(frozen=True, slots=True)
class JpegMarks:
    """width, height: pixels. parts: colours. values: coefficients of the whole picture. scans: how often its values are told."""

    width: int = 0
    height: int = 0
    parts: int = 0
    values: int = 0
    scans: int = 0
    is_progressive: bool = False


def jpeg_marks(data: bytes) -> JpegMarks:
    """Of the first picture in the file. Whatever is wrong with it is left to the decoder.

    The coded values are not gone through where the first scan holds all of a picture; else the scans behind it are counted,
    at most too many (of a second picture in the file, too).
    """
    at, frame = 2, JpegMarks()
    for _ in range(MAX_MARKS):
        found = _NEXT.search(data, at)
        if found is None:
            break
        mark, at = data[found.end() - 1], found.end()
        if mark in _LONE or at + 3 > len(data):
            continue
        if mark == 0xDA:
            is_all = not frame.is_progressive and data[at + 2] >= frame.parts
            return replace(frame, scans=1 if is_all else data.count(_SCAN, at - 2))
        length = struct.unpack_from(">H", data, at)[0]
        if mark in _FRAMES and frame.width == 0:
            frame = _frame(data[at : at + length], mark)
        at += max(2, length)
    return frame


def _frame(segment: bytes, mark: int) -> JpegMarks:
    if len(segment) < 8:
        return JpegMarks()
    height, width, parts = struct.unpack_from(">HHB", segment, 3)
    samplings = [segment[at] for at in range(9, min(len(segment), 8 + 3 * parts), 3)]
    areas = [(each >> 4) * (each & 15) for each in samplings] or [1]
    values = width * height * sum(areas) // max(1, *areas)
    return JpegMarks(width, height, parts, values, 0, mark in _PROGRESSIVE)
