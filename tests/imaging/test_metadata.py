"""A file without what is said about the picture."""

from __future__ import annotations

from PIL import Image

from sourcing_app.imaging.metadata import without_metadata
from sourcing_app.imaging.prepare import prepare_photo
from tests.imaging.files import chunk, encoded, opened, png

IMAGE = Image.radial_gradient("L").convert("RGB")


def test_of_a_jpeg_only_what_a_decoder_needs_is_left() -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRET"
    whole = encoded(IMAGE, exif=exif, comment=b"SECRET", xmp=b"<x>SECRET</x>")
    bare = without_metadata(whole, "JPEG")
    assert b"SECRET" in whole
    assert b"SECRET" not in bare
    assert b"JFIF" in bare
    assert opened(bare).tobytes() == opened(whole).tobytes()


def test_colours_of_a_printers_jpeg_stay_as_they_are_meant() -> None:
    whole = encoded(Image.new("CMYK", (64, 64), (0, 200, 200, 0)))
    assert b"Adobe" in without_metadata(whole, "JPEG")
    assert prepare_photo(without_metadata(whole, "JPEG")).jpeg == prepare_photo(whole).jpeg


def test_of_a_png_only_what_a_decoder_needs_is_left() -> None:
    rows = (b"\0" + b"\0\1" * 32) * 64
    palette, key = chunk(b"PLTE", b"\x10\x20\x30\x40\x50\x60"), chunk(b"tRNS", b"\0")
    bare = png(64, 64, 8, 3, rows, palette, key)
    assert without_metadata(png(64, 64, 8, 3, rows, chunk(b"tEXt", b"k\0v"), palette, key), "PNG") == bare


def test_other_files_and_what_is_no_file_stay_as_they_are() -> None:
    whole = encoded(IMAGE, "GIF")
    assert without_metadata(whole, "GIF") == whole
    assert without_metadata(b"\xff\xd8\xff\xe1\x00", "JPEG") == b"\xff\xd8\xff\xe1\x00"
