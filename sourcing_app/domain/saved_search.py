"""A search kept under a name."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.domain.offer import SearchQuery


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """What was asked, with its filters, under the name the buyer gave it."""

    name: str
    query: SearchQuery
