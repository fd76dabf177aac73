"""Typed results as JSON text: money with its currency, ids as text, dates with their zone, platform words as they are."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from sourcing_app.domain.done import Done
from sourcing_app.domain.money import Money
from sourcing_app.domain.words import Word


def plain(value: object) -> Any:
    """A record as JSON values. Decimals stay Decimals, for ``text`` to write exactly."""
    if isinstance(value, Money):
        return {"amount": value.as_text(), "currency": value.currency}
    if isinstance(value, Done):
        return {"done": True} | {
            name: found for name, found in (("text", value.text), ("reference", value.reference)) if found
        }
    if isinstance(value, Word):
        return value.value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return _record({each.name: getattr(value, each.name) for each in fields(value)})
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [plain(item) for item in value]
    return value


def _record(members: dict[str, object]) -> dict[str, Any]:
    """A state we have no name for is printed as the platform's word, which stands beside it (``status_word``)."""
    found = {name: plain(value) for name, value in members.items()}
    for name, value in members.items():
        if isinstance(value, Enum) and value.value == "" and found.get(f"{name}_word"):
            found[name] = found[f"{name}_word"]
    return found


def text(value: Any, indent: int = 2) -> str:
    """JSON text in UTF-8 characters, numbers exactly as they are."""
    return _written(value, 0, indent)


def _written(value: Any, depth: int, indent: int) -> str:
    if isinstance(value, dict) and value:
        rows = [f"{_string(str(name))}: {_written(item, depth + 1, indent)}" for name, item in value.items()]
        return _block("{", rows, "}", depth, indent)
    if isinstance(value, list) and value:
        return _block("[", [_written(item, depth + 1, indent) for item in value], "]", depth, indent)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False, default=str)


def _string(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _block(opening: str, rows: list[str], closing: str, depth: int, indent: int) -> str:
    margin = " " * (indent * (depth + 1))
    return opening + "\n" + ",\n".join(margin + row for row in rows) + "\n" + " " * (indent * depth) + closing
