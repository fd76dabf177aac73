"""What a person made of the columns, kept by their names."""

from __future__ import annotations

import pytest

from sourcing_app.ui.tables.column import Sorting
from sourcing_app.ui.tables.kept_columns import KeptColumns

KEPT = KeptColumns(("b", "a", "c"), {"a": 90}, frozenset({"c"}), Sorting("a", True))


def test_order_widths_visibility_and_sort_come_back_as_they_were_written() -> None:
    assert KeptColumns.of(KEPT.as_text()) == KEPT


@pytest.mark.parametrize("text", [None, b"\x00\xff", "", "[]", "3", "{", "null"])
def test_what_is_not_kept_columns_is_nothing(text: object) -> None:
    assert KeptColumns.of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"order": 3, "widths": [], "hidden": {}, "sort": "a"}',
        '{"order": [1], "widths": {"a": -1, "b": "9", "c": 99999, "d": true}, "hidden": [null], "sort": ["a", "x"]}',
    ],
)
def test_a_part_that_cannot_be_read_is_as_on_the_first_day(text: str) -> None:
    assert KeptColumns.of(text) == KeptColumns()


def test_a_column_that_is_new_stands_behind_the_one_it_follows_and_one_that_is_gone_is_forgotten() -> None:
    assert KEPT.arranged(["a", "new", "b"]) == ["b", "a", "new"]
    assert KEPT.arranged(["first", "a", "b"]) == ["first", "b", "a"]
