"""Picture addresses, drawing, keeping."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from sourcing_app.sandbox.shop.gallery import parse_address
from sourcing_app.sandbox.shop.naming import View, parse_name, picture_name
from sourcing_app.sandbox.shop.pictures.scenes import FORMS, draw_view


@pytest.mark.parametrize(
    ("file", "size", "quality", "webp"),
    [
        ("N-0-cib.jpg", None, 92, False),
        ("N-0-cib.220x220.jpg", (220, 220), 90, False),
        ("N-0-cib.310x310.jpg", (310, 310), 90, False),
        ("N-0-cib.search.jpg", (150, 150), 88, False),
        ("N-0-cib.summ.jpg", (64, 64), 88, False),
        ("N-0-cib.jpg_460x460q100.jpg_.webp", (460, 460), 100, True),
        ("N-0-cib.jpg_250x250q85.jpg", (250, 250), 85, False),
        ("N-0-cib.jpg_80x80.jpg_.webp", (80, 80), 90, True),
    ],
)
def test_an_address_names_its_picture_and_size(file, size, quality, webp):
    wanted = parse_address(file)
    assert wanted
    assert wanted.name == "N-0-cib"
    assert ((wanted.width, wanted.height) if wanted.width else None) == size
    assert (wanted.quality, wanted.webp) == (quality, webp)


@pytest.mark.parametrize("file", ["N-0-cib.png", "N-0-cib.9999x9999.jpg", "N-0-cib.1x1.jpg", ""])
def test_other_addresses_name_nothing(file):
    assert parse_address(file) is None


def test_a_picture_name_leads_back_to_its_view():
    view = View(1234, "c", 7)
    assert parse_name(1688, picture_name(1688, view, "b2b-2208000000001")) == view


def test_a_name_that_was_made_up_leads_nowhere():
    name = picture_name(1688, View(1, "m", 0), "b2b-1")
    assert parse_name(1688, name.replace("m00", "m01")) is None
    assert parse_name(1, name) is None


def test_every_leaf_has_a_form(shop):
    assert {recipe.leaf.form for recipe in shop.recipes} == set(FORMS)


@pytest.mark.parametrize("kind", ["m", "c", "d", "w", "x"])
def test_every_view_of_every_form_can_be_drawn(shop, kind):
    for recipe in shop.recipes[:60]:
        image = draw_view(recipe, View(recipe.index, kind, recipe.index % 7), 48)
        assert image.size == (48, 48)
        assert len(image.getcolors(5000) or []) > 40, recipe.leaf.form


def test_the_same_view_is_drawn_the_same(shop):
    recipe = shop.recipes[33]
    one, two = (draw_view(recipe, View(33, "m", 0), 96).tobytes() for _ in range(2))
    assert one == two


def test_offers_of_one_leaf_look_different(shop):
    mugs = [recipe for recipe in shop.recipes if recipe.leaf.form == "mug"]
    drawn = {draw_view(recipe, View(recipe.index, "m", 0), 32).tobytes() for recipe in mugs}
    assert len(drawn) == len(mugs)


def test_a_duplicate_picture_has_the_same_bytes_under_another_name(shop, tmp_path):
    shop.open_gallery(tmp_path)
    offer = next(one for one in shop.listed if "duplicate_image" in one.flags)
    first, last = offer.images[0], offer.images[-1]
    assert first != last
    assert shop.gallery.picture(first.replace(".jpg", ".summ.jpg")) == shop.gallery.picture(
        last.replace(".jpg", ".summ.jpg")
    )


def test_a_kept_picture_is_read_and_not_drawn_again(shop, tmp_path):
    shop.open_gallery(tmp_path)
    file = shop.listed[0].main_image.replace(".jpg", ".summ.jpg")
    data, _ = shop.gallery.picture(file) or (b"", "")
    (kept,) = tmp_path.rglob("*.jpeg")
    kept.write_bytes(b"kept")
    assert data != b"kept"
    assert shop.gallery.picture(file) == (b"kept", "image/jpeg")


def test_the_webp_suffix_gives_webp(shop, tmp_path):
    shop.open_gallery(tmp_path)
    data, kind = shop.gallery.picture(shop.listed[0].main_image + "_120x120q80.jpg_.webp") or (b"", "")
    assert kind == "image/webp"
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size) == ("WEBP", (120, 120))


def test_an_unknown_picture_is_none(shop):
    assert shop.gallery.picture("O1CN01zzzm00abcde_!!1-0-cib.jpg") is None
