"""Where one has been: back and forward through searches and products, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.ui.page_key import PageKey

MAX_PLACES = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what it showed. what: the page's own, None for the page as such."""

    page: PageKey
    what: object = None


class Places:
    """A list with a present."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def can_go_back(self) -> bool:
        """Whether something is behind."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether something is ahead."""
        return self._at + 1 < len(self._places)

    def visit(self, place: Place) -> None:
        """A new present; what was ahead is forgotten. The same place again is no visit."""
        if self._at >= 0 and self._places[self._at] == place:
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-MAX_PLACES]
        self._at = len(self._places) - 1

    def back(self) -> Place | None:
        """One step back, or None."""
        return self._go(-1) if self.can_go_back else None

    def forward(self) -> Place | None:
        """One step on, or None."""
        return self._go(1) if self.can_go_forward else None

    def _go(self, step: int) -> Place:
        self._at += step
        return self._places[self._at]
