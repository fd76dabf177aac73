"""Records as JSON text and back, exactly: ``decode(type(x), encode(x)) == x``.

The only place that knows how a record lies on the disk. A record is an object of its members by name; members that hold
their default are left out, and unknown ones are ignored, so that a member may be added (with a default) or dropped
without a migration. Money and decimals are decimal text, never floats; times keep their zone; tuples are arrays.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sourcing_app.domain.money import CNY, Money

T = TypeVar("T")
_Step = Callable[[Any], Any]
_per_type = cast("Callable[[Callable[[Any], _Step]], Callable[[Any], _Step]]", lru_cache(maxsize=None))
_PLAIN = (str, int, bool)
_compact = json.JSONEncoder(separators=(",", ":")).encode


def encode(value: Any) -> str:
    """The JSON text of a record. ASCII only, so that any text, even half a surrogate pair, can be kept."""
    return _compact(_encoder(type(value))(value))


def decode(kind: type[T], text: str) -> T:
    """The record of this type in a text made by ``encode``. Raises ValueError for any other text."""
    try:
        return cast(T, _decoder(kind)(json.loads(text)))
    except (KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"not a {kind.__name__}: {text[:200]}") from error


def encode_all(values: tuple[Any, ...]) -> str:
    """The JSON array of records of one type."""
    if not values:
        return "[]"
    step = _encoder(type(values[0]))
    return _compact([step(value) for value in values])


def decode_all(kind: type[T], text: str) -> tuple[T, ...]:
    """The records in a text made by ``encode_all``. Raises ValueError for any other text."""
    try:
        step = _decoder(kind)
        return tuple([step(value) for value in json.loads(text)])
    except (KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"not {kind.__name__}s: {text[:200]}") from error


@dataclasses.dataclass(frozen=True, slots=True)
class _Member:
    """One member of a record: how to write and read it, and what it holds when it is left out (``default``)."""

    name: str
    write: _Step | None
    read: _Step | None
    default: Any


_REQUIRED = object()


def _members(kind: type[Any]) -> list[_Member]:
    hints = get_type_hints(kind)
    return [
        _Member(field.name, _writer(hints[field.name]), _reader(hints[field.name]), _default(field))
        for field in dataclasses.fields(kind)
    ]


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return _REQUIRED if field.default is dataclasses.MISSING else field.default


@_per_type
def _encoder(kind: Any) -> _Step:
    """What turns a value of this type into JSON values."""
    return _writer(kind) or _same


@_per_type
def _decoder(kind: Any) -> _Step:
    """The reverse of ``_encoder``."""
    return _reader(kind) or _same


def _same(value: Any) -> Any:
    return value


def _writer(kind: Any) -> _Step | None:
    """None where the value is its own JSON value."""
    kind = _supertype(kind)
    if kind in _PLAIN:
        return None
    if kind is Money:
        return _write_money
    if kind is Decimal:
        return str
    if kind is datetime:
        return datetime.isoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _value_of
    if dataclasses.is_dataclass(kind):
        return _record_writer(kind)
    return _container(kind, _writer, list)


def _reader(kind: Any) -> _Step | None:
    """None where the JSON value is the value."""
    kind = _supertype(kind)
    if kind in _PLAIN:
        return None
    if kind is Money:
        return _read_money
    if kind is Decimal:
        return Decimal
    if kind is datetime:
        return datetime.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if dataclasses.is_dataclass(kind):
        return _record_reader(cast("type[Any]", kind))
    return _container(kind, _reader, tuple)


def _supertype(kind: Any) -> Any:
    """What a NewType stands for."""
    while hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    return kind


def _container(kind: Any, step_for: Callable[[Any], _Step | None], collect: type[Any]) -> _Step | None:
    """Optional, tuple and dict members; collect: what a tuple becomes."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType) and len(parts) == 2 and NoneType in parts:
        return _optional(step_for(next(part for part in parts if part is not NoneType)))
    if origin is tuple and parts[-1] is Ellipsis:
        return _each(step_for(parts[0]), collect)
    if origin is tuple:
        return _fixed([step_for(part) or _same for part in parts], collect)
    if origin is dict:
        return _values(step_for(parts[1]) or _same)
    raise TypeError(f"cannot be kept: {kind}")


def _optional(step: _Step | None) -> _Step | None:
    if step is None:
        return None
    return lambda value: None if value is None else step(value)


def _each(step: _Step | None, collect: type[Any]) -> _Step:
    if step is None:
        return collect
    return lambda values: collect([step(value) for value in values])


def _fixed(steps: list[_Step], collect: type[Any]) -> _Step:
    return lambda values: collect([step(value) for step, value in zip(steps, values, strict=True)])


def _values(step: _Step) -> _Step:
    return lambda entries: {key: step(value) for key, value in entries.items()}


def _value_of(member: Enum) -> Any:
    return member.value


def _write_money(money: Money) -> str:
    return str(money.amount) if money.currency == CNY else f"{money.amount} {money.currency}"


def _read_money(text: str) -> Money:
    amount, _, currency = text.partition(" ")
    return Money(Decimal(amount), currency or CNY)


@_per_type
def _record_writer(kind: Any) -> _Step:
    members = _members(kind)
    steps = [(each.name, each.write, each.default, _may_equal(each.default)) for each in members]
    values_of = attrgetter(*(each.name for each in members)) if len(members) > 1 else None

    def write(record: Any) -> dict[str, Any]:
        kept = {}
        values = values_of(record) if values_of is not None else [getattr(record, each.name) for each in members]
        for (name, step, default, may_equal), value in zip(steps, values, strict=True):
            if value is default or (may_equal and value == default):
                continue
            kept[name] = step(value) if step is not None else value
        return kept

    return write


def _may_equal(default: Any) -> bool:
    """Whether another object may equal this default: asking costs more than writing."""
    return default is not None and default is not _REQUIRED


@_per_type
def _record_reader(kind: type[Any]) -> _Step:
    members = [(each.name, each.read, each.default) for each in _members(kind)]

    def read(kept: Any) -> Any:
        if not isinstance(kept, dict):
            raise TypeError(type(kept).__name__)
        values = []
        for name, step, default in members:
            if name not in kept:
                if default is _REQUIRED:
                    raise KeyError(name)
                values.append(default)
                continue
            value = kept[name]
            values.append(step(value) if step is not None else value)
        return kind(*values)

    return read
