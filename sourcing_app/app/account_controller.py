"""The desk at which accounts are chosen: first run, connecting, the settings dialog, signing out."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from sourcing_app.app.composition import Entrance, Rooms
from sourcing_app.config.settings import Settings
from sourcing_app.errors import StoreUnavailable
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.notices import Notice, Severity, Step
from sourcing_app.ui.settings.choices import guessed
from sourcing_app.ui.settings.connect_dialog import ConnectDialog
from sourcing_app.ui.settings.connect_presenter import ConnectPresenter
from sourcing_app.ui.settings.dialog import SettingsDialog
from sourcing_app.ui.settings.first_run import FirstRun
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.texts import tr

if TYPE_CHECKING:
    from pathlib import Path

    from sourcing_app.domain.account import Connected


class AccountDesk(QObject):
    """settings_changed(Settings): to be kept and applied; chosen(Entrance): this account from now on;
    leaving(): the account is to be forgotten; left(): signed out; pictures_cleared(): the picture cache is to be emptied too."""

    settings_changed = Signal(object)
    chosen = Signal(object)
    leaving = Signal()
    left = Signal()
    pictures_cleared = Signal()

    def __init__(self, rooms: Rooms, tasks: TaskScope, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rooms, self._tasks, self._profile = rooms, tasks, profile

    def show_first_run(self, window: MainWindow, settings: Settings, *, guess: bool) -> None:
        """Ask how to begin. guess: language and currency from the system, where nothing was ever chosen."""
        if guess:
            settings = guessed(settings, QLocale.system())
            self.settings_changed.emit(settings)
        page = FirstRun(settings)
        page.demo_chosen.connect(self.choose_demo)
        page.connect_chosen.connect(partial(self.show_connect, window))
        page.settings_changed.connect(self.settings_changed)
        window.show_front(page)
        page.focus_first()

    def choose_demo(self) -> None:
        """Start the shipped marketplace and use it."""
        self._tasks.start("demo", self._rooms.demo(), self.chosen.emit)

    def show_connect(self, window: MainWindow) -> None:
        """The dialog for an account at 1688."""
        dialog = ConnectDialog(ConnectPresenter(self._rooms.connect_account()), window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.connected.connect(partial(self._connected, window))
        dialog.open()

    def show_settings(self, window: MainWindow, settings: Settings, section: str) -> None:
        """The dialog with everything that can be chosen; section: where to begin, "" for the top."""
        dialog = SettingsDialog(settings, self._profile, section, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self.settings_changed)
        dialog.connect_chosen.connect(partial(self.show_connect, window))
        dialog.demo_chosen.connect(self.choose_demo)
        dialog.sign_out_chosen.connect(partial(self._sign_out, window, settings))
        dialog.clear_cache_chosen.connect(partial(self._clear_cache, dialog))
        dialog.finished.connect(self._forget_dialog)
        self._tasks.start("cache size", self._rooms.cache.size(), dialog.show_cache_size)
        dialog.open()

    def _connected(self, window: MainWindow, connected: Connected) -> None:
        self.chosen.emit(Entrance(connected.account, connected.credentials, connected.kept))
        if not connected.kept:
            sentence = tr(
                "This system has no keyring: the secrets are kept for this run only. Next time you sign in again."
            )
            window.show_notice(Notice(sentence, Severity.WARNING, cause="keyring"))

    def tell_entered(self, window: MainWindow, entrance: Entrance) -> None:
        """What is not as usual about the account that is in: nobody is signed in, and why."""
        if entrance.is_signed_in or entrance.account.is_demo:
            window.notice_bar.withdraw("not signed in")
            return
        if entrance.failure is not None:
            sentence = tr(
                "The system's keyring is locked or cannot be read, so nobody is signed in. Everything known can be read;"
                " unlock it and press F5, or sign in again."
            )
        else:
            sentence = tr(
                "The system's keyring has no secrets for this account any more, so nobody is signed in. Everything known"
                " can be read; sign in again to go on."
            )
        details = str(entrance.failure or "")
        window.show_notice(
            Notice(sentence, Severity.WARNING, Step.SIGN_IN, tr("Sign in again"), details, cause="not signed in")
        )

    def _sign_out(self, window: MainWindow, settings: Settings) -> None:
        if settings.account is not None and not settings.account.is_demo:
            work = asyncio.to_thread(self._rooms.keyring.forget, settings.account.key)
            self._tasks.start("forget", work, None, partial(self._not_forgotten, window))
        self.leaving.emit()
        self._tasks.start("leave", self._rooms.leave(), self._tell_left)

    def _not_forgotten(self, window: MainWindow, error: Exception) -> None:
        """The account is left all the same."""
        if not isinstance(error, StoreUnavailable):
            self._tasks.failed.emit(error)
            return
        sentence = tr(
            "You are signed out, but the system's keyring could not be asked to forget the secrets. Unlock it and remove"
            " its entries named “Sourcing”."
        )
        window.show_notice(Notice(sentence, Severity.WARNING, details=str(error), cause="keyring"))

    def _tell_left(self, _: None) -> None:
        self.left.emit()

    def _forget_dialog(self, _: int) -> None:
        """It is closed: nobody waits for what it was to show."""
        for name in ("cache size", "clear cache"):
            self._tasks.forget(name)

    def _clear_cache(self, dialog: SettingsDialog) -> None:
        self.pictures_cleared.emit()
        self._tasks.start("clear cache", self._cleared_size(), dialog.show_cache_size)

    async def _cleared_size(self) -> int:
        await self._rooms.cache.clear()
        return await self._rooms.cache.size()
