"""What to offer under the omnibox: past searches first, then offers already known here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcing_app.ui.format import money_text

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

MAX_HISTORY = 6
MAX_LOCAL = 5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line of the drop-down. text: what the box gets when it is taken; kind: "history", "saved", "offer", "category";
    note: quietly at the end; value: what ``taken`` carries (an offer id, ...). forgettable: can be taken off the list."""

    text: str
    kind: str = "history"
    note: str = ""
    value: object = None
    forgettable: bool = False


async def suggestions_for(use_cases: UseCases, text: str) -> tuple[Suggestion, ...]:
    """For what stands in the box now; all from disk, nothing is sent."""
    words = text.strip()
    recent = await use_cases.search_history.recent(words)
    found = [Suggestion(each, "history", forgettable=True) for each in recent[:MAX_HISTORY]]
    if not words:
        saved = await use_cases.search_history.saved()
        found += [Suggestion(each.name, "saved", value=each.query, forgettable=True) for each in saved[:MAX_HISTORY]]
        return tuple(found)
    for offer in await use_cases.search_offers.local(words, MAX_LOCAL):
        title = offer.title_translated or offer.title
        found.append(Suggestion(title, "offer", money_text(offer.unit_price), value=offer.offer_id))
    return tuple(found)
