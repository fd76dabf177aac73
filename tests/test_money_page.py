"""The page for auditors names tests: each of them exists."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "money.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(test_\w+)`", TEXT)))


@cache
def known() -> frozenset[str]:
    """The names of all tests."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return frozenset(name for text in texts for name in re.findall(r"^(?:async )?def (test_\w+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", NAMED)
def test_a_test_that_the_page_about_money_names_exists(name: str) -> None:
    assert name in known()


def test_every_file_that_the_page_about_money_names_exists() -> None:
    named = re.findall(r"`((?:tests|usecases|client|domain)/[\w/]+\.py)`", TEXT)
    assert named and all((ROOT / name).exists() or (ROOT / "sourcing_app" / name).exists() for name in named)


def test_the_page_about_money_promises_nothing_without_a_test() -> None:
    rows = [
        line
        for line in TEXT.splitlines()
        if line.startswith("| ") and not line.startswith(("| ---", "| promise", "| what"))
    ]
    assert rows and all("`test_" in row for row in rows)
