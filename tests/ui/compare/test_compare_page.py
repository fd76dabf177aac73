"""From the results and the product's page to the comparison and back, in the window, at the real marketplace."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.ids import NO_SPEC, OfferId
from sourcing_app.domain.pick import Pick
from sourcing_app.errors import OfferGone, Unreachable
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.compare.kept_picks import MAX_COMPARED
from sourcing_app.ui.compare.view import ComparePage
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.offer.view import ProductPage
from sourcing_app.ui.pages import page_entries
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.card_face import compare_rect
from sourcing_app.ui.search.view import SearchPage
from sourcing_app.usecases.open_offer import OpenOffer
from tests.support.buying import buyables
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox

FIRST_USE, TABLE = 0, 1


class Asked:
    """The real use case; counts how many are asked for at once, and fails where it is told to."""

    def __init__(self, real: OpenOffer) -> None:
        self._real = real
        self.error: Exception | None = None
        self.calls: list[OfferId] = []
        self.now = self.most = 0
        self.gate: asyncio.Event | None = None

    async def cached(self, offer_id: OfferId) -> Any:
        return await self._real.cached(offer_id)

    async def card(self, offer_id: OfferId) -> Any:
        return await self._real.card(offer_id)

    async def __call__(self, offer_id: OfferId) -> Any:
        self.calls.append(offer_id)
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            if self.gate is not None:
                await self.gate.wait()
            if self.error is not None:
                raise self.error
            return await self._real(offer_id)
        finally:
            self.now -= 1


class Buyer:
    """A window with all its pages."""

    def __init__(self, desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, folder: Path) -> None:
        self.desk, self._loader, self.sandbox, self._folder = desk, loader, sandbox, folder
        uses = desk.use_cases(sandbox, folder)
        self.asked = Asked(uses.open_offer)
        self.use_cases: UseCases = replace(uses, open_offer=self.asked)
        self._windows: list[MainWindow] = []
        self.open_window()

    def open_window(self) -> None:
        """As at a start."""
        settings = QSettings(str(self._folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(page_entries(self._loader, CartEdits()), settings=settings)
        self._windows.append(self.window)
        self.window.resize(1280, 720)
        self.window.show()
        self.window.attach(self.use_cases)

    def close(self) -> None:
        for window in self._windows:
            self.desk.run(window.close_tasks())
            window.close()
            self.desk.dispose(window)

    def page(self, key: str) -> Any:
        return self.window.stack.page(key)

    @property
    def compare(self) -> ComparePage:
        return cast(ComparePage, self.page("compare"))

    def ids(self, count: int) -> list[OfferId]:
        found = {str(each.offer_id): None for each in buyables(self.sandbox, limit=60)}
        return [OfferId(each) for each in found][:count]

    def pick(self, count: int) -> list[OfferId]:
        ids = self.ids(count)
        self.compare.toggle(tuple(Pick(each) for each in ids))
        return ids

    def look(self) -> None:
        self.window.go_to_page("compare")
        self.settle()

    def settle(self) -> None:
        self.desk.spin_until(lambda: not self.compare.presenter.tasks.busy)

    def face(self) -> int:
        return self.compare._faces.currentIndex()

    def said(self) -> list[str]:
        return [notice.sentence for notice in self.window.notice_bar.notices]

    def act_on_notice(self, cause: str) -> None:
        entries = self.window.notice_bar._entries
        self.window.notice_bar._act(next(each for each in entries if each.notice.cause == cause))

    def search(self) -> SearchPage:
        page = cast(SearchPage, self.page("search"))
        self.window.take_text("bag")
        self.desk.spin_until(
            lambda: page.presenter.offers.rowCount() > MAX_COMPARED and not page.presenter.is_refreshing
        )
        return page


@pytest.fixture
def buyer(desk: Desk, loader: PictureLoader, sandbox: RunningSandbox, tmp_path: Path) -> Iterator[Buyer]:
    made = Buyer(desk, loader, sandbox, tmp_path)
    yield made
    made.close()


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def test_first_use_says_how_to_begin(buyer: Buyer) -> None:
    buyer.look()
    assert buyer.face() == FIRST_USE
    assert "Press C" in buyer.compare.state.accessibleName()
    buyer.compare.state.action_button.click()
    assert buyer.window.stack.current_key() == "search"


@pytest.mark.parametrize("as_table", [False, True], ids=["cards", "table"])
def test_c_puts_the_chosen_offers_side_by_side_and_takes_them_out_again(buyer: Buyer, as_table: bool) -> None:
    results = buyer.search().results
    results.show_as_table(as_table)
    view = results.list_view
    view.setCurrentIndex(view.model().index(2, 0))
    press(view, Qt.Key.Key_C)
    picked = results.chosen()[0]
    assert buyer.compare.presenter.ids == {picked.offer_id}
    assert buyer.compare.presenter.columns[0].pick == Pick.of(picked)
    assert buyer.compare.count() == 1
    assert results.grid._compared == results.table.records.context.compared == {picked.offer_id}
    press(view, Qt.Key.Key_C)
    assert not buyer.compare.presenter.ids


def test_the_button_on_a_card_does_the_same_and_the_card_keeps_its_sign(buyer: Buyer) -> None:
    grid = buyer.search().results.grid
    place = compare_rect(grid.place_of(0).toRectF())
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert len(buyer.compare.presenter.ids) == 1
    assert grid._touched(range(3))[0].compared


def test_a_photo_page_made_later_knows_what_is_compared(buyer: Buyer) -> None:
    ids = buyer.pick(2)
    assert buyer.page("photo").results.grid._compared == set(ids)


def test_the_product_page_puts_its_offer_beside_others(buyer: Buyer) -> None:
    page = cast(ProductPage, buyer.page("offer"))
    buyer.window.open_offer(str(buyer.ids(1)[0]))
    view = page.current
    assert view is not None
    buyer.desk.spin_until(lambda: page.presenter.offers[0].offer is not None)
    view.head.compare.click()
    assert view.head.compare.isChecked() and buyer.compare.count() == 1
    view.head.compare.click()
    assert not view.head.compare.isChecked() and buyer.compare.count() == 0


def test_there_is_room_for_six_and_a_seventh_is_refused_in_words(buyer: Buyer) -> None:
    buyer.pick(MAX_COMPARED + 1)
    assert buyer.compare.count() == MAX_COMPARED
    assert buyer.said() == ["Up to 6 offers can be compared. Take one out first."]


def test_each_offer_is_asked_for_once_it_is_looked_at_two_at_a_time(buyer: Buyer) -> None:
    ids = buyer.pick(5)
    buyer.desk.spin()
    assert buyer.asked.calls == []
    buyer.look()
    buyer.desk.spin_until(lambda: not buyer.compare.presenter.is_asking)
    assert sorted(buyer.asked.calls) == sorted(ids)
    assert buyer.asked.most == 2
    buyer.window.show_page("search")
    buyer.look()
    assert len(buyer.asked.calls) == 5  # minutes old


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("1,5", 1),
        ("1.5", 1),
        ("1.000", 1),
        ("-7", 1),
        ("3k", 1),
        ("12.5", 1),
        ("12", 12),
        ("1,200", 1200),
        ("1.200,00", 1200),
        ("", 1),
    ],
)
def test_a_quantity_to_compare_at_is_the_one_typed_or_refused_beside_its_field(
    buyer: Buyer, typed: str, taken: int
) -> None:
    buyer.pick(2)
    buyer.look()
    field = buyer.compare.quantity
    field.set_value(1)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert buyer.compare.presenter.quantity == field.value() == taken
    is_read = typed in ("", "12", "1,200", "1.200,00")
    assert buyer.compare.doubt.isVisible() != is_read and bool(field.property("invalid")) != is_read


def test_the_prices_are_those_at_the_quantity_typed(buyer: Buyer) -> None:
    buyer.pick(3)
    buyer.look()
    compare = buyer.compare
    compare.quantity.set_value(7)
    for at, column in enumerate(compare.presenter.columns):
        assert column.offer is not None
        specs = [sku.spec_id for sku in column.offer.skus if sku.stock] or [NO_SPEC]
        prices = [column.offer.unit_price_for(each, 7) for each in specs]
        lowest = min(each for each in prices if each is not None)
        assert compare.table.cell("price", at).value.text().startswith(f"CN¥{lowest.as_text()}")
    assert compare.table._names[0].text() == "Price at 7 pcs"


def test_the_comparison_is_copied_as_it_stands_with_prices_as_numbers(buyer: Buyer) -> None:
    ids = buyer.pick(2)
    buyer.look()
    QTest.keyClick(buyer.compare.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard().mimeData()
    rows = {name: cells for name, *cells in (line.split("\t") for line in clipboard.text().split("\n"))}
    assert rows["Offer id"] == [f"'{each}" for each in ids]
    assert all(each.replace(".", "").replace(" – ", "").isdigit() for each in rows["Price at 100 pcs"])
    assert rows["In stock"] == [str(each.offer.stock) for each in buyer.compare.presenter.columns if each.offer]
    assert "<table>" in clipboard.html() and "2 offers copied." in buyer.said()


def test_grey_shapes_stand_where_facts_are_on_their_way(buyer: Buyer) -> None:
    buyer.pick(2)
    buyer.asked.gate = asyncio.Event()
    buyer.window.go_to_page("compare")
    buyer.desk.spin_until(lambda: buyer.asked.calls)
    assert buyer.face() == TABLE
    assert not buyer.compare.table.cell("stock", 0)._coming.isHidden()
    buyer.asked.gate.set()
    buyer.settle()
    assert buyer.compare.table.cell("stock", 0)._coming.isHidden()


def test_one_taken_out_comes_back_where_it_was(buyer: Buyer) -> None:
    ids = buyer.pick(3)
    buyer.look()
    buyer.compare.table.heads[1].remove.click()
    assert [each.pick.offer_id for each in buyer.compare.presenter.columns] == [ids[0], ids[2]]
    buyer.act_on_notice("not compared")
    assert [each.pick.offer_id for each in buyer.compare.presenter.columns] == ids


def test_clearing_can_be_undone(buyer: Buyer) -> None:
    ids = buyer.pick(3)
    buyer.look()
    buyer.compare.clear.click()
    assert buyer.face() == FIRST_USE and not buyer.compare.presenter.ids
    assert "3 offers are not compared any more." in buyer.said()
    buyer.act_on_notice("not compared")
    assert buyer.face() == TABLE and buyer.compare.presenter.ids == set(ids)


def test_the_choice_and_the_quantity_outlive_the_window(buyer: Buyer) -> None:
    ids = buyer.pick(3)
    buyer.look()
    buyer.compare.quantity.set_value(250)
    buyer.window.save_state()
    buyer.open_window()
    buyer.look()
    assert [each.pick.offer_id for each in buyer.compare.presenter.columns] == ids
    assert buyer.compare.presenter.quantity == 250


def test_another_accounts_choice_is_its_own_and_waits_until_it_is_back(buyer: Buyer) -> None:
    ids = buyer.pick(3)
    other = replace(buyer.use_cases, account=replace(buyer.use_cases.account, app_key="7654321"))
    buyer.window.detach()
    buyer.window.attach(other)
    assert buyer.compare.count() == 0
    buyer.window.detach()
    buyer.window.attach(buyer.use_cases)
    assert buyer.compare.presenter.ids == set(ids)


def test_without_an_answer_what_is_known_stays_and_says_how_old_it_is(buyer: Buyer) -> None:
    buyer.pick(2)
    buyer.look()
    price = buyer.compare.table.cell("price", 0).value.text()
    buyer.asked.error = Unreachable("offline")
    buyer.window.refresh()
    buyer.settle()
    assert buyer.face() == TABLE and buyer.compare.table.cell("price", 0).value.text() == price
    assert "No connection" in buyer.compare.age.text()
    buyer.asked.error = None
    buyer.compare.age.acted.emit()
    buyer.settle()
    assert buyer.compare.age.text() == ""


def test_with_nothing_known_and_no_answer_the_page_says_why_and_tries_again(buyer: Buyer) -> None:
    buyer.pick(3)
    buyer.asked.error = Unreachable("timeout")
    buyer.look()
    assert buyer.face() == FIRST_USE
    assert "1688 took too long to answer." in buyer.compare.state.accessibleName()
    buyer.asked.error = None
    buyer.compare.state.action_button.click()
    buyer.settle()
    assert buyer.face() == TABLE and buyer.compare.presenter.trouble is None


def test_an_offer_that_is_gone_says_so_in_its_own_column(buyer: Buyer) -> None:
    buyer.pick(2)
    buyer.asked.error = OfferGone("gone", "商品已下架")
    buyer.look()
    assert buyer.face() == TABLE
    assert buyer.compare.table.heads[0].state.text() == "Not for sale any more."


def test_open_goes_to_the_product_and_escape_comes_back_to_where_one_was(buyer: Buyer) -> None:
    ids = buyer.pick(2)
    buyer.search()
    buyer.look()
    buyer.compare.table.heads[1].open.click()
    assert buyer.window.stack.current_key() == "offer"
    assert buyer.page("offer").place() == ids[1]
    buyer.window.go_back()
    assert buyer.window.stack.current_key() == "compare"
    press(buyer.compare.quantity, Qt.Key.Key_Escape)
    assert buyer.window.stack.current_key() == "search"


def test_the_keyboard_stays_in_the_row_of_acts_when_a_column_goes(buyer: Buyer) -> None:
    buyer.pick(3)
    buyer.look()
    buyer.compare.table.heads[2].remove.setFocus()
    buyer.compare.table.heads[2].remove.click()
    focused = buyer.window.focusWidget()
    assert focused is buyer.compare.table.heads[1].remove
    scroll = buyer.compare._scroll.verticalScrollBar()
    buyer.desk.spin_until(lambda: scroll.maximum() > 0)
    press(buyer.compare.table.heads[0].open, Qt.Key.Key_PageDown)
    assert scroll.value() > 0
