"""Pinyin with numbers as pinyin with marks: "lu:4 se4" -> "lǜ sè"."""

from __future__ import annotations

import re
import unicodedata

_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
_SYLLABLE = re.compile(r"([A-Za-züÜ]+)([1-5])")
_VOWELS = tuple(map(re.compile, ("[aeAE]", "[oO](?=u)", "[iouüIOUÜ](?![iouü])")))
"""Where the mark stands: over a or e, over the o of ou, over the last vowel."""


def with_marks(pinyin: str) -> str:
    """Each syllable's tone over its vowel; the fifth tone has no mark."""
    return _SYLLABLE.sub(_marked, pinyin.replace("u:", "ü").replace("U:", "Ü"))


def _marked(found: re.Match[str]) -> str:
    letters, mark = found[1], _MARKS.get(found[2], "")
    vowel = next((place for each in _VOWELS if (place := each.search(letters))), None)
    if letters == "r" or not mark or vowel is None:
        return letters
    return unicodedata.normalize("NFC", letters[: vowel.end()] + mark + letters[vowel.end() :])
