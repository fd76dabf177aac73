"""The page of all calls is whole, true, and the one in the folder."""

import json
import re

import pytest

from sourcing_app.domain.country import Country, Language, MobileArea
from sourcing_app.domain.insight import RankingKind
from sourcing_app.platform import registry
from tests.platform_page import ALL_CALLS_TESTS, PAGE, ROOT, document_rows, page
from tests.platform_rows import BEYOND, CALLS, COMMAND_LINE, TOPIC_TESTS, Row
from tests.support.contract import all_names

ENUMS = json.loads((ROOT / "resources" / "platform" / "enums.json").read_text(encoding="utf-8"))
SECTIONS = {"1": 1, "2": 5, "3": 12, "4": 7, "5": 3, "6": 9, "7": 1, "8": 16, "9": 2}


def test_the_page_in_the_folder_is_the_one_that_is_true() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.platform_page --write"


def test_the_document_has_fifty_six_rows_and_no_gap() -> None:
    firsts = [line.split("|")[1].strip().split(".")[0] for line in document_rows()]
    assert {first: firsts.count(first) for first in dict.fromkeys(firsts)} == SECTIONS
    assert len(firsts) == 56
    assert [line for line in document_rows() if "|  |" in line.removesuffix("|  |")] == []


def test_every_call_is_on_the_page_once_it_has_a_contract() -> None:
    named = {name for row in CALLS for name in row.names} | set(BEYOND)
    assert sorted(named) == all_names()


@pytest.mark.parametrize("row", CALLS, ids=lambda row: row.section)
def test_a_row_names_calls_of_its_section(row: Row) -> None:
    sections = {registry.calls()[name].section for name in row.names}
    assert row.section in sections


@pytest.mark.parametrize("name", sorted({*ALL_CALLS_TESTS, *TOPIC_TESTS, *(one for row in CALLS for one in row.tests)}))
def test_a_test_that_the_page_names_exists(name: str) -> None:
    assert (ROOT / name).exists()


def _sent_by_the_program(own_name: str) -> bool:
    """Whether a use case, or what stands between use cases and calls, sends it."""
    resource, constant = own_name.split(".")
    app = ROOT / "sourcing_app"
    between = [
        app / "platform" / name for name in ("categories/categories.py", "offers/filters.py", "orders/orders.py")
    ]
    texts = [path.read_text(encoding="utf-8") for path in [*(app / "usecases").glob("*.py"), *between]]
    return any(
        f"from sourcing_app.platform.{resource}" in text and re.search(rf"send\(\s*(\w+_calls\.)?{constant}\b", text)
        for text in texts
    )


@pytest.mark.parametrize("row", [row for row in CALLS if row.screen != COMMAND_LINE], ids=lambda row: row.section)
def test_a_call_that_has_a_screen_is_made_by_the_program(row: Row) -> None:
    names = [registry.own_name(registry.calls()[name]) for name in row.names]
    assert any(_sent_by_the_program(name) for name in names), names


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Language, [one["code"] for one in ENUMS["country"]["language_codes"]]),
        (Country, [one["value"] for one in ENUMS["country"]["seed_countries"]]),
        (MobileArea, [one["value"] for one in ENUMS["mobileArea"]["values"]]),
        (RankingKind, list(ENUMS["rankType"])),
    ],
)
def test_an_enumeration_knows_the_documented_words_and_keeps_others(kind: type[Language], words: list[str]) -> None:
    assert {word.value for word in kind} == set(words)
    assert kind("somewhere").value == "somewhere" and not kind("somewhere").is_known
