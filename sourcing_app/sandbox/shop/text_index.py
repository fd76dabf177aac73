"""Full text over titles, attributes and categories, in all languages of the shop.

Offers share their words, so the index holds each phrase once, with the offers that use it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from math import log10
from typing import Protocol

from sourcing_app.sandbox.shop.categories import leaves
from sourcing_app.sandbox.shop.recipe import Recipe
from sourcing_app.sandbox.shop.records import ShopCategory, ShopOffer
from sourcing_app.sandbox.shop.words import Phrase, word

UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
SPLIT = re.compile(r"[^\w\u0e00-\u0e7f]+")
STOP = frozenset(
    [
        "for",
        "of",
        "the",
        "and",
        "with",
        "a",
        "an",
        "in",
        "to",
        "de",
        "para",
        "con",
        "en",
        "el",
        "la",
        "los",
        "las",
        "y",
        "для",
        "и",
        "в",
        "на",
        "с",
        "из",
        "untuk",
        "dan",
        "dengan",
        "cho",
        "và",
        "với",
        "dùng",
    ]
)
NOUN, TITLE, ALIAS, CATEGORY, ATTRIBUTE = 4.0, 2.0, 2.5, 1.2, 0.8
LONGEST = 200


def folded(text: str) -> str:
    """Lower case, full-width forms made plain, accents off Latin and Cyrillic letters."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("đ", "d")
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", bare)


class Stock(Protocol):
    """The shop, as far as its words are looked for. recipes: as in ``Shop``."""

    @property
    def listed(self) -> Sequence[ShopOffer]: ...

    @property
    def recipes(self) -> Sequence[Recipe]: ...

    def category(self, category_id: int) -> ShopCategory | None: ...


class TextIndex:
    """Finds offers by words. Positions are those in ``shop.listed``."""

    def __init__(self, shop: Stock) -> None:
        self._offers = shop.listed
        self._phrases: list[Phrase] = []
        self._postings: list[list[tuple[int, float]]] = []
        self._number: dict[int, int] = {}
        self._codes: dict[str, list[int]] = defaultdict(list)
        self._fill(shop)
        self._texts: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, phrase in enumerate(self._phrases):
            for language, text in phrase.items():
                self._texts[language].append((folded(text), number))
        self._joined = {language: "\n".join(text for text, _ in texts) for language, texts in self._texts.items()}
        self._match = lru_cache(maxsize=2000)(self._match_uncached)

    def _fill(self, shop: Stock) -> None:
        aliases = {leaf.category.category_id: [{"zh": alias} for alias in leaf.aliases] for leaf in leaves()}
        for position, offer in enumerate(self._offers):
            self._add(offer.phrases[0], position, NOUN)
            for phrase in offer.phrases[1:]:
                self._add(phrase, position, TITLE)
            if shop.recipes:
                for alias in aliases[offer.category_id]:
                    self._add(alias, position, ALIAS)
                for colour in shop.recipes[offer.index].colours:
                    self._add(word("colour", colour), position, ATTRIBUTE)
                self._codes[folded(shop.recipes[offer.index].title.code)].append(position)
            else:
                for row in offer.details.attributes:
                    self._add(row.value, position, ATTRIBUTE)
            for category_id in offer.path:
                category = shop.category(category_id)
                if category:
                    self._add(category.name, position, CATEGORY)
            self._codes[str(offer.offer_id)].append(position)
            self._codes[folded(offer.cargo_number)].append(position)

    def _add(self, phrase: Phrase, position: int, weight: float) -> None:
        number = self._number.get(id(phrase))
        if number is None:
            number = self._number[id(phrase)] = len(self._phrases)
            self._phrases.append(phrase)
            self._postings.append([])
        self._postings[number].append((position, weight))

    # -- asking ---------------------------------------------------------------------------------------------

    def find(self, keyword: str, languages: tuple[str, ...]) -> list[tuple[float, ShopOffer]]:
        """Offers with a score, best first. All words must be there; if no offer has all, most of them."""
        words = self.words(keyword, languages)
        if not words:
            return []
        scores: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        for one in words:
            for position, score in self._match(one, languages).items():
                scores[position] += score
                counts[position] += 1
        most = max(counts.values(), default=0)
        if most * 2 < len(words):
            return []
        found = [
            (scores[position] + log10(1 + self._offers[position].month_sold) / 4, self._offers[position])
            for position, count in counts.items()
            if count == most
        ]
        found.sort(key=lambda pair: (-pair[0], pair[1].offer_id))
        return found

    def words(self, keyword: str, languages: tuple[str, ...]) -> list[str]:
        """The words of a keyword; texts without blanks are cut where the shop's own words end."""
        found: list[str] = []
        for token in SPLIT.split(folded(keyword[:LONGEST])):
            if token:
                found += self._cut(token, languages) if UNSPACED.search(token) else [token]
        telling = [token for token in found if token not in STOP]
        return list(dict.fromkeys(telling or found))

    def _cut(self, token: str, languages: tuple[str, ...]) -> list[str]:
        joined = [self._joined.get(language, "") for language in languages]
        found, start = [], 0
        while start < len(token):
            end = len(token)
            while end > start and not any(token[start:end] in text for text in joined):
                end -= 1
            if end == start:
                end = start + 1
            found.append(token[start:end])
            start = end
        return found

    def _match_uncached(self, one: str, languages: tuple[str, ...]) -> dict[int, float]:
        """Position -> how well the word fits the offer."""
        best = dict.fromkeys(self._codes.get(one, ()), NOUN * 2)
        for number, strength in self._phrases_with(one, languages).items():
            for position, weight in self._postings[number]:
                if strength * weight > best.get(position, 0.0):
                    best[position] = strength * weight
        return best

    def _phrases_with(self, one: str, languages: tuple[str, ...]) -> dict[int, float]:
        for stem in _stems(one):
            found: dict[int, float] = {}
            for language in languages:
                for text, number in self._texts.get(language, ()):
                    strength = _fit(stem, text)
                    if strength > found.get(number, 0.0):
                        found[number] = strength
            if found:
                return found
        return {}


def _stems(one: str) -> list[str]:
    """The word, then without its ending: ``mugs``, ``сумку``, ``kitchens``."""
    if UNSPACED.search(one) or len(one) < 4 or not one.isalpha():
        return [one]
    return [one, *(one[:-cut] for cut in (1, 2, 3) if len(one) - cut >= 3)]


def _fit(one: str, text: str) -> float:
    """0 not in it, 1 the whole of it."""
    if UNSPACED.search(one):
        return 0.5 + 0.5 * len(one) / len(text) if one in text else 0.0
    at = text.find(one)
    while at > 0 and text[at - 1].isalnum() and not UNSPACED.match(text[at - 1]):
        at = text.find(one, at + 1)
    if at < 0:
        return 0.0
    end = at + len(one)
    whole = end == len(text) or not text[end].isalnum() or bool(UNSPACED.match(text[end]))
    if not whole and len(one) < 3:
        return 0.0
    return (0.7 + 0.3 * len(one) / len(text)) * (1.0 if whole else 0.6)
