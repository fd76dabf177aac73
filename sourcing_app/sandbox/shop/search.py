"""Keyword search: words, category, filters, sort, navigation, pages."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from sourcing_app.sandbox.shop.filters import narrowed, ordered
from sourcing_app.sandbox.shop.records import ShopOffer
from sourcing_app.sandbox.shop.text_index import Stock, TextIndex
from sourcing_app.sandbox.shop.words import LANGUAGES, Phrase, word, words

DEEPEST = 2000
LARGEST_PAGE = 50
GROUPS = {"style": 973, "material": 287, "pattern": 1046, "use": 8614}
"""Word section -> id of its group of refinements."""


@dataclass(frozen=True, slots=True)
class Page:
    """offers: of this page. total: how many there are, at most 2,000 of which can be reached."""

    offers: list[ShopOffer]
    total: int
    number: int
    size: int

    @property
    def pages(self) -> int:
        return -(-self.total // self.size)


def cut_page(offers: list[ShopOffer], param: dict[str, Any]) -> Page:
    """The asked page; sizes are held between 1 and 50, and nothing comes after the 2,000th offer."""
    number = max(1, int(param.get("beginPage") or param.get("pageNo") or 1))
    size = min(LARGEST_PAGE, max(1, int(param.get("pageSize") or 20)))
    reachable = offers[:DEEPEST]
    return Page(reachable[(number - 1) * size : number * size], len(reachable), number, size)


class Search:
    """Searches one shop. Built once; the first search makes the index."""

    def __init__(self, shop: Stock) -> None:
        self._shop = shop
        self._lock = threading.Lock()
        self._found = lru_cache(maxsize=64)(self._find)

    @cached_property
    def _index(self) -> TextIndex:
        return TextIndex(self._shop)

    def find(self, param: dict[str, Any], language: str) -> list[ShopOffer]:
        """Offers for a search call's parameters, best first or as sorted.

        A keyword matches Chinese words and those of ``language``; other languages only where these find nothing.
        ``keywordTranslate`` true: the keyword is Chinese already.
        """
        keyword = str(param.get("keyword") or "").strip()
        if keyword:
            with self._lock:
                offers = list(self._found(keyword, language, _true(param.get("keywordTranslate"))))
        else:
            offers = sorted(self._shop.listed, key=lambda offer: (-offer.month_sold, offer.offer_id))
        refinement = self._refinement(str(param.get("snId") or ""))
        if refinement is not None:
            offers = [offer for offer in offers if any(phrase is one for phrase in offer.phrases for one in refinement)]
        return ordered(narrowed(offers, param), param.get("sort"))

    def _find(self, keyword: str, language: str, chinese: bool) -> tuple[ShopOffer, ...]:
        if chinese:
            return tuple(offer for _, offer in self._index.find(keyword, ("zh",)))
        found = self._index.find(keyword, tuple(dict.fromkeys(("zh", language))))
        if not found:
            found = self._index.find(keyword, LANGUAGES)
        return tuple(offer for _, offer in found)

    def _refinement(self, sn_id: str) -> list[Phrase] | None:
        """The words behind ``973`` (a group) or ``973:28105`` (one of it); None without an id."""
        group, _, item = sn_id.partition(":")
        section = next((section for section, number in GROUPS.items() if str(number) == group), None)
        if section is None:
            return None
        phrases = list(words()[section].values())
        if not item:
            return phrases
        place = int(item) - 28100 if item.isdigit() else -1
        return [phrases[place]] if 0 <= place < len(phrases) else []

    def refinements(self, keyword: str, language: str) -> list[tuple[str, Phrase, list[tuple[str, Phrase]]]]:
        """Groups that divide the hits: (id, name, [(id, word)])."""
        offers = self.find({"keyword": keyword}, language)
        used = {id(phrase) for offer in offers for phrase in offer.phrases}
        names = {"style": "style", "material": "material", "pattern": "pattern", "use": "audience"}
        groups = []
        for section, number in GROUPS.items():
            items = [
                (f"{number}:{28100 + place}", phrase)
                for place, phrase in enumerate(words()[section].values())
                if id(phrase) in used
            ]
            if items:
                groups.append((str(number), word("attribute", names[section]), items))
        return groups


def _true(value: Any) -> bool:
    return value is True or str(value).lower() == "true"
