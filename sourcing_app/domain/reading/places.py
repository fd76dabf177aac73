"""Provinces, cities and counties inside a text: cut off its beginning, longest first, with or without 市, 省, 区 ..."""

from __future__ import annotations

from collections.abc import Mapping

from sourcing_app.domain.reading.tables import key_of

_KINDS = ("特别行政区", "自治区", "自治州", "地区", "新区", "街道", "省", "市", "区", "县", "镇", "盟")
_MEANINGS = (
    " New Area",
    " Subdistrict",
    " District",
    " County",
    " Town",
    " League",
    "新区",
    "街道",
    "省",
    "市",
    "区",
    "県",
    "鎮",
)
_SHORTEST = 2


class Places:
    """The table of places, as a reader of addresses uses it."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._names = {key_of(name): meaning for name, meaning in table.items()}
        for name, meaning in table.items():
            short = _without(name, _KINDS)
            if short != name and len(short) >= _SHORTEST:
                self._names.setdefault(key_of(short), _without(meaning, _MEANINGS))
        self._longest = max(map(len, self._names), default=0)

    def name(self, text: str) -> str | None:
        """The meaning of a text that is one place."""
        return self._names.get(key_of(text))

    def leading(self, text: str, most: int = 4) -> tuple[list[str], str]:
        """Places at the beginning of a spelt text, from the largest to the smallest, and what follows them.

        After a place with its kind (义乌市) only another one with its kind is a place: 义乌市金华... begins a name.
        """
        found: list[str] = []
        whole = False
        while text and len(found) < most:
            length = next((end for end in range(self._longest, 0, -1) if self._at(text, end)), 0)
            if not length or (whole and not text[:length].endswith(_KINDS)):
                break
            whole = text[:length].endswith(_KINDS)
            name = self._names[text[:length].casefold()]
            if not found or found[-1] != name:
                found.append(name)
            text = text[length:].lstrip(" ,")
        return found, text

    def _at(self, text: str, end: int) -> bool:
        return end <= len(text) and text[:end].casefold() in self._names


def _without(name: str, endings: tuple[str, ...]) -> str:
    return next((name.removesuffix(each) for each in endings if name.endswith(each)), name)
