"""The same answer in the platform's other spellings prints the same.

Booleans and numbers as text, text as numbers, a Java class in every object, a single object where a list is to be expected.
Source: quirks.md, 1 to 10.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.contracts.full import full_answer
from tests.contracts.test_answers import exact
from tests.contracts.test_completeness import OLDER, printed
from tests.support.contract import all_names, samples

Spelling = Callable[[Any], Any]


def each_scalar(spell: Spelling) -> Spelling:
    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: walk(inner) for name, inner in value.items()}
        return [walk(inner) for inner in value] if isinstance(value, list) else spell(value)

    return walk


@each_scalar
def all_text(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | Decimal) else value


@each_scalar
def numbers(value: Any) -> Any:
    is_number = (
        isinstance(value, str) and value.isdigit() and len(value) < 19 and not (value[0] == "0" and len(value) > 1)
    )
    return int(value) if is_number else value


@each_scalar
def real_flags(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def leaked(value: Any) -> Any:
    if isinstance(value, dict):
        return (
            {"class": "com.alibaba.Model"} | {name: leaked(inner) for name, inner in value.items()} | {"@type": "Model"}
        )
    return [leaked(inner) for inner in value] if isinstance(value, list) else value


def no_list_of_one(value: Any) -> Any:
    """Objects only: a list of one id stays one."""
    if isinstance(value, dict):
        return {name: no_list_of_one(inner) for name, inner in value.items()}
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return no_list_of_one(value[0])
    return [no_list_of_one(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("spelling", [all_text, numbers, real_flags, leaked, no_list_of_one])
@pytest.mark.parametrize("name", all_names())
def test_an_answer_in_another_spelling_prints_the_same(name: str, spelling: Spelling) -> None:
    bodies = [exact(full_answer(name)), exact(samples(name)["sample_response"])]
    if name in OLDER:
        bodies.append(exact(samples(name)["seed_sample_response"]))
    for body in bodies:
        if not isinstance(body, list):
            assert printed(name, spelling(body)) == printed(name, body)
