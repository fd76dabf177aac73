"""Answers as a broken, careless or hostile gateway might give them: made from documented ones, the same for the same seed."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

HUGE = 10**30
ODD: tuple[Any, ...] = (
    None, {}, [], "", "x", "null", 0, -1, HUGE, 2.5, 1e300, -0.0, "1e400", "９９", "12.5.6", "-7", "\x00", "\ud800", "中" * 500,
    [[]], [None], [{}], {"": ""}, {"result": {"result": {"result": 1}}}, "{\"a\":", "20261332999999999+0800", False, "false", "no",
)  # fmt: skip
TRUTHS: tuple[Any, ...] = (True, "true", 1, "1", "Y", "success")
"""Retyping to one of these may turn a no into an honest yes, so refusals of money calls are mutated without them."""


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where every member of an answer is."""
    found = [here] if here else []
    if isinstance(value, dict):
        for name, item in value.items():
            found += paths(item, (*here, name))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            found += paths(item, (*here, at))
    return found


def mutated(sample: Any, chance: random.Random, *, truths: bool = True) -> bytes:
    """One to four things wrong with it; now and then the bytes themselves."""
    body = copy.deepcopy(sample)
    for _ in range(chance.randint(1, 4)):
        known = paths(body)
        if not known:
            break
        _change(body, chance.choice(known), chance, ODD + TRUTHS if truths else ODD)
    raw = json.dumps(body, ensure_ascii=chance.random() < 0.5, default=float).encode("utf-8", "surrogatepass")
    match chance.randrange(12):
        case 0:
            return raw[: chance.randrange(len(raw) + 1)]
        case 1:
            at = chance.randrange(len(raw) + 1)
            return raw[:at] + bytes([chance.randrange(256)]) + raw[at:]
        case 2:
            return b"\xef\xbb\xbf" + raw
    return raw


def _change(body: Any, path: tuple[Any, ...], chance: random.Random, palette: tuple[Any, ...]) -> None:
    parent = body
    for step in path[:-1]:
        parent = parent[step]
    last = path[-1]
    match chance.randrange(5):
        case 0:
            del parent[last]
        case 1:
            parent[last] = None
        case 2 | 3:
            parent[last] = copy.deepcopy(chance.choice(palette))
        case 4:
            parent[last] = _deeper(parent[last], chance.randrange(1, 40))


def _deeper(value: Any, levels: int) -> Any:
    for level in range(levels):
        value = {"result": value} if level % 2 else [value]
    return value
