"""An amount as someone types or pastes it: "¥1,234.50", "1 234,5", "12". Ambiguous input is refused, never guessed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from sourcing_app.domain.money import Money
from sourcing_app.errors import InvalidInput

MAX_YUAN = 10_000_000


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"(CN¥|CNY|RMB|¥|元|\s|'|’)", re.IGNORECASE)


@cache
def _grouped_point() -> re.Pattern[str]:
    return re.compile(r"^\d{1,3}(,\d{3})+(\.\d*)?$")


@cache
def _grouped_comma() -> re.Pattern[str]:
    return re.compile(r"^\d{1,3}(\.\d{3})+(,\d*)?$")


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"^\d*([.,]\d*)?$")


def read_price(text: str, decimal_point: str = ".") -> Money | None:
    """Yuan; None for nothing typed. decimal_point: the person's own.

    Raises: InvalidInput("price", "not_an_amount" | "negative" | "too_large").
    """
    plain = _marks().sub("", unicodedata.normalize("NFKC", text))
    if not plain:
        return None
    if plain.startswith(("-", "−")):
        raise InvalidInput("price", "negative")
    number = _number(plain, decimal_point)
    try:
        price = Money.from_yuan(number)
    except ValueError as error:
        raise InvalidInput("price", "not_an_amount") from error
    if price.amount > MAX_YUAN:
        raise InvalidInput("price", "too_large")
    return price


def _number(plain: str, decimal_point: str) -> str:
    if not plain.isascii() or not any(character.isdigit() for character in plain):
        raise InvalidInput("price", "not_an_amount")
    ambiguous = re.match(r"^\d{1,3}[.,]\d{3}$", plain) is not None
    if ambiguous:
        mark = plain[-4]
        return plain.replace(mark, "." if mark == decimal_point else "")
    if _grouped_point().match(plain):
        return plain.replace(",", "")
    if _grouped_comma().match(plain):
        return plain.replace(".", "").replace(",", ".")
    if _plain().match(plain):
        return plain.replace(",", ".")
    raise InvalidInput("price", "not_an_amount")


def check_range(low: Money | None, high: Money | None) -> None:
    """Raises: InvalidInput("price", "reversed")."""
    if low is not None and high is not None and low > high:
        raise InvalidInput("price", "reversed")
