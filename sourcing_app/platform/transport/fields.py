"""The wire's scalars, read tolerantly: each function takes whatever JSON brought and gives a typed value or None.

None of them raises for any JSON value. Numbers with a fraction are parsed as Decimal, so no float ever touches money.
Source: gateway.md, section 7; quirks.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from html import unescape
from typing import Any, NoReturn, TypeVar

from sourcing_app.domain.foreign_text import clean
from sourcing_app.domain.money import CNY, Money

T = TypeVar("T")
Json = Any
"""A JSON value as ``parse_json`` gives it: dict, list, str, int, Decimal, bool or None."""

CHINA = timezone(timedelta(hours=8))
"""The zone of every date the platform writes without one."""

_LONGEST_NUMBER = 40
"""Characters; longer texts are not numbers of this trade."""

ROW_ERRORS = (KeyError, TypeError, ValueError, IndexError, AttributeError, ArithmeticError)
"""What reading a malformed row may raise; anything else is a bug."""


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"not JSON: {name}")


_DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_constant)
_BOM = b"\xef\xbb\xbf"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")


def parse_json(raw: bytes) -> Json:
    """The JSON value, integers and decimals exact. Raises ValueError for anything that is not JSON in UTF-8."""
    try:
        value = _DECODER.decode(raw.removeprefix(_BOM).decode())
    except (ArithmeticError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return _whole_text(value) if b"\\u" in raw and _SURROGATE_ESCAPE.search(raw) else value


def _whole_text(value: Json) -> Json:
    """Half surrogate pairs cannot be stored or shown: they become U+FFFD."""
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole_text(item) for item in value]
    if isinstance(value, dict):
        return {_whole_text(key): _whole_text(item) for key, item in value.items()}
    return value


def text(value: Json) -> str:
    """Any scalar as text, "" for null, objects and lists."""
    if value.__class__ is str:
        return value.strip()
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def plain(value: Json) -> str:
    """Text for people: HTML entities resolved (titles carry them), and nothing in it that changes how other text looks."""
    found: str = value.strip() if value.__class__ is str else text(value)
    return clean(unescape(found) if "&" in found else found)


def optional(value: Json) -> str | None:
    """Text, or None where it is missing or empty."""
    return plain(value) or None


def id_text(value: Json) -> str:
    """An id as text whether it came as number or text; "" where missing, 0, or not an id (a fraction, an object)."""
    if value.__class__ is int:
        return str(value) if value > 0 else ""
    if value.__class__ is str:
        found: str = value.strip()
        return "" if found in ("0", "null") else found
    if isinstance(value, Decimal) and value > 0 and _sane(value) and value == value.to_integral_value():
        return str(int(value))
    return ""


def decimal(value: Json) -> Decimal | None:
    """An exact number from text or number; None for missing, not a number, or of absurd size."""
    if value.__class__ is str:
        return _decimal_text(value)
    if value.__class__ is int:
        return _decimal_text(str(value)) if abs(value) < 10**18 else None
    if isinstance(value, Decimal):
        return value if _sane(value) else None
    return None


def _uncached_decimal(found: str) -> Decimal | None:
    if len(found) > _LONGEST_NUMBER:
        return None
    try:
        number = Decimal(found)
    except InvalidOperation:
        return _decorated(found)
    return number if -13 < number.adjusted() < 18 and number.is_finite() else None


_decimal_text = lru_cache(maxsize=4096)(_uncached_decimal)


def _decorated(found: str) -> Decimal | None:
    """Numbers with a currency sign or grouping: "¥1,234.50"."""
    bare = found.strip().lstrip("¥￥").replace(",", "")
    try:
        number = Decimal(bare)
    except InvalidOperation:
        return None
    return number if _sane(number) else None


def _sane(number: Decimal) -> bool:
    """Finite and of a size with which arithmetic cannot overflow (M14)."""
    if not (number.is_finite() and -13 < number.adjusted() < 18):
        return False
    is_short = len(str(number)) <= _LONGEST_NUMBER  # quicker than to count the digits
    return is_short or len(number.as_tuple().digits) <= _LONGEST_NUMBER


def yuan(value: Json) -> Money | None:
    """Money from decimal yuan, text or number; None where missing or unreadable."""
    if value is None:
        return None
    if value.__class__ is str:
        return _yuan_text(value)
    number = decimal(value)
    return None if number is None else Money(number)


@lru_cache(maxsize=4096)
def _yuan_text(found: str) -> Money | None:
    number = _uncached_decimal(found)
    return None if number is None else Money(number)


def fen(value: Json) -> Money | None:
    """Money from whole fen, number or text; None where missing, unreadable or not whole."""
    number = count(value)
    return None if number is None else Money.from_fen(number)


def currency_of(value: Json) -> str:
    """A currency's three letters; yuan where none is told. The list names it ("USD, RMB, HKD ...")."""
    code = text(value).upper()
    return code if len(code) == 3 and code.isascii() and code.isalpha() and code != "RMB" else CNY


