"""Whether some bytes are one whole JPEG picture, judged by its segments alone (nothing is decoded)."""

from __future__ import annotations

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})


class NotAJpeg(ValueError):
    """With the reason as text."""


def jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height of a whole JPEG. Raises NotAJpeg for anything else, a truncated one included."""
    if data[:2] != bytes((0xFF, _START)):
        raise NotAJpeg("does not start as a JPEG does")
    at, size = 2, None
    while True:
        marker, at = _next_marker(data, at)
        if marker == _END:
            raise NotAJpeg("ends before the picture")
        if marker in _BARE:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2 or at + length > len(data):
            raise NotAJpeg("a segment is cut off")
        if marker in _FRAMES:
            size = _frame_size(data[at : at + length])
        at += length
        if marker == _SCAN:
            break
    if size is None:
        raise NotAJpeg("has no frame")
    if data.rfind(bytes((0xFF, _END)), at) < 0:
        raise NotAJpeg("is cut off")
    return size


def _next_marker(data: bytes, at: int) -> tuple[int, int]:
    if at >= len(data) or data[at] != 0xFF:
        raise NotAJpeg("a segment does not start where it should")
    while at < len(data) and data[at] == 0xFF:
        at += 1
    if at >= len(data):
        raise NotAJpeg("is cut off")
    return data[at], at + 1


def _frame_size(segment: bytes) -> tuple[int, int]:
    if len(segment) < 8:
        raise NotAJpeg("its frame is cut off")
    height, width = int.from_bytes(segment[3:5], "big"), int.from_bytes(segment[5:7], "big")
    if not width or not height:
        raise NotAJpeg("has no size")
    return width, height
