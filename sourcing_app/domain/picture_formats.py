"""Which picture files are read, which are only recognised, and by what: the one list for every door.

File dialog, drag, paste, folder, decoder and the sentence about what can be read all take it from here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """A kind of picture file. name: as people know it; suffixes: lower case, with the dot; is_read: decoded by the program.

    pattern: matches the first bytes of such a file (at most HEAD_BYTES of them).
    """

    name: str
    suffixes: tuple[str, ...]
    pattern: re.Pattern[bytes]
    is_read: bool = True


HEAD_BYTES = 512
"""How much of a file ``format_of`` looks at."""


def _starts(expression: bytes) -> re.Pattern[bytes]:
    return re.compile(expression, re.DOTALL)


def _brand(*brands: bytes) -> re.Pattern[bytes]:
    """An ISO file whose major brand, or one of its first compatible ones, is among these."""
    return _starts(rb".{4}ftyp(?:.{4}){0,8}?(?:" + b"|".join(brands) + rb")")


_RAW_SUFFIXES = tuple(
    f".{each}"
    for each in ("cr2", "cr3", "nef", "nrw", "arw", "srf", "sr2", "orf", "rw2", "raf", "pef", "srw", "x3f", "3fr")
)

FORMATS = (
    PictureFormat("JPEG", (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"), _starts(rb"\xff\xd8\xff")),
    PictureFormat("PNG", (".png", ".apng"), _starts(rb"\x89PNG\r\n\x1a\n")),
    PictureFormat("WebP", (".webp",), _starts(rb"RIFF.{4}WEBP")),
    PictureFormat("AVIF", (".avif",), _brand(rb"avi[fs]")),
    PictureFormat("HEIC", (".heic", ".heif", ".hif"), _brand(rb"hei[cxms]", rb"hev[cx]", rb"mif1", rb"msf1")),
    PictureFormat("GIF", (".gif",), _starts(rb"GIF8[79]a")),
    PictureFormat("BMP", (".bmp", ".dib"), _starts(rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0")),
    PictureFormat("TIFF", (".tif", ".tiff", ".dng"), _starts(rb"II[\x2a\x2b]\0(?!.{4}CR\x02)|MM\0[\x2a\x2b]")),
    PictureFormat(
        "RAW", _RAW_SUFFIXES, _starts(rb"II\x2a\0.{4}CR\x02|II[RU][OS\0]|MMOR|FUJIFILMCCD|FOVb|.{4}ftypcrx"), False
    ),
    PictureFormat("JPEG XL", (".jxl",), _starts(rb"\xff\x0a|\0\0\0\x0cJXL \r\n\x87\n"), False),
    PictureFormat("JPEG 2000", (".jp2", ".j2k", ".jpx"), _starts(rb"\0\0\0\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51"), False),
    PictureFormat("PDF", (".pdf",), _starts(rb"\s*%PDF-"), False),
    PictureFormat("SVG", (".svg", ".svgz"), _starts(rb"(?:\xef\xbb\xbf)?\s*<(?:svg|\?xml.*?<svg|!DOCTYPE svg)"), False),
    PictureFormat("Photoshop", (".psd", ".psb"), _starts(rb"8BPS"), False),
    PictureFormat("ICO", (".ico", ".cur"), _starts(rb"\0\0[\x01\x02]\0"), False),
)
"""In the order in which they are named to people. An earlier pattern wins."""

SUFFIXES = frozenset(suffix for each in FORMATS if each.is_read for suffix in each.suffixes)
"""Of the files that are searched with."""


def format_of(head: bytes) -> PictureFormat | None:
    """The kind of a file by its first bytes, whatever its name says; None when it is no picture we know of."""
    return next((each for each in FORMATS if each.pattern.match(head[:HEAD_BYTES])), None)


def has_picture_name(path: PurePath) -> bool:
    """Whether the name promises a picture that is read, and is not hidden (as ``._photo.jpg`` of a Mac is)."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def read_formats() -> tuple[str, ...]:
    """The names of what is read, for a sentence."""
    return tuple(each.name for each in FORMATS if each.is_read)


def name_patterns() -> str:
    """For a file dialog: ``*.jpg *.jpeg ...``."""
    return " ".join(f"*{suffix}" for each in FORMATS if each.is_read for suffix in each.suffixes)
