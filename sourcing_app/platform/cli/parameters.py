"""From what was typed to what is sent: JSON read, checked against the contract, each value in its wire type.

Everything that is wrong is said before anything is sent.
"""

from __future__ import annotations

import base64
import contextlib
import difflib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from sourcing_app.errors import InvalidInput
from sourcing_app.platform.cli.contracts import Parameter, Shape
from sourcing_app.platform.cli.whole_text import argument_bytes, require_whole, stream_bytes, text_of
from sourcing_app.platform.transport.dialects import date_text
from sourcing_app.platform.transport.fields import when

_COMPACT_DATE = re.compile(r"\d{14,17}[+-]\d{4}")
_FIXED = {"webSite": "1688"}
"""Parameters with one legal value: filled in where they are left out."""
_LARGEST_FILE = 16 * 2**20


@dataclass(frozen=True, slots=True)
class Ready:
    """A request, checked. fields: business fields out of their wrapper; files: those that go as multipart parts."""

    fields: dict[str, Any]
    files: dict[str, bytes]


def read_argument(argument: str | None, stdin: TextIO) -> dict[str, Any]:
    """The JSON object given on the command line, in ``@file`` or on standard input (``-``); {} for none.

    Raises InvalidInput("parameters", "json" | "object" | "file" | "not_text").
    """
    if argument is None:
        return {}
    source = text_of(_raw(argument, stdin))
    try:
        found = json.loads(source, parse_float=Decimal, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise InvalidInput("parameters", "json", line=error.lineno, column=error.colno, why=error.msg) from None
    except (ValueError, RecursionError) as error:
        raise InvalidInput("parameters", "json", why=str(error)[:200]) from None
    if not isinstance(found, dict):
        raise InvalidInput("parameters", "object", got=type(found).__name__)
    require_whole(found)
    return found


def _raw(argument: str, stdin: TextIO) -> bytes:
    if argument == "-":
        return stream_bytes(stdin)
    return _file(argument[1:]) if argument.startswith("@") else argument_bytes(argument)


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _file(name: str) -> bytes:
    path = Path(name).expanduser()
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise InvalidInput("parameters", "file", path=name, why="larger than 16 MB")
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput("parameters", "file", path=name, why=error.strerror or str(error)) from None


def ready(shape: Shape, given: Mapping[str, Any], *, unchecked: bool = False) -> Ready | list[Ready]:
    """The request for what was given, with or without its wrapper; several where the wrapper holds a list.

    unchecked: parameters the contract does not know are sent as they are. Raises InvalidInput naming all that is missing
    ("missing"), not known ("unknown") or of the wrong type ("type").
    """
    inner: Any = given
    wrappers = {shape.wrapper, *shape.other_wrappers}
    if len(given) == 1 and (only := next(iter(given))) in wrappers:
        inner = _opened(given[only], only)
    objects: list[Any] = inner if isinstance(inner, list) else [inner]
    found = []
    for one in objects:
        if not isinstance(one, Mapping):
            raise InvalidInput(shape.wrapper or "parameters", "object", got=type(one).__name__)
        found.append(_checked(shape, one, unchecked))
    if not found:
        raise InvalidInput(shape.wrapper or "parameters", "missing", names=[shape.wrapper or "parameters"])
    return found if shape.takes_list else found[0]


def _opened(value: Any, name: str) -> Any:
    """An object, also where it came as JSON text, as on the wire."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value, parse_float=Decimal)
    except ValueError:
        raise InvalidInput(name, "type", wanted="a JSON object") from None


def _checked(shape: Shape, given: Mapping[str, Any], unchecked: bool) -> Ready:
    checker = _Checker(shape, unchecked)
    named = {(shape.aliases or {}).get(name, name): value for name, value in given.items()}
    names = {parameter.name for parameter in shape.parameters}
    named = {name: value for name, value in _FIXED.items() if name in names} | named
    fields = checker.object(shape.parameters, named, "")
    if checker.unknown:
        raise InvalidInput(
            checker.unknown[0],
            "unknown",
            names=checker.unknown,
            known=sorted(names),
            near=_near(checker.unknown, names),
            missing=checker.missing,
        )
    if checker.missing:
        raise InvalidInput(checker.missing[0], "missing", names=checker.missing)
    require_whole(fields)  # again: JSON inside of a text has characters of its own
    return Ready(fields, checker.files)


def _near(unknown: list[str], names: set[str]) -> list[str]:
    return sorted({match for name in unknown for match in difflib.get_close_matches(name, names, 2, 0.6)})


class _Checker:
    """Walks a request along its contract, collecting what is missing and unknown."""

    def __init__(self, shape: Shape, unchecked: bool) -> None:
        self._types = shape.types
        self._aliases = shape.aliases or {}
        self._unchecked = unchecked
        self.missing: list[str] = []
        self.unknown: list[str] = []
        self.files: dict[str, bytes] = {}

    def object(self, parameters: tuple[Parameter, ...], given: Mapping[str, Any], where: str) -> dict[str, Any]:
        given = {self._aliases.get(name, name): value for name, value in given.items() if value is not None}
        known = {parameter.name for parameter in parameters}
        self.missing += [where + one.name for one in parameters if one.required and given.get(one.name) is None]
        found = {}
        for parameter in parameters:
            if parameter.name in given:
                value = self._value(parameter, parameter.type, given[parameter.name], where + parameter.name)
                if value is not None:
                    found[parameter.name] = value
        extra = [name for name in given if name not in known]
        if not self._unchecked:
            self.unknown += [where + name for name in extra]
            return found
        return found | {name: given[name] for name in extra}

    def _value(self, parameter: Parameter, kind: str, value: Any, where: str) -> Any:
        if kind.startswith("list<"):
            return self._list(parameter, kind[5:-1], value, where)
        if kind in self._types:
            inner = _opened(value, where)
            if not isinstance(inner, Mapping):
                raise InvalidInput(where, "type", wanted="an object", got=_shown(value))
            return self.object(self._types[kind], inner, f"{where}.")
        if kind == "byte[]":
            self.files[where] = _bytes(value, where)
            return None
        if kind == "jsontext":
            if isinstance(value, str):
                with contextlib.suppress(ValueError, RecursionError):
                    require_whole(json.loads(value), where)
            return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if kind.startswith("map"):
            return _opened(value, where)
        if parameter.name == "imageBase64" and isinstance(value, str) and value.startswith("@"):
            return base64.b64encode(_file(value[1:])).decode("ascii")
        return _scalar(parameter, kind, value, where)

    def _list(self, parameter: Parameter, kind: str, value: Any, where: str) -> list[Any]:
        if isinstance(value, str) and value.lstrip().startswith("["):
            value = _opened(value, where)
        items = value if isinstance(value, list) else [value]
        return [self._value(parameter, kind, item, f"{where}[{at}]") for at, item in enumerate(items)]


def _bytes(value: Any, where: str) -> bytes:
    """``@file``, or base64 text."""
    if not isinstance(value, str):
        raise InvalidInput(where, "type", wanted="@file or base64 text", got=_shown(value))
    if value.startswith("@"):
        return _file(value[1:])
    try:
        return base64.b64decode(value, validate=True)
    except ValueError:
        raise InvalidInput(where, "type", wanted="@file or base64 text", got=_shown(value)) from None


def _scalar(parameter: Parameter, kind: str, value: Any, where: str) -> Any:
    if isinstance(value, dict | list):
        raise InvalidInput(where, "type", wanted=kind, got=_shown(value))
    if kind in ("long", "int"):
        return _whole(value, kind, where)
    if kind in ("double", "decimal"):
        return _number(value, kind, where)
    if kind == "boolean":
        if isinstance(value, bool) or str(value).lower() in ("true", "false"):
            return value if isinstance(value, bool) else str(value).lower() == "true"
        raise InvalidInput(where, "type", wanted="true or false", got=_shown(value))
    if kind == "date":
        return _date(parameter, value, where)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _whole(value: Any, kind: str, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"-?[0-9]{1,19}", text):
        raise InvalidInput(where, "type", wanted="a whole number", got=_shown(value))
    return int(text)


def _number(value: Any, kind: str, where: str) -> int | float:
    """A JSON number; amounts of money never travel in requests as such."""
    try:
        number = Decimal(str(value)) if not isinstance(value, bool) else None
    except ArithmeticError:
        number = None
    if number is None or not number.is_finite():
        raise InvalidInput(where, "type", wanted="a number", got=_shown(value))
    return int(number) if number == number.to_integral_value() else float(number)


def _date(parameter: Parameter, value: Any, where: str) -> str:
    """The platform's compact form, unless the contract shows the spelt one."""
    text = str(value).strip()
    if _COMPACT_DATE.fullmatch(text) or (isinstance(parameter.example, str) and "-" in parameter.example[:8]):
        return text
    moment = when(value if isinstance(value, int) else text)
    if moment is None:
        raise InvalidInput(where, "type", wanted="a date such as 2026-11-22T10:00:00+08:00", got=_shown(value))
    return date_text(moment)


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)[:80]
