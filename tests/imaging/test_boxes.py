"""Proposed boxes against where the thing is, on generated screenshots and photographs."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from PIL import Image

from sourcing_app.domain.picture import Region
from sourcing_app.imaging.boxes import MOST, propose_boxes
from sourcing_app.sandbox.shop.recipe import Recipe
from sourcing_app.sandbox.shop.shop import Shop
from tests.imaging.scenes import (
    Scene,
    card_screenshot,
    on_photograph,
    page_screenshot,
    picture_in_picture,
    shared,
    two_things,
)

COUNT = 20
GOOD = 0.5
"""Intersection over union."""


@pytest.fixture(scope="module")
def recipes() -> list[Recipe]:
    shop = Shop.generated()
    return [shop.recipes[offer.index] for offer in Random(5).sample(shop.listed, 2 * COUNT)]


def rate(make: Callable[[int], Scene]) -> float:
    """Of scenes whose best box is a right one."""
    hits = 0
    for at in range(COUNT):
        image, right = make(at)
        found = propose_boxes(image)
        assert len(found) <= MOST
        hits += bool(found) and max(shared(found[0], box) for box in right) >= GOOD
    return hits / COUNT


def test_the_card_of_a_screenshot_is_proposed_first(recipes: list[Recipe]) -> None:
    assert rate(lambda at: card_screenshot(recipes[at], Random(at))) >= 0.9


def test_the_picture_on_a_screenshot_of_a_page_is_proposed_first(recipes: list[Recipe]) -> None:
    assert rate(lambda at: page_screenshot(recipes[at], Random(at))) >= 0.9


def test_one_of_two_things_is_proposed_first(recipes: list[Recipe]) -> None:
    assert rate(lambda at: two_things(recipes[at], recipes[COUNT + at], Random(at))) >= 0.9


def test_a_picture_laid_over_another_is_proposed_first(recipes: list[Recipe]) -> None:
    assert rate(lambda at: picture_in_picture(recipes[at], Random(at))) >= 0.9


def test_a_thing_on_a_photograph_is_proposed_first(recipes: list[Recipe]) -> None:
    assert rate(lambda at: on_photograph(recipes[at], Random(at))) >= 0.65


def test_both_of_two_things_are_among_the_boxes(recipes: list[Recipe]) -> None:
    both = 0
    for at in range(COUNT):
        image, things = two_things(recipes[at], recipes[COUNT + at], Random(at))
        found = propose_boxes(image)
        both += all(max(shared(box, thing) for box in found) >= GOOD for thing in things)
    assert both >= COUNT * 0.8


@pytest.mark.parametrize("size", [(16, 16), (1000, 16), (16, 1000), (1000, 1000), (257, 63)])
@pytest.mark.parametrize("kind", ["even", "noise", "gradient"])
def test_boxes_lie_in_the_photo_whatever_its_shape(size: tuple[int, int], kind: str) -> None:
    grey = {"even": Image.new("L", size, 90), "noise": Image.effect_noise(size, 90)}.get(kind)
    grey = grey if grey is not None else Image.linear_gradient("L").resize(size)
    for box in propose_boxes(grey.convert("RGB")):
        assert 0 <= box.left < box.right <= size[0]
        assert 0 <= box.top < box.bottom <= size[1]


def test_an_even_photo_has_no_boxes_and_the_same_photo_the_same_ones() -> None:
    assert propose_boxes(Image.new("RGB", (500, 400), "teal")) == ()
    image = Image.new("RGB", (500, 400), "white")
    image.paste(Image.radial_gradient("L").convert("RGB"), (100, 80))
    first = propose_boxes(image)
    assert first == propose_boxes(image)
    assert isinstance(first[0], Region)
    assert shared(first[0], Region(100, 80, 356, 336)) > 0.7
