"""What a picture may announce and cost. Work and memory are estimated from its header, before anything of it is decoded.

How much is allowed grows with the file: a hostile one is small and asks for much, a phone's 48 MP are megabytes. Where the system
can hold a process to a limit, the worker is held to the same (see worker_process); elsewhere these estimates are what counts.
"""

from __future__ import annotations

import struct

from PIL import Image

from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.jpeg_marks import JpegMarks

MEMORY_BYTES, MOST_MEMORY_BYTES, MEMORY_A_BYTE = 400_000_000, 900_000_000, 200
"""For a file of up to HONEST_BYTES, for the largest, and for each byte between."""
HONEST_BYTES = 500_000
_FOR_ITSELF = 60_000_000
"""What the process takes beside the pixels."""
MIN_SIDE = 16
MAX_SIDE = 65_500
MAX_PIXELS = 260_000_000
"""Of a JPEG, which is decoded at a reduced size: 200 MP phones exist."""
MAX_SCANS = 64
MAX_VALUES_TOLD = 4_000_000_000
"""Coefficients times scans: a 100 MP progressive photo of the usual ten scans tells 1.5 billion."""
SHORTEST_S, LONGEST_S, S_A_MEGABYTE = 1.7, 60.0, 4.0
BYTES_A_PIXEL = {"JPEG": 0.0, "WEBP": 15.5, "AVIF": 9.0, "HEIC": 6.0, "BITMAP": 0.0}
"""What a decoder keeps at its peak; 0 for one that reduces while it decodes. Others: by their mode."""
_OF_MODE = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}

Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit stops at 179 MP, whatever the format costs; ours are here


def check_sides(width: int, height: int) -> None:
    """Raises: PictureUnreadable "too_many_pixels", "too_small"."""
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise PictureUnreadable("too_many_pixels", width=width, height=height)
    if min(width, height) < MIN_SIDE:
        raise PictureUnreadable("too_small", width=width, height=height)


def memory_bytes(size: int) -> int:
    """What decoding a file of so many bytes may take."""
    return min(MOST_MEMORY_BYTES, MEMORY_BYTES + MEMORY_A_BYTE * max(0, size - HONEST_BYTES))


def check_memory(kind: str, size: tuple[int, int], mode: str, file_size: int) -> None:
    """Raises: PictureUnreadable "too_many_pixels". kind: Pillow's name of the format."""
    each = BYTES_A_PIXEL.get(kind, float(_OF_MODE.get(mode, 4)))
    if size[0] * size[1] * each + file_size > memory_bytes(file_size) - _FOR_ITSELF:
        raise PictureUnreadable("too_many_pixels", width=size[0], height=size[1])


def check_scans(marks: JpegMarks, file_size: int) -> None:
    """A progressive JPEG keeps all its values in memory and goes over them scan by scan: a small file can ask for hours.

    Raises: PictureUnreadable "too_many_pixels", "too_much_work".
    """
    if marks.scans > MAX_SCANS or marks.values * marks.scans > MAX_VALUES_TOLD:
        raise PictureUnreadable("too_much_work", scans=marks.scans)
    if (marks.is_progressive or marks.scans > 1) and marks.values * 2 + file_size > memory_bytes(
        file_size
    ) - _FOR_ITSELF:
        raise PictureUnreadable("too_many_pixels", width=marks.width, height=marks.height)


def webp_size(data: bytes) -> tuple[int, int] | None:
    """As its header says: Pillow's decoder takes the memory for it when the file is opened."""
    kind = data[12:16]
    if kind == b"VP8X" and len(data) >= 30:
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8 " and len(data) >= 30:
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and len(data) >= 25:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def work_seconds(size: int) -> float:
    """Computing time that a file of so many bytes may cost. Hostile ones are small; honest ones that take long are not."""
    return min(LONGEST_S, SHORTEST_S + S_A_MEGABYTE * max(0.0, size / 1e6 - 0.25))
