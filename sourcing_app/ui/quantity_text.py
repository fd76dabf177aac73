"""From typed or pasted text to quantities, refusing what can be read in two ways."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from sourcing_app.errors import InvalidInput
from sourcing_app.ui.typed_number import MAX_DIGITS, Signs, read_number

_PIECES = (
    "pcs", "pc", "piece", "pieces", "ea", "each", "unit", "units", "件", "个", "個", "只", "枚", "点", "개", "stk", "stück", "шт",
    "szt", "pz", "pza", "pzas", "ud", "uds", "pièce", "pièces", "cái", "chiếc", "ชิ้น", "قطعة",
)  # fmt: skip
"""Words for one piece, as people write them behind a number; a dozen, a pair or a carton is none."""
_MAX_PASTED = 200_000


def parse_quantity(text: str, units: Iterable[str] = (), signs: Signs | None = None) -> int:
    """Whole sale units; "" is 0. Any script's digits, "1,234" and "20 pcs" are understood.

    units: the offer's own words for what it sells; where it is no piece, "20 pcs" of it is not 20 of it, and refused.

    Raises InvalidInput("quantity", reason) as ``read_number``, and "fraction" for what is no whole number.
    """
    own = {word.strip().casefold() for word in units} - {""}
    counted = own | set(_PIECES) if not own or own & set(_PIECES) else own
    number = read_number(text, "quantity", {word for word in counted if word.isalpha()}, signs)
    if number is None:
        return 0
    if number != number.to_integral_value():
        raise InvalidInput("quantity", "fraction", text=text[:40])
    return int(number)


def parse_block(text: str) -> list[list[str]]:
    """Rows and cells of pasted text: tabs or, without tabs, one cell a line. A trailing line end makes no row."""
    lines = text[:_MAX_PASTED].replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    return [line.split("\t") for line in lines]


def begins_a_quantity(text: str) -> bool:
    """Whether what was typed, or given by an input method at once, begins a quantity, right or wrong.

    A digit of any script, and every sign: a minus that was passed over would leave another number behind.
    """
    return bool(text) and (unicodedata.category(text[0])[0] in "NPS" or unicodedata.numeric(text[0], None) is not None)


__all__ = ["MAX_DIGITS", "begins_a_quantity", "parse_block", "parse_quantity"]
