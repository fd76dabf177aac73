"""Every text member of every contract may come as a number, a list, an object or null: what is read stays what it is declared.

A text that arrives as something else is read as text, or as none; it never ends in an error that is not one of ours.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from sourcing_app.domain.message import Topic
from sourcing_app.errors import SourcingError
from sourcing_app.platform import registry
from sourcing_app.platform.messages import wire as messages
from sourcing_app.platform.transport.fields import Json
from tests.contracts.full import Path, full_answer, leaves
from tests.contracts.test_answers import exact
from tests.contracts.test_types import record_faults
from tests.support.contract import FOLDER, all_names, paper, samples

INSTEAD: dict[str, Json] = {
    "number": 10**25, "fraction": Decimal("7.5"), "list": ["a", 1, None], "object": {"k": "v"}, "null": None,
}  # fmt: skip
TOPICS = {
    one["topic"]: one for one in json.loads((FOLDER.parent / "messages.json").read_text(encoding="utf-8"))["topics"]
}


def at(body: Json, path: Path) -> Json:
    for part in path:
        body = body[part]
    return body


def texts_of(body: Json) -> list[Path]:
    """Where texts stand, one place for each member: rows are alike."""
    found: dict[tuple[str, ...], Path] = {}
    for path in leaves(body):
        if isinstance(at(body, path), str):
            found.setdefault(tuple("#" if isinstance(part, int) else part for part in path), path)
    return list(found.values())


def bodies(name: str) -> Iterator[Json]:
    yield exact(full_answer(name))
    if "seed_sample_response" in samples(name):
        yield exact(samples(name)["seed_sample_response"])


def faults(read: Any, body: Json, path: Path, kind: str) -> list[str]:
    """What is wrong with what is read; an error of ours is an answer too."""
    where = f"{'.'.join(map(str, path))} as {kind}"
    holder, last, before = at(body, path[:-1]), path[-1], at(body, path)
    holder[last] = copy.deepcopy(INSTEAD[kind])
    try:
        found = read(body)
    except SourcingError:
        return []
    except Exception as error:  # a bug, named with the member it is about
        return [f"{where}: {type(error).__name__}: {error}"]
    finally:
        holder[last] = before
    return [f"{where}: {fault}" for fault in record_faults(found, "result")]


@pytest.mark.parametrize("name", all_names())
def test_every_text_member_may_be_a_number_a_list_an_object_or_null(name: str) -> None:
    asked = exact(paper(name)["sample_request"])
    fields = asked if isinstance(asked, dict) else {}
    method = registry.calls()[name]
    wrong = [
        fault
        for body in bodies(name)
        for path in texts_of(body)
        for kind in INSTEAD
        for fault in faults(lambda answer: method.answer(answer, fields), body, path, kind)
    ]
    assert wrong == []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_text_member_of_a_message_may_be_anything(topic: str) -> None:
    data = exact(TOPICS[topic]["sample_data"])
    wrong = [
        fault
        for path in texts_of(data)
        for kind in INSTEAD
        for fault in faults(lambda found: messages.event(Topic(topic), found), data, path, kind)
    ]
    assert wrong == []
