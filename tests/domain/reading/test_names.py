"""Names of companies, people, streets and carriers' sites: each example of the table is read as a person would."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from sourcing_app.domain.reading.names import NO_SOUNDS, joined
from sourcing_app.domain.reading.places import Places
from sourcing_app.store.name_sounds import sounds_elsewhere, sounds_here
from tests.domain.reading.words import LANGUAGES, fixed_words, tables

ROWS = [line.split("\t") for line in Path(__file__).with_name("names.tsv").read_text("utf-8").splitlines()]
NOTHING = "\\N"
"""In the table: a name that has no reading by parts, so that the original is shown."""


@cache
def _spoken(characters: str) -> tuple[str, ...]:
    return tuple(sounds_here([characters])[0])


def _reader(kind: str, language: str) -> Callable[[str], str | None]:
    words = fixed_words(language)
    by_kind: dict[str, Callable[[str], str | None]] = {
        "company": lambda text: words.names.company(text, _spoken),
        "person": lambda text: words.names.person(text, _spoken),
        "address": lambda text: words.names.address(text, _spoken),
        "site": words.site,
        "place": words.places.name,
    }
    return by_kind[kind]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_a_name_is_read_as_expected(row: list[str]) -> None:
    kind, chinese, *expected = row
    assert [_reader(kind, language)(chinese) or NOTHING for language in LANGUAGES] == expected


def test_there_are_three_hundred_examples() -> None:
    assert len({row[1] for row in ROWS}) == len(ROWS) >= 300


def test_without_sounds_a_name_stays_as_it_is_but_its_places_are_said() -> None:
    names = fixed_words("en").names
    assert names.company("泉州市百川源箱包有限公司", NO_SOUNDS) is None
    assert names.person("王小明", NO_SOUNDS) is None
    assert names.address("杭州市滨江区网商路699号", NO_SOUNDS) == "No. 699 网商路, Binjiang District, Hangzhou"


def test_japanese_names_need_no_sounds() -> None:
    assert fixed_words("ja").names.company("泉州市百川源箱包有限公司", NO_SOUNDS) == "泉州市百川源かばん有限公司"


def test_syllables_join_with_an_apostrophe_where_they_could_be_read_otherwise() -> None:
    assert joined(["xi", "an"]) == "Xi'an"
    assert joined(["lv", "yuan"]) == "Lüyuan"
    assert joined(["yue"]) == "Yue"
    assert joined([]) == ""


def test_sounds_of_names_come_from_a_process_of_its_own() -> None:
    assert sounds_elsewhere(["长盛", "百川源", "王ab", ""]) == [["chang", "sheng"], ["bai", "chuan", "yuan"], [], []]


def test_what_is_no_company_person_or_address_has_no_reading() -> None:
    names, sounds = fixed_words("en").names, _any
    assert names.company("Retro bags Co., Ltd.", sounds) is None
    assert names.company("漂亮的裙子", sounds) is None
    assert names.person("张三李四王五赵六钱七", sounds) is None
    assert names.address("No. 5 Main Street", sounds) is None


def _any(characters: str) -> list[str]:
    return ["xi"] * len(characters)


def test_places_are_found_with_and_without_their_kind() -> None:
    places = Places(tables("en").family("places"))
    assert places.leading("浙江金华义乌分拨中心") == (["Zhejiang", "Jinhua", "Yiwu"], "分拨中心")
    assert places.leading("义乌市金华盛饰品厂") == (["Yiwu"], "金华盛饰品厂")
    assert places.name("乐清") == "Yueqing"
    assert places.name("Yueqing") is None
