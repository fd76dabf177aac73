"""What the platform, its carriers and its sellers say in fixed words, in the buyer's language.

A text is looked up whole, then as a phrase with blanks ("【杭州市】快件已到达 杭州转运中心"), then as an address. What
nothing knows has no answer, and the page shows it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from sourcing_app.domain.reading.names import NO_SOUNDS, Names, Sounds
from sourcing_app.domain.reading.phrases import LONGEST, Phrases
from sourcing_app.domain.reading.places import Places
from sourcing_app.domain.reading.tables import FIXED, PHRASES, Tables, has_chinese, key_of, spelt

_PLACED = re.compile(r"[【\[](?P<place>[^【】\[\]]{1,30})[】\]](?P<rest>.+)", re.DOTALL)
_MOST_PARTS = 40
_WITH_ARTICLE = re.compile(r"[a-z]")


class FixedWords:
    """The fixed words of one language."""

    def __init__(self, tables: Tables) -> None:
        self.language = tables.language
        self.places = Places(tables.family("places"))
        self.names = Names(tables, self.places)
        self._tables = tables

    def of_family(self, family: str, text: str) -> str | None:
        """A word of one family, such as a unit or a carrier; None when the family has it not."""
        return self._keyed(family).get(key_of(text))

    def code(self, enumeration: str, code: str) -> str | None:
        """A code of the platform ("message.statusChanged", "CONSIGN") as words."""
        return self._tables.family("codes").get(f"{enumeration}/{code}")

    def say(self, text: str, sounds: Sounds = NO_SOUNDS) -> str | None:
        """What a text of the platform, a carrier or a seller's form means; None when nothing knows it.

        sounds: the pinyin of names; without it they stay as they are.
        """
        if len(text) > LONGEST or not has_chinese(text):
            return None
        return self._say(spelt(text), sounds)

    def _say(self, text: str, sounds: Sounds) -> str | None:
        word = self._whole.get(text.casefold())
        if word is not None:
            return word
        return (
            self._of_parts(text, sounds) or self._placed(text, sounds) or self._phrase(text, sounds) or self._area(text)
        )

    def _of_parts(self, text: str, sounds: Sounds) -> str | None:
        """Parts with bars between, as in a refund's history, or a list: those that are known, in the buyer's language."""
        for mark, between in (("|", " | "), ("、", "、" if self.language == "ja" else ", ")):
            parts = text.split(mark)
            if 1 < len(parts) <= _MOST_PARTS:
                said = [self._say(part.strip(), sounds) for part in parts]
                return between.join(new or old for new, old in zip(said, parts, strict=True)) if any(said) else None
        return None

    def _placed(self, text: str, sounds: Sounds) -> str | None:
        found = _PLACED.fullmatch(text)
        if found is None:
            return None
        rest = self._say(found["rest"].strip(), sounds)
        if rest is None:
            return None
        return f"{self.site(found['place']) or found['place']}{'：' if self.language == 'ja' else ': '}{rest}"

    def _phrase(self, text: str, sounds: Sounds) -> str | None:
        return self._phrases.says(text, lambda kind, value: self._fill(kind, value, sounds))

    def _area(self, text: str) -> str | None:
        """A text that is places and nothing else ("浙江省 杭州市 滨江区")."""
        places, rest = self.places.leading(text)
        return self.names.in_order(places) if places and not rest else None

    def _fill(self, kind: str, value: str, sounds: Sounds) -> str | None:
        if not has_chinese(value):
            return None if kind == "carrier" else value
        if kind == "carrier":
            return self.of_family("carriers", value)
        if kind in ("place", "site"):
            return self.site(value, article=True)
        if kind == "person":
            return self.of_family("sites", value) or self.names.person(value, sounds)
        if kind == "address":
            return self.names.address(value, sounds)
        if kind == "words":
            return self._say(value, sounds)
        return value

    def site(self, text: str, article: bool = False) -> str | None:
        """A carrier's site: "杭州转运中心" -> "Hangzhou transit centre". None when any part of it is not known.

        article: "the" before a kind of site, where a sentence goes on (English).
        """
        plain = spelt(text).strip("【】[]")
        places, rest = self.places.leading(plain)
        kind = self.of_family("sites", rest) or self.of_family("carriers", rest) if rest else None
        if rest and kind is None:
            return None
        if not places:
            return kind
        return self._joined_site(places[-1] if kind else self.names.in_order(places), kind, article)

    def _joined_site(self, place: str, kind: str | None, article: bool) -> str:
        if kind is None:
            return place
        if self.language == "ja":
            return place + kind
        return f"{'the ' if article and _WITH_ARTICLE.match(kind) else ''}{place} {kind}"

    def _keyed(self, family: str) -> Mapping[str, str]:
        if family not in self._by_family:
            self._by_family[family] = {key_of(word): said for word, said in self._tables.family(family).items()}
        return self._by_family[family]

    @cached_property
    def _by_family(self) -> dict[str, Mapping[str, str]]:
        return {}

    @cached_property
    def _whole(self) -> Mapping[str, str]:
        """All words without blanks; of a word in two families the first family's."""
        words: dict[str, str] = {}
        for family in (*FIXED, "tracking"):
            for word, said in self._keyed(family).items():
                words.setdefault(word, said)
        return words

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._tables.family(family) for family in PHRASES)
