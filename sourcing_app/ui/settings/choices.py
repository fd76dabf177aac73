"""What can be chosen: languages, translations of titles, local currencies, and what is guessed for a newcomer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale

from sourcing_app.config.settings import Settings

LANGUAGES = (("en", "English"), ("ja", "日本語"))
"""Of the program, by their own names."""

OFFER_LANGUAGES = (
    ("en", "English"), ("ja", "日本語"), ("vi", "Tiếng Việt"), ("ko", "한국어"), ("ru", "Русский"), ("es", "Español"),
    ("th", "ไทย"), ("id", "Bahasa Indonesia"), ("fr", "Français"), ("pt", "Português"), ("ar", "العربية"),
)  # fmt: skip
"""Of translated titles. Source: enums.json, country.language_codes."""

CURRENCIES = (
    "AUD", "BRL", "EUR", "GBP", "HKD", "IDR", "INR", "JPY", "KRW", "MXN", "MYR", "PHP", "RUB", "SGD", "THB",
    "TWD", "USD", "VND",
)  # fmt: skip


def guessed(settings: Settings, locale: QLocale) -> Settings:
    """Settings for someone with this locale: titles in their language, their currency beside yuan (without a rate yet)."""
    language = QLocale.languageToCode(locale.language())
    known = {code for code, _ in OFFER_LANGUAGES}
    currency = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    return replace(
        settings,
        offer_language=language if language in known else settings.offer_language,
        currency=currency if currency in CURRENCIES else settings.currency,
    )
