"""The syllables that can be typed are those of the dictionary that titles are spoken with."""

from __future__ import annotations

from pypinyin import lazy_pinyin
from pypinyin.constants import PINYIN_DICT

from sourcing_app.store.pinyin import SYLLABLES, readings

COLLOQUIAL = {"dei", "dia", "kei", "shei", "tei", "zhei"}
"""Second readings (得, 嗲, 剋, 谁, 忒, 这), which people type and the dictionary does not put first."""

NO_SYLLABLES = {"hm", "m", "n", "fiao"}
"""Interjections and a dialect's word."""


def test_every_syllable_of_the_dictionary_can_be_typed_and_no_other() -> None:
    spoken = {lazy_pinyin(chr(code))[0].replace("ve", "ue") for code in PINYIN_DICT if 0x4E00 <= code <= 0x9FFF}
    assert spoken - NO_SYLLABLES | COLLOQUIAL == SYLLABLES
    assert all((each,) in readings(each) for each in SYLLABLES)


def test_a_word_is_cut_in_at_most_eight_ways_the_fewest_syllables_first() -> None:
    assert readings("xian") == (("xian",), ("xi", "an"))
    many = readings("xianxianxianxian")
    assert len(many) == 8 and many[0] == ("xian",) * 4
    assert readings("") == readings("b") == readings("beibaob") == ()
    assert readings("a" * 48) == (("a",) * 48,) and readings("a" * 49) == ()
    assert readings("zhuang") == (("zhuang",), ("zhu", "ang"))
