"""Builds the rooms in order and closes them in reverse: paint first, import later (docs/decisions/0003)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Coroutine
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from sourcing_app.app.account_choice import entrance_of, is_real, known_account
from sourcing_app.app.first_paint import paint_then_import
from sourcing_app.app.kept_settings import KeptSettings
from sourcing_app.app.last_results import LastResults
from sourcing_app.app.prefetch import Warming
from sourcing_app.app.translations import InstalledTexts, language_of
from sourcing_app.config.command_line import Launch, existing_path
from sourcing_app.config.private_files import mend_files
from sourcing_app.config.settings import Settings, cache_shares
from sourcing_app.domain.opening import Opening
from sourcing_app.errors import SourcingError, StoreUnavailable
from sourcing_app.startup.garbage import Collector
from sourcing_app.startup.splash import FirstFrame, forget_frame, keep_frame
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.chinese_font import missing_font_notice
from sourcing_app.ui.format import clock_text
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.notices import Notice, Severity
from sourcing_app.ui.one_window import OneWindow
from sourcing_app.ui.pages import page_entries
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import Theme, ThemeMode

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from sourcing_app.app.account_controller import AccountDesk
    from sourcing_app.app.composition import Entrance, Rooms
    from sourcing_app.app.diagnostics import Diagnostics
    from sourcing_app.app.ledger_recovery import LedgerDesk
    from sourcing_app.platform.transport.proxies import Proxy
    from sourcing_app.startup.signals import Ending
    from sourcing_app.ui.doors import UseCases

CLOSING_LIMIT_S = 5.0
"""From the closed window to the end of the process."""

_FOR_TASKS = 0.7
"""The part of it in which answers are waited for; the rest is for closing rooms."""


class Program(QObject):
    """One run. painted: the first window is on the screen; entered: an account's use cases are in the window.

    bug(exception): something unexpected, once a cause; may come from any thread.
    """

    painted = Signal()
    entered = Signal()
    bug = Signal(object)

    def __init__(
        self, application: QApplication, launch: Launch, profile: Path, one: OneWindow, frame: FirstFrame | None = None
    ) -> None:
        super().__init__()
        self._frame = frame
        self.launch, self.profile = launch, profile
        self._kept = KeptSettings(profile, self)
        self._application, self._one = application, one
        self._rooms: Rooms | None = None
        self._desk: AccountDesk | None = None
        self._use_cases: UseCases | None = None
        self._ledger_desk: LedgerDesk | None = None
        self._diagnostics: Diagnostics | None = None
        self._loop: AbstractEventLoop | None = None
        self._closing = False
        self._collector: Collector | None = None
        self._ending: Ending | None = None
        self._watchdog: threading.Timer | None = None
        application.setApplicationName("Sourcing")
        application.setDesktopFileName("sourcing")
        application.setQuitOnLastWindowClosed(False)
        application.commitDataRequest.connect(self._session_ends)
        self._texts = InstalledTexts(application, self)
        self._texts.install(self.language)
        self.theme = Theme(application, ThemeMode(self.settings.theme), self.language)
        self.theme.chosen.connect(self._keep_theme)
        self.tasks = TaskScope(self)
        self.pictures = PictureLoader(profile / "cache" / "pictures", self)
        self.pictures.set_disk_limit(cache_shares(self.settings)[1])
        self.pictures.find_proxy = _proxy_of_environment
        self.window = self._new_window()
        self._kept.failed.connect(self._fail)
        self._kept.account_concerned.connect(self._enter_again)
        self._kept.when_changed("theme", self._wear)
        self._kept.when_changed("language", self._speak)
        self._kept.when_changed("cache_limit_mb", self._limit_cache)

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self._kept.now

    @property
    def use_cases(self) -> UseCases | None:
        """Of the account that is in; None before."""
        return self._use_cases

    def stop_market(self) -> None:
        """End the demo marketplace while the program goes on, as if the network went."""
        if self._rooms is not None:
            self._rooms.market.stop()

    @property
    def language(self) -> str:
        """Of the program, as a code."""
        return language_of(self.settings.language)

    def run(self) -> int:
        """Paint, import, open, work, close."""
        paint_then_import(self.window, self._frame, self.painted.emit)
        if self.launch.report_start:
            print("window" if self._frame is not None else "painted\nwindow", flush=True)
        if self.window.isHidden():
            return 0
        from sourcing_app.startup.event_loop import new_loop

        self._loop = new_loop(self._application)
        collector = self._collector = Collector(self)
        with closing(self._loop), closing(collector):
            self._loop.set_exception_handler(self._stray)
            self.tasks.failed.connect(self._fail)
            self._begin()
            self._reopen()
            self._loop.run_forever()
        self._one.release()
        for each in (self._ending, self._diagnostics):
            if each is not None:
                each.close()
        if self._watchdog is not None:
            self._watchdog.cancel()
        return 0

    def _new_window(self) -> MainWindow:
        kept = QSettings(str(self.profile / "window.ini"), QSettings.Format.IniFormat)
        edits = CartEdits()
        pages = page_entries(self.pictures, edits)
        window = MainWindow(pages, settings=kept, theme=self.theme)
        edits.setParent(window)  # what belongs to a window goes with it
        self._search_page = window.stack.page(pages.search)
        account = known_account(self.launch, self.settings, self.profile)
        self._last_results = LastResults(self.profile, account, self._search_page, window)
        self._warming = Warming(window, self.pictures)
        window.closed.connect(self._close)
        window.settings_requested.connect(self._show_settings)
        window.reconnect = self._reconnect
        return window

    def _begin(self) -> None:
        """Whatever happens from now on is written down, and later starts are heard."""
        from sourcing_app.app.diagnostics import Diagnostics
        from sourcing_app.app.ledger_recovery import LedgerDesk
        from sourcing_app.startup.signals import Ending

        self._ending = Ending(self)
        self._ending.asked.connect(self._end)
        self.bug.connect(self._show_bug)
        self._diagnostics = Diagnostics(self.profile / "logs", self.bug.emit)
        threading.Thread(target=mend_files, args=(self.profile,), daemon=True).start()
        for told in (missing_font_notice(), self._kept.begin()):
            if told is not None:
                self.window.show_notice(told)
        self._one.called.connect(self._called)
        self._tell_deaf(self._one.listen())
        self._ledger_desk = LedgerDesk(self.profile, self.tasks, self)
        self._ledger_desk.reopen.connect(self._reopen)

    def _reopen(self, how: Opening = Opening.AS_IT_IS) -> None:
        """Open the rooms and the account, at the start or when a person has seen to what was in the way."""
        if not self.tasks.is_running("open"):
            self.tasks.start("open", self._open(how), self._opened, self._not_opened)

    async def _open(self, how: Opening) -> Entrance | None:
        """Stores and the account of this run; None when the first run must ask."""
        from sourcing_app.app.composition import Rooms

        if self._rooms is None:
            rooms = Rooms.begin(self.profile, self.settings, self._waiting, how)
            if not is_real(self.launch, self.settings):
                await rooms.opened()  # before anybody is asked, or a marketplace started
            self._rooms = rooms
            self._desk = self._new_desk(self._rooms)
            self.tasks.start("stores", self._rooms.opened(), self._stores_opened, self._stores_failed)
        return await entrance_of(self.launch, self.settings, self._rooms)

    def _stores_opened(self, _: None) -> None:
        if self._ledger_desk is not None and self._rooms is not None:
            self._ledger_desk.opened(self.window, self._rooms)

    def _stores_failed(self, error: Exception) -> None:
        """Whoever is in by then goes out again: without the ledger nothing can be done."""
        for name in ("open", "enter"):
            self.tasks.forget(name)
        self._warming.end()
        self.window.detach()
        self._rooms = self._desk = self._use_cases = None
        self._not_opened(error)

    def _not_opened(self, error: Exception) -> None:
        """Without the ledger nothing can be done: a person decides how to go on."""
        if self._rooms is None and isinstance(error, StoreUnavailable) and self._ledger_desk is not None:
            self._ledger_desk.show(self.window, error)
        else:
            self.window.show_front(None)
            self._fail(error)

    def _reconnect(self, then: Callable[[], None]) -> bool:
        """Before something is tried again: open what is not open, start the demo marketplace where it has ended."""
        if self._ledger_desk is not None and self._ledger_desk.undecided:
            return True
        has_account = self.settings.account is not None or self.launch.gateway_url is not None
        if self._rooms is None or (self._rooms.is_without_secrets and has_account):
            self._reopen()
            return True
        if not self._rooms.market_is_gone:
            return False
        self.tasks.start("revive", self._rooms.demo(), partial(self._revived, then))
        return True

    def _revived(self, then: Callable[[], None], entrance: Entrance) -> None:
        if self._rooms is not None and self._rooms.entrance == entrance:
            then()
        else:
            self._enter_kept(entrance)

    def _new_desk(self, rooms: Rooms) -> AccountDesk:
        from sourcing_app.app.account_controller import AccountDesk

        desk = AccountDesk(rooms, self.tasks, self.profile, self)
        desk.settings_changed.connect(self._kept.apply)
        desk.chosen.connect(self._enter_kept)
        desk.leaving.connect(self._forget_account)
        desk.left.connect(self._ask)
        desk.pictures_cleared.connect(self.pictures.clear)
        return desk

    def _opened(self, entrance: Entrance | None) -> None:
        self.window.show_front(None)
        if entrance is None:
            self._ask()
        else:
            self._enter(entrance)

    def _ask(self) -> None:
        """No account: how to begin?"""
        self.window.detach()
        if self._desk is not None:
            self._desk.show_first_run(self.window, self.settings, guess=self._kept.is_new)

    def _show_settings(self, section: str = "") -> None:
        if self._desk is not None:
            self._desk.show_settings(self.window, self.settings, section)

    def _enter_kept(self, entrance: Entrance) -> None:
        self._kept.keep(replace(self.settings, account=entrance.account))
        self._enter(entrance)

    def _forget_account(self) -> None:
        self._use_cases = None
        self._kept.keep(replace(self.settings, account=None))

    def _enter(self, entrance: Entrance) -> None:
        self.window.detach()
        if self._rooms is not None:  # else chosen while the stores failed to open: it is entered once they are
            self.tasks.start("enter", self._rooms.enter(entrance, self.settings), self._entered)

    def _entered(self, use_cases: UseCases) -> None:
        self._use_cases = use_cases
        self._last_results.enter(use_cases.account.key)
        self.pictures.allow_gateway(use_cases.account.gateway_url)
        self.window.show_front(None)
        self.window.attach(use_cases)
        self.window.focus_page()
        for text in self.launch.opens:
            self._open_given(text)
        self.launch = replace(self.launch, opens=())
        self._warming.begin()
        if self._desk is not None and self._rooms is not None and self._rooms.entrance is not None:
            self._desk.tell_entered(self.window, self._rooms.entrance)
        if self.launch.report_start:
            print("entered", flush=True)
        self.entered.emit()

    def _wear(self, settings: Settings) -> None:
        self.theme.set_mode(ThemeMode(settings.theme))

    def _speak(self, settings: Settings) -> None:
        self._texts.install(self.language)
        self.theme.set_language(self.language)
        self._rebuild_window()

    def _limit_cache(self, settings: Settings) -> None:
        self.pictures.set_disk_limit(cache_shares(settings)[1])
        if self._rooms is not None:
            self._rooms.limit_cache(settings)

    def _keep_theme(self, mode: ThemeMode) -> None:
        if mode.value != self.settings.theme:
            self._kept.keep(replace(self.settings, theme=mode.value))

    def _enter_again(self) -> None:
        """The same account with other settings."""
        if self._rooms is not None and self._rooms.entrance is not None:
            self._enter(self._rooms.entrance)

    def _rebuild_window(self) -> None:
        """A new window in the new language, where the old one was."""
        old, old_results = self.window, self._last_results
        old.closed.disconnect(self._close)
        old.save_state()
        self.window = self._new_window()
        self.window.show()
        if self._use_cases is not None:
            self.window.attach(self._use_cases)
        elif self._rooms is not None and self.settings.account is None:
            self._ask()
        name = f"old window {id(old)}"  # of its own: one that still ends must not be forgotten for the next
        self.tasks.start(name, _ended(old, old_results), partial(self._give_back, old))
        old.close()

    def _give_back(self, window: MainWindow, _: None) -> None:
        """With all that belongs to it, also what the start has made."""
        window.deleteLater()
        if self._collector is not None:
            self._collector.thaw()

    def _called(self, words: list[str]) -> None:
        """A later start hands something over: come to the front and open it."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        for word in words:
            self._open_given(word)

    def _tell_deaf(self, reason: str) -> None:
        if reason:
            sentence = tr(
                "Later starts of the program cannot reach this window: links and pictures that are opened with it elsewhere do"
                " not come here."
            )
            self.window.show_notice(Notice(sentence, Severity.WARNING, details=reason, cause="deaf"))

    def _open_given(self, text: str) -> None:
        path = existing_path(text)
        if path is not None:
            self.window.search_picture(path)
        else:
            self.window.take_text(text)

    def _waiting(self, seconds: float) -> None:
        sentence = tr("1688 limits how often we may ask. Waiting {0} s, then going on by itself.").format(
            round(seconds)
        )
        self.window.show_notice(Notice(sentence, Severity.INFO, cause="throttled"))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, SourcingError):
            self.window.show_error(error)
        elif self._diagnostics is not None:
            self._diagnostics.report(error)

    def _show_bug(self, error: Exception) -> None:
        self.window.show_error(error)

    def _stray(self, loop: AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if self._diagnostics is not None:
            self._diagnostics.report(error if error is not None else RuntimeError(str(context.get("message"))))

    def _session_ends(self, _: QSessionManager) -> None:
        """The desktop is about to end everything: all but the window's own state is on disk already."""
        self.window.save_state()

    def _end(self) -> None:
        """The system or the terminal asks for the end: as if the window had been closed, dialogs or not."""
        self.window.save_state()
        self._close()
        self.window.hide()

    def _close(self) -> None:
        """The window was closed: let what costs money end, then close all rooms, in five seconds at most."""
        if self._closing or self._loop is None:
            return
        from sourcing_app.startup.signals import end_within

        self._closing = True
        self._watchdog = end_within(CLOSING_LIMIT_S)
        try:
            self._warming.end()
            self._keep_frame()
        finally:
            self._spawn(self._shut())

    def _keep_frame(self) -> None:
        """For the next start, if what is on screen is what will be shown then."""
        page = self._search_page
        if self._use_cases is not None and self.window.stack.currentWidget() is page:
            fleeting = (page.bar.summary, page.age, self.window.status)
            words = tr("As you left it, {0} · opening …").format(clock_text(datetime.now(UTC)))
            keep_frame(self.window, self.profile, fleeting, words)
        else:
            forget_frame(self.profile)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        assert self._loop is not None
        self._last = self._loop.create_task(work, name="closing")
        self._last.add_done_callback(lambda _: self._loop.stop() if self._loop is not None else None)

    async def _shut(self) -> None:
        import asyncio

        if self._rooms is not None:
            self._rooms.photos.cancel()  # a photo may be a minute's work, and nobody looks at it any more
        await asyncio.wait({asyncio.ensure_future(self._close_scopes())}, timeout=CLOSING_LIMIT_S * _FOR_TASKS)
        self.pictures.close()
        if self._rooms is not None:
            await self._rooms.close()

    async def _close_scopes(self) -> None:
        """All at once: none may begin anything while another one is waited for."""
        import asyncio

        await asyncio.gather(self.window.close_tasks(), self._last_results.tasks.close(), self.tasks.close())


async def _ended(window: MainWindow, results: LastResults) -> None:
    """Once nothing of it is under way any more."""
    import asyncio

    await asyncio.gather(window.close_tasks(), results.tasks.close())


def _proxy_of_environment(address: str) -> Proxy | None:
    from sourcing_app.platform.transport.proxies import (
        environment_proxy,  # with the first picture, not before the first paint
    )

    return environment_proxy(address)
