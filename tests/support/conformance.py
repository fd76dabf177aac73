"""Whether a reply is what its contract says. A reading of the contracts of its own: neither side under test uses it.

``faults(api, body)`` lists what is wrong as texts with a path: unknown members, missing ones, wrong types. Types are
taken at their word (a boolean is not the text "true"), but for what the contract itself writes as ``boolean/string``.
Nulls are legal for every member that need not be there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "platform" / "contract"

COMPACT = re.compile(r"\d{14}(\d{3})?[+-]\d{4}")
PLAIN = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _date(value: Any) -> bool:
    return isinstance(value, str) and bool(COMPACT.fullmatch(value) or PLAIN.fullmatch(value))


def _json(value: Any) -> bool:
    return isinstance(value, str) and bool(json.loads(value) is not None)


PLAIN_TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "int": _whole,
    "long": _whole,
    "double": _number,
    "decimal": lambda value: _number(value) or (isinstance(value, str) and _number(float(value))),
    "date": _date,
    "jsontext": _json,
    "map": lambda value: isinstance(value, dict),
    "object": lambda value: isinstance(value, dict),
}


CONTRADICTIONS = {
    "alibaba.creditPay.url.get": (re.compile(r"^\.success is (True|False), not string$"),),
    "alibaba.crossBorderPay.url.get": (re.compile(r"^\.success is (True|False), not string$"),),
    "alibaba.trade.payWay.query": (re.compile(r"^\.success is (True|False), not string$"),),
    "alibaba.trade.getLogisticsInfos.buyerView": (re.compile(r"\.quantity is \d+, not string$"),),
}
"""Where a contract's own sample has another type than its table: both are legal."""


@cache
def contract(api: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{api}.json").read_text(encoding="utf-8"))
    return found


def names() -> list[str]:
    """Every call that there is a contract for."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def faults(api: str, body: Any) -> list[str]:
    """Empty: the reply conforms."""
    found = _Reader(contract(api)["types"]).members(_reply_fields(api), _as_object(api, body), "")
    return [fault for fault in found if not any(way.search(fault) for way in CONTRADICTIONS.get(api, ()))]


def _reply_fields(api: str) -> list[dict[str, Any]]:
    fields: list[dict[str, Any]] = contract(api)["response"]["fields"]
    return fields


def _as_object(api: str, body: Any) -> Any:
    """A bare list is written as the one member ``(body)``."""
    bare = [field["name"] for field in _reply_fields(api)] == ["(body)"]
    return {"(body)": body} if bare else body


class _Reader:
    def __init__(self, types: dict[str, list[dict[str, Any]]]) -> None:
        self.types = types

    def members(self, fields: list[dict[str, Any]], value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{where or 'reply'} is no object"
            return
        known = {field["name"]: field for field in fields}
        yield from (f"{where}.{name} is unknown" for name in value if name not in known)
        for name, field in known.items():
            always = field.get("required") is True or field.get("presence") == "always"
            if value.get(name) is not None:
                yield from self.value(field["type"], value[name], f"{where}.{name}")
            elif always:
                yield f"{where}.{name} is missing"

    def value(self, kind: str, value: Any, where: str) -> Iterator[str]:
        inner = re.fullmatch(r"list<(.+)>", kind)
        if inner:
            if not isinstance(value, list):
                yield f"{where} is no list"
                return
            for index, item in enumerate(value):
                yield from self.value(inner[1], item, f"{where}[{index}]")
        elif kind in self.types:
            yield from self.members(self.types[kind], value, where)
        elif kind.startswith("map<"):
            yield from self._map(kind, value, where)
        elif not any(PLAIN_TYPES[one](value) for one in kind.split("/")):
            yield f"{where} is {value!r}, not {kind}"

    def _map(self, kind: str, value: Any, where: str) -> Iterator[str]:
        of = kind[4:-1].split(",")[1].strip()
        if not isinstance(value, dict):
            yield f"{where} is no map"
            return
        for name, item in value.items():
            yield from self.value(of, item, f"{where}.{name}")


def succeeded(body: Any) -> bool:
    """Whether the reply says that the call worked, in any of the platform's envelopes."""
    if isinstance(body, list):
        return True
    if "error_code" in body:
        return False
    flags = list(_flags(body))
    code = body.get("errorCode")
    return all(flag in (True, "true") for flag in flags) and (bool(flags) or not code)


def _flags(body: dict[str, Any]) -> Iterator[Any]:
    """Flags of the reply and of the one or two wrappers below it; flags of rows say nothing about the call."""
    node: Any = body
    for _ in range(3):
        if not isinstance(node, dict):
            return
        for name in ("success", "succes", "isSuccess"):
            if name in node:
                yield node[name]
        node = node.get("result") or node.get("results")
