"""A walk past every page in the states a buyer meets most, whatever the language: each stop is a name and what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from sourcing_app.config.settings import Settings
from sourcing_app.domain.account import Account
from sourcing_app.domain.cart import lines_from_offer
from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.domain.pick import Pick
from sourcing_app.domain.preferences import Preferences
from sourcing_app.errors import StoreUnavailable
from sourcing_app.imaging.prepare import prepare_photo
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.pages import page_entries
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.settings.connect_dialog import BROWSER, SINGLE, TOKEN, ConnectDialog
from sourcing_app.ui.settings.connect_presenter import ConnectPresenter
from sourcing_app.ui.settings.dialog import SettingsDialog
from sourcing_app.ui.settings.first_run import FirstRun
from sourcing_app.ui.settings.ledger_trouble import LedgerTrouble
from sourcing_app.usecases.connect_account import ConnectAccount
from sourcing_app.usecases.search_by_picture import SearchByPicture
from tests.support.buying import Buyable, buyables
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox
from tests.ui.orders.conftest import place

Stop = tuple[str, QWidget]
SIZE = (1280, 800)


class Walk:
    """The window with all its pages at the marketplace; offers are told in Japanese, so English is ours."""

    def __init__(self, desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, folder: Path) -> None:
        self.desk, self.loader, self.sandbox, self.folder = desk, loader, sandbox, folder
        uses = desk.use_cases(sandbox, folder)
        session = uses.search_offers._session  # type: ignore[attr-defined]
        session.language = "ja"
        picture = SearchByPicture(session, prepare_photo)
        self.use_cases: UseCases = replace(uses, search_by_picture=picture, preferences=Preferences("ja"))
        self.edits = CartEdits()
        self.window = MainWindow(page_entries(loader, self.edits))
        self.window.resize(*SIZE)

    def stops(self) -> Iterator[Stop]:
        """Everything, in the order of the tabs; dialogs last."""
        self.window.show()
        self.window.attach(self.use_cases)
        for part in (
            self._searching,
            self._photos,
            self._products,
            self._comparing,
            self._cart,
            self._orders,
            self._palette,
        ):
            for name in part():
                self._settle()
                yield name, self.window
        for name, page in self._fronts():
            self.window.show_front(page)
            self._settle()
            yield name, self.window
        self.window.show_front(None)
        yield from self._dialogs()

    def close(self) -> None:
        self.desk.run(self.window.close_tasks())
        self.window.close()
        self.desk.dispose(self.window)

    def _searching(self) -> Iterator[str]:
        page = self._page("search")
        yield "first use"
        self.window.take_text("杯子")
        self._until(lambda: page.presenter.face.name == "RESULTS" and not page.presenter.is_refreshing)
        yield "results"
        page.results.show_as_table(True)
        yield "results as a table"
        page.results.show_as_table(False)
        self.window.take_text("ゐゐゐゐ")
        self._until(lambda: page.presenter.face.name == "EMPTY")
        yield "nothing found"

    def _photos(self) -> Iterator[str]:
        page = self._page("photo")
        yield "photo, first use"
        page.try_sample(0)
        self._until(lambda: page.presenter.offers.rowCount() > 0)
        yield "photo results"

    def _products(self) -> Iterator[str]:
        page = self._page("offer")
        yield "no offer"
        for kind in (1, 2):
            found = buyables(self.sandbox, limit=60, quote_type=kind)[0]
            page.open_offer(str(found.offer_id))
            shown = page.presenter.offers[-1]
            self._until(lambda at=shown: at.offer is not None and not at.refreshing)  # type: ignore[misc]
            shown.sheet.set_quantities({SpecId(found.spec_id): found.quantity + 1}, "")
            yield f"offer of kind {kind}"
            shown.sheet.set_quantities({SpecId(found.spec_id): 1_000_000}, "")
            yield f"offer of kind {kind}, too many"

    def _comparing(self) -> Iterator[str]:
        page = self._page("compare")
        yield "nothing to compare"
        page.toggle(tuple(Pick(OfferId(str(each.offer_id))) for each in self._sellers(3)))
        self._until(lambda: all(each.offer is not None for each in page.presenter.columns))
        yield "a comparison"
        page.clear_all()
        yield "a comparison cleared"

    def _cart(self) -> Iterator[str]:
        page = self._page("cart")
        yield "empty cart"
        for each in self._sellers(2):
            offer = self.desk.run(self.use_cases.open_offer(OfferId(str(each.offer_id))))
            self.edits.add(lines_from_offer(offer, {SpecId(each.spec_id): each.quantity}, datetime.now(UTC)))
        self._until(lambda: len(page.presenter.plan().slips) == 2 and not page.presenter.plan().reason)
        yield "cart"
        page.presenter.place(confirmed=True)
        self._until(lambda: not page.presenter.placing.busy)
        yield "placed"

    def _orders(self) -> Iterator[str]:
        third = self._sellers(3)[2]
        self.sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="lost_before")
        self.desk.run(place(self.use_cases, third))
        page = self._page("orders")
        self.window.refresh()
        self._until(lambda: page.presenter.count(page.presenter.tab.ALL) >= 2)
        yield "orders"
        page.show_order(page.orders.rows[0].order.order_id)
        self._until(lambda: page.opened.known is not None)
        yield "an order"

    def _palette(self) -> Iterator[str]:
        self._until(lambda: not any(scope.busy for scope in self.window.stack.task_scopes()))
        self.window.open_palette()
        yield "all actions"
        if self.window._palette is not None:
            self.window._palette.close_palette()

    def _fronts(self) -> Iterator[Stop]:
        settings = Settings(account=Account("http://127.0.0.1:1", "1", is_demo=True))
        yield "first run", FirstRun(settings)
        for reason in ("missing", "damaged", "locked"):
            error = StoreUnavailable(reason, str(self.folder / "ledger.sqlite3"))
            yield f"ledger {reason}", LedgerTrouble(error, datetime.now(UTC) if reason == "damaged" else None)

    def _dialogs(self) -> Iterator[Stop]:
        settings = Settings(account=Account("http://127.0.0.1:1", "1", is_demo=True))
        shown = SettingsDialog(settings, self.folder)
        yield from self._opened("settings", shown)
        connect = ConnectDialog(ConnectPresenter(ConnectAccount(None, None)))  # type: ignore[arg-type]
        for way in (BROWSER, TOKEN, SINGLE):
            connect.way.setCurrentIndex(connect.way.findData(way))
            yield from self._opened(f"connect by {way}", connect, keep=True)
        self.desk.dispose(connect)

    def _opened(self, name: str, dialog: QDialog, *, keep: bool = False) -> Iterator[Stop]:
        dialog.show()
        self._settle()
        yield name, dialog
        dialog.close()
        if not keep:
            self.desk.dispose(dialog)

    def _page(self, key: str) -> Any:
        self.window.show_page(key)
        return self.window.stack.page(key)

    def _sellers(self, count: int) -> list[Buyable]:
        found: dict[str, Buyable] = {}
        for each in buyables(self.sandbox, limit=300, lot="no", mix="no", quote_type=1):
            found.setdefault(each.seller, each)
        return list(found.values())[:count]

    def _until(self, holds: object) -> None:
        self.desk.spin_until(holds)  # type: ignore[arg-type]

    def _settle(self) -> None:
        self.desk.spin(6)
        self._until(self.loader.is_idle)
        self.desk.spin(4)
