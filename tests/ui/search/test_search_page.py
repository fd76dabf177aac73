"""The Search tab, through its own widgets."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import OfferPage, SearchQuery, SortKey
from sourcing_app.errors import Unreachable
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.requests import OpenOffer
from sourcing_app.ui.results.results_presenter import Face
from sourcing_app.ui.search.view import SearchPage
from tests.support.desk import Desk
from tests.support.requests import requests_of
from tests.ui.results.builders import page
from tests.ui.search.market import Market

SHORT = page(50, 54, has_more=False)
NOTHING = OfferPage((), 0, 1, 20, False)


def plenty(query: SearchQuery, number: int) -> OfferPage:
    return page((number - 1) * 20, number * 20, number=number)


class LateFirst(Market):
    """Its gate holds back the first page only."""

    async def __call__(self, query: SearchQuery, page: int = 1) -> OfferPage:
        if page == 1:
            return await super().__call__(query, page)
        self.asked.append((query, page))
        found = self.answer(query, page)
        assert isinstance(found, OfferPage)
        return found


class Tab:
    """A page at a market."""

    def __init__(self, desk: Desk, page: SearchPage) -> None:
        self.desk, self.page, self.presenter = desk, page, page.presenter

    def at(self, market: Market) -> Market:
        self.page.attach(market.use_cases())
        self.desk.spin()
        return market

    def search(self, words: str) -> None:
        self.page.search_words(words)
        self.settle()

    def settle(self) -> None:
        self.desk.spin_until(lambda: not self.presenter.tasks.busy)


@pytest.fixture
def tab(desk: Desk, loader: PictureLoader) -> Iterator[Tab]:
    made = SearchPage(loader)
    made.resize(1280, 700)
    made.show()
    yield Tab(desk, made)
    desk.run(made.presenter.tasks.close())
    made.deleteLater()


def test_before_the_first_search_it_says_what_can_be_done(tab: Tab) -> None:
    assert tab.presenter.face is Face.FIRST_USE
    assert tab.page.first_use.isVisible()


def test_while_the_first_page_is_on_its_way_cards_are_drawn_empty(tab: Tab) -> None:
    market = tab.at(Market(plenty, gate=asyncio.Event()))
    tab.page.search_words("bag")
    tab.desk.spin()
    assert tab.page.results.face() == "loading"
    assert market.gate is not None
    market.gate.set()
    tab.settle()
    assert tab.page.results.face() == "list"


def test_a_second_page_that_is_there_before_the_first_is_not_asked_for_again(tab: Tab) -> None:
    gate = asyncio.Event()
    market = tab.at(LateFirst(lambda _, number: page((number - 1) * 50, number * 50, number=number), gate=gate))
    tab.page.resize(2400, 2400)
    tab.desk.spin()
    tab.page.search_words("bag")
    assert tab.presenter.tasks.is_running("more")
    tab.desk.spin_until(lambda: not tab.presenter.tasks.is_running("more"))
    gate.set()
    tab.settle()
    assert [number for _, number in market.asked].count(2) == 1
    assert tab.presenter.offers.rowCount() >= 100


def test_results_say_how_many_there_are(tab: Tab) -> None:
    tab.at(Market(plenty))
    tab.search("bag")
    assert "100 results" in tab.page.bar.summary.text()


def test_a_late_answer_of_an_older_search_is_dropped(tab: Tab) -> None:
    gate = asyncio.Event()
    market = tab.at(Market(lambda query, _: page(0, 3) if query.keyword == "old" else SHORT, gate=gate))
    tab.page.search_words("old")
    tab.desk.spin()
    tab.page.search_words("new")
    tab.desk.spin()
    gate.set()
    tab.settle()
    assert tab.presenter.offers.rowCount() == 4
    assert [query.keyword for query, _ in market.asked] == ["old", "new"]


def test_results_seen_before_appear_at_once_with_their_age(tab: Tab) -> None:
    gate = asyncio.Event()
    kept = Aged(page(0, 5), datetime.now(UTC) - timedelta(hours=2))
    tab.at(Market(lambda *_: page(0, 20, has_more=False), kept=kept, gate=gate))
    tab.page.search_words("bag")
    tab.desk.spin_until(lambda: tab.page.results.face() == "list")
    assert "2 h" in tab.page.age.text()
    gate.set()
    tab.settle()
    assert tab.page.age.text() == ""
    assert tab.presenter.offers.rowCount() == 20


def test_old_results_stay_when_the_connection_fails(tab: Tab) -> None:
    kept = Aged(page(0, 5), datetime.now(UTC) - timedelta(minutes=3))
    tab.at(Market(lambda *_: Unreachable("offline"), kept=kept))
    said: list[object] = []
    tab.page.noticed.connect(said.append)
    tab.search("bag")
    assert tab.page.results.face() == "list"
    assert "No connection" in tab.page.age.text()
    assert not said  # once is enough


def test_a_failed_search_says_why_and_can_be_tried_again(tab: Tab) -> None:
    market = tab.at(Market(lambda *_: Unreachable("timeout")))
    tab.search("bag")
    assert tab.page.results.face() == "state"
    market.answer = plenty
    tab.page.results.state.action_button.click()
    tab.settle()
    assert tab.page.results.face() == "list"


def test_nothing_found_offers_to_take_the_filters_off(tab: Tab) -> None:
    market = tab.at(Market(lambda query, _: NOTHING if query.filters else page(0, 5)))
    tab.search("bag")
    tab.page.panel.box("shipInToday").click()
    tab.settle()
    assert tab.page.results.face() == "state"
    tab.page.results.state.action_button.click()
    tab.settle()
    assert market.asked[-1][0].filters == ()
    assert tab.page.results.face() == "list"


def test_values_of_one_group_exclude_each_other_and_show_as_chips(tab: Tab) -> None:
    market = tab.at(Market(plenty))
    tab.search("bag")
    for key in ("shipInToday", "a1", "a2"):
        tab.page.panel.box(key).click()
        tab.settle()
    assert market.asked[-1][0].filters == ("a2", "shipInToday")
    assert tab.page.bar.chip_texts() == ("Score: 4 Stars", "Ship Today")


def test_reversed_prices_are_said_beside_the_field_and_not_sent(tab: Tab) -> None:
    market = tab.at(Market(lambda *_: SHORT))
    tab.search("bag")
    asked = len(market.asked)
    prices = tab.page.panel.price
    prices.low.setText("30")
    prices.high.setText("10")
    prices.high.editingFinished.emit()
    tab.desk.spin()
    assert "above" in prices.error.text()
    assert len(market.asked) == asked


def test_a_wrong_price_leaves_with_the_range_it_was_wrong_for(tab: Tab) -> None:
    tab.at(Market(lambda *_: SHORT))
    tab.search("bag")
    prices = tab.page.panel.price
    prices.low.setText("30")
    prices.low.editingFinished.emit()
    tab.settle()
    prices.high.setText("10")
    prices.high.editingFinished.emit()
    assert prices.error.isVisible()
    tab.page.bar.all_removed.emit()
    tab.settle()
    assert (prices.low.text(), prices.high.text()) == ("", "") and not prices.error.isVisible()


def test_a_price_range_is_sent(tab: Tab) -> None:
    market = tab.at(Market(plenty))
    tab.search("bag")
    tab.page.panel.price.low.setText("¥1,234.50")
    tab.page.panel.price.low.editingFinished.emit()
    tab.settle()
    assert market.asked[-1][0].price_from == Money.from_yuan("1234.50")


def test_the_order_is_the_platforms(tab: Tab) -> None:
    market = tab.at(Market(plenty))
    tab.search("bag")
    tab.page.bar.sort_chosen.emit(2)
    tab.settle()
    assert (market.asked[-1][0].sort, market.asked[-1][0].descending) == (SortKey.PRICE, True)


def test_the_end_of_the_list_brings_the_next_page(tab: Tab) -> None:
    market = tab.at(Market(plenty))
    tab.search("bag")
    tab.page.results.more_wanted.emit()
    tab.settle()
    assert [number for _, number in market.asked][:2] == [1, 2]
    assert tab.presenter.offers.rowCount() >= 40


def test_enter_opens_and_ctrl_enter_opens_behind(tab: Tab) -> None:
    tab.at(Market(plenty))
    tab.search("bag")
    opened = requests_of(tab.page, OpenOffer)
    grid = tab.page.results.grid
    grid.setCurrentIndex(tab.presenter.offers.index(3, 0))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClick(grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(each.offer_id, each.behind) for each in opened] == [("600000000003", False), ("600000000003", True)]


def test_grid_and_table_share_what_is_chosen(tab: Tab) -> None:
    tab.at(Market(plenty))
    tab.search("bag")
    results = tab.page.results
    results.grid.setCurrentIndex(tab.presenter.offers.index(4, 0))
    results.show_as_table(True)
    rows = {index.row() for index in results.table.selectionModel().selectedRows()}
    assert rows == {4}
    assert results.chosen()[0].offer_id == "600000000004"


def test_space_previews_and_escape_goes_back(tab: Tab) -> None:
    tab.at(Market(plenty))
    tab.search("bag")
    grid = tab.page.results.grid
    grid.setCurrentIndex(tab.presenter.offers.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    preview = tab.page.results._preview
    assert preview is not None
    assert preview.isVisible()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_copied_rows_are_cells(tab: Tab) -> None:
    tab.at(Market(plenty))
    tab.search("bag")
    tab.page.results.grid.setCurrentIndex(tab.presenter.offers.index(2, 0))
    QTest.keyClick(tab.page.results.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Canvas bag 2\t2.50" in QApplication.clipboard().text()


def test_alt_shows_chinese_titles_while_it_is_held(tab: Tab) -> None:
    tab.at(Market(plenty))
    tab.search("bag")
    grid = tab.page.results.grid
    QTest.keyPress(grid, Qt.Key.Key_Alt)
    assert tab.presenter.offers.chinese
    QTest.keyRelease(grid, Qt.Key.Key_Alt)
    assert not tab.presenter.offers.chinese


def test_a_search_is_saved_with_its_filters(tab: Tab) -> None:
    market = tab.at(Market(plenty))
    tab.search("bag")
    tab.page.panel.box("shipInToday").click()
    tab.settle()
    tab.page.save_search()
    tab.settle()
    assert market.saved_searches[0].name == "bag · Ship Today"
    assert market.saved_searches[0].query.filters == ("shipInToday",)


def test_without_an_account_the_last_results_stay_readable(tab: Tab) -> None:
    query = SearchQuery("bag")
    tab.page.show_snapshot(query, Aged(page(0, 5), datetime.now(UTC) - timedelta(days=1)))
    assert tab.page.results.face() == "list"
    assert "1 d" in tab.page.age.text()


def test_the_panel_folds_away_in_a_narrow_window(tab: Tab) -> None:
    tab.at(Market(plenty))
    tab.search("bag")
    assert tab.page.panel.isVisible()
    tab.page.resize(1024, 640)
    QApplication.sendPostedEvents()
    assert not tab.page.panel.isVisible()
    tab.page.bar.filters.click()
    assert tab.page.panel.isVisible()


def test_a_window_with_room_for_more_than_a_page_asks_for_two_at_once(tab: Tab) -> None:
    tab.page.resize(3000, 2600)
    tab.desk.spin()
    market = tab.at(Market(plenty))
    market.gate = asyncio.Event()
    tab.page.search_words("bag")
    tab.desk.spin_until(lambda: len(market.asked) == 2)
    assert [number for _, number in market.asked] == [1, 2]
    market.gate.set()
    tab.settle()
    assert tab.presenter.offers.rowCount() >= 40 and tab.presenter.page >= 2


def test_the_keyboard_waits_for_results_that_are_on_their_way(tab: Tab) -> None:
    market = tab.at(Market(plenty, gate=asyncio.Event()))
    tab.page.search_words("bag")
    tab.desk.spin()
    tab.page.focus_first()
    assert market.gate is not None
    market.gate.set()
    tab.settle()
    assert tab.page.results.list_view.hasFocus()


def scrolled_down(tab: Tab) -> None:
    bar = tab.page.results.list_view.verticalScrollBar()
    tab.desk.spin_until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert tab.page.results.scroll_position() > 0


def test_sorting_and_clearing_go_to_the_top(tab: Tab) -> None:
    tab.at(Market(plenty))
    tab.search("bag")
    scrolled_down(tab)
    tab.page.bar.sort_chosen.emit(1)
    tab.settle()
    assert tab.page.results.scroll_position() == 0
    tab.page.panel.price.low.setText("1")
    tab.page.panel.price.low.editingFinished.emit()
    tab.settle()
    scrolled_down(tab)
    tab.page.bar.all_removed.emit()
    tab.settle()
    assert tab.page.results.scroll_position() == 0
    tab.page.results.show_as_table(True)
    tab.desk.spin()
    scrolled_down(tab)
    tab.page.results.table.horizontalHeader().sectionClicked.emit(1)
    assert tab.page.results.scroll_position() == 0


def test_an_order_made_here_does_not_stick_to_the_next_search(tab: Tab) -> None:
    tab.at(Market(plenty))
    tab.search("bag")
    tab.page.results.show_as_table(True)
    tab.page.results.table.horizontalHeader().sectionClicked.emit(1)
    assert tab.presenter.offers.sorting is not None and tab.page.bar.sort.currentText().startswith("Sorted here")
    tab.search("cup")
    assert tab.presenter.offers.sorting is None
    assert tab.page.bar.sort.currentText() == "Best match"
    first = plenty(tab.presenter.query, 1).offers
    assert list(tab.presenter.offers.offers[: len(first)]) == list(first)
