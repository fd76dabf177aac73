"""A place for the cache of one run, where its own cannot be used."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from sourcing_app.errors import StoreUnavailable


class Spare:
    """failure: why the cache is not where it belongs; None while it is."""

    def __init__(self) -> None:
        self.failure: StoreUnavailable | None = None
        self._folder: TemporaryDirectory[str] | None = None

    def folder(self, failure: StoreUnavailable) -> Path:
        """Made now (blocking). Raises the failure where the system has no place for one either."""
        try:
            self._folder = TemporaryDirectory(prefix="sourcing-cache-", ignore_cleanup_errors=True)
        except OSError:
            raise failure from None
        self.failure = failure
        return Path(self._folder.name)

    def clean_up(self) -> None:
        """The run is over (blocking)."""
        if self._folder is not None:
            self._folder.cleanup()
