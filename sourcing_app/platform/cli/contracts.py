"""The platform's contracts as the command line needs them: what a call takes, in either dialect.

Source: resources/platform/contract/*.json.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sourcing_app.config.settings import resource


@dataclass(frozen=True, slots=True)
class Parameter:
    """One member of a request. type: as the contract writes it ("long", "list<Cargo>"); example: None without one."""

    name: str
    type: str
    required: bool
    note: str = ""
    example: Any = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What a call takes in one dialect.

    wrapper: the parameter that holds all the others as JSON text, None for none; takes_list: it holds a list of them.
    aliases: names of the other dialect that are understood here; other_wrappers: wrappers of it, likewise.
    """

    parameters: tuple[Parameter, ...]
    types: Mapping[str, tuple[Parameter, ...]]
    wrapper: str | None = None
    takes_list: bool = False
    aliases: Mapping[str, str] | None = None
    other_wrappers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contract:
    """One call. seed: None where the older dialect spells it the same. errors: what a code means and what to do, by code."""

    name: str
    title: str
    section: str
    needs_token: bool
    live: Shape
    seed: Shape | None
    sample_request: Mapping[str, Any]
    errors: Mapping[str, tuple[str, str]]


@cache
def contract(name: str) -> Contract:
    """The contract of this name. Raises KeyError."""
    path = resource("platform", "contract", f"{name}.json")
    if not path.is_file():
        raise KeyError(name)
    raw = json.loads(path.read_text(encoding="utf-8"))
    types = {kind: tuple(_parameter(row) for row in rows) for kind, rows in raw["types"].items()}
    return Contract(
        name,
        raw["title"],
        raw["seed_section"],
        raw["needs_access_token"],
        _live_shape(raw, types),
        _seed_shape(raw, types),
        raw["sample_request"],
        {str(row["code"]): (str(row.get("meaning") or ""), str(row.get("action") or "")) for row in raw["errors"]},
    )


def _parameter(row: Mapping[str, Any]) -> Parameter:
    return Parameter(row["name"], row["type"], row.get("required") is True, row.get("note") or "", row.get("example"))


def _live_shape(raw: Mapping[str, Any], types: Mapping[str, tuple[Parameter, ...]]) -> Shape:
    outer = tuple(_parameter(row) for row in raw["request"]["fields"])
    if len(outer) == 1 and outer[0].type in types:
        return Shape(types[outer[0].type], types, outer[0].name)
    return Shape(outer, types)


def _seed_shape(raw: Mapping[str, Any], types: Mapping[str, tuple[Parameter, ...]]) -> Shape | None:
    """Names with a blank are not wire names ("Order Type" is meant to be orderType)."""
    seed = raw.get("seed_request")
    if seed is None:
        return None
    found = tuple(_parameter(row | {"name": _wire_name(row["name"])}) for row in seed["fields"])
    words = str(seed.get("wrapper") or "")
    wrapper = words.split(" ")[0] or None
    aliases = {
        live: seed_name.split(" ")[0]
        for seed_name, live in (raw.get("mapping_seed_to_live") or {}).items()
        if isinstance(live, str) and live.isidentifier() and seed_name.split(" ")[0].isidentifier()
    }
    if raw["api"].endswith("account.user.register-1"):
        aliases["outLoginId"] = "outLoginName"
    inner = {"OrderParam": found} | dict(types)
    live_wrapper = raw["request"]["fields"][0]["name"]
    return Shape(found, inner, wrapper, "List<" in words, aliases, (live_wrapper,))


def _wire_name(name: str) -> str:
    head, *rest = name.split(" ")
    return head[:1].lower() + head[1:] + "".join(rest) if rest else name
