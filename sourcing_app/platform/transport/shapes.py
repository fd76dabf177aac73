"""Records that are read member by member: a table of our name, the wire's, and how it is read.

Where a record asks for judgement (a price that may be either of two, a row that must have an id) it is read by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sourcing_app.domain.money import CNY, Money
from sourcing_app.domain.words import Word
from sourcing_app.platform.transport.fields import ROW_ERRORS, Json, id_text, members, rows, text

T = TypeVar("T")
B = TypeVar("B")
W = TypeVar("W", bound=Word)
Read = Callable[[Json], Any]
Member = tuple[str, Read]


def shape(kind: type[T], /, **table: Member) -> Callable[[Json], T]:
    """What makes a record of an object. table: our member = (the wire's, how to read it); "a|b" takes the first that is
    there; a name with a dot is a member of a member."""
    taken = read_members(**table)
    return lambda row: kind(**taken(row))


def read_members(**table: Member) -> Callable[[Json], dict[str, Any]]:
    """As ``shape``, as keyword arguments for a record that has more members."""
    wanted = [(ours, theirs.split("|"), read) for ours, (theirs, read) in table.items()]

    def taken(row: Json) -> dict[str, Any]:
        return {ours: read(_first(members(row), names)) for ours, names, read in wanted}

    return taken


def _first(row: dict[str, Json], names: list[str]) -> Json:
    return next((found for name in names if (found := _inside(row, name)) is not None), None)


def _inside(row: dict[str, Json], name: str) -> Json:
    outer, dot, inner = name.partition(".")
    return members(row.get(outer)).get(inner) if dot else row.get(name)


def one(read: Callable[[Json], T]) -> Callable[[Json], T | None]:
    """A record inside a record; None where the wire has none or an empty one."""
    return lambda value: read(value) if members(value) else None


def many(read: Callable[[Json], T]) -> Callable[[Json], tuple[T, ...]]:
    """The records of a list; those that cannot be read are left out."""

    def all_of(value: Json) -> tuple[T, ...]:
        found = []
        for row in rows(value):
            try:
                if members(row):
                    found.append(read(row))
            except ROW_ERRORS:
                continue
        return tuple(found)

    return all_of


def word(kind: type[W], value: Json) -> W | None:
    """A word of the platform, unknown ones kept; None where missing, empty or no scalar."""
    found = text(value)
    return kind(found) if found else None


def word_of(kind: type[W]) -> Callable[[Json], W | None]:
    """As ``word``, for a table."""
    return lambda value: word(kind, value)


def ids(kind: Callable[[str], T]) -> Callable[[Json], tuple[T, ...]]:
    """The ids of a list, or of a text with commas."""

    def all_of(value: Json) -> tuple[T, ...]:
        listed = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else [value]
        return tuple(kind(found) for item in listed if (found := id_text(item)))

    return all_of


def extended(kind: type[B], record: object, /, **more: Any) -> B:
    """A larger kind of a record that is there already: all its members, and more."""
    assert is_dataclass(record)
    return kind(**{member.name: getattr(record, member.name) for member in fields(record)} | more)


def denominated(record: T, currency: str) -> T:
    """The same record with its sums in another currency than yuan; sums that name theirs stay."""
    if currency == CNY:
        return record
    found: Any = _denominated(record, currency)
    return found  # type: ignore[no-any-return]


def _denominated(value: Any, currency: str) -> Any:
    if isinstance(value, Money):
        return Money(value.amount, currency) if value.currency == CNY else value
    if isinstance(value, tuple):
        return tuple(_denominated(item, currency) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _denominated(getattr(value, one.name), currency) for one in fields(value)})
    return value
