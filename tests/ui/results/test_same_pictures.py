"""Offers of several sellers with one and the same picture stand in the list once, with what they ask for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtTest import QAbstractItemModelTester

from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.picture_print import PicturePrint
from sourcing_app.ui.results.offer_list_model import OfferListModel
from sourcing_app.ui.results.same_pictures import SameGroup, groups_of
from tests.ui.results.builders import offer

SEEN, NEARLY, OTHER = PicturePrint(7, bytes(588)), PicturePrint(6, bytes(588)), PicturePrint((1 << 128) - 1, bytes(588))
PRINTS = {"a": SEEN, "b": NEARLY, "c": OTHER}


def sold(number: int, picture: str, price: str, minimum: int, seller: str) -> OfferSummary:
    return replace(
        offer(number), picture_url=picture, unit_price=Money.from_yuan(price), min_quantity=minimum, seller=seller
    )


OFFERS = (
    sold(1, "a", "9.50", 2, "Yiwu One"),
    sold(2, "c", "3.00", 1, "Yiwu One"),
    sold(3, "b", "8.20", 50, "Putian Two"),
    sold(4, "a", "14.00", 1, "Yiwu One"),
    sold(5, "unseen", "1.00", 1, "Yiwu One"),
)


def test_near_identical_pictures_are_a_group_with_its_sellers_and_spread_of_price_and_minimum() -> None:
    (group,) = groups_of(OFFERS, PRINTS)
    assert group.offers == (OFFERS[0], OFFERS[2], OFFERS[3])
    assert group.sellers_text() == "Same picture · 2 sellers"
    assert group.spread_text() == "CN¥8.20 – CN¥14.00 · ≥1–50"


def test_where_a_seller_is_not_told_offers_are_counted() -> None:
    group = SameGroup((OFFERS[0], replace(OFFERS[2], seller="")))
    assert group.sellers_text() == "Same picture · 2 offers"


def test_a_group_stands_in_the_list_once_until_it_is_unfolded_and_loses_no_offer() -> None:
    model = OfferListModel()
    tester = QAbstractItemModelTester(model)
    model.replace(OFFERS)
    model.show_groups(groups_of(OFFERS, PRINTS))
    assert [each.offer_id for each in model.offers] == [OFFERS[at].offer_id for at in (0, 1, 4)]
    assert model.arrived == OFFERS
    assert "2 sellers" in model.spoken(OFFERS[0])
    assert model.append(OFFERS[2:]) == 0, "what is folded away has not come anew"
    model.fold(False)
    assert tuple(model.offers) == OFFERS
    model.fold(True)
    model.replace(OFFERS[:2])
    assert tuple(model.offers) == OFFERS[:2], "groups are of the results they were seen in"
    del tester
