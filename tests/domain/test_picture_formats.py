"""The one list of picture formats."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from sourcing_app.domain.picture_formats import (
    FORMATS,
    SUFFIXES,
    format_of,
    has_picture_name,
    name_patterns,
    read_formats,
)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WebP"),
        (b"RIFF\x10\0\0\0WAVEfmt ", None),
        (b"\0\0\0\x20ftypavif\0\0\0\0mif1", "AVIF"),
        (b"\0\0\0\x20ftypmif1\0\0\0\0mif1avif", "AVIF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", None),
        (b"GIF89a\1\0", "GIF"),
        (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "BMP"),
        (b"BM is no bitmap, only a text", None),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"MM\0*\0\0\0\x08", "TIFF"),
        (b"\xff\x0a\xfa\x7f", "JPEG XL"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
        (b"%PDF-1.7", "PDF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", "SVG"),
        (b"<?xml version='1.0'?>\n<!-- made by hand -->\n<svg>", "SVG"),
        (b"<?xml version='1.0'?><html>", None),
        (b"8BPS\0\1", "Photoshop"),
        (b"hello", None),
        (b"", None),
    ],
)
def test_a_file_is_known_by_its_first_bytes(head: bytes, name: str | None) -> None:
    found = format_of(head)
    assert (found.name if found else None) == name


def test_no_suffix_belongs_to_two_formats() -> None:
    every = [suffix for each in FORMATS for suffix in each.suffixes]
    assert sorted(every) == sorted(set(every))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in every)


def test_what_is_named_to_people_is_what_is_read() -> None:
    assert set(read_formats()) == {each.name for each in FORMATS if each.is_read}
    assert set(name_patterns().split()) == {f"*{suffix}" for suffix in SUFFIXES}


@pytest.mark.parametrize(
    ("name", "fits"),
    [("a.JPG", True), ("a.jfif", True), ("._a.jpg", False), (".jpg", False), ("a.pdf", False), ("a", False)],
)
def test_a_name_promises_a_picture_or_not(name: str, fits: bool) -> None:
    assert has_picture_name(PurePath(name)) is fits


def test_what_is_read_and_under_which_names() -> None:
    raw = "cr2 cr3 nef nrw arw srf sr2 orf rw2 raf pef srw x3f 3fr"
    assert {each.name: (each.is_read, " ".join(each.suffixes).replace(".", "")) for each in FORMATS} == {
        "JPEG": (True, "jpg jpeg jpe jfif mpo"),
        "PNG": (True, "png apng"),
        "WebP": (True, "webp"),
        "AVIF": (True, "avif"),
        "HEIC": (True, "heic heif hif"),
        "GIF": (True, "gif"),
        "BMP": (True, "bmp dib"),
        "TIFF": (True, "tif tiff dng"),
        "RAW": (False, raw),
        "JPEG XL": (False, "jxl"),
        "JPEG 2000": (False, "jp2 j2k jpx"),
        "PDF": (False, "pdf"),
        "SVG": (False, "svg svgz"),
        "Photoshop": (False, "psd psb"),
        "ICO": (False, "ico cur"),
    }
