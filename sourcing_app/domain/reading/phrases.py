"""Sentences with blanks: "离开{site}，下一站{site2}" knows every text of that form and says it in another language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from sourcing_app.domain.reading.tables import spelt

LONGEST = 600
"""Characters of a text that is compared; the platform's sentences are shorter."""
_BLANK = re.compile(r"\{([a-z]+)(\d*)\}")
_FORMS = {
    "place": r"[^\]】]{1,30}?",
    "site": r".{1,40}?",
    "carrier": r".{1,20}?",
    "person": r".{1,20}?",
    "phone": r"[\d\-+*# ]{3,20}",
    "number": r"[\d.,\-]{1,20}",
    "size": r"[0-9A-Za-z.]{1,5}",
    "name": r".{1,200}?",
    "text": r".{0,200}?",
    "words": r".{1,300}?",
    "address": r".{1,200}?",
}
"""What a blank may hold, by its kind."""

Fill = Callable[[str, str], "str | None"]
"""A blank's kind and its text -> the text in the buyer's language; None where it is not known."""


class Phrase:
    """One row of a table: its Chinese as a pattern, its meaning with the same blanks."""

    def __init__(self, chinese: str, meaning: str) -> None:
        self._chinese = spelt(chinese)
        self._meaning = meaning
        self.literals = sorted((part for part in _literals(self._chinese) if part), key=len, reverse=True)

    @property
    def weight(self) -> int:
        """Characters that have to be the same: the more, the surer a match."""
        return sum(map(len, self.literals))

    def says(self, text: str, fill: Fill) -> tuple[str, bool] | None:
        """The meaning of a text of this form, and whether every blank in it was understood; None for other texts."""
        if not all(literal in text for literal in self.literals):
            return None
        found = self._pattern.fullmatch(text)
        if found is None:
            return None
        known = {name: fill(name.rstrip("0123456789"), value) for name, value in found.groupdict().items()}
        values = {name: found[name] if value is None else value for name, value in known.items()}
        return _BLANK.sub(lambda blank: values[blank[1] + blank[2]], self._meaning), None not in known.values()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = _BLANK.split(self._chinese)
        form = re.escape(parts[0])
        for kind, number, literal in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            form += f"(?P<{kind}{number}>{_FORMS[kind]})" + re.escape(literal)
        return re.compile(form, re.DOTALL)


class Phrases:
    """All rows with blanks of some tables, the surest first."""

    def __init__(self, tables: Iterable[Mapping[str, str]]) -> None:
        rows = [(chinese, meaning) for table in tables for chinese, meaning in table.items() if "{" in chinese]
        self._phrases = sorted((Phrase(*row) for row in rows), key=lambda each: -each.weight)

    def says(self, text: str, fill: Fill) -> str | None:
        """What a text means; a phrase all of whose blanks are understood goes before one that fits as well.

        text: spelt as ``tables.spelt`` does.
        """
        if len(text) > LONGEST:
            return None
        fitting = None
        for phrase in self._phrases:
            said = phrase.says(text, fill)
            if said is None:
                continue
            if said[1]:
                return said[0]
            fitting = fitting or said[0]
        return fitting


def blanks(text: str) -> list[str]:
    """The names of a row's blanks, in any order."""
    return sorted(found[1] + found[2] for found in _BLANK.finditer(text))


def _literals(chinese: str) -> list[str]:
    return _BLANK.split(chinese)[::3]
