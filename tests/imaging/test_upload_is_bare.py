"""Every byte of what is uploaded: pixels and the tables to decode them, from whatever format, whatever was planted in it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from sourcing_app.imaging.prepare import prepare_photo
from tests.imaging.files import chunk, dng, encoded, png
from tests.imaging.heic import heic
from tests.imaging.profiles import profile

SECRET = "SECRET-52.3731N-4.8922E"
PLANTED = SECRET.encode()
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>" + PLANTED + b"</dc:creator></x:xmpmeta>"
IMAGE = Image.radial_gradient("L").convert("RGB")
_TABLES = frozenset({0xDB, 0xC0, 0xC4, 0xDA})
"""Quantisation, frame, Huffman codes, scan."""


def exif() -> bytes:
    """Camera, owner, place, and a thumbnail with a comment of its own."""
    found = Image.Exif()
    for tag in (0x010E, 0x010F, 0x0110, 0x013B, 0x8298, 0x9C9B, 0xA430, 0xA431):
        found[tag] = SECRET
    found.get_ifd(0x8769)[0x9286] = PLANTED
    place = found.get_ifd(0x8825)
    place[1], place[2], place[3], place[4], place[29] = "N", (52.0, 22.0, 23.0), "E", (4.0, 53.0, 31.0), SECRET
    small = encoded(Image.new("RGB", (16, 16), "red"), comment=PLANTED)
    return found.tobytes() + small


def icc() -> bytes:
    """A profile whose texts tell who made it."""
    whole = profile("adobe rgb")
    return whole.replace(b"adobe rgb", PLANTED[:9])


def iptc() -> bytes:
    """Photoshop's segment with a caption."""
    caption = b"\x1c\x02\x78" + struct.pack(">H", len(PLANTED)) + PLANTED
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(caption)) + caption + bytes(len(caption) % 2)


def jpeg() -> bytes:
    whole = encoded(IMAGE, exif=exif(), xmp=XMP, icc_profile=icc(), comment=PLANTED)
    more = b"".join(
        bytes([0xFF, mark]) + struct.pack(">H", len(content) + 2) + content
        for mark, content in ((0xED, iptc()), (0xE4, PLANTED), (0xEC, b"Ducky" + PLANTED), (0xFE, PLANTED))
    )
    return whole[:2] + more + whole[2:] + PLANTED + encoded(Image.new("RGB", (8, 8)), comment=PLANTED)


def png_file() -> bytes:
    info = PngInfo()
    info.add_text("Comment", SECRET)
    info.add_text("Author", SECRET, zip=True)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    whole = encoded(IMAGE, "PNG", exif=exif(), icc_profile=icc(), pnginfo=info)
    private = chunk(b"prVt", PLANTED) + chunk(b"tIME", struct.pack(">HBBBBB", 2026, 1, 2, 3, 4, 5))
    return whole[:33] + private + whole[33:-12] + chunk(b"tEXt", b"k\0" + PLANTED) + whole[-12:] + PLANTED


def gif() -> bytes:
    whole = encoded(IMAGE, "GIF", comment=PLANTED)
    return whole[:-1] + b"\x21\xff\x0bXMP DataXMP" + bytes([len(PLANTED)]) + PLANTED + b"\0;" + PLANTED


def tiff_file() -> bytes:
    tags = {270: SECRET, 271: SECRET, 305: SECRET, 315: SECRET, 33432: SECRET, 700: XMP, 33723: PLANTED}
    return encoded(IMAGE, "TIFF", tiffinfo=tags, icc_profile=icc()) + PLANTED


def bmp() -> bytes:
    return encoded(IMAGE, "BMP") + PLANTED


FILES: dict[str, Callable[[], bytes]] = {
    "JPEG": jpeg,
    "JPEG whose tail is missing": lambda: encoded(IMAGE, exif=exif(), comment=PLANTED)[:-300],
    "MPO": lambda: encoded(IMAGE, "MPO", save_all=True, append_images=[IMAGE], exif=exif(), comment=PLANTED),
    "PNG": png_file,
    "PNG that is read without its metadata": lambda: png(
        64, 64, 8, 0, (b"\0" + bytes(64)) * 64,
        chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(40_000_000))), chunk(b"tEXt", b"k\0" + PLANTED),
    ),
    "WEBP": lambda: encoded(IMAGE, "WEBP", exif=exif(), xmp=XMP, icc_profile=icc()),
    "AVIF": lambda: encoded(IMAGE, "AVIF", exif=exif(), xmp=XMP, icc_profile=icc()),
    "GIF": gif,
    "BMP": bmp,
    "TIFF": tiff_file,
    "DNG": lambda: dng(jpeg()),
    "HEIC": lambda: heic(1, 1, exif=exif(), xmp=XMP, icc=icc()),
}  # fmt: skip


def marks(data: bytes) -> list[tuple[int, bytes]]:
    """Mark and contents of each segment; raises where anything stands outside of them."""
    found, at = [], 2
    assert data[:2] == b"\xff\xd8"
    while True:
        assert data[at] == 0xFF
        mark = data[at + 1]
        length = struct.unpack_from(">H", data, at + 2)[0]
        found.append((mark, data[at + 4 : at + 2 + length]))
        at += 2 + length
        if mark == 0xDA:
            end = data.index(b"\xff\xd9", at)
            assert end == len(data) - 2, "something stands behind the end"
            return found


@pytest.mark.parametrize("name", sorted(FILES))
def test_nothing_but_pixels_is_uploaded(name: str, tmp_path: Path) -> None:
    data = FILES[name]()
    assert PLANTED[:9] in data, "nothing was planted"
    path = tmp_path / f"{SECRET}.jpg"
    path.write_bytes(data)
    made = prepare_photo(path)
    assert made.jpeg == prepare_photo(data).jpeg
    for trace in (
        PLANTED,
        PLANTED[:9],
        b"Exif",
        b"http",
        b"xmp",
        b"ICC_PROFILE",
        b"8BIM",
        b"Adobe",
        b"Photoshop",
        str(tmp_path).encode(),
    ):
        assert trace not in made.jpeg
    for mark, content in marks(made.jpeg):
        assert mark in _TABLES or (mark == 0xE0 and content[:5] == b"JFIF\0" and len(content) == 14)
    again = Image.open(io.BytesIO(made.jpeg))
    assert not {"exif", "icc_profile", "comment", "xmp", "photoshop"} & set(again.info)
    assert dict(again.getexif()) == {}
