"""The desk at which a person decides what is to be done about a ledger that cannot be opened."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from sourcing_app.errors import StoreUnavailable
from sourcing_app.store.backups import made_at
from sourcing_app.store.ledger import Ledger
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.notices import Notice, Severity, Step, notice_of
from sourcing_app.ui.settings.ledger_trouble import LedgerTrouble
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.texts import tr


class LedgerDesk(QObject):
    """reopen(start_afresh): the ledger is to be opened again, or made anew. undecided: only a person may say which."""

    reopen = Signal(bool)

    def __init__(self, profile: Path, tasks: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile, self._tasks = profile, tasks
        self.undecided = False

    def show(self, window: MainWindow, error: StoreUnavailable) -> None:
        """Say what happened and offer the ways on."""
        backup = Path(error.backup) if error.backup is not None else None
        self.undecided = error.kind == "damaged"
        page = LedgerTrouble(error, made_at(backup) if backup is not None else None)
        if backup is not None:
            page.restore_chosen.connect(partial(self._restore, window, backup))
        page.afresh_chosen.connect(partial(self._decided, True))
        page.again_chosen.connect(partial(self._decided, False))
        page.reading_chosen.connect(partial(self._read_on, window, error))
        page.folder_chosen.connect(self._open_folder)
        page.quit_chosen.connect(window.close)
        window.show_front(page)
        page.focus_first()

    def _restore(self, window: MainWindow, backup: Path) -> None:
        work = asyncio.to_thread(Ledger.restore, self._profile, backup)
        self._tasks.start("restore", work, self._restored, partial(self._not_restored, window, backup))

    def _restored(self, _: None) -> None:
        self._decided(False)

    def _decided(self, start_afresh: bool) -> None:
        self.undecided = False
        self.reopen.emit(start_afresh)

    def _not_restored(self, window: MainWindow, backup: Path, error: Exception) -> None:
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
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._profile)))
