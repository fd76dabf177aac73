"""Colours of embedded profiles reach the upload as they look."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise

import pytest
from PIL import Image

from sourcing_app.imaging.prepare import prepare_photo
from tests.imaging.heic import heic
from tests.imaging.profiles import Colour, cmyk_colour, cmyk_profile, in_space, profile

MEANT: list[Colour] = [
    (red, green, blue) for red in (24, 96, 160, 232) for green in (24, 96, 160, 232) for blue in (24, 96, 160, 232)
]
INKS = [(c, m, y, k) for c in (0.0, 0.5, 1.0) for m in (0.0, 0.5, 1.0) for y in (0.0, 0.5, 1.0) for k in (0.0, 0.4)]
SIDE = 40


def patches(mode: str, colours: list[tuple[int, ...]]) -> Image.Image:
    """Squares in a row of eight."""
    image = Image.new(mode, (8 * SIDE, -(-len(colours) // 8) * SIDE))
    for at, colour in enumerate(colours):
        left, top = at % 8 * SIDE, at // 8 * SIDE
        image.paste(colour, (left, top, left + SIDE, top + SIDE))
    return image


def mean_difference(data: bytes, meant: list[Colour]) -> float:
    """Of the middles of the squares, over all channels."""
    made = Image.open(io.BytesIO(prepare_photo(data).jpeg))
    total = 0
    for at, colour in enumerate(meant):
        found = made.getpixel((at % 8 * SIDE + SIDE // 2, at // 8 * SIDE + SIDE // 2))
        total += sum(abs(one - other) for one, other in zip(found, colour, strict=True))
    return total / len(meant) / 3


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    kept = io.BytesIO()
    image.save(kept, kind, **options)
    return kept.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "AVIF"])
@pytest.mark.parametrize("space", ["display p3", "adobe rgb", "generic rgb"])
def test_a_profile_is_converted_to_srgb(space: str, kind: str) -> None:
    stored = [in_space(space, colour) for colour in MEANT]
    inside = [
        at for at, colour in enumerate(stored) if min(colour) > 0 and max(colour) < 255
    ]  # what that space can say
    colours, meant = [stored[at] for at in inside], [MEANT[at] for at in inside]
    options = {"quality": 95} | ({"subsampling": 0} if kind == "JPEG" else {})
    image = patches("RGB", list(colours))
    assert mean_difference(encoded(image, kind, icc_profile=profile(space), **options), meant) <= 3
    plain = mean_difference(encoded(image, kind, **options), meant)
    assert plain > 3, "the profile would make no difference here"


def test_the_profile_of_a_printers_picture_is_converted() -> None:
    stored = [tuple(round(255 * ink) for ink in inks) for inks in INKS]
    image = patches("CMYK", stored)
    meant = [cmyk_colour(*inks) for inks in INKS]
    for kind, options in (("JPEG", {"quality": 95, "subsampling": 0}), ("TIFF", {})):
        assert mean_difference(encoded(image, kind, icc_profile=cmyk_profile(), **options), meant) <= 3


def test_a_phones_heic_in_display_p3_is_converted() -> None:
    plain = Image.open(io.BytesIO(prepare_photo(heic(1, 1)).jpeg))
    wide = Image.open(io.BytesIO(prepare_photo(heic(1, 1, icc=profile("display p3"))).jpeg))
    red, green, _ = plain.getpixel((60, 250))
    redder, greener, _ = wide.getpixel((60, 250))
    assert redder > red + 5
    assert greener < green


def test_colours_under_a_cut_out_are_converted_before_they_are_laid_on_white() -> None:
    image = Image.new("RGBA", (64, 64), (*in_space("display p3", (160, 96, 96)), 255))
    image.paste((0, 0, 0, 0), (0, 0, 64, 20))
    made = Image.open(io.BytesIO(prepare_photo(encoded(image, "PNG", icc_profile=profile("display p3"))).jpeg))
    assert min(made.getpixel((32, 8))) > 250
    assert all(abs(one - other) <= 4 for one, other in zip(made.getpixel((32, 48)), (160, 96, 96), strict=True))


def spoiled(data: bytes) -> bytes:
    return data[:200] + bytes(255 - each for each in data[200:])


BAD: list[Callable[[], bytes]] = [
    lambda: b"",
    lambda: b"profile",
    lambda: bytes(200),
    lambda: profile("adobe rgb")[:300],
    lambda: spoiled(profile("adobe rgb")),
    cmyk_profile,
    lambda: profile("adobe rgb") + bytes(5_000_000),
]


@pytest.mark.parametrize("make", BAD, ids=["empty", "text", "zeros", "cut", "spoiled", "of another mode", "huge"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_bad_profile_never_costs_the_picture(kind: str, make: Callable[[], bytes]) -> None:
    image = Image.new("RGB", (64, 64), (200, 40, 40))
    made = Image.open(io.BytesIO(prepare_photo(encoded(image, kind, icc_profile=make())).jpeg))
    red, green, _ = made.getpixel((32, 32))
    assert red > 150
    assert green < 100


def test_a_grey_picture_may_have_a_profile_of_either_kind() -> None:
    image = Image.linear_gradient("L")
    made = Image.open(io.BytesIO(prepare_photo(encoded(image, "PNG", icc_profile=profile("adobe rgb"))).jpeg)).convert(
        "L"
    )
    shades = [made.getpixel((128, y)) for y in range(0, 256, 16)]
    assert all(one <= other for one, other in pairwise(shades))
    assert shades[-1] > 200 > 40 > shades[0]
