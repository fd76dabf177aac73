"""Somebody's words in a cell: never a formula, in whatever width its sign is written."""

import pytest

from sourcing_app.ui.spreadsheet_text import joined_cell, text_cell


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "|", "%", "\t=", "\r=", "＝", "＋", "－", "＠", "\u200b＝", "\u202e="]
)
def test_a_sign_that_begins_a_formula_is_made_text_wide_or_narrow(sign: str) -> None:
    assert text_cell(f"{sign}cmd|' /C calc'!A0").startswith("'")
    assert text_cell(f" {sign}1").startswith("'")


def test_words_stay_as_they_are_on_one_line() -> None:
    assert text_cell("茶杯 300ml\n蓝色 A＝B") == "茶杯 300ml 蓝色 A＝B"


def test_parts_that_were_shut_in_stay_so() -> None:
    assert joined_cell("2 × \u2068תיק\u2069; 3 × 杯") == "2 × \u2068תיק\u2069; 3 × 杯"
    assert joined_cell("\u2068=תיק\u2069").startswith("'")
