"""From any picture to the small, upright, anonymous JPEG."""

from __future__ import annotations

import io
import os
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging.encoding import MAX_JPEG_BYTES
from sourcing_app.imaging.prepare import prepare_photo


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(jpeg))


def png_header(width: int, height: int) -> bytes:
    """A PNG that says it is this large and holds nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    data = struct.pack(">I", 100) + b"IDAT" + b"\0" * 100
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + data


def refused(source: bytes | Path) -> str:
    with pytest.raises(PictureUnreadable) as caught:
        prepare_photo(source)
    return caught.value.reason


def test_a_large_photo_becomes_a_thousand_pixels_and_300_kb() -> None:
    noise = Image.effect_noise((1600, 1200), 90).convert("RGB")
    made = prepare_photo(encoded(noise, quality=95))
    assert max(made.width, made.height) <= 1000
    assert len(made.jpeg) <= MAX_JPEG_BYTES
    assert (made.source_width, made.source_height) == (1600, 1200)


def test_a_small_photo_is_not_blown_up() -> None:
    made = prepare_photo(encoded(Image.new("RGB", (300, 200), "red")))
    assert (made.width, made.height) == (300, 200)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_phones_orientation_is_applied_once(kind: str) -> None:
    image = Image.new("RGB", (400, 200), "white")
    image.paste((200, 0, 0), (0, 0, 100, 200))
    exif = image.getexif()
    exif[0x0112] = 6
    made = prepare_photo(encoded(image, kind, exif=exif))
    assert (made.width, made.height) == (200, 400)
    assert (made.source_width, made.source_height) == (200, 400)
    top, bottom = opened(made.jpeg).getpixel((100, 20)), opened(made.jpeg).getpixel((100, 380))
    assert top[1] < 60 < bottom[1]


def test_nothing_but_pixels_is_left() -> None:
    image = Image.new("RGB", (400, 300), "blue")
    exif = image.getexif()
    exif[0x010E] = "secret description"
    exif.get_ifd(0x8825)[2] = (52.0, 30.0, 0.0)
    data = encoded(image, exif=exif, comment=b"my comment", icc_profile=b"profile")
    made = prepare_photo(data)
    again = opened(made.jpeg)
    assert dict(again.getexif()) == {}
    assert not {"exif", "icc_profile", "comment", "xmp"} & set(again.info)
    assert b"secret" not in made.jpeg
    assert b"my comment" not in made.jpeg


def test_see_through_parts_become_white() -> None:
    image = Image.new("RGBA", (100, 100), (255, 0, 0, 0))
    made = prepare_photo(encoded(image, "PNG"))
    assert min(opened(made.jpeg).getpixel((50, 50))) > 250


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_a_cut_out_keeps_its_thing_and_gets_a_white_ground(mode: str) -> None:
    image = Image.new("RGBA", (300, 300), (255, 0, 0, 0))
    image.paste((20, 20, 120, 255), (100, 100, 200, 200))
    made = opened(prepare_photo(encoded(image.convert(mode), "PNG")).jpeg)
    assert min(made.getpixel((30, 30))) > 250
    assert max(made.getpixel((150, 150))[:2]) < 60


def test_a_large_cut_out_is_laid_on_white_after_it_was_reduced() -> None:
    image = Image.new("RGBA", (4400, 4400), (255, 0, 0, 0))
    image.paste((20, 20, 120, 255), (1000, 1000, 3000, 3000))
    made = opened(prepare_photo(encoded(image, "PNG", compress_level=1)).jpeg)
    assert made.size == (1000, 1000)
    assert min(made.getpixel((100, 100))) > 250
    assert max(made.getpixel((450, 450))[:2]) < 60
    edge = [made.getpixel((each, 450)) for each in range(220, 236)]
    assert all(red <= blue + 8 for red, _, blue in edge)  # the hidden red does not shine through at the edge


def test_half_transparent_grey_is_halfway_to_white() -> None:
    made = opened(prepare_photo(encoded(Image.new("LA", (64, 64), (0, 128)), "PNG")).jpeg)
    assert all(abs(value - 127) <= 3 for value in made.getpixel((32, 32)))


def test_a_palette_with_a_transparent_colour_becomes_white() -> None:
    image = Image.new("P", (100, 100), 0)
    image.putpalette([255, 0, 0] + [0, 0, 255] * 255)
    made = prepare_photo(encoded(image, "GIF", transparency=0))
    assert min(opened(made.jpeg).getpixel((50, 50))) > 250


@pytest.mark.parametrize(
    ("image", "kind"),
    [
        (Image.new("CMYK", (80, 80), (0, 255, 255, 0)), "JPEG"),
        (Image.new("L", (80, 80), 120), "PNG"),
        (Image.new("1", (80, 80), 1), "PNG"),
        (Image.new("P", (80, 80), 3), "PNG"),
        (Image.new("LA", (80, 80), (10, 255)), "PNG"),
    ],
    ids=["cmyk", "grey", "one-bit", "palette", "grey-alpha"],
)
def test_every_colour_mode_becomes_rgb(image: Image.Image, kind: str) -> None:
    assert opened(prepare_photo(encoded(image, kind)).jpeg).mode == "RGB"


def test_sixteen_bits_keep_their_shades() -> None:
    image = Image.frombytes("I;16", (64, 64), b"".join(struct.pack("<H", row * 1000) * 64 for row in range(64)))
    grey = opened(prepare_photo(encoded(image, "PNG")).jpeg).convert("L")
    assert grey.getpixel((30, 2)) < 40
    assert 90 < grey.getpixel((30, 32)) < 165
    assert grey.getpixel((30, 61)) > 215


def test_of_a_moving_picture_the_first_frame_counts() -> None:
    frames = [Image.new("RGB", (60, 60), colour) for colour in ("red", "blue")]
    made = prepare_photo(encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    red, _, blue = opened(made.jpeg).getpixel((30, 30))
    assert red > 200 > blue


def test_equal_pixels_have_an_equal_fingerprint(tmp_path: Path) -> None:
    data = encoded(Image.new("RGB", (90, 90), "green"))
    path = tmp_path / "a.jpg"
    path.write_bytes(data)
    assert prepare_photo(path).sha256 == prepare_photo(data).sha256
    assert prepare_photo(path).source_name == "a.jpg"


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "gone.jpg"
    link.symlink_to(tmp_path / "nowhere.jpg")
    assert refused(link) == "missing"


def test_a_text_with_a_pictures_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_text("hello, this is no picture")
    assert refused(path) == "not_a_picture"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (encoded(Image.effect_noise((300, 300), 80).convert("RGB"))[:640], "truncated"),
        (encoded(Image.effect_noise((300, 300), 80).convert("RGB"), "PNG")[:9000], "truncated"),
        (encoded(Image.new("RGB", (1, 1))), "too_small"),
        (png_header(20_000, 15_000), "too_many_pixels"),
        (png_header(30_000, 30_000), "too_many_pixels"),
        (png_header(100_000, 20), "too_many_pixels"),
        (b"%PDF-1.7 and so on", "format"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "damaged"),
    ],
    ids=["empty", "cut jpeg", "cut png", "one pixel", "300 MP", "30,000 a side", "long strip", "pdf", "heic"],
)
def test_what_cannot_be_searched_with_has_its_reason(data: bytes, reason: str) -> None:
    assert refused(data) == reason


def test_a_side_of_thirty_thousand_pixels_is_shrunk() -> None:
    made = prepare_photo(encoded(Image.new("RGB", (30_000, 600), "red")))
    assert made.width == 1000
    assert made.source_width == 30_000


def test_no_bytes_whatever_raise_anything_but_our_own_error() -> None:
    whole = encoded(Image.effect_noise((64, 64), 80).convert("RGB"))
    for at in range(0, len(whole), 97):
        broken = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        try:
            prepare_photo(broken)
        except PictureUnreadable:
            continue


def test_a_jpeg_without_its_end_mark_is_whole() -> None:
    whole = encoded(Image.effect_noise((300, 200), 80).convert("RGB"))
    assert whole.endswith(b"\xff\xd9")
    made = prepare_photo(whole[:-2])
    assert not made.is_incomplete
    assert made.jpeg == prepare_photo(whole).jpeg


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_whose_tail_is_missing_is_used_and_said_so(progressive: bool) -> None:
    whole = encoded(Image.effect_noise((300, 200), 80).convert("RGB"), progressive=progressive)
    made = prepare_photo(whole[: len(whole) * 6 // 10])
    assert made.is_incomplete
    assert made.width == 300
    assert (made.height == 200) if progressive else (80 < made.height < 160)
    assert (made.source_width, made.source_height) == (300, 200)


def test_the_part_of_a_turned_jpeg_that_is_there_is_turned_too() -> None:
    image = Image.effect_noise((300, 200), 80).convert("RGB")
    exif = image.getexif()
    exif[0x0112] = 6
    whole = encoded(image, exif=exif)
    made = prepare_photo(whole[: len(whole) // 2])
    assert made.is_incomplete
    assert made.height == 300
    assert 60 < made.width < 160


@pytest.mark.parametrize("kind", ["AVIF", "WEBP", "GIF", "TIFF", "BMP", "PNG"])
def test_a_damaged_file_of_any_format_is_a_sentence(kind: str) -> None:
    whole = encoded(Image.effect_noise((200, 200), 80).convert("RGB"), kind)
    for cut in (len(whole) // 3, len(whole) // 2):
        assert refused(whole[:cut]) in ("truncated", "damaged")
    spoiled = bytearray(whole)
    spoiled[len(whole) // 2 :] = bytes(len(whole) - len(whole) // 2)
    try:
        prepare_photo(bytes(spoiled))
    except PictureUnreadable as error:
        assert error.reason in ("truncated", "damaged")


@pytest.mark.skipif(os.name == "nt", reason="such a name is no name there")
def test_what_the_system_does_not_open_is_not_called_missing(tmp_path: Path) -> None:
    with pytest.raises(PictureUnreadable) as caught:
        prepare_photo(tmp_path / ("x" * 300 + ".jpg"))
    assert caught.value.reason == "not_opened"
    assert caught.value.facts["detail"]


def test_a_strip_that_shrinks_to_a_line_is_too_small() -> None:
    assert refused(encoded(Image.new("L", (3000, 20)), "PNG")) == "too_small"


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders there")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "photo.jpg"
    os.mkfifo(pipe)
    assert refused(pipe) == "not_a_picture"
