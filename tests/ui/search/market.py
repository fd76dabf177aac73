"""A marketplace that answers when it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sourcing_app.domain.account import Account
from sourcing_app.domain.aged import Aged
from sourcing_app.domain.offer import FilterChoice, FilterSection, OfferPage, OfferSummary, SearchQuery
from sourcing_app.domain.preferences import Preferences
from sourcing_app.domain.saved_search import SavedSearch
from sourcing_app.imaging.finding import find_photos
from sourcing_app.ui.doors import UseCases
from sourcing_app.usecases.find_photos import FindPhotos

SECTIONS = (
    FilterSection("Service", (FilterChoice("shipInToday", "Ship Today"), FilterChoice("a1", "5 Stars", "Score"),
                              FilterChoice("a2", "4 Stars", "Score"))),
)  # fmt: skip


class NoPhotos:
    """Nothing was searched by photo yet."""

    async def recent(self, limit: int = 12) -> tuple[Any, ...]:
        return ()


@dataclass
class Market:
    """answer: a page or an error for (query, page number); gate: held back until it is set."""

    answer: Callable[[SearchQuery, int], OfferPage | Exception]
    kept: Aged[OfferPage] | None = None
    gate: asyncio.Event | None = None
    asked: list[tuple[SearchQuery, int]] = field(default_factory=list)
    saved_searches: list[SavedSearch] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)

    async def cached(self, query: SearchQuery) -> Aged[OfferPage] | None:
        return self.kept

    async def local(self, words: str, limit: int = 50) -> tuple[OfferSummary, ...]:
        return ()

    async def __call__(self, query: SearchQuery, page: int = 1) -> OfferPage:
        self.asked.append((query, page))
        if self.gate is not None:
            await self.gate.wait()
        found = self.answer(query, page)
        if isinstance(found, Exception):
            raise found
        return found

    async def recent(self, prefix: str = "") -> tuple[str, ...]:
        return ("tote",)

    async def forget(self, text: str) -> None:
        self.forgotten.append(text)

    async def clear(self) -> None:
        self.forgotten.append("*")

    async def save(self, query: SearchQuery, name: str) -> None:
        self.saved_searches.append(SavedSearch(name, query))

    async def saved(self) -> tuple[SavedSearch, ...]:
        return tuple(self.saved_searches)

    async def remove_saved(self, name: str) -> None:
        self.saved_searches.clear()

    async def children(self, category_id: str) -> tuple[Any, ...]:
        return ()

    def use_cases(self) -> UseCases:
        """Searching works; the rest is not asked for."""
        names = UseCases.__dataclass_fields__
        given: dict[str, Any] = dict.fromkeys(names)
        given |= {
            "account": Account("http://127.0.0.1:1", "k", name="Test"), "preferences": Preferences(),
            "search_offers": self, "search_history": self, "load_filters": _filters, "browse_categories": self,
            "search_by_picture": NoPhotos(), "find_parts": NoPhotos(), "turn_photo": NoPhotos(),
            "find_photos": FindPhotos(find_photos),
        }  # fmt: skip
        return UseCases(**given)


async def _filters() -> tuple[FilterSection, ...]:
    return SECTIONS
