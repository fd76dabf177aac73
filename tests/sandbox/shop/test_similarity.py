"""Picture search finds the offer whose picture it was, whatever happened to the picture on the way."""

from __future__ import annotations

from random import Random

import pytest
from PIL import Image, ImageChops, ImageStat

from sourcing_app.sandbox.shop.build_index import recipe_print
from sourcing_app.sandbox.shop.prints import Index
from sourcing_app.sandbox.shop.shop import INDEX
from sourcing_app.sandbox.shop.similarity import Similarity
from sourcing_app.sandbox.shop.vision import foreground, thing_box
from tests.sandbox.shop.photos import CHANGES, SETTINGS, photographed, picture_and_mask

OFFERS = 16
EACH = 3
"""Of the sixteen changes, every offer goes through three: each change is seen by three offers."""


PHOTOGRAPHED, MAY_MISS = 32, 4


def test_a_changed_picture_still_finds_its_offer_first(shop):
    sample, names = Random(2026).sample(shop.listed, OFFERS), list(CHANGES)
    missed = []
    for place, offer in enumerate(sample):
        image, mask = picture_and_mask(shop.recipes[offer.index])
        for turn in range(EACH):
            name = names[(place * EACH + turn) % len(names)]
            _, first = shop.similarity.ranked(CHANGES[name](image, mask))[0]
            if first != offer.offer_id:
                missed.append((name, offer.category.key, offer.index))
    assert not missed


def test_a_thing_photographed_elsewhere_still_finds_its_offer(shop):
    """Moved, nearer or farther, with a shadow, recompressed, before something else."""
    sample, names = Random(11).sample(shop.listed, PHOTOGRAPHED), list(SETTINGS)
    missed = []
    for place, offer in enumerate(sample):
        name = names[place % len(names)]
        photo = photographed(*picture_and_mask(shop.recipes[offer.index]), name, Random(place))
        if shop.similarity.ranked(photo)[0][1] != offer.offer_id:
            missed.append((name, offer.category.key, offer.index))
    assert len(missed) <= MAY_MISS, missed


def test_different_photos_have_different_lists(shop):
    lists = []
    for offer in shop.listed[100:104]:
        image, _ = picture_and_mask(shop.recipes[offer.index])
        lists.append(tuple(offer_id for _, offer_id in shop.similarity.ranked(image)[:10]))
    assert len(set(lists)) == 4


def test_what_is_alike_comes_next(shop):
    offer = next(one for one in shop.listed if one.category.key == "bear")
    image, _ = picture_and_mask(shop.recipes[offer.index])
    keys = [shop.offer(offer_id).category.key for _, offer_id in shop.similarity.ranked(image)[:8]]
    assert sum(key in ("bear", "rabbit", "cat_toy") for key in keys) >= 6


@pytest.mark.parametrize("key", ["vase", "cube", "crossbody", "cosmetic_bag"])
def test_after_the_thing_itself_come_others_of_its_form(shop, key):
    offer = next(one for one in shop.listed if one.category.key == key)
    image, _ = picture_and_mask(shop.recipes[offer.index])
    found = [offer_id for _, offer_id in shop.similarity.ranked(image)[:8]]
    assert found[0] == offer.offer_id
    assert sum(shop.offer(offer_id).category.key == key for offer_id in found) >= 6


def test_a_region_finds_the_thing_in_it(shop):
    left, right = shop.listed[6], shop.listed[35]
    photo = Image.new("RGB", (1280, 640), "white")
    for offset, offer in ((0, left), (640, right)):
        photo.paste(picture_and_mask(shop.recipes[offer.index])[0], (offset, 0))
    for offset, offer in ((0, left), (640, right)):
        box = thing_box(foreground(photo.crop((offset, 0, offset + 640, 640))))
        assert box
        region = tuple(round(share * 640) + (offset if number % 2 == 0 else 0) for number, share in enumerate(box))
        assert shop.similarity.ranked(photo, region)[0][1] == offer.offer_id


@pytest.mark.parametrize("colour", ["white", (12, 200, 90)])
def test_an_empty_picture_has_no_thing_and_does_not_fail(shop, colour):
    image = Image.new("RGB", (300, 200), colour)
    assert thing_box(foreground(image)) is None
    assert len(shop.similarity.ranked(image)) == len(shop.listed)


def test_the_shipped_index_is_what_the_pictures_give(shop):
    index = Index.read(INDEX)
    assert set(index.ids) == {offer.offer_id for offer in shop.listed}
    for offer in Random(9).sample(shop.listed, 8):
        fresh = Index.of([recipe_print(offer.offer_id, shop.recipes[offer.index])])
        place = index.ids.index(offer.offer_id)
        assert fresh.boxes[0] == pytest.approx(index.boxes[place], abs=0.01)
        kept, made = shown(*index.tile(place)), shown(*fresh.tile(0))
        apart = ImageStat.Stat(ImageChops.difference(kept, made)).mean
        assert max(apart) < 6, (offer.index, apart)


def shown(colours: Image.Image, mask: Image.Image) -> Image.Image:
    """What is there of a tile."""
    return Image.composite(colours, Image.new("RGB", colours.size), mask)


def test_an_index_comes_back_from_its_file(shop, tmp_path):
    offers = shop.listed[:3]
    Index.of([recipe_print(offer.offer_id, shop.recipes[offer.index]) for offer in offers]).write(tmp_path / "index")
    back = Similarity(Index.read(tmp_path / "index"))
    image, _ = picture_and_mask(shop.recipes[offers[1].index])
    assert back.ranked(image)[0][1] == offers[1].offer_id


def test_a_file_that_is_no_index_is_refused(tmp_path):
    (tmp_path / "index").write_bytes(b"something else")
    with pytest.raises(ValueError, match="is not a picture index"):
        Index.read(tmp_path / "index")


def test_the_index_is_small():
    assert INDEX.stat().st_size <= 2_000_000
