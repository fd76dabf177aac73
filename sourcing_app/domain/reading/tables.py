"""The tables of one language: Chinese on the left, the buyer's words on the right, a family of words a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from sourcing_app.domain.foreign_text import clean
from sourcing_app.domain.reading.variants import TO_SIMPLIFIED

FIXED = ("states", "trading", "carriers", "sentences", "units", "places")
"""Families of what the platform and the carriers say."""
TERMS = ("deals", "colours", "sizes", "materials", "attributes", "wares", "features", "packing", "units")
"""Families of what sellers say, in the order in which a word that stands in two is taken."""
PHRASES = ("tracking", "states", "trading", "sentences")
"""Families with blanks in them, such as {place}."""
NAMES = ("places", "sites", "company-forms", "company-trades", "addresses")
FAMILIES = tuple(dict.fromkeys((*FIXED, *TERMS, *PHRASES, *NAMES, "codes")))
"""All families of a language. Japanese has "kanji" besides: simplified characters and those written in Japan."""

_DENSE = "\u2e80-\u9fff\uf900-\ufaff"
_GAPS = re.compile(rf"(?<=[{_DENSE},:;()\[\]])\s+|\s+(?=[{_DENSE},:;()\[\]])")
_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

Table = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """All families of a language. A family whose file is missing is empty: its words then stay as they are.

    surnames: pinyin of surnames that are read otherwise than the character alone, and of those of two characters.
    sounds: pinyin with tones of the trade words.
    """

    language: str
    families: Mapping[str, Table]
    surnames: Table
    sounds: Table

    def family(self, name: str) -> Table:
        """The words of a family, as they stand in its file."""
        return self.families.get(name, {})


def read_table(text: str) -> dict[str, str]:
    """Rows of a file: two columns with a tab between. Empty lines, comments (#) and broken rows are passed over."""
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0].strip(): row[1].strip() for row in rows if len(row) == 2 and row[0].strip() and row[1].strip()}


def has_chinese(text: str) -> bool:
    """Whether any Chinese character is in the text."""
    return bool(_CHINESE.search(text))


def even(text: str) -> str:
    """The text in simplified characters of one width, without what cannot be seen."""
    return unicodedata.normalize("NFKC", clean(text)).translate(TO_SIMPLIFIED)


def spelt(text: str) -> str:
    """The text as tables are compared with it: even, no blanks around Chinese, no full stop at the end."""
    return _GAPS.sub("", even(text)).strip(" \t\n。.!;")


def key_of(text: str) -> str:
    """The same in any case: what a word is looked up by."""
    return spelt(text).casefold()
