"""What may be uploaded, and that it stays."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from sourcing_app.sandbox.shop.uploads import BadPicture, Uploads


def as_text(form: str = "JPEG", size: tuple[int, int] = (120, 80), **options: object) -> str:
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, form, **options)
    return base64.b64encode(out.getvalue()).decode()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_gets_an_id_of_eighteen_digits_that_outlives_a_restart(tmp_path, form):
    image_id = Uploads(tmp_path).add(as_text(form))
    assert image_id.isdigit()
    assert len(image_id) == 18
    kept = Uploads(tmp_path).image(image_id)
    assert kept
    assert kept.size == (120, 80)


def test_different_pictures_have_different_ids(tmp_path):
    uploads = Uploads(tmp_path)
    assert uploads.add(as_text()) != uploads.add(as_text(size=(80, 120)))


def test_a_turned_photo_is_put_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Uploads(tmp_path).image(Uploads(tmp_path).add(as_text(exif=exif)))
    assert image
    assert image.size == (80, 120)


BROKEN = {
    "nothing": "",
    "no base64": "###",
    "a data prefix": "data:image/jpeg;base64," + as_text(),
    "a text": base64.b64encode(b"hello, world").decode(),
    "a truncated JPEG": base64.b64encode(base64.b64decode(as_text(size=(600, 600)))[:-600]).decode(),
    "a GIF": as_text("GIF"),
    "one pixel": as_text(size=(1, 1)),
    "too many bytes": "A" * 5_000_000,
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_what_is_no_picture_is_refused(tmp_path, name):
    with pytest.raises(BadPicture):
        Uploads(tmp_path).add(BROKEN[name])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("image_id", ["", "0", "1490507813791335080", "../../etc/passwd", "x" * 18])
def test_an_unknown_id_is_none(tmp_path, image_id):
    assert Uploads(tmp_path).image(image_id) is None
