"""The desk at which a person decides what is to be done about a ledger that cannot be opened, and is told about its place."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_app.domain.opening import Opening
from sourcing_app.errors import StoreUnavailable
from sourcing_app.store.backups import made_at
from sourcing_app.store.places import Place, place_of
from sourcing_app.store.recovery import restore, salvage
from sourcing_app.store.salvage import Salvaged
from sourcing_app.ui.browser import open_path
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.notices import Notice, Severity, Step, notice_of
from sourcing_app.ui.settings.ledger_trouble import LedgerTrouble
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.texts import tr

if TYPE_CHECKING:
    from sourcing_app.app.composition import Rooms


class LedgerDesk(QObject):
    """reopen(Opening): the ledger is to be opened again, that way. undecided: only a person may say which."""

    reopen = Signal(object)

    def __init__(self, profile: Path, tasks: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile, self._tasks = profile, tasks
        self.undecided = False

    def show(self, window: MainWindow, error: StoreUnavailable) -> None:
        """Say what happened and offer the ways on."""
        backup = Path(error.backup) if error.backup is not None else None
        self.undecided = error.kind == "damaged"
        page = LedgerTrouble(error, made_at(backup) if backup is not None else None)
        page.salvage_chosen.connect(partial(self._salvage, window, Path(error.path), backup))
        if backup is not None:
            page.restore_chosen.connect(partial(self._restore, window, backup))
        page.afresh_chosen.connect(partial(self._decided, Opening.AFRESH))
        page.again_chosen.connect(partial(self._decided, Opening.AS_IT_IS))
        page.read_only_chosen.connect(partial(self._decided, Opening.READING))
        page.reading_chosen.connect(partial(self._read_on, window, error))
        page.folder_chosen.connect(self._open_folder)
        page.quit_chosen.connect(window.close)
        window.show_front(page)
        page.focus_first()

    def opened(self, window: MainWindow, rooms: Rooms) -> None:
        """Tell what is not as usual about the stores that were opened."""
        if rooms.ledger.is_read_only:
            sentence = tr(
                "The data folder cannot be written to. Everything known can be read; nothing can be ordered, paid or changed."
            )
            window.show_notice(Notice(sentence, Severity.WARNING, cause="reading"))
        elif rooms.cache.failure is not None:
            window.show_error(rooms.cache.failure)
        work = asyncio.to_thread(place_of, self._profile)
        self._tasks.start("place", work, partial(self._tell_place, window))

    def _tell_place(self, window: MainWindow, place: Place) -> None:
        sentence = {
            Place.NETWORK: tr(
                "Your data are on a network drive. A connection that breaks can damage them, and two computers must never"
                " use them at once. Better: start with --profile and a folder of this computer."
            ),
            Place.SYNCHRONISED: tr(
                "Your data are in a folder that another program synchronises. It may copy them half-written, and two"
                " computers must never use them at once. Better: start with --profile and another folder."
            ),
        }.get(place)
        if sentence is not None:
            window.show_notice(Notice(sentence, Severity.WARNING, details=str(self._profile), cause="place"))

    def _restore(self, window: MainWindow, backup: Path) -> None:
        work = asyncio.to_thread(restore, self._profile, backup)
        self._tasks.start("restore", work, self._restored, partial(self._not_restored, window))

    def _restored(self, _: None) -> None:
        self._decided(Opening.AS_IT_IS)

    def _salvage(self, window: MainWindow, damaged: Path, backup: Path | None) -> None:
        work = asyncio.to_thread(salvage, self._profile, damaged, backup)
        self._tasks.start("restore", work, partial(self._salvaged, window), partial(self._not_restored, window))

    def _salvaged(self, window: MainWindow, found: Salvaged) -> None:
        sentence = tr(
            "Read from the damaged file: {0} orders, {1} lines of the cart, {2} notes of what was sent. 1688 is asked about"
            " earlier orders before the same goods are ordered again."
        ).format(found.orders, found.cart_lines, found.intents)
        window.show_notice(Notice(sentence, Severity.INFO, cause="salvaged"))
        self._decided(Opening.AS_IT_IS)

    def _decided(self, how: Opening) -> None:
        self.undecided = False
        self.reopen.emit(how)

    def _not_restored(self, window: MainWindow, error: Exception) -> None:
        """The disk said no: that is what has to be seen to first; the backup stays where it is."""
        if isinstance(error, StoreUnavailable):
            self.show(window, error)
        else:
            self._tasks.failed.emit(error)

    def _read_on(self, window: MainWindow, error: StoreUnavailable) -> None:
        """What is on screen stays readable; the way back is one press away."""
        window.show_front(None)
        said = notice_of(error)
        window.show_notice(
            Notice(said.sentence, Severity.DANGER, Step.RETRY, tr("Try again"), said.details, cause=said.cause)
        )
        window.focus_page()

    def _open_folder(self) -> None:
        open_path(self._profile)
