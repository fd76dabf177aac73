"""docs/sandbox.md names everything there is, and nothing that is not."""

from __future__ import annotations

import re

from sourcing_app.sandbox.faults import KINDS
from sourcing_app.sandbox.options import Options
from tests.support.sandbox import ROOT, RunningSandbox

TEXT = (ROOT / "docs" / "sandbox.md").read_text(encoding="utf-8")


def plain(act: str) -> str:
    """Without the types and names of path parts."""
    return re.sub(r"\{[^}]*\}", "{}", act)


def test_every_control_call_is_documented_and_exists(sandbox: RunningSandbox) -> None:
    there = {plain(act) for act in sandbox.http.get("/_sandbox").json()["acts"]} - {"GET /_sandbox"}
    told = {plain(act) for act in re.findall(r"`((?:GET|POST) /_sandbox/[\w/{}]+)", TEXT)}
    assert told == there


def test_every_fault_is_documented() -> None:
    section = TEXT.split("## Faults")[1].split("## Options")[0]
    assert set(re.findall(r"^\| `(\w+)`", section, re.MULTILINE)) == set(KINDS)


def test_every_option_is_documented_with_its_default() -> None:
    section = TEXT.split("## Options")[1].split("## What stands behind it")[0]
    defaults = Options().as_dict()
    told: dict[str, str] = {}
    for row in re.findall(r"^\| (`.+?`) \| (.+?) \|", section, re.MULTILINE):
        names = re.findall(r"`(\w+)`", row[0])
        values = [value.strip() for value in row[1].split(",")] if len(names) > 1 else [row[1]]
        told |= dict(zip(names, values, strict=True))
    shown = {name: f"`{value}`" if isinstance(value, str) else _as_json(value) for name, value in defaults.items()}
    assert told == shown


def _as_json(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def test_every_word_of_the_command_line_is_documented() -> None:
    source = (ROOT / "sourcing_app/sandbox/__main__.py").read_text(encoding="utf-8")
    for word in re.findall(r'add_argument\("(--[\w-]+)"', source):
        assert f"`{word}" in TEXT, word
