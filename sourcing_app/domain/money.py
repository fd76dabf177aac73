"""Money: exact, with its currency. The unit is named where a value enters (``from_yuan``, ``from_fen``)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import total_ordering

CNY = "CNY"
_EXACT = Context(prec=60)
_FEN = Decimal("0.01")


@total_ordering
@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in the currency's main unit (yuan for CNY).

    Unit prices may carry more than two decimals; what is paid is whole fen (see ``rounded``).
    Raises ValueError for an amount that is not finite, and when currencies mix.
    """

    amount: Decimal
    currency: str = CNY

    def __post_init__(self) -> None:
        if not self.amount.is_finite():
            raise ValueError(f"not an amount: {self.amount}")

    @classmethod
    def from_yuan(cls, value: str | int | Decimal) -> Money:
        """From decimal yuan, as search, detail and order totals have them. Never from a float."""
        try:
            return cls(Decimal(value))
        except InvalidOperation as error:
            raise ValueError(f"not an amount: {value!r}") from error

    @classmethod
    def from_fen(cls, value: int) -> Money:
        """From whole fen, as preview, create and payment calls have them."""
        return cls(Decimal(value).scaleb(-2, _EXACT))

    @classmethod
    def zero(cls, currency: str = CNY) -> Money:
        """Nothing, in this currency."""
        return cls(Decimal(0), currency)

    @property
    def fen(self) -> int:
        """Whole fen. Raises ValueError where a part of a fen would be lost."""
        scaled = self.amount.scaleb(2, _EXACT)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"not whole fen: {self.amount}")
        return int(scaled)

    def rounded(self) -> Money:
        """To whole fen, half up, as a line total on a receipt."""
        return Money(self.amount.quantize(_FEN, ROUND_HALF_UP, _EXACT), self.currency)

    def as_text(self) -> str:
        """Plain decimal text, exact, with at least two decimals and no zeros after them: "12.50", "0.125", "17.67" of 17.670."""
        exponent = self.amount.normalize(_EXACT).as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        return f"{self.amount:.{max(2, decimals)}f}"

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(_EXACT.add(self.amount, other.amount), self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(_EXACT.subtract(self.amount, other.amount), self.currency)

    def __mul__(self, factor: int | Decimal) -> Money:
        return Money(_EXACT.multiply(self.amount, Decimal(factor)), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.amount < other.amount

    def __bool__(self) -> bool:
        return bool(self.amount)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")


def total(amounts: list[Money] | tuple[Money, ...]) -> Money:
    """The sum; CNY 0 for nothing."""
    result = Money.zero(amounts[0].currency) if amounts else Money.zero()
    for amount in amounts:
        result = result + amount
    return result


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """What one yuan is worth in a local currency. as_of: the day the rate is of, ISO text; source: who says so."""

    currency: str
    per_yuan: Decimal
    as_of: str
    source: str

    def convert(self, amount: Money) -> Money:
        """To the local currency, not rounded. Always shown with "≈", the rate and its day."""
        return Money(_EXACT.multiply(amount.amount, self.per_yuan), self.currency)
