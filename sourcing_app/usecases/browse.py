"""The platform's own order of things: categories and the filters that can be set."""

from __future__ import annotations

from sourcing_app.domain.category import Category
from sourcing_app.domain.ids import CategoryId
from sourcing_app.domain.offer import FilterSection
from sourcing_app.errors import Throttled, Unreachable
from sourcing_app.usecases.keeping import keep
from sourcing_app.usecases.session import Session


class BrowseCategories:
    """The category tree, a level at a time."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def children(self, category_id: CategoryId) -> tuple[Category, ...]:
        """The categories below one (``category.ROOT`` for the top); as last seen while the platform is out of reach."""
        session = self._session
        key = f"{session.language}:{category_id}"
        try:
            found = (await session.platform.categories.family(category_id, session.language)).children
        except (Unreachable, Throttled):
            known = await session.cache.categories.load(session.key, key)
            if known is None:
                raise
            return known.value
        await keep(session.cache.categories.save(session.key, key, found, session.clock()))
        return found

    async def cached(self, category_id: CategoryId) -> tuple[Category, ...]:
        """The same from disk; () if never seen."""
        session = self._session
        known = await session.cache.categories.load(session.key, f"{session.language}:{category_id}")
        return known.value if known is not None else ()


class LoadFilters:
    """The filters a search can have."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def __call__(self) -> tuple[FilterSection, ...]:
        """The sections in the platform's order; as last seen while it is out of reach."""
        session = self._session
        try:
            found = await session.platform.filters.sections(session.language)
        except (Unreachable, Throttled):
            known = await session.cache.filters.load(session.key, session.language)
            if known is None:
                raise
            return known.value
        await keep(session.cache.filters.save(session.key, session.language, found, session.clock()))
        return found

    async def cached(self) -> tuple[FilterSection, ...]:
        """The same from disk; () if never seen."""
        known = await self._session.cache.filters.load(self._session.key, self._session.language)
        return known.value if known is not None else ()
