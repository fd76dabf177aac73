"""What may be typed or pasted as a quantity."""

import pytest

from sourcing_app.errors import InvalidInput
from sourcing_app.ui.quantity_text import begins_a_quantity, parse_block, parse_quantity


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("", 0), ("  ", 0), ("0", 0), ("24", 24), (" 24 ", 24), ("1,234", 1234), ("1,234,567", 1234567),
        ("２４", 24), ("24 pcs", 24), ("24件", 24), ("+5", 5), ("20.0", 20), ("007", 7),
    ],
)  # fmt: skip
def test_a_quantity_is_understood_as_people_write_it(text: str, quantity: int) -> None:
    assert parse_quantity(text) == quantity


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("-5", "negative"), ("−5", "negative"), ("1.5", "fraction"), ("1.234", "ambiguous"), ("1,5", "fraction"),
        ("abc", "not_a_number"), ("12,34", "fraction"), ("1e3", "unit"), ("9" * 13, "too_long"), ("=1+1", "not_a_number"),
        ("2.5", "fraction"), ("2 dozen", "unit"), ("10 200", "two_numbers"),
    ],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_quantity(text)
    assert caught.value.reason == reason


def test_a_block_is_cut_at_tabs_and_lines_and_its_last_line_end_is_no_row() -> None:
    assert parse_block("1\t2\r\n3\t\r\n") == [["1", "2"], ["3", ""]]


def test_a_unit_of_the_offer_is_understood_and_pieces_of_what_is_no_piece_are_not() -> None:
    assert parse_quantity("2 双", ("双", "pairs")) == parse_quantity("2 Pairs", ("双", "pairs")) == 2
    assert parse_quantity("2 pcs", ("件", "Piece")) == 2
    for text in ("2 pcs", "2 打"):
        with pytest.raises(InvalidInput, match="unit"):
            parse_quantity(text, ("双", "pairs"))


def test_digits_and_signs_begin_a_quantity_and_letters_do_not() -> None:
    begin = ("1", "９", "٣", "12", "-", "+", ".", ",", "½", "²", "一", "(")
    assert [each for each in (*begin, "a", "", " ", "x5") if begins_a_quantity(each)] == list(begin)
