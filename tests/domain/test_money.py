from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_app.domain.money import ExchangeRate, Money, total

FEN = st.integers(-(10**15), 10**15)


@given(FEN)
def test_fen_come_back_as_they_went(fen: int) -> None:
    assert Money.from_fen(fen).fen == fen
    assert Money.from_yuan(Money.from_fen(fen).as_text()) == Money.from_fen(fen)


@given(st.lists(FEN, max_size=30))
def test_no_sum_loses_a_fen(amounts: list[int]) -> None:
    assert total([Money.from_fen(fen) for fen in amounts]).fen == sum(amounts)


@given(FEN, FEN)
def test_adding_and_taking_away_is_nothing(first: int, second: int) -> None:
    one, other = Money.from_fen(first), Money.from_fen(second)
    assert one + other - other == one and Money.zero() - one == -one
    assert (one < other) == (first < second)


@given(FEN, st.integers(0, 10**7))
def test_m14_a_large_quantity_never_overflows(fen: int, quantity: int) -> None:
    assert (Money.from_fen(fen) * quantity).fen == fen * quantity


@pytest.mark.parametrize(("text", "fen"), [("0.125", 13), ("0.124", 12), ("0.005", 1), ("-0.005", -1), ("2.675", 268)])
def test_half_a_fen_is_rounded_away_from_nothing(text: str, fen: int) -> None:
    assert Money.from_yuan(text).rounded().fen == fen


def test_m12_yuan_and_fen_are_never_the_same() -> None:
    assert Money.from_fen(1250) == Money.from_yuan("12.50") != Money.from_yuan(1250)


@pytest.mark.parametrize("text", ["", "x", "NaN", "Infinity", "-Infinity", "1,5", "¥1"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        Money.from_yuan(text)


def test_parts_of_a_fen_are_never_dropped_silently() -> None:
    with pytest.raises(ValueError, match="not whole fen"):
        _ = Money.from_yuan("0.125").fen


def test_currencies_do_not_mix() -> None:
    yen = Money(Decimal(1), "JPY")
    for mixing in (lambda: yen + Money.zero(), lambda: yen - Money.zero(), lambda: yen < Money.zero()):
        with pytest.raises(ValueError, match="do not mix"):
            mixing()
    assert yen != Money(Decimal(1))


@pytest.mark.parametrize(("text", "shown"), [("12.5", "12.50"), ("0.125", "0.125"), ("1E+3", "1000.00"), ("0", "0.00")])
def test_the_text_has_two_decimals_or_as_many_as_there_are(text: str, shown: str) -> None:
    assert Money.from_yuan(text).as_text() == shown


def test_nothing_is_false_and_the_sum_of_nothing() -> None:
    assert not Money.zero() and Money.from_fen(1) and total([]) == Money.zero()


def test_a_rate_converts_without_rounding() -> None:
    rate = ExchangeRate("JPY", Decimal("21.337"), "2026-11-21", "test")
    assert rate.convert(Money.from_yuan("10.01")) == Money(Decimal("213.58337"), "JPY")


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("17.670", "17.67"),
        ("0.125", "0.125"),
        ("12.5", "12.50"),
        ("12", "12.00"),
        ("1E+2", "100.00"),
        ("0.000", "0.00"),
    ],
)
def test_text_has_two_decimals_and_more_only_where_they_count(given: str, text: str) -> None:
    assert Money.from_yuan(given).as_text() == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_text_keeps_every_part_of_a_fen(amount: Decimal) -> None:
    assert Money.from_yuan(Money(amount).as_text()) == Money(amount)
