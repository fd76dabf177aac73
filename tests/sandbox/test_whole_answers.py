"""Every call of the marketplace, asked as its document asks it, answers today what it answered when the answers were read."""

from __future__ import annotations

import json

import pytest

from sourcing_app.sandbox.shop.shop import Shop
from tests.sandbox.course import FILE, course

KEPT = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def answered() -> list[list[object]]:
    return [list(step) for step in json.loads(json.dumps(list(course(Shop.generated()))))]


@pytest.mark.parametrize("number", range(len(KEPT)), ids=lambda number: f"{number} {KEPT[number][0]}")
def test_every_answer_is_the_one_that_was_read(answered: list[list[object]], number: int) -> None:
    assert answered[number] == KEPT[number]


def test_nothing_more_is_answered(answered: list[list[object]]) -> None:
    assert [step[0] for step in answered] == [step[0] for step in KEPT]
