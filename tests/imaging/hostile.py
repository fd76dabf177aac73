"""Files made to do harm, and files spoiled by accident; made here, so that every run has the same."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Iterator
from functools import cache

from PIL import Image

from tests.imaging.files import chunk, encoded, png, tiff
from tests.imaging.heic import heic


def scan_bomb(side: int, scans: int) -> bytes:
    """A small progressive JPEG whose last scan is told again and again: each time all of its values are gone over."""
    whole = encoded(Image.new("L", (side, side), 90), progressive=True)
    at = whole.rindex(b"\xff\xda")
    return whole[:at] + whole[at:-2] * scans + b"\xff\xd9"


def lying(data: bytes, at: int, value: bytes) -> bytes:
    """With other bytes in one place."""
    return data[:at] + value + data[at + len(value) :]


def small(kind: str) -> bytes:
    """A picture of 96 x 64 of this kind."""
    image = Image.radial_gradient("L").resize((96, 64)).convert("RGB")
    if kind == "HEIC":
        return heic(1, 1)
    if kind == "JPEG, progressive":
        return encoded(image, progressive=True)
    return encoded(image, kind)


KINDS = ("JPEG", "JPEG, progressive", "PNG", "WEBP", "AVIF", "GIF", "BMP", "TIFF", "HEIC")


def mutated(kind: str, count: int, seed: int) -> Iterator[bytes]:
    """Cut, bits turned over, stretches overwritten, doubled or taken out; the same for the same seed."""
    chance, whole = random.Random(f"{kind} {seed}"), small(kind)
    for each in range(count):
        spoiled = bytearray(whole)
        at = chance.randrange(len(spoiled)) if each % 2 else chance.randrange(min(len(spoiled), 200))
        far = min(len(spoiled), at + chance.randrange(1, 60))
        match each % 5:
            case 0:
                del spoiled[at:]
            case 1:
                for _ in range(chance.randrange(1, 9)):
                    spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
            case 2:
                spoiled[at:far] = bytes([chance.choice((0, 255, 127))]) * (far - at)
            case 3:
                spoiled[at:at] = spoiled[at:far]
            case _:
                del spoiled[at:far]
        yield bytes(spoiled)


@cache
def bombs() -> dict[str, bytes]:
    """By what each would do."""
    image = Image.new("RGB", (96, 64), "red")
    jpeg, webp, gif, bmp = (encoded(image, kind) for kind in ("JPEG", "WEBP", "GIF", "BMP"))
    frame = jpeg.index(b"\xff\xc0") + 5
    size = webp.index(b"\x9d\x01\x2a") + 3
    zeros = zlib.compress(bytes(100_000_000), 9)
    grey = chunk(b"IDAT", zeros) + chunk(b"IEND", b"")

    def header(width: int, height: int, depth: int, colour: int, interlace: int = 0) -> bytes:
        said = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
        return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", said)

    return {
        "a png of 10,000 x 10,000 zeros": header(10_000, 9_999, 8, 0) + grey,
        "a png of 16 bits and alpha": header(10_000, 10_000, 16, 6) + grey,
        "an interlaced png": header(9_000, 9_000, 16, 2, 1) + grey,
        "a png of 2 billion pixels": header(50_000, 40_000, 1, 0) + grey,
        "a png of a million by fifty": header(1_000_000, 50, 8, 2) + grey,
        "a png of no width": header(0, 50, 8, 2) + grey,
        "a png with a chunk that never ends": header(64, 64, 8, 2) + b"\xff\xff\xff\xffIDAT" + bytes(99),
        "a jpeg that says 65,500 x 65,500": lying(jpeg, frame, b"\xff\xdc\xff\xdc"),
        "a jpeg that says 16,000 x 16,000": lying(jpeg, frame, b"\x3e\x80\x3e\x80"),
        "a jpeg of 900 scans": scan_bomb(900, 900),
        "a jpeg of scans over 40 megapixels": scan_bomb(6400, 60),
        "a jpeg of nothing but marks": b"\xff\xd8\xff" + b"\xff\xe1\x00\x02" * 50_000,
        "a progressive jpeg that says 14,000 x 14,000": lying(
            encoded(image, progressive=True),
            encoded(image, progressive=True).index(b"\xff\xc2") + 5,
            b"\x36\xb0\x36\xb0",
        ),
        "a webp that says 16,383 x 16,383": lying(webp, size, b"\xff\x3f\xff\x3f"),
        "a gif that says 65,535 x 65,535": lying(gif, 6, b"\xff\xff\xff\xff"),
        "a gif that says 20,000 x 12,000": lying(gif, 6, struct.pack("<HH", 20_000, 12_000)),
        "a bmp that says 30,000 x 30,000": lying(bmp, 18, struct.pack("<ii", 30_000, 30_000)),
        "a bmp upside down without end": lying(bmp, 18, struct.pack("<ii", 96, -(2**31))),
        "a tiff whose directories go round": lying(encoded(image, "TIFF"), 4, struct.pack("<I", 4)),
        "a tiff of tiffs": tiff([{330: (4, bytes([0, 0, 0, 0]))}]),
        "a tiff of one deflated strip": _tiff_strip(20_000, 5_000, zeros),
        "a tiff that says it is huge": _tiff_strip(60_000, 60_000, zeros[:99]),
        "a heic of 4,096 tiles at the same bytes": heic(64, 64),
        "a heic of 225 tiles at the same bytes": heic(15, 15),
        "an avif that is only a head": encoded(image, "AVIF")[:300],
        "a svg of entities": b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg>" + b"&a;" * 1000,
        "a text": b"not a picture at all",
        "zeros": bytes(100_000),
        "two pictures in one": jpeg[:-2] + png(8, 8, 8, 0, (b"\0" + b"\0" * 8) * 8),
    }


def _tiff_strip(width: int, height: int, strip: bytes) -> bytes:
    def long(value: int) -> tuple[int, bytes]:
        return 4, struct.pack("<I", value)

    def short(value: int) -> tuple[int, bytes]:
        return 3, struct.pack("<H", value)

    return tiff([{
        256: long(width), 257: long(height), 258: short(8), 259: short(8), 262: short(1), 273: (4, strip), 277: short(1),
        278: long(height), 279: long(len(strip)),
    }])  # fmt: skip
