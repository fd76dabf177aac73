"""The dictionary: its words in simplified and traditional characters, read once, and none where it is missing."""

from __future__ import annotations

from sourcing_app.domain.reading.gloss import Source, gloss
from sourcing_app.domain.reading.tones import with_marks
from sourcing_app.store.dictionary import ChineseDictionary, read_dictionary
from tests.domain.reading.words import trade_words

LINES = """# CC-CEDICT
#! entries=4
大家 大家 [da4 jia1] /everyone/influential family/CL:個|个[ge4]/
長 长 [chang2] /length/long/
長 长 [zhang3] /chief/to grow/
broken line
綠色 绿色 [lu:4 se4] /green/
""".encode()


def test_a_word_has_all_its_readings_and_meanings() -> None:
    dictionary = ChineseDictionary(LINES)
    assert [(entry.pinyin, entry.meanings) for entry in dictionary.find("长")] == [
        ("cháng", ("length", "long")),
        ("zhǎng", ("chief", "to grow")),
    ]
    assert [entry.meanings for entry in dictionary.find("大家")] == [("everyone", "influential family")]
    assert dictionary.find("broken") == dictionary.find("") == ()
    assert dictionary.find("绿色")[0].pinyin == "lǜ sè"


def test_a_missing_or_broken_dictionary_is_empty() -> None:
    assert len(ChineseDictionary(b"")) == len(ChineseDictionary(b"\xff\xfe no dictionary")) == 0


def test_the_shipped_dictionary_knows_what_the_trade_words_do_not() -> None:
    dictionary = read_dictionary()
    assert len(dictionary) > 100_000
    words = gloss("老板您好，请问还有现货吗？", trade_words("en"), dictionary)
    assert [word.text for word in words] == ["老板", "您好", "请问", "还有", "现货", "吗"]
    assert words[0].pinyin == "lǎo bǎn"
    assert all(word.source is not Source.NOBODY and word.meanings for word in words)


def test_tones_stand_over_the_right_vowel() -> None:
    said = with_marks("Shang4 hai3 xie2 liu4 gui4 lu:e4 r5 hao3 zhou1 er2")
    assert said == "Shàng hǎi xié liù guì lüè r hǎo zhōu ér"


def test_hostile_lines_are_passed_over() -> None:
    dictionary = ChineseDictionary(b"A " * 500_000 + "\n猫 猫 [mao1]\n狗 狗 [gou3] /".encode() + b"/" * 100_000)
    assert dictionary.find("猫") == ()
