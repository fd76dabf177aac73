"""A stranger's text cannot turn, hide or paint over what stands beside it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_app.domain.foreign_text import LONGEST, clean, isolated

HOSTILE = ["\u202e", "\u202d", "\u202b", "\u2066", "\u2067", "\u2068", "\u2069", "\u200f", "\u200e", "\u061c", "\u2060",
           "\u200b", "\ufeff", "\x00", "\x1b", "\x7f", "\x85", "\u00ad", "\U000e0041"]  # fmt: skip


@pytest.mark.parametrize("mark", HOSTILE)
def test_what_turns_or_cannot_be_seen_is_taken_out(mark: str) -> None:
    assert clean(f"帆布{mark}袋") == "帆布袋"
    assert mark not in isolated(f"帆{mark}布袋")


@pytest.mark.parametrize("text", ["帆布袋 30×40cm", "Ünïcödé", "👨‍👩‍👧‍👦", "क्षि", "a\tb\nc", "é́", "می‌خواهم", "🏳️‍🌈"])
def test_what_people_write_stays(text: str) -> None:
    assert clean(text) == text


def test_letters_from_right_to_left_are_shut_in_and_nothing_else_is() -> None:
    assert isolated("תיק בד") == "\u2068תיק בד\u2069"
    assert isolated("حقيبة 12") == "\u2068حقيبة 12\u2069"
    assert isolated("帆布袋 A-12 (x)") == "帆布袋 A-12 (x)"


def test_a_cut_text_is_still_shut_in() -> None:
    found = isolated("א" * 100, 10)
    assert found == "\u2068" + "א" * 9 + "…\u2069"


def test_piles_of_accents_and_endless_joined_emoji_are_cut_down() -> None:
    assert clean("a" + "\u0336" * 500) == "a" + "\u0336" * 4
    assert "\u200d" not in clean("👩\u200d" * 40_000)
    assert len(clean("字" * 50_000)) == LONGEST


@given(st.text(max_size=80))
def test_nothing_that_turns_a_direction_is_left_in_any_text(text: str) -> None:
    found = clean(text)
    turning = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    assert not any(unicodedata.bidirectional(each) in turning for each in found)
    assert clean(found) == found
    inner = isolated(text)
    assert (inner.count("\u2068"), inner.count("\u2069")) in ((0, 0), (1, 1))
