"""Several photos that were given at once: which one is searched by, and which are passed over."""

from __future__ import annotations

from pathlib import Path

MAX_SKIPS = 20
"""So many photos that cannot be read are passed over until the first one can."""


class GivenPhotos:
    """paths: in their order, () for a photo given alone; at: the place of the one that is wanted or shown."""

    def __init__(self, paths: tuple[Path, ...] = ()) -> None:
        self.paths = paths
        self.at = 0
        self._shown: int | None = None

    @property
    def wanted(self) -> Path:
        """The photo to search by."""
        return self.paths[self.at]

    def go(self, by: int) -> bool:
        """To another one; False where there is none."""
        at = self.at + by
        if not 0 <= at < len(self.paths):
            return False
        self.at = at
        return True

    def note_shown(self) -> None:
        """The wanted one could be read and is shown."""
        self._shown = self.at

    def pass_over(self) -> bool:
        """The wanted one cannot be read: go on to the next while none was shown yet. False: what was shown stays."""
        return self._shown is None and self.at < MAX_SKIPS and self.go(1)

    def return_to_shown(self) -> bool:
        """The wanted one does not come; False where none of them was shown yet."""
        if self._shown is not None:
            self.at = self._shown
        return self._shown is not None
