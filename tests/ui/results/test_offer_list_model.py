"""The model behind grid and table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from sourcing_app.ui.results.columns import COLUMNS
from sourcing_app.ui.results.copying import as_cells
from sourcing_app.ui.results.offer_list_model import OfferListModel
from tests.ui.results.builders import offer

PRICE = 1


@pytest.fixture
def model(qapp: object) -> OfferListModel:
    made = OfferListModel()
    made.replace(offer(number) for number in range(5))
    return made


def ids(model: OfferListModel) -> list[str]:
    return [str(each.offer_id)[-2:] for each in model.offers]


def test_it_keeps_the_rules_of_qt_models(model: OfferListModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.append([offer(9)])
    model.sort(PRICE, Qt.SortOrder.DescendingOrder)


def test_the_same_offer_on_two_pages_is_one_row(model: OfferListModel) -> None:
    assert model.append([offer(4), offer(5), offer(5)]) == 1
    assert ids(model) == ["00", "01", "02", "03", "04", "05"]


def test_a_sort_here_keeps_what_is_chosen(model: OfferListModel) -> None:
    chosen = QPersistentModelIndex(model.index(1, 0))
    model.sort(PRICE, Qt.SortOrder.DescendingOrder)
    assert ids(model) == ["04", "03", "02", "01", "00"]
    assert chosen.row() == 3


def test_prices_sort_as_amounts_and_missing_ones_come_last(model: OfferListModel) -> None:
    model.append([offer(20), offer(7, unit_price=None)])
    model.sort(PRICE, Qt.SortOrder.DescendingOrder)
    assert ids(model)[0] == "20"
    assert ids(model)[-1] == "07"


def test_the_platforms_order_comes_back(model: OfferListModel) -> None:
    model.sort(PRICE, Qt.SortOrder.DescendingOrder)
    model.sort(-1)
    assert ids(model) == ["00", "01", "02", "03", "04"]


def test_more_rows_fall_into_the_sort_made_here(model: OfferListModel) -> None:
    model.sort(PRICE, Qt.SortOrder.DescendingOrder)
    model.append([offer(9)])
    assert ids(model)[0] == "09"


def test_a_refresh_keeps_the_chosen_offer_where_it_went(model: OfferListModel) -> None:
    chosen = QPersistentModelIndex(model.index(1, 0))
    model.refresh([offer(8), offer(0), offer(1)])
    assert model.offer(chosen.row()).offer_id == offer(1).offer_id


def test_titles_are_chinese_on_demand(model: OfferListModel) -> None:
    model.show_chinese(True)
    assert model.data(model.index(2, 0)) == "帆布包 2"


def test_a_row_speaks_its_facts(model: OfferListModel) -> None:
    spoken = model.data(model.index(2, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Canvas bag 2" in spoken
    assert "CN¥2.50" in spoken


def test_cells_keep_numbers_as_numbers_and_name_the_link() -> None:
    lines = as_cells([offer(3)], COLUMNS[:4]).text().split("\n")
    assert lines[1].split("\t") == [
        "Canvas bag 3",
        "3.50",
        "2",
        "1303",
        "https://detail.1688.com/offer/600000000003.html",
    ]


@pytest.mark.parametrize("title", ["=1+1", "+cmd", "-x", "@sum"])
def test_a_sellers_title_is_never_a_formula(title: str) -> None:
    mime = as_cells([offer(1, title_translated=title)], COLUMNS[:1])
    assert mime.text().split("\n")[1].startswith("'")


def test_html_of_a_title_is_text() -> None:
    assert "<b>" not in as_cells([offer(1, title_translated="<b>x</b>")], COLUMNS[:1]).html()


def test_the_tip_says_in_words_what_the_card_says_in_signs_and_markup_stays_letters(model: OfferListModel) -> None:
    one = offer(1, title="<img src=x> 帆布包", title_translated="Canvas bag", min_quantity=2, is_selected_supply=True)
    model.replace([one])
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt;" in tip and "<img" not in tip
    assert "Minimum: 2" in tip and "Repurchase: " in tip and "Selected supply" in tip
