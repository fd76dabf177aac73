"""What the buyer has chosen, as those who work by it need it: read from the settings once for an account."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.domain.money import ExchangeRate, Money


@dataclass(frozen=True, slots=True)
class Preferences:
    """For as long as an account is in; a change makes the account's use cases anew, with another record.

    offer_language: of translated titles, a platform code ("en", "ja"). rate: None where no local currency is shown.
    ask_above: an order above this sum takes a second question, None for the platform's large sum. refresh_minutes: how
    often orders are read by themselves, at least 1.
    """

    offer_language: str = "en"
    rate: ExchangeRate | None = None
    ask_above: Money | None = None
    refresh_minutes: int = 5
