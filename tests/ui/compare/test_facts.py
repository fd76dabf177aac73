"""What a row says, and which of several it calls the best."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import Offer, PriceTier, QuoteType
from sourcing_app.domain.pick import Pick
from sourcing_app.errors import OfferGone
from sourcing_app.ui.compare.facts import FACTS, MISSING, Fact, obstacle, price_text
from sourcing_app.ui.compare.kept_picks import MAX_COMPARED, read_picks, written
from sourcing_app.ui.compare.presenter import Compared
from tests.domain.samples import offer
from tests.ui.offer.offers import matrix, variant

BY_KEY = {fact.key: fact for fact in FACTS}


def tiered(*prices: tuple[int, str], **members: Any) -> Offer:
    """By quantity alone, no variants."""
    tiers = tuple(PriceTier(at, Money.from_yuan(price)) for at, price in prices)
    given: dict[str, Any] = {"tiers": tiers, "quote_type": QuoteType.BY_RANGE, "skus": (), "mix_rule": None}
    return offer(**given | {"stock": 100_000, "min_quantity": 1, "lot_size": 1} | members)


def shown(found: Offer | None, **facts: Any) -> Compared:
    return Compared(Pick(OfferId("1"), **facts), found)


@pytest.mark.parametrize(("quantity", "text"), [(1, "CN¥12.50"), (49, "CN¥12.50"), (50, "CN¥11.80"), (500, "CN¥10.90")])
def test_the_price_is_that_of_the_tier_reached(quantity: int, text: str) -> None:
    assert price_text(shown(tiered((1, "12.50"), (50, "11.80"), (500, "10.90"))), quantity) == text


def test_variants_with_prices_of_their_own_are_a_range_of_those_in_stock() -> None:
    skus = (
        variant("黑色", "S", price="9.00"),
        variant("黑色", "M", price="12.00"),
        variant("黑色", "L", price="1.00", stock=0),
    )
    assert price_text(shown(matrix(quote_type=QuoteType.BY_SKU, skus=skus)), 100) == "CN¥9.00 – CN¥12.00"


def test_the_lowest_price_is_best_and_changes_with_the_quantity() -> None:
    columns = (shown(tiered((1, "9.00"))), shown(tiered((1, "10.00"), (100, "8.00"))))
    assert BY_KEY["price"].best_of(columns, 99) == {0}
    assert BY_KEY["price"].best_of(columns, 100) == {1}


@pytest.mark.parametrize(
    ("members", "quantity"),
    [({"min_quantity": 200}, 100), ({"lot_size": 12}, 100), ({"stock": 40}, 100)],
)
def test_a_price_that_cannot_be_had_at_this_quantity_is_never_the_best(members: dict[str, int], quantity: int) -> None:
    cheap = tiered((1, "1.00"), **members)
    columns = (shown(cheap), shown(tiered((1, "3.00"))), shown(tiered((1, "2.00"))))
    assert obstacle(cheap, quantity) is not None
    assert BY_KEY["price"].best_of(columns, quantity) == {2}


def test_what_is_gone_wins_nothing() -> None:
    gone = Compared(Pick(OfferId("1")), tiered((1, "1.00")), error=OfferGone("gone", "下架"))
    columns = (gone, shown(tiered((1, "3.00"))), shown(tiered((1, "2.00"))))
    assert BY_KEY["price"].best_of(columns, 1) == {2}


@pytest.mark.parametrize(("key", "best"), [("sold", {1}), ("repurchase", {0})])
def test_what_only_a_card_tells_is_compared_as_it_was_picked(key: str, best: set[int]) -> None:
    columns = (
        shown(None, sold_30_days=5, repurchase_rate=Decimal("0.4")),
        shown(None, sold_30_days=9, repurchase_rate=Decimal("0.1")),
        shown(None),
    )
    assert BY_KEY[key].best_of(columns, 1) == best
    assert BY_KEY[key].text(columns[2], 1) == MISSING


def test_nothing_is_best_where_all_are_alike_or_one_alone_is_known() -> None:
    alike = (shown(tiered((1, "2.00"))), shown(tiered((1, "2.00"))))
    assert BY_KEY["price"].best_of(alike, 1) == frozenset()
    assert BY_KEY["price"].best_of((alike[0], shown(None)), 1) == frozenset()


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.key)
def test_every_row_has_a_name_and_says_missing_with_a_dash(fact: Fact) -> None:
    assert fact.heading(100)
    assert fact.text(shown(None), 100) == MISSING


def test_picks_come_back_as_they_were_written() -> None:
    picks = (Pick(OfferId("600000000001"), 12, Decimal("0.22")), Pick(OfferId("600000000002")))
    assert read_picks(written({"a": picks, "b": ()})) == {"a": picks, "b": ()}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"a": 3}', '{"a": [1, null, {"id": "x"}, {"id": ["1"]}, {}]}'],
)
def test_what_is_not_a_list_of_picks_is_nothing(text: str) -> None:
    assert not any(read_picks(text).values())


def test_strange_facts_of_a_pick_are_left_out_and_no_more_are_read_than_have_room() -> None:
    rows = ", ".join(f'{{"id": "{at}", "sold": true, "repurchase": "NaN"}}' for at in range(9))
    read = read_picks(f'{{"a": [{rows}]}}')["a"]
    assert read == tuple(Pick(OfferId(str(at))) for at in range(MAX_COMPARED))
