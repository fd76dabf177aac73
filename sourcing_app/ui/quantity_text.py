"""From typed or pasted text to quantities, refusing what can be read in two ways."""

from __future__ import annotations

import re
import unicodedata

from sourcing_app.errors import InvalidInput

MAX_DIGITS = 12
"""Longer than any quantity that can be meant; bounds what is typed and painted."""

_GROUPED = re.compile(r"\d{1,3}([,' \u00a0\u202f])\d{3}(\1\d{3})*")
_UNIT = re.compile(r"(?<=\d)\s*[^\W\d_]{1,12}\.?$")
_MAX_PASTED = 200_000


def parse_quantity(text: str) -> int:
    """Whole sale units; "" is 0. Full-width digits, "1,234" and "20 pcs" are understood.

    Raises InvalidInput("quantity", reason): "negative", "fraction" (a decimal mark), "too_long", "not_a_number".
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = _UNIT.sub("", plain).strip()
    if not plain:
        return 0
    if re.fullmatch(r"[-−]\s*\d.*", plain):
        raise InvalidInput("quantity", "negative", text=text[:40])
    plain = plain.lstrip("+")
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"\D", "", plain)
    if re.fullmatch(r"\d+[.,]\d+", plain):
        return _whole(plain, text)
    if not (plain.isascii() and plain.isdecimal()):
        raise InvalidInput("quantity", "not_a_number", text=text[:40])
    if len(plain) > MAX_DIGITS:
        raise InvalidInput("quantity", "too_long", text=text[:40])
    return int(plain)


def _whole(plain: str, text: str) -> int:
    """ "20.0" from a spreadsheet is 20; "1.5" and the ambiguous "1.234" are refused."""
    whole, _, decimals = re.sub(",", ".", plain).partition(".")
    if set(decimals) == {"0"} and len(decimals) != 3 and len(whole) <= MAX_DIGITS:
        return int(whole)
    raise InvalidInput("quantity", "fraction", text=text[:40])


def parse_block(text: str) -> list[list[str]]:
    """Rows and cells of pasted text: tabs or, without tabs, one cell a line. A trailing line end makes no row."""
    lines = text[:_MAX_PASTED].replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    return [line.split("\t") for line in lines]


def is_digit_typed(text: str) -> bool:
    """Whether a typed character begins a quantity (full-width digits count)."""
    return len(text) == 1 and unicodedata.normalize("NFKC", text).isdecimal()