def count(value: Json) -> int | None:
    """A whole number from number or text; None for missing, unreadable, fractional or absurdly large."""
    if value.__class__ is int:
        return value if -(10**18) < value < 10**18 else None
    if value.__class__ is str and value.isdecimal() and value.isascii() and len(value) < 18:
        return int(value)
    number = decimal(value)
    return int(number) if number is not None and number == number.to_integral_value() else None


def at_least(value: Json, least: int) -> int:
    """A whole number, never below ``least``; ``least`` where it is missing."""
    number = count(value)
    return least if number is None or number < least else number


def flag(value: Json) -> bool | None:
    """A truth value, also as text ("true", "Y", "1"); None where missing or anything else."""
    if value is True or value is False:
        return value
    if isinstance(value, str):
        return _FLAGS.get(value.strip().lower())
    return {0: False, 1: True}.get(value) if value.__class__ is int else None


_FLAGS = {"true": True, "y": True, "yes": True, "1": True, "false": False, "n": False, "no": False, "0": False}


def fraction(value: Json) -> Decimal | None:
    """A rate as fraction of one, by shape: "22%" and "22" are 0.22, "0.4666" is itself. Source: gateway.md, section 7."""
    if value.__class__ is str:
        return _fraction_text(value)
    number = decimal(value)
    return number / 100 if number is not None and number > 1 else number


@lru_cache(maxsize=4096)
def _fraction_text(found: str) -> Decimal | None:
    bare = found.rstrip("%％ \t")
    number = _uncached_decimal(bare)
    if number is None:
        return None
    return number / 100 if len(bare) < len(found.rstrip()) or number > 1 else number


_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(\d{1,3})?)?\s*(?:([+-])(\d\d):?(\d\d)|Z)?", re.ASCII)
_SPELT = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d))?(?:[.,](\d{1,6}))?)?\s*(?:([+-])(\d\d):?(\d\d)|Z)?",
    re.ASCII,
)


def when(value: Json) -> datetime | None:
    """An aware time from any of the platform's forms; without an offset it is China time; None where unreadable.

    ``yyyyMMddHHmmssSSSZ`` (with or without milliseconds), ``yyyy-MM-dd HH:mm:ss``, ``yyyyMMdd``, epoch milliseconds.
    """
    if value.__class__ is str:
        return _when_text(value)
    if value.__class__ is int:
        return _epoch(value)
    return None


def _epoch(milliseconds: int) -> datetime | None:
    """From epoch milliseconds between 2001 and 2286; smaller and larger numbers are something else."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if 10**12 <= milliseconds < 10**13 else None


@lru_cache(maxsize=4096)
def _when_text(found: str) -> datetime | None:
    if len(found) == 19 and found[4] == "-":
        try:
            return datetime.fromisoformat(found).replace(tzinfo=CHINA)
        except ValueError:
            return None
    found = found.strip()
    if found.isascii() and found.isdigit() and len(found) == 13:
        return _epoch(int(found))
    match = _COMPACT.fullmatch(found) or _SPELT.fullmatch(found)
    if match is None:
        return None
    year, month, day, hour, minute, second, part, sign, off_hours, off_minutes = match.groups()
    try:
        return datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
            int((part or "0").ljust(6, "0")), _zone(found, sign, off_hours, off_minutes),
        )  # fmt: skip
    except ValueError:
        return None


def _zone(found: str, sign: str | None, hours: str | None, minutes: str | None) -> timezone:
    if sign is None or hours is None or minutes is None:
        return UTC if found.endswith("Z") else CHINA
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if sign == "-" else offset)


def rows(value: Json) -> list[Json]:
    """A list; a single object where a list was to be expected counts as a list of one; [] for anything else."""
    if value.__class__ is list:
        return value
    return [value] if value.__class__ is dict else []


def members(value: Json) -> dict[str, Json]:
    """An object's members; {} for anything else."""
    return value if value.__class__ is dict else {}


def texts(value: Json) -> tuple[str, ...]:
    """The non-empty texts of a list, or of a comma-separated text."""
    found = value.split(",") if value.__class__ is str else rows(value)
    return tuple(item for item in map(plain, found) if item)


def each(found: Iterable[Json], decode: Callable[[dict[str, Json]], T]) -> tuple[tuple[T, ...], int]:
    """Decode rows one by one: (those that can be read, how many cannot). One bad row never costs the page (N08)."""
    good: list[T] = []
    skipped = 0
    for row in found:
        try:
            if row.__class__ is not dict:
                raise TypeError("not an object")
            good.append(decode(row))
        except ROW_ERRORS:
            skipped += 1
    return tuple(good), skipped
