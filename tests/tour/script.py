"""The steps of the tour, in order. Each asserts what a person would see before it is over."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Generator
from decimal import Decimal
from pathlib import Path
from typing import cast

from PIL import Image

from sourcing_app.app.program import Program
from sourcing_app.domain.cart import price_offer
from sourcing_app.domain.order import OrderStatus
from sourcing_app.ui.format import money_text
from sourcing_app.ui.orders.ask_dialog import AskDialog
from sourcing_app.ui.settings.dialog import SettingsDialog
from sourcing_app.ui.settings.first_run import FirstRun
from tests.tour.engine import Step, Until
from tests.tour.eyes import sees
from tests.tour.far_side import FarSide, picture
from tests.tour.hands import choose_card, click, click_cell, drop_file, press, type_text
from tests.tour.places import Places

Going = Generator[Until, None, None]
KEYWORD = "canvas bag"


class Script(Places):
    """What is remembered from step to step."""

    def __init__(self, program: Program, folder: Path, go_offline: Callable[[], None], *, may_double: bool) -> None:
        """go_offline: takes the network away. may_double: whether what is between may deliver a request twice."""
        super().__init__(program)
        self._folder = folder
        self._go_offline = go_offline
        self._may_double = may_double
        self._is_shipped = False

    def steps(self, *, first_run: bool, has_control: bool) -> list[tuple[str, Step]]:
        """All of them, without what needs a marketplace that can be told what its sellers do."""
        asked: list[tuple[str, Step]] = [("first run", self.first_run), ("demo", self.demo)]
        begin = asked if first_run else [("account", self.account)]
        common = [
            ("search", self.search), ("filter", self.filter), ("table", self.table), ("photo search", self.photo_search),
            ("product", self.product), ("quantities", self.quantities), ("cart", self.cart), ("preview", self.preview),
            ("order", self.order), ("orders", self.orders), ("pay", self.pay),
        ]  # fmt: skip
        told = [("shipment", self.shipment), ("tracking", self.tracking), ("lost answer", self.lost_answer)]
        last = [("settings", self.settings), ("dark", self.dark)]
        gone = [
            ("offline orders", self.offline_orders),
            ("offline product", self.offline_product),
            ("offline search", self.offline_search),
        ]
        return [*begin, *common, *(told if has_control else []), *last, *gone]

    # --- beginning --------------------------------------------------------------------------------------------------

    def first_run(self) -> Going:
        """A newcomer is asked how to begin."""
        yield Until(
            "the first page", lambda: bool(self.window.findChildren(FirstRun)) and sees(self.window, "Source from 1688")
        )
        page = self.window.findChildren(FirstRun)[0]
        yield Until("the demo button under the keyboard's focus", page.demo.isDefault)
        assert sees(self.window, "Try the demo marketplace", "Connect a 1688 account", "never asked for here")

    def demo(self) -> Going:
        """Enter tries the demo marketplace."""
        press(self.window, "Return")
        yield from self.account()

    def account(self) -> Going:
        """The account that is used is always visible."""
        yield Until("the account's name in the header", lambda: self._program.use_cases is not None)
        yield Until("the search tab with the first words to try", lambda: self.search_page.isVisible())
        self.far = FarSide(self._use_cases().account.gateway_url)
        self.orders_page.open_address = self._remember_address

    # --- finding ----------------------------------------------------------------------------------------------------

    def search(self) -> Going:
        """Words typed into the omnibox bring cards with pictures, prices and translated titles."""
        press(self.window, "Ctrl+L")
        type_text(self.window, KEYWORD)
        press(self.window, "Return")
        page = self.search_page
        yield Until("results", lambda: page.presenter.offers.rowCount() > 10 and not page.presenter.is_refreshing)
        yield Until("pictures of the first row", lambda: self._has_pictures(page, 4))
        offers = page.presenter.offers.offers
        assert all(offer.unit_price is not None and offer.title for offer in offers[:10])
        assert any("bag" in (offer.title_translated or "").lower() for offer in offers[:10])
        assert sees(self.window, "results", "CN¥")

    def filter(self) -> Going:
        """A price range and a service filter become chips and narrow the results."""
        page = self.search_page
        before = page.presenter.total
        click(page.panel.price.low)
        type_text(self.window, "5")
        press(self.window, "Tab")
        type_text(self.window, "15")
        press(self.window, "Return")
        yield Until(
            "fewer results", lambda: not page.presenter.is_refreshing and page.presenter.query.price_to is not None
        )
        yield Until("prices in the range", lambda: self._all_between(Decimal(5), Decimal(15)))
        assert 0 < page.presenter.total < before
        yield Until("pictures", lambda: self._has_pictures(page, 3))
        assert len(page._chips()) == 1

    def table(self) -> Going:
        """The same results as rows, one click away, with the same selection."""
        page = self.search_page
        choose_card(page.results.list_view, page.presenter.offers.index(1, 0))
        chosen = page.results.chosen()
        click(page.bar.as_rows)
        yield Until("a table", lambda: page.results.as_table)
        assert page.results.chosen() == chosen and len(chosen) == 1
        yield Until("rows", lambda: sees(self.window, chosen[0].title_translated or chosen[0].title))

    def photo_search(self) -> Going:
        """A photo dropped from a file manager finds the offer whose picture it was, and shows beside its results."""
        click(self.search_page.bar.as_cards)
        offer = self._wanted_offer()
        path = self._folder / "photo.jpg"
        image = Image.open(io.BytesIO(picture(offer.picture_url))).convert("RGB")
        image.crop((0, 0, image.width * 19 // 20, image.height)).save(path, "JPEG", quality=60)
        drop_file(self.window, path)
        page = self.photo_page
        yield Until("results beside the photo", lambda: page.presenter.offers.rowCount() > 3)
        assert page.presenter.offers.offers[0].offer_id == offer.offer_id, "the photo's own offer comes first"
        yield Until("pictures of the results", lambda: self._has_pictures(page, 3))
        assert sees(self.window, "metadata")

    # --- choosing ---------------------------------------------------------------------------------------------------

    def product(self) -> Going:
        """Enter opens the offer: both titles, prices, supplier, and a grid to fill."""
        results = self.photo_page.results
        choose_card(results.list_view, self.photo_page.presenter.offers.index(0, 0))
        press(self.window, "Return")
        yield Until("the product tab", lambda: self.window.stack.current_key() == "offer")
        yield Until("the offer", lambda: self._view() is not None and self._offer() is not None)
        offer = self._offer()
        assert offer is not None
        yield Until("its titles", lambda: sees(self.window, offer.title, offer.title_translated or offer.title))
        assert sees(self.window, offer.supplier.name)
        yield Until("its picture", lambda: self._program.pictures.pixmap(offer.pictures[0], 220) is not None)
        yield Until("all pictures in view", self._program.pictures.is_idle)

    def quantities(self) -> Going:
        """Quantities typed into the grid are priced at once, exactly."""
        view, offer = self._view(), self._offer()
        assert view is not None and offer is not None
        wanted = self._quantities(offer)
        for spec_id, quantity in wanted.items():
            click_cell(view.panel.table, view.panel.table.model().index_of(spec_id))
            type_text(self.window, str(quantity))
            press(self.window, "Return")
        goods = price_offer(offer, wanted).goods
        yield Until("the sum of the goods", lambda: sees(self.window, money_text(goods)))
        yield Until("a button that can be pressed", view.panel.add_button.isEnabled)
        self._goods = goods

    def cart(self) -> Going:
        """The chosen SKUs are in the cart, under their supplier, with the sum; an edit can be undone."""
        view, offer = self._view(), self._offer()
        assert view is not None and offer is not None
        click(view.panel.add_button)
        page = self.cart_page
        yield Until("the lines", lambda: len(self._lines()) == 2)
        press(self.window, "Ctrl+4")
        yield Until("the cart tab", lambda: self.window.stack.current_key() == "cart")
        yield Until("the supplier", lambda: sees(self.window, offer.supplier.name))
        before = self._lines()[0].quantity
        page._edits.set_quantity(self._lines()[0].key, before + self._step(offer))
        yield Until("another quantity", lambda: self._lines()[0].quantity != before)
        page.tree.setFocus()
        press(self.window, "Ctrl+Z")
        yield Until("the old quantity", lambda: self._lines()[0].quantity == before)
        yield Until("the sums of the marketplace", page.panel.place_button.isEnabled)

    def preview(self) -> Going:
        """The receipt: goods, freight, total as 1688 would charge, and a button that names act and sum."""
        panel = self.cart_page.panel
        yield Until("a button that can be pressed", panel.place_button.isEnabled)
        slip = self.cart_page.presenter.slips()[0]
        preview = slip.preview
        assert preview is not None
        assert preview.goods == self._goods and preview.total == preview.goods + preview.freight
        assert money_text(preview.total) in panel.place_button.text()
        assert sees(self.window, money_text(preview.goods), money_text(preview.freight), money_text(preview.total))
        self._approved = preview.total

    def order(self) -> Going:
        """One press, one order; its number is on the screen and the cart is empty."""
        click(self.cart_page.panel.place_button)
        yield Until("the order's number", lambda: len(self._known_orders()) == 1)
        self._order_id = self._known_orders()[0]
        yield Until("what became of it", lambda: sees(self.window, self._order_id))
        yield Until("an empty cart", lambda: not self._lines())
        if self.far.has_control:
            assert all(order["total_fen"] == self._approved.fen for order in self.far.orders())
            assert self._order_id in [order["order_id"] for order in self.far.orders()]
            self._check_books(decisions=1)

    def _check_books(self, decisions: int) -> None:
        """Each decision made exactly one order; the network alone can have delivered one of them twice."""
        made = Counter(order["out_order_id"] for order in self.far.orders())
        assert len(made) == decisions, f"{decisions} decisions, orders by key: {dict(made)}"
        assert self._may_double or set(made.values()) == {1}, f"orders by key: {dict(made)}"

    # --- following --------------------------------------------------------------------------------------------------

    def orders(self) -> Going:
        """The order with its entries, amounts and address."""
        press(self.window, "Ctrl+5")
        yield Until("the orders tab", lambda: self.window.stack.current_key() == "orders")
        self.window.show_order(self._order_id)
        yield Until("the order", lambda: sees(self.window, self._order_id, money_text(self._approved)))
        yield Until("a pay button", lambda: self._pay_button().isEnabled())
        yield Until("what was ordered", lambda: self._status() is OrderStatus.WAIT_PAY)
        if self.far.has_control and len(self.far.orders()) > 1:
            yield from self._told_of_both()

    def _told_of_both(self) -> Going:
        """The network delivered the order twice: both are named, and why they wait."""
        ids = [order["order_id"] for order in self.far.orders()]
        yield Until("both orders in the list", lambda: sees(self.window, *ids))
        yield Until("why they wait", lambda: sees(self.window, "Two orders for one decision"))

    def pay(self) -> Going:
        """Pay opens the platform's page in the browser, after its address is checked."""
        click(self._pay_button())
        if self.far.has_control and len(self.far.orders()) > 1:
            yield from self._asked_about_both()
        yield Until("the page's address", lambda: len(self.opened_addresses) == 1)
        if self.far.has_control:
            self.far.pay_in_browser(self.opened_addresses[0])
            yield Until("that it is paid", self._after_refresh(OrderStatus.WAIT_SEND))

    def _asked_about_both(self) -> Going:
        """Nothing is paid before the buyer has seen that there are two."""
        yield Until("a question", lambda: bool(self._dialogs(AskDialog)))
        dialog = cast(AskDialog, self._dialogs(AskDialog)[0])
        assert sees(dialog, *(order["order_id"] for order in self.far.orders())) and not self.opened_addresses
        click(dialog.accept_button)
        yield Until("the question gone", lambda: not self._dialogs(AskDialog))
        self.window.activateWindow()
        yield Until("the window in front", self.window.isActiveWindow)

    def shipment(self) -> Going:
        """The seller ships, and the parcel with its waybill is there."""
        self.far.control(f"orders/{self._order_id}/ship", waybill="YT8880001234567")
        yield Until("that it is on the way", self._after_refresh(OrderStatus.WAIT_RECEIVE))
        self._reopen()
        yield Until("the waybill", lambda: sees(self.window, "YT8880001234567"))
        self._is_shipped = True

    def tracking(self) -> Going:
        """Each step of the parcel, newest first."""
        parcel = self.far.look(f"orders/{self._order_id}")["parcels"][0]
        for _ in range(3):
            self.far.control(f"parcels/{parcel['logistics_id']}/trace")
        self._reopen()
        yield Until("three steps", lambda: len(self.orders_page.opened.known.parcels.value[0].steps) >= 3)  # type: ignore[union-attr]
        newest = self.orders_page.opened.known.parcels.value[0].steps  # type: ignore[union-attr]
        yield Until("the newest step", lambda: sees(self.window, max(newest, key=lambda step: str(step.at)).text))

    def lost_answer(self) -> Going:
        """The answer of an order is lost after it was made: the program says it is checking, and finds the one order."""
        press(self.window, "Ctrl+3")
        yield Until("the product tab", lambda: self.window.stack.current_key() == "offer")
        view, offer = self._view(), self._offer()
        assert view is not None and offer is not None
        wanted = self._quantities(offer)
        if not view.panel.add_button.isEnabled():
            for spec_id, quantity in wanted.items():
                click_cell(view.panel.table, view.panel.table.model().index_of(spec_id))
                type_text(self.window, str(quantity))
                press(self.window, "Return")
        yield Until("a button that can be pressed", view.panel.add_button.isEnabled)
        click(view.panel.add_button)
        yield Until("the lines", lambda: len(self._lines()) == 2)
        press(self.window, "Ctrl+4")
        panel = self.cart_page.panel
        yield Until("a button that can be pressed", panel.place_button.isEnabled)
        self.far.control("faults", api="alibaba.trade.createCrossOrder", kind="lost_after", times=1)
        click(panel.place_button)
        yield Until("that it is being checked", lambda: sees(self.window, "Checking with 1688"))
        press(self.window, "Ctrl+5")
        yield Until("the order, found under our own number", lambda: self._found_again())
        self._check_books(decisions=2)

    # --- the rest ---------------------------------------------------------------------------------------------------

    def settings(self) -> Going:
        """Ctrl+comma opens the settings."""
        self._put_away_news()
        press(self.window, "Ctrl+,")
        yield Until("the settings", lambda: bool(self._dialogs(SettingsDialog)))
        assert sees(self._settings(), "Account", "Storage")

    def dark(self) -> Going:
        """A search in the settings finds the theme; the search page in the dark."""
        dialog = self._settings()
        type_text(dialog, "theme")
        yield Until(
            "the theme alone", lambda: dialog._sections[2][1].isVisible() and not dialog._sections[0][1].isVisible()
        )
        box = dialog._sections[2][2][0].control
        box.setFocus()
        press(dialog, "End")
        yield Until("dark colours", lambda: self._program.theme.colours.is_dark)
        press(dialog, "Escape")
        self.window.activateWindow()
        yield Until("the window in front", self.window.isActiveWindow)
        press(self.window, "Ctrl+1")
        yield Until("the search tab", lambda: self.window.stack.current_key() == "search")
        yield Until("pictures", lambda: self._has_pictures(self.search_page, 3))

    def _settings(self) -> SettingsDialog:
        return cast(SettingsDialog, self._dialogs(SettingsDialog)[0])

    def offline_orders(self) -> Going:
        """The marketplace is gone: the order is still there to read, with its age."""
        self._go_offline()
        press(self.window, "Ctrl+5")
        yield Until("the orders tab", lambda: self.window.stack.current_key() == "orders")
        press(self.window, "F5")
        self._reopen()
        yield Until("that there is no connection", lambda: self.orders_page.presenter.online is False)
        assert sees(self.window, self._order_id, *(["YT8880001234567"] if self._is_shipped else []))

    def offline_product(self) -> Going:
        """So is the offer."""
        offer = self._offer()
        assert offer is not None
        press(self.window, "Ctrl+3")
        yield Until("the offer", lambda: sees(self.window, offer.supplier.name))
        press(self.window, "F5")
        yield Until("that it is from before", lambda: sees(self.window, "ago") or sees(self.window, "just now"))

    def offline_search(self) -> Going:
        """And the results of a search made before."""
        press(self.window, "Ctrl+L")
        type_text(self.window, KEYWORD)
        press(self.window, "Return")
        page = self.search_page
        yield Until("the results", lambda: page.presenter.offers.rowCount() > 10 and page.presenter.is_stale)
        yield Until("their age and the reason", lambda: bool(page.age.text()) and page.presenter.failure is not None)
