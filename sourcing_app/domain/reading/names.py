"""Names that have no translation: people, streets and companies, in pinyin for English and in Japanese characters for
Japanese. A company is read by parts: place, name in pinyin, trade, form ("Quanzhou Baichuanyuan Luggage Co., Ltd.").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from sourcing_app.domain.reading.places import Places
from sourcing_app.domain.reading.tables import Tables, has_chinese, key_of, spelt

Sounds = Callable[[str], "Sequence[str] | None"]
"""Chinese characters -> the syllable of each, without tones, ü as v; None when they are not known (yet)."""

_LONGEST = 200
_PERSON = re.compile(r"[\u3400-\u9fff·]{2,6}")
_TITLES = {"先生": ("Mr", "様"), "女士": ("Ms", "様"), "小姐": ("Ms", "様"), "经理": ("Manager", "マネージャー")}
_TITLES |= {"老板": ("Boss", "社長"), "师傅": ("Master", "師匠"), "收": ("", "")}
_BRANCH = re.compile(r"(?P<whole>.{4,}?有限公司)(?P<place>.{1,12}?)分公司")
_RUNS = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
_ASIDE = re.compile(r"[(（]([^()（）]{1,12})[)）]")
_COMMAS = re.compile("[,、]")
_HOUSE = re.compile(r"No\. .*")
_NUMBERED = re.compile(r"(?P<number>[A-Za-z]?\d[\dA-Za-z\-#]*|[A-Za-z]|[一二三四五六七八九十]{1,3})(?P<word>{words})")


def no_sounds(characters: str) -> None:
    """Nothing is known about how characters are read."""


NO_SOUNDS: Sounds = no_sounds


def joined(syllables: Sequence[str]) -> str:
    """Syllables as one word of a name: a capital, ü, and an apostrophe where two could be read as one (Xi'an)."""
    word = ""
    for syllable in syllables:
        letters = syllable.replace("v", "ü").replace("üe", "ue" if syllable[0] in "jqxy" else "üe")
        word += f"'{letters}" if word and letters[:1] in ("a", "e", "o") else letters
    return word[:1].upper() + word[1:]


class Names:
    """Reads names for one language."""

    def __init__(self, tables: Tables, places: Places) -> None:
        self._language, self._surnames, self._places = tables.language, tables.surnames, places
        self._tables = tables

    def in_order(self, places: Sequence[str]) -> str:
        """Places from the largest to the smallest, in the order in which the language writes them."""
        return "".join(places) if self._language == "ja" else ", ".join(reversed(places))

    def japanese(self, text: str) -> str:
        """The text in the characters that Japan writes."""
        return text.translate(self._kanji)

    def word(self, characters: str, sounds: Sounds) -> str | None:
        """Characters as one word: "百川源" -> "Baichuanyuan". None when their reading is not known."""
        if self._language == "ja":
            return self.japanese(characters)
        if not has_chinese(characters):
            return characters
        words: list[str] = []
        for run in _RUNS.findall(characters):
            if not has_chinese(run):
                words.append(run.strip())
                continue
            syllables = sounds(run)
            if syllables is None or len(syllables) != len(run):
                return None
            words.append(joined(syllables))
        return " ".join(word for word in words if word)

    def person(self, text: str, sounds: Sounds) -> str | None:
        """A person: "王小明" -> "Wang Xiaoming", "欧阳先生" -> "Mr Ouyang". None when it cannot be read."""
        name = spelt(text)
        title = next((each for each in _TITLES if name.endswith(each) and name != each), "")
        name = name.removesuffix(title)
        english, japanese = _TITLES.get(title, ("", ""))
        if self._language == "ja":
            return self.japanese(name) + japanese if has_chinese(name) else None
        surname = self._surname_of(name)
        if not (_PERSON.fullmatch(name) or (title and name == surname)):
            return None
        family = self._surnames.get(surname) or self.word(surname, sounds)
        given = self.word(name[len(surname) :].replace("·", ""), sounds) if name != surname else ""
        if family is None or given is None:
            return None
        return " ".join(part for part in (english, family, given) if part)

    def _surname_of(self, name: str) -> str:
        return name[:2] if name[:2] in self._surnames and (len(name) > 2 or name == name[:2]) else name[:1]

    def company(self, text: str, sounds: Sounds) -> str | None:
        """A company, shop or factory by its parts. None when its form or its name is not known."""
        name = spelt(text)
        if len(name) > _LONGEST or not has_chinese(name):
            return None
        branch = _BRANCH.fullmatch(name)
        if branch is not None:
            return self._branch(branch, sounds)
        form, name = self._ending("company-forms", name)
        if not form:
            return None
        asides = [self._aside(each, sounds) for each in _ASIDE.findall(name)]
        places, rest = self._places.leading(_ASIDE.sub("", name))
        trades: list[str] = []
        trade, rest = self._ending("company-trades", rest)
        while trade:
            trades.insert(0, trade)
            trade, rest = self._ending("company-trades", rest)
        proper = self.word(rest, sounds) if rest else ""
        if proper is None or None in asides:
            return None
        return self._composed(places, proper, [*filter(None, asides)], trades, form)

    def _composed(self, places: list[str], proper: str, asides: list[str], trades: list[str], form: str) -> str:
        if self._language == "ja":
            return "".join((*places, proper, *(f"（{each}）" for each in asides), *trades, form))
        short = [place.removesuffix(" District").removesuffix(" County").removesuffix(" Town") for place in places]
        return " ".join(part for part in (*short, proper, *(f"({each})" for each in asides), *trades, form) if part)

    def _branch(self, found: re.Match[str], sounds: Sounds) -> str | None:
        whole = self.company(found["whole"], sounds)
        place = self._places.name(found["place"]) or self.word(found["place"], sounds)
        if whole is None or place is None:
            return None
        return f"{whole}{place}分公司" if self._language == "ja" else f"{whole}, {place} Branch"

    def _aside(self, text: str, sounds: Sounds) -> str | None:
        return self._places.name(text) or self._keyed("company-forms").get(key_of(text)) or self.word(text, sounds)

    def _ending(self, family: str, text: str) -> tuple[str, str]:
        """The longest word of a family that the text ends with, and what stands before it."""
        table = self._keyed(family)
        longest = max(map(len, table), default=0)
        for length in range(min(longest, len(text)), 0, -1):
            said = table.get(text[-length:].casefold())
            if said is not None:
                return said, text[:-length]
        return "", text

    def address(self, text: str, sounds: Sounds) -> str | None:
        """An address: "浙江省 杭州市 滨江区 网商路699号" -> "No. 699 Wangshang Road, Binjiang District, Hangzhou,
        Zhejiang". Parts that cannot be read stay as they are; None when nothing of it can."""
        plain = spelt(text)
        if len(plain) > _LONGEST or not has_chinese(plain):
            return None
        parts = [self._line(part, sounds) for part in _COMMAS.split(plain) if part]
        said = ("、" if self._language == "ja" else ", ").join(parts)
        return said if said != plain or self._places.leading(plain)[0] else None

    def _line(self, text: str, sounds: Sounds) -> str:
        places, rest = self._places.leading(text)
        streets = self._streets(rest, sounds)
        if self._language == "ja":
            return "".join((*places, *streets))
        numbers = {place for place, part in enumerate(streets) if place and _HOUSE.fullmatch(part)}
        lines = [
            f"{streets[at + 1]} {part}" if at + 1 in numbers else part
            for at, part in enumerate(streets)
            if at not in numbers
        ]
        return ", ".join((*reversed(lines), *reversed(places)))

    def _streets(self, text: str, sounds: Sounds) -> list[str]:
        """The parts below the county, from the largest to the smallest."""
        parts: list[str] = []
        while text:
            part, text = self._street(text, sounds)
            if part:
                parts.append(part)
        return parts

    def _street(self, text: str, sounds: Sounds) -> tuple[str, str]:
        """The first part of a street address, and what follows it."""
        numbered = self._numbers.match(text)
        if numbered:
            return self._number(numbered), text[numbered.end() :].lstrip(" ,")
        ending = self._ends.search(text)
        if ending is None:
            return self.word(text.strip(), sounds) or text, ""
        name, word = text[: ending.start()], self._keyed("addresses")[ending[0].casefold()]
        rest = text[ending.end() :].lstrip(" ,")
        if not name:
            return word, rest
        spoken = self.word(name, sounds)
        if spoken is None:
            return name + ending[0], rest
        return (spoken + word if self._language == "ja" else f"{spoken} {word}"), rest

    def _number(self, found: re.Match[str]) -> str:
        word = self._keyed("addresses")[found["word"].casefold()]
        if self._language == "ja":
            return self.japanese(found["number"]) + word
        return f"{word} {found['number']}"

    def _keyed(self, family: str) -> Mapping[str, str]:
        if family not in self._by_family:
            self._by_family[family] = {key_of(word): said for word, said in self._tables.family(family).items()}
        return self._by_family[family]

    @cached_property
    def _by_family(self) -> dict[str, Mapping[str, str]]:
        return {}

    @cached_property
    def _kanji(self) -> dict[int, str]:
        return {ord(old): new for old, new in self._tables.family("kanji").items() if len(old) == 1}

    @cached_property
    def _ends(self) -> re.Pattern[str]:
        """A word that a street's or a building's name ends with; the longest of those that begin at a place."""
        named = [word for word in self._keyed("addresses") if word not in _COUNTED]
        return re.compile("|".join(map(re.escape, sorted(named, key=len, reverse=True))) or "(?!)")

    @cached_property
    def _numbers(self) -> re.Pattern[str]:
        counted = "|".join(
            sorted((word for word in self._keyed("addresses") if word in _COUNTED), key=len, reverse=True)
        )
        return re.compile(_NUMBERED.pattern.replace("{words}", counted or "(?!)"))


_COUNTED = frozenset(("号", "号楼", "栋", "幢", "座", "单元", "层", "楼", "室", "房", "铺", "档", "区", "门", "弄"))
"""Words of an address that a number stands before."""
