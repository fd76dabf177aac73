"""Words of the trade in what sellers write: colours, sizes, materials, wares, packing and terms, and texts made of them.

"颜色: 白色; 尺码: 均码" is read by parts, and a part by the longest words in it. A text of which less than half is known
has no answer; what is not known in the others stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from sourcing_app.domain.reading.phrases import Phrases
from sourcing_app.domain.reading.tables import TERMS, Tables, even, has_chinese, key_of

LONGEST = 1000
"""Characters of a text that is read by parts; variants and attributes are shorter."""
_BREAKS = re.compile(r"(\s*(?:[;:,/+|、。!?~\[\]()<>【】《》「」=\n\t]|(?<!\d)[-*]|[-*](?!\d))+\s*|\s+)")
_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_MEASURE = re.compile(r"(?:\d[\d.,\-]*|\b\d?X{0,4}[SML])[\u3400-\u9fff]{1,2}?(?![\u3400-\u9fff])")


class TradeWords:
    """The words of one language."""

    def __init__(self, tables: Tables) -> None:
        self._language, self._tables = tables.language, tables

    @cached_property
    def words(self) -> Mapping[str, str]:
        """All of them by their spelling; of a word in two families the first family's meaning."""
        words: dict[str, str] = {}
        for family in TERMS:
            for word, said in self._tables.family(family).items():
                if "{" not in word:
                    words.setdefault(key_of(word), said)
        return words

    @cached_property
    def longest(self) -> int:
        """Characters of the longest word."""
        return max(map(len, self.words), default=0)

    @cached_property
    def sounds(self) -> Mapping[str, str]:
        """Pinyin with tones by spelling."""
        return {key_of(word): said for word, said in self._tables.sounds.items()}

    def of_word(self, word: str) -> str | None:
        """The meaning of a text that is one word."""
        return self.words.get(key_of(word))

    def words_of(self, text: str) -> str | None:
        """A colour, a size, a unit, an attribute or a variant made of them, in the buyer's language; None when less than
        half of its Chinese is known."""
        if len(text) > LONGEST or not has_chinese(text):
            return None
        plain = even(text).strip()
        whole = self.words.get(key_of(plain))
        if whole is not None:
            return whole
        parts = [self._part(part) for part in _BREAKS.split(plain) if part]
        chinese = sum(len(run) for run in _RUN.findall(plain))
        left = sum(len(run) for _, missing in parts for run in _RUN.findall(missing))
        if left * 2 > chinese:
            return None
        return self._tidy("".join(" - " if said.strip() == "-" else said for said, _ in parts))

    def _part(self, text: str) -> tuple[str, str]:
        """A part without breaks: (what it means, what of it is not known)."""
        if not has_chinese(text):
            return text, ""
        whole = self.words.get(text.casefold()) or self._measure(text)
        if whole is not None:
            return whole, ""
        pieces: list[tuple[str, str | None]] = []
        end = 0
        for found in _MEASURE.finditer(text):
            measure = self._measure(found[0])
            if measure is not None:
                pieces += [*self.pieces(text[end : found.start()]), (found[0], measure)]
                end = found.end()
        merged = _merged(_lone_ones_dropped([*pieces, *self.pieces(text[end:])]))
        missing = "".join(piece for piece, meaning in merged if meaning is None and has_chinese(piece))
        return " ".join(piece if meaning is None else meaning for piece, meaning in merged), missing

    def _measure(self, text: str) -> str | None:
        return self._phrases.says(text, lambda kind, value: value)

    def pieces(self, text: str) -> list[tuple[str, str | None]]:
        """A text cut into words and the characters that are in none: (piece, meaning or None). Long words go before
        short ones, wherever they begin."""
        keys = text.casefold() if len(text.casefold()) == len(text) else text
        best = [0] * (len(text) + 1)
        came = list(range(-1, len(text)))
        for end in range(1, len(text) + 1):
            best[end] = best[end - 1]
            for start in range(max(0, end - self.longest), end):
                weight = best[start] + (end - start) ** 2
                if weight > best[end] and keys[start:end] in self.words and _stands_alone(keys, start, end):
                    best[end], came[end] = weight, start
        cuts: list[tuple[str, str | None]] = []
        end = len(text)
        while end:
            start = came[end]
            cuts.append((text[start:end], self.words.get(keys[start:end]) if best[end] > best[start] else None))
            end = start
        return cuts[::-1]

    @staticmethod
    def _tidy(text: str) -> str:
        spaced = re.sub(r"\s*([;:,、])\s*", r"\1 ", text).replace("【", " [").replace("】", "] ")
        spaced = re.sub(r"(?<=\w)([(\[])", r" \1", re.sub(r"([)\]])(?=\w)", r"\1 ", spaced))
        return re.sub(r"[ \t]+", " ", spaced).strip(" ;,")

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._tables.family(family) for family in TERMS)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a piece does not begin or end inside a word of letters or a number."""
    cut_before = start > 0 and text[start - 1].isascii() and text[start - 1].isalnum() and text[start].isascii()
    cut_after = end < len(text) and text[end].isascii() and text[end].isalnum() and text[end - 1].isascii()
    return not cut_before and not cut_after


def _lone_ones_dropped(pieces: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """A word of one character beside something unknown is a part of a longer word: unknown as well, and so on."""
    unknown = [meaning is None and has_chinese(piece) for piece, meaning in pieces]
    single = [len(piece) == 1 and has_chinese(piece) for piece, _ in pieces]
    for places in (range(1, len(pieces)), range(len(pieces) - 2, -1, -1)):
        step = -places.step
        for at in places:
            unknown[at] = unknown[at] or (single[at] and unknown[at + step])
    return [(piece, None if lost else meaning) for (piece, meaning), lost in zip(pieces, unknown, strict=True)]


def _merged(pieces: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Neighbours that are not known as one piece."""
    merged: list[tuple[str, str | None]] = []
    for piece, meaning in pieces:
        if meaning is None and merged and merged[-1][1] is None:
            merged[-1] = (merged[-1][0] + piece, None)
        else:
            merged.append((piece, meaning))
    return [(piece.strip(), meaning) for piece, meaning in merged if piece.strip()]
