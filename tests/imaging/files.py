"""Picture files that no program here writes: chunk by chunk, so that every byte of them is known."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """By Pillow."""
    kept = io.BytesIO()
    image.save(kept, kind, **options)
    return kept.getvalue()


def opened(jpeg: bytes) -> Image.Image:
    """The picture in it."""
    return Image.open(io.BytesIO(jpeg))


def chunk(kind: bytes, content: bytes) -> bytes:
    """Of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int, depth: int, colour: int, rows: bytes, *more: bytes, interlace: int = 0) -> bytes:
    """rows: unfiltered, each with its leading 0. more: chunks before the pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def tiff(directories: list[dict[int, tuple[int, bytes]]], order: str = "<") -> bytes:
    """directories: by tag, (type, values as bytes); what does not fit into four bytes is put behind. The first chains to none;
    tag 330 holds the numbers of the others among the list, which become their places."""
    sizes = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1}
    places = [8]
    for entries in directories[:-1]:
        places.append(places[-1] + 6 + 12 * len(entries))
    behind = bytearray()
    at = places[-1] + 6 + 12 * len(directories[-1])
    made = b""
    for entries in directories:
        made += struct.pack(order + "H", len(entries))
        for tag, (kind, given) in sorted(entries.items()):
            content = given
            if tag == 330:
                content = b"".join(struct.pack(order + "I", places[each]) for each in given)
            if tag in (273, 513) and len(given) > 4:  # the data themselves: put behind, pointed at
                content, size = struct.pack(order + "I", at + len(behind)), len(given)
                behind += given + bytes(size % 2)
            count = len(content) // sizes[kind]
            if len(content) > 4:
                content, longer = struct.pack(order + "I", at + len(behind)), content
                behind += longer + bytes(len(longer) % 2)
            made += struct.pack(order + "HHI", tag, kind, count) + content.ljust(4, b"\0")
        made += struct.pack(order + "I", 0)
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return mark + struct.pack(order + "I", 8) + made + bytes(behind)


def dng(preview: bytes, *, orientation: int = 1, is_dng: bool = True, order: str = "<") -> bytes:
    """A camera's raw file: a tiny picture first, the sensor's values (zeros), and a preview inside."""

    def short(*values: int) -> tuple[int, bytes]:
        return 3, struct.pack(f"{order}{len(values)}H", *values)

    def long(value: int) -> tuple[int, bytes]:
        return 4, struct.pack(order + "I", value)

    tiny = bytes([250, 0, 250]) * (32 * 24)
    first = {
        254: long(1), 256: long(32), 257: long(24), 258: short(8, 8, 8), 259: short(1), 262: short(2), 273: (4, tiny),
        274: short(orientation), 277: short(3), 278: long(24), 279: long(len(tiny)), 330: (4, bytes([1, 2])),
    }  # fmt: skip
    if is_dng:
        first[50706] = (1, b"\1\4\0\0")
    sensor = bytes(64 * 64 * 2)
    raw = {
        254: long(0), 256: long(64), 257: long(64), 258: short(16), 259: short(1), 262: short(32803), 273: (4, sensor),
        277: short(1), 278: long(64), 279: long(len(sensor)),
    }  # fmt: skip
    shown = {
        254: long(1), 256: long(400), 257: long(300), 259: short(7), 262: short(6), 273: (4, preview), 277: short(3),
        278: long(300), 279: long(len(preview)),
    }  # fmt: skip
    return tiff([first, raw, shown], order)
