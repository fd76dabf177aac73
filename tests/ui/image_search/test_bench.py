"""What is done to a photo before it is searched by."""

from __future__ import annotations

import pytest

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.picture import UPRIGHT, FoundParts, Orientation, PreparedPicture, Region
from sourcing_app.ui.image_search.bench import MAX_REMEMBERED, FoundOffers, Look, PhotoBench

PHOTO = PreparedPicture(b"", 400, 300, "ab", 400, 300)
LEFT, RIGHT = Region(10, 20, 110, 140), Region(250, 30, 390, 160)
EVERY_WAY = [Orientation(quarters, mirrored) for quarters in range(4) for mirrored in (False, True)]


@pytest.fixture
def bench() -> PhotoBench:
    made = PhotoBench()
    made.take(PHOTO)
    return made


def regions(bench: PhotoBench, orientation: Orientation = UPRIGHT) -> list[Region]:
    return [box.region for box in bench.boxes(orientation)]


def test_the_platforms_boxes_follow_our_own_and_none_comes_twice(bench: PhotoBench) -> None:
    bench.show_own(FoundParts((LEFT,)))
    bench.show_theirs((Region(12, 22, 111, 139), RIGHT), UPRIGHT)
    assert [(box.region, box.by_platform) for box in bench.boxes(UPRIGHT)] == [(LEFT, False), (RIGHT, True)]


@pytest.mark.parametrize(
    "bad", [Region(0, 0, 400, 300), Region(10, 10, 500, 200), Region(5, 5, 9, 9), Region(20, 20, 10, 40)]
)
def test_a_box_of_the_platform_that_tells_nothing_is_left_out(bench: PhotoBench, bad: Region) -> None:
    bench.show_theirs((bad,), UPRIGHT)
    assert regions(bench) == []


def test_a_box_of_the_platform_around_two_things_is_left_out(bench: PhotoBench) -> None:
    bench.show_own(FoundParts((LEFT, RIGHT)))
    bench.show_theirs((Region(5, 15, 395, 170),), UPRIGHT)
    assert regions(bench) == [LEFT, RIGHT]


@pytest.mark.parametrize("way", EVERY_WAY)
def test_boxes_turn_with_the_photo_and_the_platforms_come_back_upright(bench: PhotoBench, way: Orientation) -> None:
    turned = LEFT.turned(way, PHOTO.width, PHOTO.height)
    bench.show_theirs((turned,), way)
    assert regions(bench) == [LEFT]
    assert regions(bench, way) == [turned]


@pytest.mark.parametrize("way", EVERY_WAY)
@pytest.mark.parametrize("then", EVERY_WAY)
def test_the_part_that_counts_turns_with_the_photo(bench: PhotoBench, way: Orientation, then: Orientation) -> None:
    bench.begin(Look(way, LEFT.turned(way, PHOTO.width, PHOTO.height)))
    assert bench.turned_region(then) == LEFT.turned(then, PHOTO.width, PHOTO.height)


def test_four_turns_and_two_mirrors_are_none() -> None:
    assert UPRIGHT.turned(1).turned(1).turned(1).turned(1) == UPRIGHT
    assert UPRIGHT.turned(1).mirrored().mirrored() == UPRIGHT.turned(1)
    assert UPRIGHT.turned(1).mirrored() == Orientation(3, is_mirrored=True)


def test_looks_are_taken_back_and_done_again(bench: PhotoBench) -> None:
    whole, left, turned = Look(), Look(UPRIGHT, LEFT), Look(Orientation(1), None)
    bench.begin(whole)
    assert not bench.can_undo
    assert bench.change(left)
    assert not bench.change(left), "the same look is no step"
    assert bench.change(turned)
    assert bench.undo()
    assert bench.undo()
    assert not bench.undo()
    assert bench.look == whole
    assert bench.redo()
    assert bench.look == left
    bench.change(whole)
    assert not bench.can_redo, "a new step ends what was taken back"


def test_what_a_look_found_is_kept_for_its_query_and_the_oldest_are_forgotten(bench: PhotoBench) -> None:
    found = FoundOffers(SearchQuery(), (), 0, 1, False, 0)
    looks = [Look(UPRIGHT, Region(0, 0, 20 + at, 20)) for at in range(MAX_REMEMBERED + 1)]
    for look in looks:
        bench.remember(look, found)
    assert bench.found(looks[0], SearchQuery()) is None
    assert bench.found(looks[1], SearchQuery()) is found
    assert bench.found(looks[1], SearchQuery(keyword="red")) is None


def test_another_photo_begins_anew(bench: PhotoBench) -> None:
    bench.show_own(FoundParts((LEFT,)))
    bench.remember(Look(), FoundOffers(SearchQuery(), (), 0, 1, False, 0))
    bench.change(Look(UPRIGHT, LEFT))
    bench.take(PHOTO)
    assert (regions(bench), bench.can_undo, bench.found(Look(), SearchQuery())) == ([], False, None)
