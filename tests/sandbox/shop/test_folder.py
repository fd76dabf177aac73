"""A shop loaded from a folder, and how a bad folder is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sourcing_app.sandbox.shop.folder import CatalogueError, load_shop

PAGE = Path(__file__).resolve().parents[3] / "docs" / "sandbox-catalogue.md"


def written(folder: Path, change: dict[str, Any] | None = None) -> Path:
    """The example of the documentation, as a folder; ``change`` goes into its offer."""
    found = re.search(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert found
    whole = json.loads(found[1])
    whole["offers"][0] |= change or {}
    (folder / "pictures").mkdir()
    for number, name in enumerate(("mug.jpg", "mug-side.jpg", "mug-white.jpg")):
        Image.new("RGB", (320, 240), (200, 60 * number, 40)).save(folder / "pictures" / name)
    (folder / "catalogue.json").write_text(json.dumps(whole), "utf-8")
    return folder


def test_the_documented_example_is_a_shop(tmp_path):
    shop = load_shop(written(tmp_path))
    offer = shop.offer(745612849923)
    assert offer
    assert (offer.title("en"), offer.quote_type, offer.price_fen, offer.skus[0].stock) == ("Ceramic mug", 1, 1250, 40)
    assert offer.path == (1, 2, 3)
    assert shop.unit_price_fen(offer, offer.skus[0].spec_id, 5) == 1250


def test_its_words_and_pictures_are_found(tmp_path):
    shop = load_shop(written(tmp_path))
    offer = shop.offers[0]
    assert shop.search.find({"keyword": "mug"}, "en") == [offer]
    assert shop.search.find({"keyword": "马克"}, "en") == [offer]
    image = shop.gallery.image(offer.main_image)
    assert image
    assert image.size == (320, 240)
    assert shop.similarity.ranked(image)[0][1] == offer.offer_id


def test_its_pictures_are_served_with_thumbnail_suffixes(tmp_path):
    shop = load_shop(written(tmp_path))
    shop.open_gallery(tmp_path / "state")
    data, kind = shop.gallery.picture(shop.offers[0].main_image.replace(".jpg", ".220x220.jpg")) or (b"", "")
    assert kind == "image/jpeg"
    assert data[:2] == b"\xff\xd8"


def test_a_description_names_its_pictures(tmp_path):
    shop = load_shop(written(tmp_path))
    assert "{base}/img/ibank/O1CN01" in shop.offers[0].details.description


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"supplier": "nobody"}, "no supplier 'nobody'"),
        ({"category": 99}, "no category 99"),
        ({"pictures": []}, "at least one picture"),
        ({"pictures": ["missing.jpg"]}, "no such file"),
        ({"pictures": ["../catalogue.json"]}, "a picture is one of"),
        ({"title": {"en": "no Chinese"}}, 'an object with "zh"'),
        ({"skus": [{"price": "1.234", "attributes": []}]}, r"skus\[0\].price: has parts of a fen"),
        ({"skus": [], "quote_type": 1}, "does not fit quote_type 1"),
        ({"marks": ["nonsense"]}, "is not a filter key"),
        ({"status": "lost"}, "is published, delisted, gone or forbidden"),
        ({"minimum": -1}, "is not a whole number"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, change, complaint):
    with pytest.raises(CatalogueError, match=complaint):
        load_shop(written(tmp_path, change))


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(CatalogueError, match="is not a folder"):
        load_shop(tmp_path / "nowhere")
    with pytest.raises(CatalogueError, match="is missing"):
        load_shop(tmp_path)


def test_broken_json_is_refused(tmp_path):
    (tmp_path / "catalogue.json").write_text("{", "utf-8")
    with pytest.raises(CatalogueError, match="is not JSON"):
        load_shop(tmp_path)
