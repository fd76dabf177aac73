"""Prices as people type them."""

from __future__ import annotations

import pytest

from sourcing_app.domain.money import Money
from sourcing_app.errors import InvalidInput
from sourcing_app.ui.results.price_text import check_range, read_price


@pytest.mark.parametrize(
    ("text", "mark", "yuan"),
    [
        ("12", ".", "12"), ("12.5", ".", "12.5"), ("12,5", ".", "12.5"), ("¥1,234.50", ".", "1234.50"),
        ("CN¥ 10", ".", "10"), ("1.234,50", ",", "1234.50"), ("1,234", ".", "1234"), ("1,234", ",", "1.234"),
        ("１２．５", ".", "12.5"), ("10元", ".", "10"), ("5.", ".", "5"), (".5", ".", ".5"),
    ],
)  # fmt: skip
def test_an_amount_is_read(text: str, mark: str, yuan: str) -> None:
    assert read_price(text, mark) == Money.from_yuan(yuan)


def test_nothing_is_no_price() -> None:
    assert read_price("  ") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("abc", "not_an_amount"), ("1.2.3", "not_an_amount"), ("-5", "negative"), ("99999999999", "too_large"),
        ("1e5", "not_an_amount"), (".", "not_an_amount"), ("١٢", "not_an_amount"), ("NaN", "not_an_amount"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_price(text)
    assert caught.value.reason == reason


def test_reversed_prices_are_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        check_range(Money.from_yuan(5), Money.from_yuan(4))
    assert caught.value.reason == "reversed"


def test_equal_prices_are_a_range() -> None:
    check_range(Money.from_yuan(5), Money.from_yuan(5))
