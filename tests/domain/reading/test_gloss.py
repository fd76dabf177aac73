"""The words of a text with pinyin and meanings: own words first, then the trade's, then a dictionary's."""

from __future__ import annotations

import pytest

from sourcing_app.domain.reading.gloss import LONGEST, Entry, GlossWord, Source, gloss
from sourcing_app.domain.reading.tables import TERMS
from tests.domain.reading.words import LANGUAGES, tables, trade_words

WORDS = {
    "大家": Entry("dà jiā", ("everyone",)),
    "喜欢": Entry("xǐ huan", ("to like",)),
    "象": Entry("xiàng", ("elephant",)),
}


class SmallDictionary:
    """A dictionary of few words."""

    def find(self, word: str) -> tuple[Entry, ...]:
        return (WORDS[word],) if word in WORDS else ()


def test_a_text_is_read_word_by_word() -> None:
    assert gloss("大家喜欢现货, 氨纶!", trade_words("en"), SmallDictionary()) == (
        GlossWord("大家", "dà jiā", ("everyone",), Source.DICTIONARY),
        GlossWord("喜欢", "xǐ huan", ("to like",), Source.DICTIONARY),
        GlossWord("现货", "xiàn huò", ("in stock",), Source.TRADE),
        GlossWord("氨纶", "ān lún", ("spandex",), Source.TRADE),
    )


def test_the_buyers_own_words_go_first() -> None:
    words = gloss("现货大象", trade_words("en"), SmallDictionary(), {"现货": "ready stock", "大象": "the big one"})
    assert [(word.text, word.meanings, word.source) for word in words] == [
        ("现货", ("ready stock",), Source.GLOSSARY),
        ("大象", ("the big one",), Source.GLOSSARY),
    ]


def test_the_words_that_the_trade_needs_most_are_known() -> None:
    said = {word: trade_words("en").of_word(word) for word in ("起批", "混批", "现货", "代发", "氨纶")}
    assert said == {
        "起批": "minimum",
        "混批": "mixed batch",
        "现货": "in stock",
        "代发": "dropshipping",
        "氨纶": "spandex",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trade_word_of_chinese_characters_has_its_pinyin(language: str) -> None:
    sounds = tables(language).sounds
    words = {word for family in TERMS for word in tables(language).family(family) if "{" not in word}
    assert words - sounds.keys() == set()


def test_traditional_characters_are_read_and_a_word_that_nobody_knows_is_shown() -> None:
    assert [word.meanings for word in gloss("現貨", trade_words("ja"))] == [("在庫あり",)]
    assert gloss("犇", trade_words("en")) == (GlossWord("犇", "", (), Source.NOBODY),)


def test_a_missing_dictionary_leaves_the_trade_words() -> None:
    assert [word.source for word in gloss("大家现货", trade_words("en"))][-1] is Source.TRADE


def test_hostile_texts_are_read_without_harm() -> None:
    for text in (
        "",
        "现" * 100_000,
        "\ud800现货\udfff",
        "\u202e现货\u2066",
        "<b>现货</b>&",
        "a" * 100_000,
        "現\u0301" * 50_000,
    ):
        words = gloss(text, trade_words("en"), SmallDictionary(), {"": "nothing", "现": ""})
        assert sum(len(word.text) for word in words) <= LONGEST
        assert all(word.text for word in words)
