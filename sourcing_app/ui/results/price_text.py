"""An amount as someone types or pastes it: "¥1,234.50", "1 234,5", "12". Ambiguous input is refused, never guessed."""

from __future__ import annotations

from sourcing_app.domain.money import Money
from sourcing_app.errors import InvalidInput
from sourcing_app.ui.typed_number import Signs, read_number

MAX_YUAN = 10_000_000
_YUAN = ("cn¥", "cn￥", "cny", "rmb", "¥", "￥", "元", "yuan")


def read_price(text: str, signs: Signs | None = None) -> Money | None:
    """Yuan; None for nothing typed. signs: how numbers are written here, those of the program and the computer if None.

    Raises InvalidInput("price", reason) as ``read_number``, and "too_large".
    """
    number = read_number(text, "price", _YUAN, signs)
    if number is None:
        return None
    if number > MAX_YUAN:
        raise InvalidInput("price", "too_large")
    return Money(number)


def check_range(low: Money | None, high: Money | None) -> None:
    """Raises: InvalidInput("price", "reversed")."""
    if low is not None and high is not None and low > high:
        raise InvalidInput("price", "reversed")
