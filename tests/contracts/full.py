"""Answers in which every documented member is there, and the same answers with one member changed."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tests.support.contract import paper

Path = tuple[str | int, ...]
_ON_ERROR = ("erro", "retmsg")


def full_answer(name: str) -> Any:
    """The documented sample, with all that it leaves out filled in."""
    contract = paper(name)
    rows, types = contract["response"]["fields"], contract["types"]
    if [row["name"] for row in rows] == ["(body)"]:
        return _merged(contract["sample_response"], _value(rows[0]["type"], types, rows[0], ()))
    return _merged(contract["sample_response"], _members(rows, types, ()))


def _members(rows: list[dict[str, Any]], types: dict[str, Any], above: tuple[str, ...]) -> dict[str, Any]:
    """All but what only a failure has."""
    told = [row for row in rows if row.get("presence") != "on_error" and not row["name"].lower().startswith(_ON_ERROR)]
    found = {row["name"]: _value(row["type"], types, row, above) for row in told}
    return {name: value for name, value in found.items() if value is not None}


def _value(kind: str, types: dict[str, Any], row: dict[str, Any], above: tuple[str, ...]) -> Any:
    if kind in types:
        return None if kind in above else _members(types[kind], types, (*above, kind))
    example = row.get("example")
    if kind.startswith("list<"):
        inner = _value(kind[5:-1], types, {} if isinstance(example, list) else row, above)
        return example or (None if inner is None else [inner])
    if example not in (None, ""):
        return example
    if "yyyy-MM-dd HH:mm:ss" in row.get("note", "") or row.get("name", "").endswith("ActionTime"):
        return "2026-01-02 03:04:05"
    if row.get("name") == "currency":
        return "HKD"
    made_up: dict[str, Any] = {
        "long": 1700000000123, "int": 3, "double": Decimal("12.5"), "decimal": Decimal("12.5"), "boolean": True,
        "date": "20260102030405000+0800",
    }  # fmt: skip
    return {"k": "v"} if kind.startswith("map") else made_up.get(kind, f"a {row.get('name', 'word')}")


def _merged(sample: Any, whole: Any) -> Any:
    """The sample's own values, and of whole what it lacks."""
    if isinstance(sample, dict) and isinstance(whole, dict):
        names = {**sample, **whole}
        return {name: _merged(sample.get(name), whole.get(name)) for name in names}
    if isinstance(sample, list) and isinstance(whole, list):
        return [_merged(item, whole[0] if whole else None) for item in sample] or whole
    return whole if sample is None else sample


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where the scalars are."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, (*path, at))
    else:
        yield path


def spelt(path: Path) -> str:
    """A path without the numbers of its rows: ``result.#.baseInfo.id``."""
    return ".".join("#" if isinstance(part, int) else part for part in path)


def changed(body: Any, path: Path) -> Iterator[Any]:
    """The answer with another value there, of its kind as far as that can be guessed."""
    holder = body
    for part in path[:-1]:
        holder = holder[part]
    for other in _others(holder[path[-1]]):
        found = copy.deepcopy(body)
        place = found
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = other
        yield found


def _others(value: Any) -> list[Any]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | Decimal):
        return [value + 1, 0, 2, value + 100]
    if value in ("true", "false"):
        return ["false" if value == "true" else "true"]
    if not isinstance(value, str):
        return ["x", 5]
    nearly = [value[:-1] + ("1" if value[-1] != "1" else "2")] if value[:1].isdigit() else []
    years = (
        [value[:3] + ("1" if value[3] != "1" else "2") + value[4:]] if value[:1].isdigit() and len(value) > 8 else []
    )
    return [*years, *nearly, value + "9", "x" + value, "1", "0", "USD"]
