"""The page docs/platform.md: every row of the solution document with its method, its sandbox, its screen and its tests.

``python -m tests.platform_page --write`` writes it; the test run compares it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from sourcing_app.domain.message import Topic
from sourcing_app.platform import registry
from tests.platform_rows import BEYOND, CALLS, COMMAND_LINE, ENUMERATIONS, TOPIC_SANDBOX, TOPIC_TESTS

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "platform.md"
MESSAGES = ROOT / "resources" / "platform" / "messages.json"
ALL_CALLS_TESTS = ("tests/contracts", "tests/platform/cli/test_every_call.py")
HEAD = "| section | what | calls and kind | client | sandbox | screen | tests |\n| --- | --- | --- | --- | --- | --- | --- |"

INTRODUCTION = """\
# Every call, message and enumeration of the solution

Generated from the declarations of calls and the contracts (`python -m tests.platform_page --write`) and compared in the test
run. `orders.CANCEL` is declared in `sourcing_app/platform/orders/calls.py`; `python -m sourcing_app api list` shows the same
from the command line, and every call can be made with `api call NAME`. Kinds: only a **read** is ever repeated by itself,
a **write** is sent once, **money** also asks first.

Each call is tested alike: its requests and its documented answers against its contract, its refusals, broken answers
(`tests/contracts`), and the whole way to the sandbox and back in both dialects (`tests/platform/cli/test_every_call.py`). The
last column names what tests it besides.

## The solution document
"""


def page() -> str:
    """The whole page."""
    beyond = "## Beyond the document\n\n| call | kind | client | sandbox | screen |\n| --- | --- | --- | --- | --- |"
    return "\n".join([INTRODUCTION, HEAD, *document_rows(), "", beyond, *beyond_rows(), ""])


def document_rows() -> list[str]:
    """The 56 rows, in the document's order."""
    return [*_call_rows(), *_topic_rows(), *_enumeration_rows()]


def _call_rows() -> Iterator[str]:
    for row in CALLS:
        found = [registry.calls()[name] for name in row.names]
        called = "<br>".join(f"`{method.full_name}` {method.kind.value}" for method in found)
        client = "<br>".join(dict.fromkeys(f"`{where}`" for where in (registry.own_name(method) for method in found)))
        yield _line(row.section, row.title, called, client, row.sandbox, row.screen, _files(row.tests))


def _topic_rows() -> Iterator[str]:
    titles = {one["topic"]: one["title"] for one in json.loads(MESSAGES.read_text(encoding="utf-8"))["topics"]}
    for topic in Topic:
        client = "`read_push`, `messages.HELD`"
        yield _line(
            "8",
            titles[topic.value],
            f"`{topic.value}` message",
            client,
            TOPIC_SANDBOX,
            COMMAND_LINE,
            _files(TOPIC_TESTS),
        )


def _enumeration_rows() -> Iterator[str]:
    for section, title, client, sandbox in ENUMERATIONS:
        yield _line(section, title, "enumeration", client, sandbox, COMMAND_LINE, "`tests/test_platform_page.py`")


def beyond_rows() -> list[str]:
    """Every call that has no row of its own in the document."""
    named = {name for row in CALLS for name in row.names}
    rest = [method for method in registry.calls().values() if method.full_name not in named]
    return [
        _line(f"`{method.full_name}`", method.kind.value, f"`{registry.own_name(method)}`", *BEYOND[method.full_name])
        for method in rest
    ]


def _files(names: tuple[str, ...]) -> str:
    return "<br>".join(f"`{name}`" for name in names)


def _line(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    else:
        print(page())
