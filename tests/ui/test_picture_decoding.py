"""Pictures of strangers are weighed before they are decoded."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest
from PIL import Image
from PySide6.QtCore import QSize

from sourcing_app.ui.picture_decoding import MAX_STRETCH, decode, fitted, is_affordable
from tests.ui.hostile_pictures import EACH, WINDOWS, many_scans, png, serve

PROGRAM_MB = 130
"""What the rest of the program takes beside the loader's own process in this test: together they stay below 400."""


def encoded(size: tuple[int, int], kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "red").save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("size", "depth", "scans", "affordable"),
    [
        ((4_928, 3_264), 32, 1, True),
        ((790, 12_000), 32, 1, True),
        ((5_000, 5_000), 32, 1, False),
        ((1_000_000, 50), 8, 1, False),
        ((50, 1_000_000), 8, 1, False),
        ((4_000, 4_000), 64, 1, False),
        ((2_500, 2_500), 64, 1, True),
        ((4_000, 4_000), 32, 12, True),
        ((4_000, 4_000), 32, 13, False),
        ((0, 10), 32, 1, False),
    ],
)
def test_both_sides_pixels_bytes_and_scans_are_bounded_before_decoding(
    size: tuple[int, int], depth: int, scans: int, affordable: bool
) -> None:
    assert is_affordable(QSize(*size), depth, scans) is affordable


def test_a_png_of_a_million_by_fifty_never_becomes_a_picture() -> None:
    data = png(1_000_000, 50)
    assert len(data) < 60_000
    assert decode(data, 90) is None
    assert decode(data, 90, cover=False) is None


def test_a_jpeg_that_is_sent_in_hundreds_of_scans_is_refused_and_an_honest_progressive_one_is_not() -> None:
    assert decode(many_scans(3_000, 200), 90) is None
    assert decode(encoded((3_000, 3_000), "JPEG", progressive=True), 90) is not None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_long_strip_is_shown_but_never_kept_longer_than_can_be_seen(kind: str) -> None:
    image = decode(encoded((12_000, 120), kind), 90)
    assert image is not None
    assert 90 < image.width() <= MAX_STRETCH * 90


def test_what_is_small_stays_as_it_is() -> None:
    assert fitted(QSize(80, 60), 90, cover=True) == QSize(80, 60)
    assert fitted(QSize(300, 200), 90, cover=True) == QSize(135, 90)
    assert fitted(QSize(300, 200), 90, cover=False) == QSize(90, 60)


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read from /proc")
def test_four_windows_of_hostile_pictures_leave_the_program_below_400_mb() -> None:
    server, base = serve()
    looked = subprocess.run(
        [sys.executable, "-m", "tests.ui.hostile_pictures", base],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    server.shutdown()
    server.server_close()
    answered, peak_mb = map(int, looked.stdout.split())
    assert answered == WINDOWS * EACH
    assert peak_mb < 400 - PROGRAM_MB
