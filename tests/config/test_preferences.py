"""What the texts of the settings become for those who work by them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sourcing_app.config.settings import Settings, preferences_of
from sourcing_app.domain.money import ExchangeRate, Money
from sourcing_app.domain.preferences import Preferences


def test_every_choice_arrives() -> None:
    chosen = Settings(
        offer_language="vi",
        currency="JPY",
        rate="21.3",
        rate_day="2026-11-21",
        ask_above_yuan="777.50",
        refresh_minutes=15,
    )
    rate = ExchangeRate("JPY", Decimal("21.3"), "2026-11-21", "own")
    assert preferences_of(chosen) == Preferences("vi", rate, Money.from_yuan("777.50"), 15)


def test_without_a_currency_a_rate_says_nothing() -> None:
    assert preferences_of(Settings(rate="21.3")).rate is None


@pytest.mark.parametrize("text", ["", "0", "-3", "NaN", "Infinity", "many"])
def test_what_is_no_amount_counts_as_not_chosen(text: str) -> None:
    made = preferences_of(Settings(currency="JPY", rate=text, ask_above_yuan=text))
    assert (made.rate, made.ask_above) == (None, None)
