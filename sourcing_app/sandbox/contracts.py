"""The platform's contracts, read as data: requests are checked against them, and replies too when asked.

Source: ``resources/platform/contract/*.json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sourcing_app.sandbox.clock import parse_compact
from sourcing_app.sandbox.resources import resource

FOLDER = resource("platform")

WHOLE = re.compile(r"-?\d{1,19}")
BOUNDS = {"long": 1 << 63, "int": 1 << 31}
DECIMAL = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


class BadArgument(Exception):
    """An argument the gateway refuses before the call itself runs."""

    def __init__(self, name: str, *, missing: bool, why: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.missing = missing
        self.why = why


@dataclass(frozen=True, slots=True)
class Field:
    """One member: ``type`` as the contract writes it ("long", "list<Cargo>", "string")."""

    name: str
    type: str
    required: bool
    conditional: bool


@dataclass(frozen=True, slots=True)
class Contract:
    """One call. ``seed`` holds the flat fields of the older dialect, where the contract has them."""

    name: str
    namespace: str
    path: str
    needs_token: bool
    needs_signature: bool
    request: tuple[Field, ...]
    reply: tuple[Field, ...]
    types: dict[str, tuple[Field, ...]]
    seed: tuple[Field, ...] | None
    seed_wrapper: str | None
    raw: dict[str, Any]

    @property
    def wrapper(self) -> Field | None:
        """The one object parameter that everything sits in, if the call is made so."""
        if len(self.request) == 1 and self.request[0].type in self.types:
            return self.request[0]
        return None

    def parse(self, texts: dict[str, str], *, strict: bool) -> dict[str, Any]:
        """Form texts to values. Unknown names are dropped. Raises BadArgument."""
        for field in self.request:
            if field.required and field.name not in texts:
                raise BadArgument(field.name, missing=True)
        known = {field.name: field for field in self.request}
        values = {name: self._from_text(known[name], text) for name, text in texts.items() if name in known}
        return self.converted(values) if strict else self._converted_if_possible(values)

    def converted(self, values: dict[str, Any]) -> dict[str, Any]:
        """As the platform's Java side reads them: "12" for a long is 12, 12 for a string is "12", null is absent.

        Raises BadArgument where a value, or a member inside one, is missing or has the wrong type.
        """
        read: dict[str, Any] = {}
        for field in self.request:
            value = self._converted(field.type, values.get(field.name), field.name)
            if value is not None:
                read[field.name] = value
            elif field.required:
                raise BadArgument(field.name, missing=True)
        return read

    def _converted_if_possible(self, values: dict[str, Any]) -> dict[str, Any]:
        try:
            return self.converted(values)
        except BadArgument:
            return values

    def _from_text(self, field: Field, text: str) -> Any:
        kind = field.type
        if kind.startswith(("list<", "map")) or kind in self.types:
            if text == "" and not field.required:
                return None
            try:
                value = json.loads(text)
                if "\\u" in text:
                    json.dumps(value, ensure_ascii=False).encode()  # half of a surrogate pair is no text
            except ValueError:
                raise BadArgument(field.name, missing=False, why="not a JSON text") from None
            return value
        return from_scalar_text(field, text)

    def _converted(self, kind: str, value: Any, where: str) -> Any:
        if value is None:
            return None
        if kind.startswith("list<"):
            if not isinstance(value, list) or None in value:
                raise BadArgument(where, missing=False, why="a list without null is needed")
            read = [self._converted(kind[5:-1], item, where) for item in value]
            if None in read:
                raise BadArgument(where, missing=False, why=f"a list holds an empty {kind[5:-1]}")
            return read
        if kind in self.types:
            return self._converted_object(kind, value, where)
        if not _fits(kind, value):
            raise BadArgument(where, missing=False, why=f"{kind} is needed")
        return _read_as(kind, value)

    def _converted_object(self, kind: str, value: Any, where: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise BadArgument(where, missing=False, why="an object is needed")
        read = {name: item for name, item in value.items() if item is not None}
        for field in self.types[kind]:
            member = self._converted(field.type, value.get(field.name), field.name)
            if member is not None:
                read[field.name] = member
            elif field.required:
                raise BadArgument(field.name, missing=True)
            else:
                read.pop(field.name, None)
        return read

    def unknown(self, texts: dict[str, str]) -> list[str]:
        """Names that the contract does not have."""
        known = {field.name for field in self.request}
        return [name for name in texts if name not in known]

    def reply_faults(self, body: Any) -> list[str]:
        """What in a reply is not as the contract has it: wrong types, unknown members, missing ones."""
        if isinstance(body, list):
            return [] if self.raw.get("sample_response", {}).__class__ is list else ["reply is a list"]
        return list(self._faults(self.reply, body, ""))

    def _faults(self, fields: tuple[Field, ...], body: dict[str, Any], where: str) -> Iterator[str]:
        known = {field.name: field for field in fields}
        for name, value in body.items():
            if name not in known:
                yield f"{where}{name}: unknown member"
            elif value is not None:
                yield from self._value_faults(known[name].type, value, f"{where}{name}")
        for field in fields:
            if field.required and body.get(field.name) is None:
                yield f"{where}{field.name}: missing"

    def _value_faults(self, kind: str, value: Any, where: str) -> Iterator[str]:
        if kind.startswith("list<"):
            if not isinstance(value, list):
                yield f"{where}: not a list"
                return
            for index, item in enumerate(value):
                yield from self._value_faults(kind[5:-1], item, f"{where}[{index}]")
        elif kind in self.types:
            if isinstance(value, dict):
                yield from self._faults(self.types[kind], value, f"{where}.")
            else:
                yield f"{where}: not an object"
        elif not any(_is(one, value) for one in kind.split("/")):
            yield f"{where}: {value!r} is not {kind}"

    def trim(self, kind: str, value: Any) -> Any:
        """Keep only what the contract knows: the list of orders is the detail with fewer members."""
        if kind.startswith("list<") and isinstance(value, list):
            return [self.trim(kind[5:-1], item) for item in value]
        if kind in self.types and isinstance(value, dict):
            fields = {field.name: field.type for field in self.types[kind]}
            return {name: self.trim(fields[name], item) for name, item in value.items() if name in fields}
        return value


def from_scalar_text(field: Field, text: str) -> Any:
    """A plain form field as its type has it. Raises BadArgument."""
    kind = field.type
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if kind in ("long", "int") and WHOLE.fullmatch(text) and abs(int(text)) < BOUNDS[kind]:
        return int(text)
    if kind in ("double", "decimal") and DECIMAL.fullmatch(text):
        return float(text)
    if kind in ("boolean", "long", "int", "double", "decimal"):
        if text == "" and not field.required:
            return None
        raise BadArgument(field.name, missing=False, why=f"{kind} is needed")
    return text


def _fits(kind: str, value: Any) -> bool:
    """Whether the platform's Java side can convert a JSON value of a request to this type."""
    if value is None:
        return True
    if kind in ("long", "int"):
        if isinstance(value, str):
            return value == "" or (bool(WHOLE.fullmatch(value)) and abs(int(value)) < BOUNDS[kind])
        return _whole(value) and abs(value) < BOUNDS[kind]
    if kind in ("double", "decimal"):
        return _number(value) or (isinstance(value, str) and bool(DECIMAL.fullmatch(value)))
    if kind == "boolean":
        return isinstance(value, bool) or value in ("true", "false")
    if kind == "date":
        return _whole(value) or (isinstance(value, str) and _is_date(value))
    if kind == "jsontext":
        return isinstance(value, str) and _is_json(value)
    if kind in ("string", "byte[]"):
        return isinstance(value, (str, int, float))
    return isinstance(value, dict) if kind.startswith("map") else True


