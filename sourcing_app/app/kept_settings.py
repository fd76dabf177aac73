"""The settings of this run: read with what was lost told, kept at each change, and handed to whom a change concerns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sourcing_app.config.settings import (
    Settings,
    changed,
    read_settings,
    remove_half_written,
    save_settings,
    set_settings_aside,
)
from sourcing_app.errors import StoreUnavailable
from sourcing_app.ui.notices import Notice, Severity
from sourcing_app.ui.texts import tr


class KeptSettings(QObject):
    """now: as they are; is_new: nothing was ever chosen in this profile.

    failed(StoreUnavailable): they could not be written, and are those of this run only. account_concerned(): something
    changed that the account's use cases are made with.
    """

    failed = Signal(object)
    account_concerned = Signal()

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        stored = read_settings(profile)
        self.now = stored.settings
        self._lost = stored.lost
        self.is_new = stored.is_new
        self._at_once: dict[str, Callable[[Settings], None]] = {}

    def when_changed(self, member: str, act: Callable[[Settings], None]) -> None:
        """What is done when a member changes that applies at once."""
        self._at_once[member] = act

    def begin(self) -> Notice | None:
        """Tidy up what an earlier run left. What is to be told where the file could not be read: it is kept aside, and a
        new one written."""
        remove_half_written(self._profile)
        if not self._lost:
            return None
        aside = set_settings_aside(self._profile)
        lost, self._lost = self._lost, ()
        if aside is None:
            sentence = tr("Some settings could not be read. They are at their defaults in this run.")
        else:
            self.keep(self.now)
            sentence = tr(
                "Some settings could not be read and are at their defaults again. The file as it was is kept as {0}."
            ).format(aside.name)
        return Notice(sentence, Severity.WARNING, details=", ".join(lost), cause="settings lost")

    def apply(self, settings: Settings) -> None:
        """Keep them, and let each change take effect when its member says."""
        before = self.now
        self.keep(settings)
        for member in sorted(changed(before, settings, "at once") & self._at_once.keys()):
            self._at_once[member](settings)
        if changed(before, settings, "with the account"):
            self.account_concerned.emit()

    def keep(self, settings: Settings) -> None:
        """From now on, and for the next start."""
        self.now, self.is_new = settings, False
        try:
            save_settings(self._profile, settings)
        except OSError as error:
            self.failed.emit(StoreUnavailable("read_only", str(self._profile), str(error)))
