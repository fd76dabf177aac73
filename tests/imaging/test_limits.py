"""What a header tells of the work and memory that a picture will cost."""

from __future__ import annotations

import pytest
from PIL import Image

from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging import limits
from sourcing_app.imaging.jpeg_marks import JpegMarks, jpeg_marks
from sourcing_app.imaging.limits import check_memory, check_scans, check_sides, memory_bytes, webp_size
from sourcing_app.imaging.prepare import prepare_photo
from tests.imaging.files import encoded
from tests.imaging.hostile import lying, scan_bomb

IMAGE = Image.radial_gradient("L").resize((120, 70)).convert("RGB")


def reason_of(check: object, *values: object) -> str:
    """ "" where nothing is wrong."""
    assert callable(check)
    try:
        check(*values)
    except PictureUnreadable as error:
        return error.reason
    return ""


@pytest.mark.parametrize("options", [{}, {"lossless": True}, {"xmp": b"<x/>"}], ids=["lossy", "lossless", "extended"])
def test_the_size_of_every_kind_of_webp_is_known_before_it_is_opened(options: dict[str, object]) -> None:
    assert webp_size(encoded(IMAGE, "WEBP", **options)) == (120, 70)


def test_a_lossless_webp_that_says_it_is_huge_is_refused_unopened() -> None:
    whole = encoded(IMAGE, "WEBP", lossless=True)
    assert reason_of(prepare_photo, lying(whole, 21, b"\xff\xff\xff\x0f")) == "too_many_pixels"


def test_the_marks_of_a_jpeg() -> None:
    plain = jpeg_marks(encoded(IMAGE))
    assert plain == JpegMarks(120, 70, 3, plain.values, 1, False)
    assert 120 * 70 * 1.4 < plain.values < 120 * 70 * 1.6  # of two colours a quarter is kept
    full = jpeg_marks(encoded(IMAGE, subsampling=0))
    assert full.values == 120 * 70 * 3
    progressive = jpeg_marks(encoded(IMAGE, progressive=True))
    assert progressive.is_progressive
    assert 6 <= progressive.scans <= 12
    assert jpeg_marks(scan_bomb(64, 30)).scans >= 30
    assert jpeg_marks(encoded(IMAGE.convert("L"))).parts == 1
    assert jpeg_marks(b"\xff\xd8\xff\xe0") == JpegMarks()


@pytest.mark.parametrize(
    ("width", "height", "reason"),
    [
        (16, 16, ""), (15, 900, "too_small"), (900, 15, "too_small"), (65_500, 16, ""), (65_501, 16, "too_many_pixels"),
        (16, 65_501, "too_many_pixels"), (16_320, 12_240, ""), (20_000, 13_000, ""), (20_000, 13_001, "too_many_pixels"),
    ],
)  # fmt: skip
def test_sides_have_their_limits(width: int, height: int, reason: str) -> None:
    assert reason_of(check_sides, width, height) == reason


def test_the_memory_allowed_grows_with_the_file() -> None:
    assert memory_bytes(0) == memory_bytes(limits.HONEST_BYTES) == 400_000_000
    assert memory_bytes(1_500_000) == 600_000_000
    assert memory_bytes(100_000_000) == 900_000_000


@pytest.mark.parametrize(
    ("kind", "mode", "megapixels", "file_size", "reason"),
    [
        ("PNG", "RGB", 80, 1_000, ""), ("PNG", "RGB", 90, 1_000, "too_many_pixels"), ("PNG", "L", 250, 1_000, ""),
        ("PNG", "I;16", 150, 1_000, ""), ("PNG", "I;16", 180, 1_000, "too_many_pixels"), ("JPEG", "RGB", 250, 1_000, ""),
        ("WEBP", "RGB", 20, 1_000, ""), ("WEBP", "RGB", 48, 1_000, "too_many_pixels"), ("WEBP", "RGB", 48, 3_500_000, ""),
        ("HEIC", "RGB", 50, 1_000, ""), ("HEIC", "RGB", 60, 1_000, "too_many_pixels"), ("AVIF", "RGB", 48, 2_900_000, ""),
    ],
)  # fmt: skip
def test_what_decoding_takes_depends_on_format_and_depth(
    kind: str, mode: str, megapixels: int, file_size: int, reason: str
) -> None:
    assert reason_of(check_memory, kind, (1_000_000, megapixels), mode, file_size) == reason


@pytest.mark.parametrize(
    ("values", "scans", "is_progressive", "reason"),
    [
        (72_000_000, 10, True, ""), (72_000_000, 64, True, "too_much_work"), (1_000, 64, True, ""),
        (1_000, 65, True, "too_much_work"), (300_000_000, 1, False, ""), (300_000_000, 2, True, "too_many_pixels"),
        (300_000_000, 3, False, "too_many_pixels"),
    ],
)  # fmt: skip
def test_scans_are_counted_as_work(values: int, scans: int, is_progressive: bool, reason: str) -> None:
    marks = JpegMarks(1_000, 1_000, 3, values, scans, is_progressive)
    assert reason_of(check_scans, marks, 1_000) == reason
