"""Rectangles in a photo: their area, how much two are the same, and where they are once the photo is turned."""

from __future__ import annotations

import pytest

from sourcing_app.domain.picture import UPRIGHT, Orientation, Region

HERE = Region(10, 20, 30, 60)


@pytest.mark.parametrize(
    ("region", "area"),
    [(HERE, 800), (Region(0, 0, 1, 1), 1), (Region(5, 5, 5, 9), 0), (Region(9, 0, 5, 9), 0), (Region(0, 9, 9, 5), 0)],
)
def test_the_area_is_never_negative(region: Region, area: int) -> None:
    assert region.area == area


@pytest.mark.parametrize(
    ("other", "likeness"),
    [
        (HERE, 1),
        (Region(10, 20, 30, 40), 0.5),
        (Region(20, 40, 40, 80), 200 / 1400),
        (Region(0, 0, 100, 100), 800 / 10_000),
        (Region(29, 59, 31, 61), 1 / 803),
        (Region(30, 20, 50, 60), 0),
        (Region(10, 60, 30, 100), 0),
        (Region(40, 20, 50, 60), 0),
        (Region(40, 70, 50, 90), 0),
        (Region(5, 5, 5, 5), 0),
    ],
)
def test_the_likeness_is_what_both_share_of_what_both_cover(other: Region, likeness: float) -> None:
    assert HERE.likeness(other) == other.likeness(HERE) == pytest.approx(likeness)


@pytest.mark.parametrize(
    ("orientation", "there"),
    [
        (UPRIGHT, HERE),
        (Orientation(1), Region(140, 10, 180, 30)),
        (Orientation(2), Region(70, 140, 90, 180)),
        (Orientation(3), Region(20, 70, 60, 90)),
        (Orientation(0, True), Region(70, 20, 90, 60)),
        (Orientation(1, True), Region(140, 70, 180, 90)),
    ],
)
def test_a_rectangle_goes_with_the_photo_that_is_mirrored_and_then_turned(
    orientation: Orientation, there: Region
) -> None:
    assert HERE.turned(orientation, 100, 200) == there and there.area == HERE.area


def test_turning_on_and_mirroring_what_is_seen() -> None:
    assert [UPRIGHT.turned(by) for by in (1, 2, 3, 4, -1)] == [Orientation(each) for each in (1, 2, 3, 0, 3)]
    assert Orientation(1).mirrored() == Orientation(3, True) == Orientation(3, False).turned(2).mirrored()
    assert Orientation(2, True).mirrored() == Orientation(2) and Orientation(1, True).turned(1) == Orientation(2, True)
