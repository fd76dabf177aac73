"""The window: header, notices, pages, status line. Tabs own their affairs; it only carries messages between them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QStackedLayout, QWidget

from sourcing_app.domain.ids import OfferId, OrderId
from sourcing_app.ui.actions import Action
from sourcing_app.ui.notices import Notice, Step, notice_of
from sourcing_app.ui.page import Page
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.requests import ChoosePhoto, OpenOffer, SearchPicture, ShowOrder
from sourcing_app.ui.router import Router
from sourcing_app.ui.shell.all_actions import actions_elsewhere, key_groups
from sourcing_app.ui.shell.header import Header
from sourcing_app.ui.shell.intake import Intake
from sourcing_app.ui.shell.page_stack import PageStack
from sourcing_app.ui.shell.panes import has_focus, step_on
from sourcing_app.ui.shell.places import Place, Places
from sourcing_app.ui.shell.shortcuts import install_shortcuts
from sourcing_app.ui.shell.status_line import Connection, StatusLine
from sourcing_app.ui.shell.window_actions import theme_actions, window_actions
from sourcing_app.ui.shell.window_state import ScreenMinimum, restore_window, save_window
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.theme import Theme
from sourcing_app.ui.widgets.notice_bar import NoticeBar
from sourcing_app.ui.widgets.surface import column

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases
    from sourcing_app.ui.pages import Pages
    from sourcing_app.ui.shell.command_palette import CommandPalette
    from sourcing_app.ui.shell.key_sheet import KeySheet


class MainWindow(QWidget):
    """pages: in the order of the tabs, the first is shown. settings: where geometry and the open page are kept.

    reconnect(then): asked before something is tried again; True when ``then`` is done later, once all that it needs is there.

    settings_requested(section): the gear, the account chip or a notice; "" for all. closed: the person closed it.
    """

    settings_requested = Signal(str)
    closed = Signal()

    def __init__(self, pages: Pages, *, settings: QSettings | None = None, theme: Theme | None = None) -> None:
        super().__init__()
        self._settings, self._theme = settings, theme
        self._places = Places()
        self._going = False
        self._palette: CommandPalette | None = None
        self._keys: KeySheet | None = None
        self._titles = {entry.key: entry.title for entry in pages}
        self._front: QWidget | None = None
        self.reconnect: Callable[[Callable[[], None]], bool] | None = None
        self.tasks = TaskScope(self)
        self.header = Header(self)
        self.stack = PageStack(pages)
        self._router = Router(self, pages, self.stack, self)
        self.notice_bar = NoticeBar(self.stack, self)
        self.status = StatusLine(self)
        self.intake = Intake(self.header.omnibox, self.tasks, self, settings)
        self._lay_out()
        self._connect()
        for at, entry in enumerate(pages, 1):
            self.header.tabs.add(entry.key, entry.title, entry.icon, f"Ctrl+{at}")
        self._actions = window_actions(self, tuple(pages)) + theme_actions(theme)
        install_shortcuts(self._actions, self, Qt.ShortcutContext.WindowShortcut)
        restore_window(self, settings)
        self.header.show_history(False, False)
        self.show_page(self._first_page())

    def _lay_out(self) -> None:
        self.setWindowTitle("Sourcing")
        self._minimum = ScreenMinimum(self)
        self.setAcceptDrops(True)
        main = QWidget()
        box = column(main, spacing=0)
        box.addWidget(self.header)
        box.addWidget(self.notice_bar)
        box.addWidget(self.stack, 1)
        box.addWidget(self.status)
        self._layers = QStackedLayout(self)
        self._layers.setContentsMargins(0, 0, 0, 0)
        self._layers.addWidget(main)

    def _connect(self) -> None:
        self.header.omnibox.escaped.connect(self.focus_page)
        self.header.tabs.selected.connect(self.show_page)
        self.header.settings_wanted.connect(partial(self.open_settings, ""))
        self.header.palette_wanted.connect(self.open_palette)
        self.header.back_wanted.connect(self.go_back)
        self.header.forward_wanted.connect(self.go_forward)
        self.notice_bar.acted.connect(self._do_step)
        self.stack.currentChanged.connect(self.notice_bar.corner.raise_)
        self.stack.made.connect(self._wire)
        self.intake.request.connect(self._router.carry_out)
        self.intake.noticed.connect(self.show_notice)
        self.tasks.failed.connect(self.show_error)

    def _wire(self, key: PageKey) -> None:
        page = self.stack.page(key)
        page.try_again = self.try_again
        page.tab_changed.connect(partial(self._count, key))
        page.place_changed.connect(partial(self._visit, key))
        page.noticed.connect(partial(self._show_page_notice, page))
        page.notice_withdrawn.connect(self.notice_bar.withdraw)
        page.words_changed.connect(self.header.omnibox.show_text)
        page.fresh.connect(self.status.show_freshness)
        page.reached.connect(self.show_online)
        page.unreached.connect(self.show_offline)
        for scope in page.task_scopes():
            scope.busy_changed.connect(self._count_jobs)
        if self._settings is not None:
            page.restore_state(self._settings)
        self._router.welcome(page)
        install_shortcuts(page.actions_of_page(), page, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._count(key)

    def attach(self, use_cases: UseCases) -> None:
        """The account works from now on."""
        self.intake.use_cases = use_cases
        account = use_cases.account
        name = self.tr("Demo marketplace") if account.is_demo else account.name or account.app_key
        self.header.account.show_account(name, is_demo=account.is_demo)
        self.status.show_connection(Connection.ONLINE, name)
        if use_cases.preferences.rate is not None:
            from sourcing_app.ui.format import rate_text

            self.status.show_rate(rate_text(use_cases.preferences.rate))
        else:
            self.status.show_rate("")
        self.stack.attach(use_cases)

    def detach(self) -> None:
        """What is on screen stays, nothing can be asked."""
        self.intake.use_cases = None
        self.status.show_connection(Connection.NONE, self.header.account.text())
        self.stack.detach()

    def show_front(self, widget: QWidget | None) -> None:
        """Cover everything with this (first run); None uncovers."""
        if self._front is not None:
            self._layers.removeWidget(self._front)
            self._front.hide()
            self._front.deleteLater()
        self._front = widget
        if widget is not None:
            self._layers.addWidget(widget)
            self._layers.setCurrentWidget(widget)
            widget.setFocus()

    def show_page(self, key: PageKey) -> None:
        """Switch the tab."""
        page, before = self.stack.page(key), self.stack.current
        changed = before is not page
        was_inside = before is not None and changed and has_focus(before)
        self.stack.setCurrentWidget(page)
        self.header.tabs.show_selected(key)
        if was_inside:
            self.focus_page()
        if changed:
            page.shown()
            self._visit(key)

    def go_to_page(self, key: PageKey) -> None:
        """Switch the tab, and the keyboard with it."""
        self.show_page(key)
        self.focus_page()

    def focus_page(self) -> None:
        """The keyboard goes to the page."""
        if self.stack.current is not None:
            self.stack.current.focus_first()

    def focus_search(self) -> None:
        """Ctrl+L, Ctrl+F."""
        self.header.omnibox.focus_all()

    def next_pane(self) -> None:
        """F6: omnibox, tabs, then the panes of the page, round and round."""
        page, key = self.stack.current, self.stack.current_key()
        if page is None or key is None:
            return
        panes = (self.header.omnibox.edit, self.header.tabs.button(key), *page.panes())
        if step_on(panes):
            self.focus_page()

    def refresh(self) -> None:
        """F5."""
        if self.stack.current is not None:
            self.try_again(self.stack.current.refresh)

    def try_again(self, act: Callable[[], None]) -> None:
        """Do it at once, or after what has to be there first."""
        if self.reconnect is None or not self.reconnect(act):
            act()

    def open_palette(self) -> None:
        """Ctrl+K."""
        if self._palette is None:
            from sourcing_app.ui.shell.command_palette import CommandPalette

            self._palette = CommandPalette(self)
        self._palette.open(self.all_actions())

    def open_keys(self) -> None:
        """F1."""
        if self._keys is None:
            from sourcing_app.ui.shell.key_sheet import KeySheet

            self._keys = KeySheet(self)
        self._keys.open(key_groups(self.stack, self._titles, self._actions))

    def all_actions(self) -> tuple[Action, ...]:
        """Those of the page on show, then the window's, then those of all other pages."""
        own = self.stack.current.actions_of_page() if self.stack.current is not None else ()
        return (*own, *self._actions, *actions_elsewhere(self.stack, self._titles, self.go_to_page))

    def take_text(self, text: str) -> None:
        """Words, a link or an id: from a second start of the program, or a test."""
        self.intake.take_text(text)

    def open_offer(self, offer_id: str, behind: bool = False) -> None:
        """In the product tab, or behind what is on show."""
        self._router.carry_out(OpenOffer(OfferId(offer_id), behind))

    def search_picture(self, source: object) -> None:
        """A Path, bytes, a QImage or an address."""
        self._router.carry_out(SearchPicture(source))

    def open_photo(self) -> None:
        """Choose a picture file."""
        self._router.carry_out(ChoosePhoto())

    def show_order(self, order_id: str) -> None:
        """In the orders tab."""
        self._router.carry_out(ShowOrder(OrderId(order_id)))

    def open_settings(self, section: str = "") -> None:
        """Ask for the settings; "" for all of them."""
        self.settings_requested.emit(section)

    def ask_hosts_again(self) -> None:
        """No host's pictures are got without a question any more."""
        self.intake.questions.forget_trusted()

    def paste(self) -> None:
        """Ctrl+V outside of a text field."""
        self.intake.paste()

    def go_back(self) -> None:
        """Alt+Left."""
        self._go(self._places.back())

    def go_forward(self) -> None:
        """Alt+Right."""
        self._go(self._places.forward())

    def show_notice(self, notice: Notice) -> None:
        """In the bar under the tabs."""
        self.notice_bar.show_notice(notice)

    def show_error(self, error: Exception) -> None:
        """Any error, as a sentence."""
        notice = notice_of(error)
        if notice.is_offline:
            self.show_offline()
        self.show_notice(notice)

    def show_offline(self) -> None:
        """Nothing answers; the page itself says what that means."""
        self.status.show_connection(Connection.OFFLINE, self.header.account.text())

    def show_online(self) -> None:
        """Something was just answered."""
        if self.status.connection is not Connection.ONLINE:
            self.status.show_connection(Connection.ONLINE, self.header.account.text())
            self.notice_bar.dismiss_offline()

    async def close_tasks(self) -> None:
        """Wait for all that is under way; called once, at the end. Nothing is begun any more."""
        import asyncio

        await asyncio.gather(*(scope.close() for scope in (self.tasks, *self.stack.task_scopes())))

    def save_state(self) -> None:
        """Geometry, the open page, and what pages keep."""
        if self._settings is None:
            return
        save_window(self, self._settings)
        self._settings.setValue("window/page", str(self.stack.current_key() or ""))
        for _, page in self.stack.made_pages():
            page.save_state(self._settings)
        self._settings.sync()  # who calls may have a second left to live

    def _first_page(self) -> PageKey:
        saved = str(self._settings.value("window/page", "")) if self._settings is not None else ""
        return next((key for key in self.stack.keys if key == saved), self.stack.keys[0])

    def _count(self, key: PageKey) -> None:
        page = self.stack.page(key)
        self.header.tabs.button(key).show_count(page.count(), page.attention())

    def _count_jobs(self, busy: bool) -> None:
        self.status.show_jobs(sum(scope.busy for scope in self.stack.task_scopes()))

    def _visit(self, key: PageKey) -> None:
        if not self._going:
            self._places.visit(Place(key, self.stack.page(key).place()))
        self.header.show_history(self._places.can_go_back, self._places.can_go_forward)

    def _go(self, place: Place | None) -> None:
        if place is None:
            return
        self._going = True
        self.show_page(place.page)
        if place.what is not None:
            self.stack.page(place.page).go_to(place.what)
        self._going = False
        self._visit_shown()

    def _visit_shown(self) -> None:
        self.header.show_history(self._places.can_go_back, self._places.can_go_forward)

    def _show_page_notice(self, page: Page, notice: Notice) -> None:
        if notice.is_offline:
            self.show_offline()
        act: Callable[[], None] | None = None
        if notice.step is not Step.NONE and notice.step not in _WINDOW_STEPS:
            act = partial(page.notice_acted, notice.step)
        if act is not None and notice.step is Step.RETRY:
            act = partial(self.try_again, act)
        self.notice_bar.show_notice(notice, act)

    def _do_step(self, step: Step) -> None:
        if step is Step.RETRY:
            self.refresh()
        elif step is Step.ORDERS:
            self.show_page(PageKey.ORDERS)
        elif step in _SECTIONS:
            self.open_settings(_SECTIONS[step])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.intake.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.intake.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.intake.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.intake.drop(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self.go_back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.go_forward()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for over in (self._palette, self._keys):
            if over is not None and over.isVisible():
                over.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save_state()
        event.accept()
        self.closed.emit()


_SECTIONS = {Step.SIGN_IN: "account", Step.ACCOUNT: "account", Step.SETTINGS: "", Step.STORAGE: "storage"}
_WINDOW_STEPS = frozenset({*_SECTIONS, Step.ORDERS})
