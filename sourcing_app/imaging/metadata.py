"""A picture file without what is said about it, for the case that just this is bad: metadata never cost a picture."""

from __future__ import annotations

import struct

_OF_PNG = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_OF_JPEG = frozenset({0xE0, 0xEE})
"""Of the application's segments, those a decoder needs: JFIF, and Adobe's note on colours."""


def without_metadata(data: bytes, kind: str) -> bytes:
    """kind: "PNG" or "JPEG"; the same bytes for another, or where the file is no sequence of chunks."""
    if kind == "PNG":
        return _png(data)
    return _jpeg(data) if kind == "JPEG" else data


def _png(data: bytes) -> bytes:
    kept, at = [data[:8]], 8
    while at + 12 <= len(data):
        length = struct.unpack_from(">I", data, at)[0]
        if data[at + 4 : at + 8] in _OF_PNG:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
    return b"".join(kept)


def _jpeg(data: bytes) -> bytes:
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if mark == 0xDA:
            return b"".join(kept) + data[at:]
        is_said = mark == 0xFE or (0xE0 <= mark <= 0xEF and mark not in _OF_JPEG)
        if not is_said:
            kept.append(data[at : at + 2 + length])
        at += 2 + max(2, length)
    return data