def _read_as(kind: str, value: Any) -> Any:
    """A value that fits, in Python's type; None for an empty text where a number is meant."""
    if kind in ("long", "int", "double", "decimal") and isinstance(value, str):
        return None if value == "" else int(value) if kind in ("long", "int") else float(value)
    if kind == "boolean":
        return value in (True, "true")
    if kind == "string" and not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else str(value)
    return value


def _is(kind: str, value: Any) -> bool:
    """Whether a JSON value of a reply has this type. Both spellings of booleans and numbers are legal."""
    if kind in ("string", "date", "byte[]"):
        return isinstance(value, (str, bool, int, float))
    if kind in ("long", "int"):
        return _whole(value) or (isinstance(value, str) and bool(WHOLE.fullmatch(value)))
    if kind == "boolean":
        return isinstance(value, bool) or value in ("true", "false")
    if kind in ("double", "decimal"):
        return _number(value) or (isinstance(value, str) and bool(DECIMAL.fullmatch(value)))
    return isinstance(value, dict) if kind.startswith("map") else True


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_date(text: str) -> bool:
    try:
        parse_compact(text)
    except ValueError:
        return False
    return True


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return text == ""
    return True


def _fields(rows: list[dict[str, Any]]) -> tuple[Field, ...]:
    return tuple(
        Field(
            row["name"],
            row["type"],
            row.get("required") is True or row.get("presence") == "always",
            bool(row.get("conditional")),
        )
        for row in rows
    )


def _read(path: Path) -> Contract:
    raw = json.loads(path.read_text(encoding="utf-8"))
    namespace, rest = raw["api"].split(":", 1)
    seed = raw.get("seed_request")
    return Contract(
        name=path.stem,
        namespace=namespace,
        path=raw["path"],
        needs_token=raw["needs_access_token"] and namespace != "system.oauth2",
        needs_signature=raw["needs_signature"],
        request=_fields(raw["request"]["fields"]),
        reply=_fields(raw["response"]["fields"]),
        types={name: _fields(rows) for name, rows in raw["types"].items()},
        seed=_fields(seed["fields"]) if seed else None,
        seed_wrapper=(seed.get("wrapper") or "").split(" ")[0] or None if seed else None,
        raw=raw | {"wire_name": rest.rsplit("-", 1)[0]},
    )


@cache
def all_contracts() -> dict[str, Contract]:
    """By name of the call."""
    found = [_read(path) for path in sorted((FOLDER / "contract").glob("*.json"))]
    return {contract.name: contract for contract in found}


@cache
def by_address() -> dict[tuple[str, str], Contract]:
    """By namespace and name, as they stand in a path."""
    return {(one.namespace, one.raw["wire_name"]): one for one in all_contracts().values()}
