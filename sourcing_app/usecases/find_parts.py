"""Look for the parts of a photo that may be meant, and turn the photo the right way up; both off the GUI thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sourcing_app.domain.picture import UPRIGHT, FoundParts, Orientation, PreparedPicture

LookForParts = Callable[[PreparedPicture], FoundParts]
"""Blocking; raises PictureUnreadable. ``PhotoWorker.boxes`` in the program."""
MakeTurned = Callable[[PreparedPicture, Orientation], PreparedPicture]
"""Blocking; raises PictureUnreadable. ``PhotoWorker.turned`` in the program."""


class FindParts:
    """One photo after another."""

    def __init__(self, look: LookForParts) -> None:
        self._look = look

    async def __call__(self, picture: PreparedPicture) -> FoundParts:
        """The best first. Raises PictureUnreadable where the photo cost too much work."""
        return await asyncio.to_thread(self._look, picture)


class TurnPhoto:
    """One photo after another."""

    def __init__(self, make: MakeTurned) -> None:
        self._make = make

    async def __call__(self, upright: PreparedPicture, orientation: Orientation) -> PreparedPicture:
        """upright: as it was prepared; it comes back itself where nothing is to be turned. Raises PictureUnreadable."""
        if orientation == UPRIGHT:
            return upright
        return await asyncio.to_thread(self._make, upright, orientation)
