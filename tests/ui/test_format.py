"""Values as text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from sourcing_app.domain.money import ExchangeRate, Money
from sourcing_app.ui.format import age_text, count_text, left_text, local_text, money_text, percent_text, rate_text

EN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
DE = QLocale(QLocale.Language.German, QLocale.Country.Germany)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
YEN = ExchangeRate("JPY", Decimal("21.30"), "2026-11-21", "ECB")


@pytest.mark.parametrize(
    ("yuan", "text"),
    [
        ("12.5", "CN¥12.50"),
        ("0", "CN¥0.00"),
        ("1234567.89", "CN¥1,234,567.89"),
        ("0.125", "CN¥0.125"),
        ("-3", "−CN¥3.00"),
        ("999999999999999999.99", "CN¥999,999,999,999,999,999.99"),
    ],
)
def test_yuan_are_exact_and_never_a_bare_sign(yuan: str, text: str) -> None:
    assert money_text(Money.from_yuan(yuan), EN) == text


def test_the_marks_are_the_locales() -> None:
    assert money_text(Money.from_yuan("1234.5"), DE) == "CN¥1.234,50"


def test_no_amount_is_a_dash() -> None:
    assert money_text(None) == "—"


def test_a_converted_amount_carries_about_and_whole_yen() -> None:
    assert local_text(Money.from_yuan("12.50"), YEN, EN) == "≈ ¥266"


def test_without_a_rate_nothing_is_converted() -> None:
    assert local_text(Money.from_yuan("12.50"), None) == ""
    assert local_text(Money(Decimal("12.50"), "USD"), YEN, EN) == ""


def test_the_rate_says_its_day() -> None:
    assert rate_text(YEN) == "CN¥1 = ¥21.3 (2026-11-21)"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (None, "—"),
        (0, "0"),
        (999, "999"),
        (1000, "1k"),
        (1299, "1.2k"),
        (24_500, "24k"),
        (999_999, "999k"),
        (1_250_000, "1.2M"),
    ],
)
def test_counts_are_short_and_never_rounded_up(count: int | None, text: str) -> None:
    assert count_text(count) == text


@pytest.mark.parametrize(
    ("share", "text"), [(None, "—"), ("0.22", "22%"), ("0.046", "4.6%"), ("1", "100%"), ("0", "0%")]
)
def test_shares_are_percent(share: str | None, text: str) -> None:
    assert percent_text(None if share is None else Decimal(share)) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(-5, "just now"), (59, "just now"), (60, "1 min"), (7300, "2 h"), (200_000, "2 d")]
)
def test_ages_have_one_unit(seconds: int, text: str) -> None:
    assert age_text(NOW - timedelta(seconds=seconds), NOW) == text


@pytest.mark.parametrize(("minutes", "text"), [(-1, "overdue"), (10, "10 min"), (70, "1 h 10 min"), (3000, "2 d 2 h")])
def test_time_left_is_said(minutes: int, text: str) -> None:
    assert left_text(NOW + timedelta(minutes=minutes), NOW) == text
