"""Watches for answers that cannot be true: the same offers in the same order for photos that look different.

Seen of the platform when its likeness does not work: every photo then gets the list that everybody gets.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.ui.picture_print import PicturePrint

LEAST_OFFERS = 5
"""Of an answer that says anything: a narrow filter may leave the same three offers of any photo."""
KEPT = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked with, and the first offers that came. seen: what the photo, or the part of it, looks like."""

    seen: PicturePrint
    query: SearchQuery
    offers: tuple[OfferId, ...]


class AnswerWatch:
    """One for the page, over all its photos."""

    def __init__(self) -> None:
        self._answers: deque[Answer] = deque(maxlen=KEPT)

    def is_doubtful(self, answer: Answer) -> bool:
        """Whether another picture got exactly this answer; the answer is kept for those that come."""
        same = [each for each in self._answers if each.offers == answer.offers and each.query == answer.query]
        if not any(each.seen == answer.seen for each in same):
            self._answers.append(answer)
        return len(answer.offers) >= LEAST_OFFERS and any(not each.seen.is_like(answer.seen) for each in same)
