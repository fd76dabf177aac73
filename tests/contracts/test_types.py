"""Every member of every typed result is of the type its record declares, for full answers of every call."""

from __future__ import annotations

import typing
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any

import pytest

from sourcing_app.platform import registry
from tests.contracts.full import full_answer
from tests.contracts.test_answers import exact
from tests.support.contract import all_names, paper


def wrong(value: Any, kind: Any, where: str) -> list[str]:
    """Members that are not what they are declared to be."""
    while hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, UnionType):
        fits = [wrong(value, part, where) for part in parts]
        return [] if [] in fits else fits[0]
    if origin is tuple:
        if not isinstance(value, tuple):
            return [f"{where} is {value!r}"]
        kinds = [parts[0]] * len(value) if parts[-1] is Ellipsis else parts
        return [gap for at, item in enumerate(value) for gap in wrong(item, kinds[at], f"{where}[{at}]")]
    if origin is dict:
        return [gap for name, item in value.items() for gap in wrong(item, parts[1], f"{where}.{name}")]
    if kind is NoneType or kind is None:
        return [] if value is None else [f"{where} is {value!r}"]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        return [f"{where} is {value!r}, not {kind.__name__}"]
    return record_faults(value, where)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def record_faults(value: Any, where: str) -> list[str]:
    if isinstance(value, tuple):
        return [gap for at, item in enumerate(value) for gap in record_faults(item, f"{where}[{at}]")]
    if not is_dataclass(value):
        return []
    hints = _hints(type(value))
    return [
        gap for one in fields(value) for gap in wrong(getattr(value, one.name), hints[one.name], f"{where}.{one.name}")
    ]


@pytest.mark.parametrize("name", all_names())
def test_every_member_is_of_its_declared_type(name: str) -> None:
    asked = exact(paper(name)["sample_request"])
    for body in (exact(full_answer(name)), exact(paper(name)["sample_response"])):
        found = registry.calls()[name].answer(body, asked if isinstance(asked, dict) else {})
        assert record_faults(found, "result") == []
