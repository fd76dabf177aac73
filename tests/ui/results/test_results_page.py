"""A page of results in as few lines as it takes: where its offers come from, and what it says when there are none."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel

from sourcing_app.domain.offer import OfferPage, SortKey
from sourcing_app.errors import NotPermitted, Refused, SignInNeeded, Unreachable
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.requests import OpenSettings
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.results.results_page import ResultsPage
from sourcing_app.ui.results.results_presenter import Face, ResultsPresenter
from sourcing_app.ui.results.results_view import ResultsView
from sourcing_app.ui.results.sorting import SORTS
from sourcing_app.ui.tables.column import Sorting
from tests.support.desk import Desk
from tests.support.requests import requests_of
from tests.ui.results.builders import page
from tests.ui.search.market import Market

NOTHING = OfferPage((), 0, 1, 20, has_more=False)


class SuppliersPresenter(ResultsPresenter):
    """The offers of one supplier."""

    def open(self) -> None:
        self._begin_anew()
        self.offers.clear()
        self.refresh()

    def _ask(self, use_cases: UseCases, page: int) -> Coroutine[Any, Any, OfferPage]:
        return use_cases.search_offers(self.query, page)


class SuppliersPage(ResultsPage):
    key = "supplier"
    presenter: SuppliersPresenter

    def __init__(self, loader: PictureLoader) -> None:
        super().__init__(SuppliersPresenter(), loader)
        self._lay_out(QLabel("No supplier chosen"), QLabel("About the supplier"))
        self.left_for: list[str] = []
        self._show()

    def _show_empty(self) -> None:
        self.results.state.show_state("store", "Nothing on sale", "This supplier lists nothing.", action="Back")

    def _leave_empty(self) -> None:
        self.left_for.append("back")


@pytest.fixture
def suppliers(desk: Desk, loader: PictureLoader) -> Iterator[SuppliersPage]:
    made = SuppliersPage(loader)
    made.resize(1280, 700)
    made.show()
    yield made
    desk.run(made.presenter.tasks.close())
    made.deleteLater()


def at(market: Market, suppliers: SuppliersPage, desk: Desk) -> Market:
    suppliers.attach(market.use_cases())
    suppliers.presenter.open()
    settle(suppliers, desk)
    return market


def settle(suppliers: SuppliersPage, desk: Desk) -> None:
    desk.spin_until(lambda: not suppliers.presenter.tasks.busy)


def plenty(_: object, number: int) -> OfferPage:
    return page((number - 1) * 20, number * 20, number=number)


def test_its_results_are_counted_and_come_page_by_page(suppliers: SuppliersPage, desk: Desk) -> None:
    market = at(Market(plenty), suppliers, desk)
    suppliers.results.more_wanted.emit()
    settle(suppliers, desk)
    numbers = [number for _, number in market.asked]
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) >= 2
    assert suppliers.presenter.offers.rowCount() == 20 * len(numbers)
    assert "100 results" in suppliers.bar.summary.text()


def test_a_refused_search_shows_the_platforms_reason(suppliers: SuppliersPage, desk: Desk) -> None:
    at(Market(lambda *_: Refused("param", "关键词不合法", is_read=True)), suppliers, desk)
    assert "1688: 关键词不合法" in [each.text() for each in suppliers.results.state.findChildren(QLabel)]


def test_nothing_found_is_in_its_own_words(suppliers: SuppliersPage, desk: Desk) -> None:
    at(Market(lambda *_: NOTHING), suppliers, desk)
    assert suppliers.results.face() == "state"
    suppliers.results.state.action_button.click()
    assert suppliers.left_for == ["back"]


def test_a_failure_is_tried_again(suppliers: SuppliersPage, desk: Desk) -> None:
    market = at(Market(lambda *_: Unreachable("timeout")), suppliers, desk)
    assert suppliers.presenter.face is Face.FAILED
    market.answer = plenty
    suppliers.results.state.action_button.click()
    settle(suppliers, desk)
    assert suppliers.results.face() == "list"


def test_a_failure_for_want_of_an_account_leads_to_it(suppliers: SuppliersPage, desk: Desk) -> None:
    market = at(Market(lambda *_: SignInNeeded("expired")), suppliers, desk)
    asked, wanted = len(market.asked), requests_of(suppliers, OpenSettings)
    suppliers.results.state.action_button.click()
    assert (len(market.asked), len(wanted)) == (asked, 1)


def test_results_that_cannot_be_renewed_stay_and_say_how_old_they_are(suppliers: SuppliersPage, desk: Desk) -> None:
    market = at(Market(plenty), suppliers, desk)
    market.answer = lambda *_: NotPermitted("offers")
    suppliers.refresh()
    settle(suppliers, desk)
    assert suppliers.results.face() == "list"
    assert suppliers.age.text().startswith("As of")


def test_an_order_made_here_is_told_and_ends_with_the_platforms(suppliers: SuppliersPage, desk: Desk) -> None:
    market = at(Market(plenty), suppliers, desk)
    suppliers.presenter.offers.sort(1, Qt.SortOrder.DescendingOrder)
    suppliers.results.sort_chosen.emit()
    assert suppliers.bar.sort.currentText().startswith("Sorted here")
    suppliers.bar.sort_chosen.emit(SORTS.index((SortKey.SALES, True)))
    settle(suppliers, desk)
    assert suppliers.presenter.offers.sorting is None
    assert market.asked[-1][0].sort is SortKey.SALES


def test_its_commands_are_those_of_every_page_of_results(suppliers: SuppliersPage, desk: Desk) -> None:
    at(Market(plenty), suppliers, desk)
    acts = {action.key: action for action in suppliers.results_actions()}
    acts["supplier.table"].run()
    acts["supplier.chinese"].run()
    assert suppliers.results.as_table
    assert suppliers.presenter.offers.chinese


def test_columns_and_sort_are_kept_while_cards_are_shown(
    suppliers: SuppliersPage, desk: Desk, loader: PictureLoader, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    at(Market(plenty), suppliers, desk)
    results = suppliers.results
    results.table.show_column("sold", False)
    suppliers.presenter.offers.order_by(Sorting("price", True))
    suppliers.save_state(settings)
    for _ in range(2):  # the second start never showed the table
        other = ResultsView(OfferListModel(), loader)
        other.restore_state(settings, suppliers.key)
        assert not other.as_table and other._model.sorting == Sorting("price", True)
        other.save_state(settings, suppliers.key)
        other.deleteLater()
    other = ResultsView(OfferListModel(), loader)
    other.restore_state(settings, suppliers.key)
    assert not other.table.is_shown("sold")
    other.deleteLater()
