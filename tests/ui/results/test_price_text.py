"""Prices as people type them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from sourcing_app.domain.money import Money
from sourcing_app.errors import InvalidInput
from sourcing_app.ui.results.price_text import check_range, read_price
from sourcing_app.ui.typed_number import Signs

ENGLISH = Signs.of(QLocale("en_US"))


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("12", "12"), ("12.5", "12.5"), ("12,5", "12.5"), ("¥1,234.50", "1234.50"), ("CN¥ 10", "10"), ("1.234,50", "1234.50"),
        ("1,234", "1234"), ("１２．５", "12.5"), ("10元", "10"), ("5.", "5"), (".5", ".5"), ("0.125", "0.125"), ("١٢", "12"),
    ],
)  # fmt: skip
def test_an_amount_is_read(text: str, yuan: str) -> None:
    assert read_price(text, ENGLISH) == Money.from_yuan(yuan)


def test_nothing_is_no_price() -> None:
    assert read_price("  ") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("abc", "not_a_number"), ("1.2.3", "not_a_number"), ("-5", "negative"), ("-¥5", "negative"), ("99999999999", "too_large"),
        ("1e5", "unit"), (".", "not_a_number"), ("NaN", "not_a_number"), ("1.234", "ambiguous"), ("5元5", "unit"),
        ("3万元", "unit"), ("1 2", "two_numbers"), ("5²", "not_a_number"), ("$5", "not_a_number"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_price(text, ENGLISH)
    assert caught.value.reason == reason


def test_reversed_prices_are_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        check_range(Money.from_yuan(5), Money.from_yuan(4))
    assert caught.value.reason == "reversed"


def test_equal_prices_are_a_range() -> None:
    check_range(Money.from_yuan(5), Money.from_yuan(5))
