"""The words of a Chinese text one by one, with pinyin and meanings: what a buyer sees who rests on it.

The buyer's own glossary goes first, then the longer of our trade words and the dictionary's, ours where both are as long.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sourcing_app.domain.foreign_text import clean
from sourcing_app.domain.reading.tables import even, has_chinese
from sourcing_app.domain.reading.trade_words import TradeWords

LONGEST = 2000
"""Characters of a text that are read; what follows them is left out."""
_LONGEST_WORD = 20


class Source(StrEnum):
    """Who says what a word means."""

    GLOSSARY = "glossary"
    TRADE = "trade"
    DICTIONARY = "dictionary"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class GlossWord:
    """One word of a text. pinyin: with tones, "" when it is not known. meanings: () when nobody knows the word."""

    text: str
    pinyin: str
    meanings: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Entry:
    """A dictionary's word. pinyin: with tones."""

    pinyin: str
    meanings: tuple[str, ...]


class Dictionary(Protocol):
    """Words in simplified characters and what they mean."""

    def find(self, word: str) -> Sequence[Entry]: ...


def gloss(
    text: str, trade: TradeWords, dictionary: Dictionary | None = None, glossary: Mapping[str, str] | None = None
) -> tuple[GlossWord, ...]:
    """The words of a text's Chinese in their order. Pure; at most ``LONGEST`` characters are read.

    glossary: the buyer's own words, each with what it means; simplified characters. dictionary: None where it is missing.
    """
    plain = even(clean(text[:LONGEST]))
    words: list[GlossWord] = []
    at = 0
    while at < len(plain):
        word = _word_at(plain, at, trade, dictionary, glossary or {})
        if has_chinese(word.text):
            words.append(word)
        at += len(word.text)
    return tuple(words)


def _word_at(
    text: str, at: int, trade: TradeWords, dictionary: Dictionary | None, glossary: Mapping[str, str]
) -> GlossWord:
    window = text[at : at + _LONGEST_WORD]
    pieces = [window[:length] for length in range(len(window), 0, -1) if has_chinese(window[:length])]
    own = next((piece for piece in pieces if glossary.get(piece)), None)
    if own is not None:
        return GlossWord(own, trade.sounds.get(own, ""), (glossary[own],), Source.GLOSSARY)
    for piece in pieces:
        meaning = trade.words.get(piece.casefold())
        entries = dictionary.find(piece) if dictionary is not None else ()
        pinyin = trade.sounds.get(piece.casefold(), "") or (entries[0].pinyin if entries else "")
        if meaning is not None:
            return GlossWord(piece, pinyin, (meaning,), Source.TRADE)
        if entries:
            meanings = tuple(dict.fromkeys(each for entry in entries for each in entry.meanings))
            return GlossWord(piece, pinyin, meanings, Source.DICTIONARY)
    return GlossWord(text[at], "", (), Source.NOBODY)
