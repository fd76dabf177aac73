"""Which photos are among files and folders somebody dropped, pasted or chose."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from sourcing_app.domain.picture import FoundPhotos

LookForPhotos = Callable[[tuple[Path, ...]], FoundPhotos]
"""Blocking. ``imaging.finding.find_photos`` in the program."""


class FindPhotos:
    """Looks into folders, and at the first bytes of files, on a thread."""

    def __init__(self, look: LookForPhotos) -> None:
        self._look = look

    async def __call__(self, paths: tuple[Path, ...]) -> FoundPhotos:
        """Raises nothing: what cannot be read is named in the answer."""
        return await asyncio.to_thread(self._look, paths)
