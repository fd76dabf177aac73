"""The directories of a TIFF file, which cameras' raw files are too: whether it holds raw sensor values, and its largest preview.

Only tables are read, a bounded number of them, each place once.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

MAX_DIRECTORIES = 40
MAX_ENTRIES = 400
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 7: 1, 13: 4}
"""Bytes a value, of the types that are of interest."""
_COMPRESSION, _PHOTOMETRIC, _OFFSETS, _ORIENTATION, _COUNTS = 259, 262, 273, 274, 279
_SUB_DIRECTORIES, _JPEG_AT, _JPEG_LENGTH, _DNG_VERSION = 330, 513, 514, 50706
_SENSOR = frozenset({32803, 34892})
"""Values of a colour filter array, and linear ones: not colours yet."""
_JPEG = frozenset({6, 7, 34892})

Directory = dict[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class CameraRaw:
    """preview: a whole JPEG file, b"" where there is none. orientation: 1 to 8, for preview and raw. is_dng: of the open kind."""

    preview: bytes
    orientation: int
    is_dng: bool


def camera_raw(data: bytes) -> CameraRaw | None:
    """None for a TIFF that holds a picture and no sensor values."""
    directories = _directories(data)
    is_dng = any(_DNG_VERSION in each for each in directories)
    is_sensor = any(each.get(_PHOTOMETRIC, (0,))[:1] in {(kind,) for kind in _SENSOR} for each in directories)
    if not is_dng and not is_sensor:
        return None
    previews = [preview for each in directories if (preview := _preview(data, each))]
    noted = directories[0].get(_ORIENTATION, (1,))[:1]
    orientation = noted[0] if noted and 1 <= noted[0] <= 8 else 1
    return CameraRaw(max(previews, key=len, default=b""), orientation, is_dng)


def _preview(data: bytes, directory: Directory) -> bytes:
    if directory.get(_PHOTOMETRIC, (6,))[:1] in {(kind,) for kind in _SENSOR}:
        return b""
    places = directory.get(_JPEG_AT, ()), directory.get(_JPEG_LENGTH, ())
    if not all(places) and directory.get(_COMPRESSION, (1,))[:1] in {(kind,) for kind in _JPEG}:
        places = directory.get(_OFFSETS, ()), directory.get(_COUNTS, ())
    if len(places[0]) != 1 or len(places[1]) != 1:
        return b""
    found = data[places[0][0] : places[0][0] + places[1][0]]
    return found if found.startswith(b"\xff\xd8\xff") else b""


def _directories(data: bytes) -> list[Directory]:
    """In the order of the file, those inside others after the one they are in."""
    order = "<" if data[:2] == b"II" else ">"
    waiting, seen = [_number(data, 4, order)], set[int]()
    found: list[Directory] = []
    while waiting and len(found) < MAX_DIRECTORIES:
        at = waiting.pop(0)
        if at in seen or not 8 <= at <= len(data) - 2:
            continue
        seen.add(at)
        directory, following = _directory(data, at, order)
        found.append(directory)
        waiting = [*directory.get(_SUB_DIRECTORIES, ())[:MAX_DIRECTORIES], following, *waiting]
    return found


def _directory(data: bytes, at: int, order: str) -> tuple[Directory, int]:
    count = struct.unpack_from(order + "H", data, at)[0]
    entries: Directory = {}
    for each in range(min(count, MAX_ENTRIES)):
        place = at + 2 + 12 * each
        if place + 12 > len(data):
            break
        tag, kind, values = struct.unpack_from(order + "HHI", data, place)
        entries[tag] = _values(data, place + 8, kind, values, order)
    return entries, _number(data, at + 2 + 12 * count, order)


def _values(data: bytes, place: int, kind: int, count: int, order: str) -> tuple[int, ...]:
    """At most as many as are of interest."""
    size = _SIZES.get(kind, 0)
    if size == 0 or count == 0:
        return ()
    if size * count > 4:
        place = _number(data, place, order)
    count = min(count, MAX_DIRECTORIES)
    if place + size * count > len(data):
        return ()
    return struct.unpack_from(f"{order}{count}{ {1: 'B', 2: 'H', 4: 'I'}[size] }", data, place)


def _number(data: bytes, at: int, order: str) -> int:
    return int(struct.unpack_from(order + "I", data, at)[0]) if 0 <= at <= len(data) - 4 else 0
