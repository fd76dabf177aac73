"""The tables of words: as many as promised, the same in every language, and nothing of the platform left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from sourcing_app.config.settings import resource
from sourcing_app.domain.reading.phrases import blanks
from sourcing_app.domain.reading.tables import FAMILIES, TERMS, Tables, has_chinese, key_of, read_table
from sourcing_app.store.word_files import read_tables
from tests.domain.reading.words import LANGUAGES, tables

NOT_SHOWN = {
    "country": "languages and countries of the account, which the settings name",
    "mobileArea": "countries of the account, which the settings name",
    "gateway_error_codes": "codes of the gateway, which errors of the program explain",
    "filter_groups/type": "kind of a group",
    "filter_groups/group": "names of groups, which the panel of filters has",
    "sort.seed_aliases": "other spellings of sort keys",
}
"""Parts of the platform's enumerations that no page shows as words, and why."""


def test_there_are_as_many_words_as_a_buyer_was_promised() -> None:
    places = tables("en").family("places")
    provinces = [name for name in list(places)[:34] if re.search("(省|市|自治区|特别行政区)$", name)]
    cities = [name for name in places if re.search("(市|自治州|地区|盟|林区)$", name) and name not in provinces]
    assert len(provinces) == 34
    assert len(cities) >= 300
    assert len(tables("en").family("carriers")) >= 80
    assert len(tables("en").family("tracking")) >= 120
    assert len(tables("en").family("units")) >= 60
    assert len({word for family in TERMS for word in tables("en").family(family)}) >= 800


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_the_same_words_and_blanks_in_every_language(family: str) -> None:
    english, japanese = (tables(language).family(family) for language in LANGUAGES)
    assert english.keys() == japanese.keys()
    assert english
    for chinese, said in english.items():
        assert set(blanks(said)) == set(blanks(chinese)), chinese
        assert set(blanks(japanese[chinese])) == set(blanks(chinese)), chinese


@pytest.mark.parametrize("family", FAMILIES)
def test_no_word_of_a_file_is_written_twice(family: str) -> None:
    for language in LANGUAGES:
        rows = resource("words", language, f"{family}.tsv").read_text("utf-8").splitlines()
        assert len(read_table("\n".join(rows))) == len([row for row in rows if row and not row.startswith("#")])


def test_english_words_have_no_chinese_and_japanese_ones_no_simplified_characters() -> None:
    simplified = set(tables("ja").family("kanji"))
    for family in FAMILIES:
        assert [said for said in tables("en").family(family).values() if has_chinese(said)] == []
        odd = {chinese: said for chinese, said in tables("ja").family(family).items() if set(said) & simplified}
        assert odd == {}


def test_every_enumeration_of_the_platform_has_its_words_in_every_language() -> None:
    found = set(_codes(json.loads(resource("platform", "enums.json").read_text("utf-8")), ""))
    shown = {code for code in found if not any(code.startswith(part) for part in NOT_SHOWN)}
    for language in LANGUAGES:
        assert shown - tables(language).family("codes").keys() == set()


def test_a_missing_file_of_words_leaves_its_family_empty(tmp_path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "units.tsv").write_bytes("个\tpc\n\tno word\nno meaning\n# 件\tpc\n".encode())
    (tmp_path / "en" / "states.tsv").write_bytes(b"\xff\xfe\x00broken")
    read = read_tables("en", tmp_path)
    assert read.family("units") == {"个": "pc"}
    assert read.family("states") == read.family("carriers") == {}


def test_languages_without_words_of_their_own_read_english() -> None:
    assert tables("vi").family("units") == tables("en").family("units")


def test_words_are_compared_in_any_width_case_and_script() -> None:
    assert key_of(" 圓通速遞 ") == key_of("圆通速递")
    assert key_of("可印ＬＯＧＯ。") == key_of("可印logo")


def _codes(value: object, path: str) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _codes(each, path)
    if not isinstance(value, dict):
        return
    code = value.get("value") or value.get("key") or value.get("code")
    is_row = bool(code and (value.get("name") or value.get("label")))
    if is_row:
        yield f"{path}/{code}"
    for name, inner in value.items():
        if isinstance(inner, str):
            if not is_row and not name.endswith("note") and name not in ("about", "form", "src", "label", "kind"):
                yield f"{path}/{name}"
        else:
            yield from _codes(inner, f"{path}.{name}" if path else name)


def test_tables_of_a_language_know_its_name() -> None:
    read: Tables = tables("ja")
    assert read.language == "ja"
