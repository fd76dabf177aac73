"""The Product tab: open offers as document tabs."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtWidgets import QTabBar, QWidget

from sourcing_app.domain.ids import AccountKey, OfferId
from sourcing_app.domain.pick import Pick
from sourcing_app.ui.actions import Action
from sourcing_app.ui.browser import Browser, OpenAddress, copied_instead
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.notices import Notice, Severity, Step, notice_of
from sourcing_app.ui.offer.loaded_views import LoadedViews
from sourcing_app.ui.offer.offer_view import OfferView
from sourcing_app.ui.offer.open_link import ask_to_open
from sourcing_app.ui.offer.picture_saving import PictureSaving
from sourcing_app.ui.offer.presenter import OfferPresenter, ProductPresenter
from sourcing_app.ui.page import Page
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.requests import CartChanged, GoTo, OpenSettings, SearchPicture, ToggleCompared
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.widgets.buttons import IconButton
from sourcing_app.ui.widgets.labels import hairline
from sourcing_app.ui.widgets.plain_tip import plain_mnemonic, plain_tip
from sourcing_app.ui.widgets.state_panel import StatePanel
from sourcing_app.ui.widgets.surface import column

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

_TAB_TITLE = 28
MAX_KEPT = 12
"""So many open offers are remembered."""


class ProductPage(Page):
    """All open offers. edits: the window's cart, shared with the cart page."""

    def __init__(
        self,
        loader: PictureLoader,
        edits: CartEdits,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._browser = Browser(self)
        self._browser.failed.connect(self._not_opened)
        self.open_address: OpenAddress = self._browser
        self._loader, self._edits = loader, edits
        self.presenter = ProductPresenter(edits, self)
        self.tabs = QTabBar()
        self._empty = StatePanel()
        self._views = LoadedViews(self._new_view, self._empty)
        self.saving = PictureSaving(loader, self)
        self._split: QByteArray | None = None
        self._account: AccountKey | None = None
        self._kept: dict[str, list[str]] = {}
        self._shown_last = ""
        self._compared: frozenset[OfferId] = frozenset()
        self._lay_out()
        self.presenter.opened.connect(self._opened)
        self.presenter.closed.connect(self._closed)
        self.presenter.raised.connect(self.tabs.setCurrentIndex)
        self.presenter.tasks.failed.connect(self._failed)
        self.tabs.currentChanged.connect(self._show_tab)
        self._empty.acted.connect(partial(self.ask, GoTo(PageKey.SEARCH)))
        self.saving.noticed.connect(self.noticed)
        edits.done.connect(self._cart_done)
        edits.failed.connect(self._cart_failed)

    def _lay_out(self) -> None:
        self.tabs.setExpanding(False)
        self.tabs.setDocumentMode(True)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Open offers"))
        self._line = hairline()
        self._empty.show_state(
            "box",
            self.tr("No offer is open"),
            self.tr("Open one from the results, or paste a 1688 link or an offer id into the search box."),
            action=self.tr("Search"),
        )
        box = column(self, spacing=0)
        box.addWidget(self.tabs)
        box.addWidget(self._line)
        box.addWidget(self._views, 1)
        self.tabs.hide()
        self._line.hide()

    # --- the page ---------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """Open offers."""
        return len(self.presenter.offers)

    def focus_first(self) -> None:
        """The keyboard goes to the quantities of the offer shown."""
        view = self.current
        (view.focus_first if view is not None else self._empty.action_button.setFocus)()

    def refresh(self) -> None:
        """Read the offer shown again."""
        if self.current is not None:
            self.presenter.offers[self.tabs.currentIndex()].refresh()

    def attach(self, use_cases: UseCases) -> None:
        """Work with this account. Offers of another one are closed; those it had open last time come back."""
        key = use_cases.account.key
        if self._account not in (None, key):
            self._close_all()
        self._account = key
        self._edits.attach(use_cases.edit_cart)
        self.presenter.attach(use_cases)
        if not self.presenter.offers:
            for offer_id in self._kept.get(key, []):
                self.open_offer(OfferId(offer_id), behind=True)
            self._show_again(self._shown_last)

    def detach(self) -> None:
        """What is shown stays."""
        self._edits.detach()
        self.presenter.detach()

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """What has to end before the window closes."""
        return (self.presenter.tasks, self._edits.tasks)

    def open_offer(self, offer_id: OfferId, behind: bool = False) -> None:
        """Show an offer in a tab of its own."""
        self.presenter.open(offer_id, behind=behind)

    def show_compared(self, offer_ids: frozenset[OfferId]) -> None:
        """Which offers are being compared."""
        self._compared = offer_ids
        for each, view in self._views.loaded():
            view.head.show_compared(each.offer_id in offer_ids)

    def place(self) -> str | None:
        """For going back and forward: the offer shown."""
        at = self.tabs.currentIndex()
        return str(self.presenter.offers[at].offer_id) if 0 <= at < len(self.presenter.offers) else None

    def go_to(self, what: object) -> None:
        """Back at an offer, opened again if it was closed."""
        if isinstance(what, str):
            self.open_offer(OfferId(what))

    def notice_acted(self, step: Step) -> None:
        """Undo what the notice was about."""
        if step is Step.UNDO:
            self._edits.undo()

    def actions_of_page(self) -> tuple[Action, ...]:
        """All that can be done here by name."""
        some = self._has_offer
        return (
            Action("offer.next", self.tr("Next offer"), partial(self.step, 1), "Ctrl+Tab", enabled=some),
            Action("offer.previous", self.tr("Previous offer"), partial(self.step, -1), "Ctrl+Shift+Tab", enabled=some),
            Action("offer.close", self.tr("Close offer"), self.close_current, "Ctrl+W", "close", some),
            Action("offer.add", self.tr("Add to cart"), self._add, "Ctrl+Return", "cart", some),
            Action(
                "offer.compare",
                self.tr("Compare with others, or not any more"),
                self._compare,
                "Ctrl+D",
                "compare",
                some,
            ),
            Action("offer.quantities", self.tr("Go to quantities"), self.focus_first, "Ctrl+E", enabled=some),
            Action("offer.open_page", self.tr("Open on 1688"), self._open_page, "Ctrl+Shift+O", "external", some),
            Action("offer.copy_link", self.tr("Copy link"), self._copy_link, "Ctrl+Shift+C", "link", some),
            Action("offer.copy_id", self.tr("Copy offer id"), self._copy_id, "", "copy", some),
            Action("offer.copy_title", self.tr("Copy the Chinese title"), self._copy_title, "", "copy", some),
            Action("offer.save_picture", self.tr("Save this picture"), self._save_picture, "Ctrl+S", "download", some),
            Action("offer.enlarge", self.tr("Enlarge the picture"), self._enlarge, "", "zoom-in", some),
        )

    def panes(self) -> tuple[QWidget, ...]:
        """For F6."""
        return (self.tabs, *(self.current.panes() if self.current is not None else (self._empty.action_button,)))

    # --- tabs -------------------------------------------------------------------------------------------------------

    @property
    def current(self) -> OfferView | None:
        """The offer shown."""
        return self._views.current

    def _show_again(self, offer_id: str) -> None:
        """The tab that was in front, if it is open."""
        ids = [str(each.offer_id) for each in self.presenter.offers]
        if offer_id in ids:
            self.tabs.setCurrentIndex(ids.index(offer_id))

    def step(self, by: int) -> None:
        """The tab beside, round and round."""
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def close_current(self) -> None:
        """Close the offer shown."""
        self.presenter.close(self.tabs.currentIndex())

    def _opened(self, place: int, presenter: OfferPresenter) -> None:
        """A tab; its view is made when it is looked at."""
        presenter.changed.connect(partial(self._name_tab, presenter))
        self.tabs.insertTab(place, "")
        self.tabs.setTabButton(place, QTabBar.ButtonPosition.RightSide, self._closer(presenter))
        self._name_tab(presenter)
        self._show_frame()

    def _new_view(self, presenter: OfferPresenter) -> OfferView:
        view = OfferView(presenter, self._loader)
        view.said.connect(self._say)
        view.link_wanted.connect(self._ask_link)
        view.photo_wanted.connect(self._search_photo)
        view.save_wanted.connect(self.saving.save)
        view.settings_wanted.connect(partial(self.ask, OpenSettings()))
        view.retry_wanted.connect(partial(self._refresh_offer, presenter))
        view.head.compare_wanted.connect(partial(self._toggle_compared, presenter))
        view.head.show_compared(presenter.offer_id in self._compared)
        view.closed.connect(partial(self._close_offer, presenter))
        view.split_moved.connect(partial(self._keep_split, view))
        if self._split is not None:
            view.splitter.restoreState(self._split)
        return view

    def _refresh_offer(self, presenter: OfferPresenter) -> None:
        self.try_again(presenter.refresh)

    def _closer(self, presenter: OfferPresenter) -> IconButton:
        made = IconButton("close", self.tr("Close offer"), shortcut="Ctrl+W", small=True)
        made.setIconSize(QSize(12, 12))
        made.setFixedSize(22, 22)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(partial(self._close_offer, presenter))
        return made

    def _closed(self, place: int, presenter: OfferPresenter) -> None:
        self._views.unload(presenter)
        self.tabs.removeTab(place)
        self._show_frame()
        self._show_tab(self.tabs.currentIndex())

    def _show_frame(self) -> None:
        self.tabs.setVisible(self.tabs.count() > 0)
        self._line.setVisible(self.tabs.count() > 0)
        self.tab_changed.emit()

    def _show_tab(self, place: int) -> None:
        offers = self.presenter.offers
        self._views.show_offer(offers[place] if 0 <= place < len(offers) else None)
        if self.isVisible():
            self.place_changed.emit()

    def _name_tab(self, presenter: OfferPresenter) -> None:
        if presenter not in self.presenter.offers:
            return
        place = self.presenter.offers.index(presenter)
        title = presenter.title
        short = title if len(title) <= _TAB_TITLE else title[: _TAB_TITLE - 1].rstrip() + "…"
        self.tabs.setTabText(place, plain_mnemonic(short))
        self.tabs.setTabToolTip(place, plain_tip(title))

    def _close_offer(self, presenter: OfferPresenter) -> None:
        if presenter in self.presenter.offers:
            self.presenter.close(self.presenter.offers.index(presenter))

    def _has_offer(self) -> bool:
        return self.current is not None

    def keys_of_page(self) -> tuple[tuple[str, str], ...]:
        """For the sheet of keys: what works in the grid and on the picture."""
        return (
            ("0-9", self.tr("Type a quantity")),
            ("Tab", self.tr("Next variant")),
            ("Return", self.tr("Variant below")),
            ("Del", self.tr("Back to 0")),
            ("Ctrl+V", self.tr("Paste a block of quantities")),
            ("Ctrl+Z", self.tr("Undo")),
            ("+ −", self.tr("Zoom the picture; Ctrl and the wheel do too")),
            ("0", self.tr("All of the picture")),
        )

    # --- acts -------------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        if self.current is not None:
            self.current.panel.add_button.click()

    def _compare(self) -> None:
        if self.current is not None:
            self._toggle_compared(self.presenter.offers[self.tabs.currentIndex()])

    def _toggle_compared(self, presenter: OfferPresenter) -> None:
        card = presenter.card
        self.ask(ToggleCompared((Pick(presenter.offer_id) if card is None else Pick.of(card),)))

    def _open_page(self) -> None:
        if self.current is not None:
            self.current.head.open_page()

    def _copy_link(self) -> None:
        if self.current is not None:
            self.current.head.copy_link()

    def _copy_id(self) -> None:
        if self.current is not None:
            self.current.head.copy_id()

    def _copy_title(self) -> None:
        if self.current is not None:
            self.current.head.copy_title()

    def _enlarge(self) -> None:
        if self.current is not None:
            self.current.gallery.enlarge()

    def _save_picture(self) -> None:
        if self.current is not None:
            self.current.gallery.save()

    def _ask_link(self, address: str) -> None:
        if ask_to_open(address, self, self._open_link) is None:
            sentence = self.tr("This link was not opened: its address is not one that a browser can open.")
            self.noticed.emit(Notice(sentence, Severity.WARNING, details=address[:300], cause="link"))

    def _open_link(self, address: str) -> bool:
        sent = self.open_address(address)
        if not sent:
            self._not_opened(address)
        return sent

    def _not_opened(self, address: str) -> None:
        self.noticed.emit(copied_instead(address))

    def _search_photo(self, address: str) -> None:
        self._loader.fetch_original(address, self._photo_here)

    def _photo_here(self, data: bytes | None) -> None:
        if data is not None:
            self.ask(SearchPicture(data))
        else:
            self.noticed.emit(Notice(self.tr("This picture cannot be loaded right now."), Severity.WARNING))

    def _say(self, sentence: str) -> None:
        self.noticed.emit(Notice(sentence, Severity.GOOD, cause="copied"))

    def _failed(self, error: Exception) -> None:
        self.noticed.emit(notice_of(error))

    def _cart_done(self, label: str) -> None:
        if self.isVisible():
            self.noticed.emit(Notice(label, Severity.GOOD, Step.UNDO, self.tr("Undo"), cause="cart"))
            self.ask(CartChanged())

    def _cart_failed(self, error: Exception) -> None:
        if self.isVisible():
            self.noticed.emit(notice_of(error))

    # --- remembered -------------------------------------------------------------------------------------------------

    def restore_state(self, settings: QSettings) -> None:
        """As it was left."""
        value = settings.value("offer/splitter")
        self._split = value if isinstance(value, QByteArray) else None
        self._kept = _read_kept(str(settings.value("offer/open", "")))
        self._shown_last = str(settings.value("offer/shown", ""))

    def save_state(self, settings: QSettings) -> None:
        """For the next start."""
        if self._split is not None:
            settings.setValue("offer/splitter", self._split)
        if self._account is not None:
            self._kept[self._account] = [str(each.offer_id) for each in self.presenter.offers][-MAX_KEPT:]
            settings.setValue("offer/open", json.dumps(self._kept))
            settings.setValue("offer/shown", self.place() or "")

    def _close_all(self) -> None:
        while self.presenter.offers:
            self.presenter.close(0)

    def _keep_split(self, view: OfferView) -> None:
        self._split = view.splitter.saveState()


def _read_kept(text: str) -> dict[str, list[str]]:
    """Open offers by account, from the settings; whatever is not that is nothing."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        str(key): [each for each in ids if isinstance(each, str) and each.isdecimal()][:MAX_KEPT]
        for key, ids in found.items()
        if isinstance(ids, list)
    }
