"""What was searched before, and searches kept under a name. Private to this computer."""

from __future__ import annotations

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.domain.saved_search import SavedSearch
from sourcing_app.errors import InvalidInput
from sourcing_app.usecases.session import Session


class SearchHistory:
    """The history of one account."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def recent(self, prefix: str = "", limit: int = 20) -> tuple[str, ...]:
        """The latest keywords that begin so, newest first."""
        return await self._session.ledger.searches.recent(self._session.key, prefix, limit)

    async def forget(self, text: str) -> None:
        """Takes one keyword out."""
        await self._session.ledger.searches.forget(self._session.key, text)

    async def clear(self) -> None:
        """Forgets all keywords and photos of this account; what was saved by name stays."""
        await self._session.ledger.searches.clear(self._session.key)

    async def save(self, query: SearchQuery, name: str) -> None:
        """Keeps a search under a name, over an older one of that name. Raises InvalidInput for a blank name."""
        if not name.strip():
            raise InvalidInput("name", "empty")
        await self._session.ledger.searches.save(self._session.key, name.strip(), query, self._session.clock())

    async def saved(self) -> tuple[SavedSearch, ...]:
        """The saved searches by name."""
        return await self._session.ledger.searches.saved(self._session.key)

    async def remove_saved(self, name: str) -> None:
        """Drops a saved search."""
        await self._session.ledger.searches.remove_saved(self._session.key, name)
