"""A number as people of any country type or paste it, read exactly or refused.

One language's thousands sign is another's decimal sign: "1.000" is a thousand in Berlin and one in London. What has one
reading everywhere is taken ("1,234.50", "1.234.567", "1'000", "١٬٠٠٠", "1,00,000"); what has two is taken only where the
signs of this program and of this computer agree on one of them; all else is refused, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QLocale

from sourcing_app.errors import InvalidInput

MAX_DIGITS = 12
"""Longer than any number that can be meant; bounds what is read and painted."""
MAX_TYPED = 200
"""Characters that a field for a number holds. Longer than what is read, so that a cut text is always refused."""

_LONGEST = 64
_SPACES = " \u00a0\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "'\u2019\u02bc"
_MINUS = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_UNSEEN = dict.fromkeys(
    map(ord, "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
)
_TO_PLAIN = str.maketrans({"，": ",", "．": ".", "＋": "+", "＇": "'", "（": "(", "）": ")", "٬": "'", "٫": "\u066b"})
_ZERO, _WIDE_ZERO = ord("0"), ord("０")
_DECIMAL_ONLY = "\u066b"
_WESTERN = r"[0-9]{1,3}(?:([^0-9])[0-9]{3})(?:\1[0-9]{3})*"
_INDIAN = r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"


@dataclass(frozen=True, slots=True)
class Signs:
    """How numbers are written here. groups, decimals: the signs of thousands and of decimals, of all who may be meant."""

    groups: frozenset[str]
    decimals: frozenset[str]

    @classmethod
    def of(cls, *locales: QLocale) -> Signs:
        """The signs of all these; every kind of blank counts as " ", every apostrophe as "'"."""
        groups = frozenset(_plain_sign(each.groupSeparator()) for each in locales)
        return cls(groups, frozenset(_plain_sign(each.decimalPoint()) for each in locales))

    def are_thousands(self, sign: str) -> bool:
        """Whether this sign marks thousands here, and decimals for nobody who may be meant."""
        return sign in self.groups and sign not in self.decimals


def signs_here() -> Signs:
    """Those of the program's language and those of the computer."""
    return Signs.of(QLocale(), QLocale.system())


def read_number(text: str, field: str, units: Iterable[str] = (), signs: Signs | None = None) -> Decimal | None:
    """The exact number, never below zero; None where nothing was typed.

    units: words that may stand beside it and change nothing ("pcs", "CN¥"), in small letters.
    Raises InvalidInput(field, reason): "negative", "ambiguous" (two readings), "two_numbers" (blanks that may part them),
    "unit" (a word that is not among the units), "too_long", "not_a_number".
    """
    plain = text.translate(_UNSEEN).strip()
    if not plain:
        return None
    if len(plain) > _LONGEST or len(text) >= MAX_TYPED:  # a field that is full may have cut what was pasted
        raise InvalidInput(field, "too_long", text=text[:40])
    bare = _without_units(plain, units)
    try:
        return _value(_unsigned(_ascii_digits(bare.translate(_TO_PLAIN))), signs or signs_here())
    except _Unread as reason:
        raise InvalidInput(field, str(reason), text=text[:40]) from None


class _Unread(Exception):
    """Why a text is no number."""


def _plain_sign(sign: str) -> str:
    return " " if sign in _SPACES else "'" if sign in _APOSTROPHES else sign.translate(_TO_PLAIN)


def _without_units(text: str, units: Iterable[str]) -> str:
    """Without one unit before or behind. A sign may stand before the unit ("-CN¥5")."""
    for unit in sorted(units, key=len, reverse=True):
        low = text.casefold()
        if len(low) != len(text):
            break
        if low.removesuffix(".").endswith(unit):
            return text.removesuffix(".")[: -len(unit)].rstrip()
        if low.startswith(unit):
            return text[len(unit) :].lstrip()
        if low[0] in _MINUS + "+" and low[1:].lstrip().startswith(unit):
            return text[0] + text[1:].lstrip()[len(unit) :].lstrip()
    return text


def _ascii_digits(text: str) -> str:
    """Digits of one script as 0 to 9 (half and full width may mix); superscripts, fractions and numerals are no digits."""
    values = [unicodedata.decimal(character, None) for character in text]
    zeros = {ord(each) - value for each, value in zip(text, values, strict=True) if value is not None}
    if len({_ZERO if zero == _WIDE_ZERO else zero for zero in zeros}) > 1:
        raise _Unread("not_a_number")
    return "".join(each if value is None else str(value) for each, value in zip(text, values, strict=True))


def _unsigned(text: str) -> str:
    """Without a plus. Raises: a minus on either side, or the brackets of a bookkeeper."""
    bare = re.fullmatch(rf"([{re.escape(_MINUS)}])?\s*([0-9].*?|[.,][0-9]+)\s*([{re.escape(_MINUS)}])?", text)
    if bare and (bare[1] or bare[3]):
        raise _Unread("negative")
    if re.fullmatch(r"\([^()]*[0-9][^()]*\)", text):
        raise _Unread("negative")
    return re.sub(r"^\+\s*(?=[0-9.,])", "", text)


def _value(text: str, signs: Signs) -> Decimal:
    if not re.fullmatch(rf"[0-9.,{_DECIMAL_ONLY}{_APOSTROPHES}{_SPACES}]*", text) or not re.search("[0-9]", text):
        word = re.match(r"[0-9]+\s*(\w)", text)
        raise _Unread("unit" if word is not None and word[1].isalpha() else "not_a_number")
    if len(re.sub("[^0-9]", "", text)) > MAX_DIGITS:
        raise _Unread("too_long")
    whole, decimals = _parts(text, signs)
    return Decimal(f"{whole or '0'}.{decimals}" if decimals else whole)


def _parts(text: str, signs: Signs) -> tuple[str, str]:
    """(digits before, digits behind) the decimal sign."""
    marks = re.sub("[0-9]", "", text)
    if not marks:
        return text, ""
    last = marks[-1]
    if len(marks) == 1 and last in ".,":
        return _one_mark(text, last, signs)
    if last in ".," + _DECIMAL_ONLY and last not in marks[:-1]:
        whole, decimals = text.split(last)
        return _grouped(whole, signs) if marks[:-1] else whole, decimals
    return _grouped(text, signs), ""


def _one_mark(text: str, mark: str, signs: Signs) -> tuple[str, str]:
    """One point or comma: decimals, or thousands where three digits follow and it is the sign of thousands here."""
    whole, decimals = text.split(mark)
    if re.fullmatch("[1-9][0-9]{0,2}", whole) and len(decimals) == 3:
        if not signs.are_thousands(mark):
            raise _Unread("ambiguous")
        return whole + decimals, ""
    if mark == "," and len(decimals) > 3:  # "1,0000" may be ten thousand, counted in fours
        raise _Unread("ambiguous")
    if not whole and not decimals:
        raise _Unread("not_a_number")
    return whole, decimals


def _grouped(text: str, signs: Signs) -> str:
    """Digits in groups of three, or as India groups them, all with the same sign."""
    found = re.fullmatch(_WESTERN, text)
    if found is None and re.fullmatch(_INDIAN, text) is None:
        raise _Unread("two_numbers" if set(text) & set(_SPACES) else "not_a_number")
    if text[0] == "0":
        raise _Unread("not_a_number")
    if found is not None and found[1] in " \u3000" and " " not in signs.groups:
        raise _Unread("two_numbers")
    return re.sub("[^0-9]", "", text)
