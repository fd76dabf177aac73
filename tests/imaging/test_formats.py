"""Every kind of file that is read, and the ways in which each can be odd."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image, ImageCms

from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.prepare import prepare_photo
from tests.imaging.files import chunk, dng, encoded, opened, png
from tests.imaging.heic import TILE, heic, stored

ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8]
CORNERS = ((0.25, 0.1, (200, 0, 0)), (0.75, 0.1, (0, 160, 0)), (0.25, 0.9, (0, 0, 200)), (0.75, 0.9, (0, 0, 0)))


def refusal(data: bytes) -> PictureUnreadable:
    with pytest.raises(PictureUnreadable) as caught:
        prepare_photo(data)
    return caught.value


def four_corners() -> Image.Image:
    """Upright: red and green above, blue and black below."""
    image = Image.new("RGB", (320, 240))
    for x, y, colour in CORNERS:
        image.paste(colour, (int(x * 320) - 80, 0 if y < 0.5 else 120, int(x * 320) + 80, 120 if y < 0.5 else 240))
    return image


def is_upright(jpeg: bytes) -> bool:
    image = opened(jpeg)
    return image.size == (320, 240) and all(
        abs(one - other) < 50
        for x, y, colour in CORNERS
        for one, other in zip(image.getpixel((int(x * 320), int(y * 240))), colour, strict=True)
    )


def as_stored(orientation: int) -> tuple[Image.Image, Image.Exif]:
    """As a camera held that way stores it, and its note."""
    back = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    image = four_corners() if back is None else four_corners().transpose(back)
    exif = image.getexif()
    exif[0x0112] = orientation
    return image, exif


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "MPO"])
def test_every_orientation_is_applied_once(kind: str, orientation: int) -> None:
    image, exif = as_stored(orientation)
    options = {"save_all": True, "append_images": [image]} if kind == "MPO" else {}
    made = prepare_photo(encoded(image, kind, exif=exif, quality=90, **options))
    assert is_upright(made.jpeg)
    assert (made.source_width, made.source_height) == (320, 240)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("order", ["<", ">"])
def test_a_dng_is_searched_with_by_its_preview(orientation: int, order: str) -> None:
    image, _ = as_stored(orientation)
    made = prepare_photo(dng(encoded(image, quality=90), orientation=orientation, order=order))
    assert is_upright(made.jpeg)


def test_a_preview_that_notes_its_orientation_too_is_turned_once() -> None:
    image, exif = as_stored(6)
    assert is_upright(prepare_photo(dng(encoded(image, quality=90, exif=exif), orientation=6)).jpeg)


def test_a_raw_file_that_is_no_dng_is_named() -> None:
    found = refusal(dng(encoded(four_corners()), is_dng=False))
    assert (found.reason, found.facts["kind"]) == ("format", "RAW")
    assert refusal(dng(b"")).facts["kind"] == "RAW"


def test_a_phones_heic_is_put_together_from_its_tiles() -> None:
    made = prepare_photo(heic(3, 2))
    assert (made.source_width, made.source_height) == (3 * TILE, 2 * TILE)
    assert (made.width, made.height) == (1000, 667)
    assert not made.is_incomplete


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("noted", [None, 6])
def test_a_heic_is_turned_by_its_own_note_and_not_by_exif_again(turns: int, noted: int | None) -> None:
    exif = Image.Exif()
    if noted:
        exif[0x0112] = noted
    made = prepare_photo(heic(1, 1, turns=turns, exif=exif.tobytes() if noted else b""))
    image = opened(made.jpeg)  # the tile has a red bar at its left
    places = {0: (30, 250), 1: (250, 470), 2: (470, 250), 3: (250, 30)}
    red, green, _ = image.getpixel(places[turns])
    assert red > 140
    assert green < 90


def test_a_mirrored_heic_is_mirrored_once() -> None:
    red, green, _ = opened(prepare_photo(heic(1, 1, mirror=1)).jpeg).getpixel((480, 60))
    other, _, _ = opened(prepare_photo(heic(1, 1)).jpeg).getpixel((30, 60))
    assert abs(red - other) < 30
    assert green < 90


def test_a_cut_out_heic_is_laid_on_white() -> None:
    image = opened(prepare_photo(stored("cut_out")).jpeg)
    assert min(image.getpixel((10, 10))) > 245
    assert max(image.getpixel((100, 100))[:2]) < 70


def test_a_heic_of_ten_bits_keeps_its_shades() -> None:
    image = opened(prepare_photo(stored("ten_bit")).jpeg)
    assert image.size == (160, 120)
    assert image.getpixel((8, 60))[0] < 40
    assert image.getpixel((150, 60))[0] > 210


def test_a_heif_of_av1_is_read_as_what_it_is() -> None:
    whole = encoded(four_corners(), "AVIF", quality=90)
    assert whole[8:12] == b"avif"
    renamed = (
        whole[:8] + b"mif1" + whole[12:]
    )  # as some programs write it: what it is stands among the compatible brands
    assert is_upright(prepare_photo(renamed).jpeg)


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {"progressive": True, "quality": 92}),
        ("JPEG", {"subsampling": 0}),
        ("JPEG", {"keep_rgb": True, "subsampling": 0}),
        ("MPO", {"save_all": True}),
        ("PNG", {}),
        ("PNG", {"save_all": True, "append_images": [Image.new("RGB", (320, 240))]}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"save_all": True, "append_images": [Image.new("RGB", (320, 240))]}),
        ("AVIF", {"save_all": True, "append_images": [Image.new("RGB", (320, 240))]}),
        ("GIF", {"save_all": True, "append_images": [Image.new("RGB", (320, 240))]}),
        ("BMP", {}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("TIFF", {"compression": "jpeg"}),
        ("TIFF", {"compression": "tiff_adobe_deflate", "save_all": True}),
    ],
)
def test_every_format_and_the_first_of_several_pictures(kind: str, options: dict[str, object]) -> None:
    assert is_upright(prepare_photo(encoded(four_corners(), kind, **options)).jpeg)


def interlaced() -> bytes:
    """A grey ramp in Adam7 order."""
    rows = b""
    for left, top, right, down in (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ):
        for _ in range(top, 64, down):
            rows += b"\0" + bytes(x * 4 for x in range(left, 64, right))
    return png(64, 64, 8, 0, rows, interlace=1)


def test_an_interlaced_png_is_read() -> None:
    image = opened(prepare_photo(interlaced()).jpeg).convert("L")
    assert image.getpixel((4, 30)) < 40
    assert image.getpixel((60, 30)) > 215


def sixteen(value: int) -> bytes:
    return struct.pack(">H", value)


KEYED = {
    "rgb": png(32, 32, 8, 2, (b"\0" + b"\x10\x20\x30" * 16 + b"\x40\x50\x60" * 16) * 32,
               chunk(b"tRNS", sixteen(0x10) + sixteen(0x20) + sixteen(0x30))),
    "rgb, 16 bits": png(32, 32, 16, 2, (b"\0" + b"\x10\x01\x20\x02\x30\x03" * 16 + b"\x40\x00\x50\x00\x60\x00" * 16) * 32,
                        chunk(b"tRNS", sixteen(0x1001) + sixteen(0x2002) + sixteen(0x3003))),
    "grey": png(32, 32, 8, 0, (b"\0" + b"\x10" * 16 + b"\x40" * 16) * 32, chunk(b"tRNS", sixteen(0x10))),
    "grey, 16 bits": png(32, 32, 16, 0, (b"\0" + b"\x10\x01" * 16 + b"\x40\x00" * 16) * 32, chunk(b"tRNS", sixteen(0x1001))),
    "grey, 4 bits": png(32, 32, 4, 0, (b"\0" + b"\x11" * 8 + b"\x44" * 8) * 32, chunk(b"tRNS", sixteen(1))),
    "grey, 2 bits": png(32, 32, 2, 0, (b"\0" + b"\x00" * 4 + b"\x55" * 4) * 32, chunk(b"tRNS", sixteen(0))),
    "grey, 1 bit": png(32, 32, 1, 0, (b"\0" + b"\x00" * 2 + b"\xff" * 2) * 32, chunk(b"tRNS", sixteen(0))),
    "palette": png(32, 32, 8, 3, (b"\0" + b"\0" * 16 + b"\1" * 16) * 32, chunk(b"PLTE", b"\x10\x20\x30\x40\x50\x60"),
                   chunk(b"tRNS", b"\0")),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(KEYED))
def test_a_transparent_colour_becomes_white_and_no_other_does(name: str) -> None:
    image = opened(prepare_photo(KEYED[name]).jpeg)
    assert min(image.getpixel((4, 16))) > 245
    other = image.getpixel((27, 16))
    assert max(other) < 120 if name != "grey, 1 bit" else min(other) > 245


def test_a_large_picture_with_a_transparent_colour_is_treated_alike() -> None:
    image = Image.new("RGB", (4200, 4200), (255, 0, 0))
    image.paste((20, 20, 120), (1000, 1000, 3200, 3200))
    made = opened(prepare_photo(encoded(image, "PNG", transparency=(255, 0, 0), compress_level=1)).jpeg)
    assert min(made.getpixel((50, 50))) > 245
    assert max(made.getpixel((500, 500))[:2]) < 60


def test_a_picture_in_lab_keeps_its_colours() -> None:
    image = ImageCms.profileToProfile(
        four_corners(), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert image is not None
    assert is_upright(prepare_photo(encoded(image, "TIFF")).jpeg)


@pytest.mark.parametrize(("mode", "full"), [("I;16", 65_535), ("I", 1_000_000), ("F", 1.0)])
def test_deep_greys_keep_their_shades(mode: str, full: float) -> None:
    ramp = Image.linear_gradient("L").convert("F").point(lambda value: value * (full / 255) + 0)
    image = ramp if mode == "F" else ramp.convert("I") if mode == "I" else ramp.convert("I").convert("I;16")
    made = opened(prepare_photo(encoded(image, "TIFF")).jpeg).convert("L")
    for y in (32, 128, 224):
        assert abs(made.getpixel((128, y)) - y) < 12


def test_a_deep_grey_that_uses_little_of_its_range_is_not_black() -> None:
    ramp = Image.linear_gradient("L").convert("I").point(lambda value: value * 8 + 0).convert("I;16")
    made = opened(prepare_photo(encoded(ramp, "PNG")).jpeg).convert("L")
    assert made.getpixel((128, 250)) > 230


def test_metadata_that_are_bombs_or_nonsense_never_cost_a_picture() -> None:
    rows = (b"\0" + b"\x10\x20\x30" * 32) * 32
    bomb = zlib.compress(bytes(60_000_000), 9)
    for kind, content in (
        (b"iCCP", b"p\0\0" + bomb),
        (b"zTXt", b"k\0\0" + bomb),
        (b"iTXt", b"k\0\1\0\0\0" + bomb),
        (b"eXIf", b"MM\0*\0\0\0\x08\xff\xff" + b"\xff" * 600),
        (b"tIME", b"x"),
        (b"pHYs", b"\0"),
        (b"acTL", b"\0"),
        (b"fcTL", b"\xff" * 26),
        (b"cHRM", b"\0"),
    ):
        assert prepare_photo(png(32, 32, 8, 2, rows, chunk(kind, content))).width == 32, kind
    jpeg = encoded(four_corners(), quality=90)
    for mark, content in (
        (0xE1, b"Exif\0\0" + b"\xff" * 80),
        (0xE2, b"MPF\0" + b"\xff" * 60),
        (0xE2, b"ICC_PROFILE\0\x09\x01" + b"x" * 9),
        (0xED, b"Photoshop 3.0\0" + b"8BIM\xff\xff" * 9),
        (0xFE, b"\xff" * 99),
    ):
        segment = bytes([0xFF, mark]) + struct.pack(">H", len(content) + 2) + content
        assert is_upright(prepare_photo(jpeg[:2] + segment + jpeg[2:]).jpeg), content[:12]


def test_a_phones_photo_of_200_megapixels_passes() -> None:
    made = prepare_photo(encoded(Image.new("L", (16_320, 12_240), 90), quality=60))
    assert (made.source_width, made.source_height) == (16_320, 12_240)
    assert made.width == 1000
