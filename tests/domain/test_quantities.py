"""The rules of quantities at n-1, n and n+1, for all kinds of quotes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_app.domain.cart import (
    MAX_LINES_PER_ORDER,
    MAX_QUANTITY,
    Cart,
    Problem,
    check_offer,
    nearest_quantities,
    price_lines,
    price_offer,
    recheck_line,
    split_by_supplier,
)
from sourcing_app.domain.ids import NO_SPEC, OfferId, SpecId, SupplierId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import PriceTier, QuoteType, Supplier, following_tier, reached_tier
from tests.domain.samples import BLUE, NOW, RED, group, lines, mixed, offer, plain, sku, yuan


def kinds(problems: tuple[object, ...]) -> list[Problem]:
    return [problem.kind for problem in problems]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("quantity", "price"),
    [(1, "10"), (2, "10"), (3, "10"), (49, "10"), (50, "9"), (51, "9"), (499, "9"), (500, "8.5"), (501, "8.5")],
)
def test_a_tier_begins_exactly_at_its_quantity(quantity: int, price: str) -> None:
    tier = reached_tier(offer().tiers, quantity)
    assert tier is not None and tier.unit_price == yuan(price)


@pytest.mark.parametrize(
    ("quantity", "missing"), [(1, 1), (2, 48), (49, 1), (50, 450), (499, 1), (500, None), (501, None)]
)
def test_the_next_tier_is_told_with_what_is_missing(quantity: int, missing: int | None) -> None:
    told = price_offer(offer(), {RED: quantity})
    assert told.to_next_tier == missing and (told.next_tier is None) == (missing is None)


def test_tiers_count_all_skus_of_an_offer_together() -> None:
    told = price_offer(offer(), {RED: 25, BLUE: 25})
    assert told.quantity == 50 and told.goods == yuan("450")
    assert [line.unit_price for line in price_lines(lines(offer(), red=25, blue=25))] == [yuan("9"), yuan("9")]


def test_an_offer_quoted_by_sku_ignores_the_quantity() -> None:
    by_sku = offer(quote_type=QuoteType.BY_SKU, skus=(sku(RED, "12"), sku(BLUE, "13.5")), tiers=())
    assert price_offer(by_sku, {RED: 1000, BLUE: 2}).goods == yuan("12027")
    assert group(*lines(by_sku, red=1000, blue=2)).goods == yuan("12027")


def test_an_offer_quoted_by_range_with_skus_goes_by_the_quantity() -> None:
    both = offer(quote_type=QuoteType.BY_RANGE_WITH_SKUS, skus=(sku(RED, "99"), sku(BLUE, "99")))
    assert price_offer(both, {RED: 50}).goods == yuan("450") == group(*lines(both, red=50)).goods


def test_an_offer_without_skus_is_priced_by_its_tiers() -> None:
    assert price_offer(plain(), {NO_SPEC: 50}).goods == yuan("450") == group(*lines(plain(), none=50)).goods


def test_a_channel_price_beats_both() -> None:
    special = offer(channel_prices={sku(RED).sku_id: yuan("1.23")})
    assert price_offer(special, {RED: 100}).goods == yuan("123") == group(*lines(special, red=100)).goods


def test_an_unknown_price_makes_no_sum() -> None:
    unknown = offer(tiers=())
    assert price_offer(unknown, {RED: 5}).goods is None
    assert kinds(group(*lines(unknown, red=5)).problems) == [Problem.PRICE_UNKNOWN]


@pytest.mark.parametrize(("red", "blue", "missing"), [(1, 0, 1), (2, 0, None), (3, 0, None), (1, 1, None), (0, 1, 1)])
def test_the_minimum_counts_over_all_skus(red: int, blue: int, missing: int | None) -> None:
    problems = check_offer(offer(), {RED: red, BLUE: blue})
    assert [problem.missing for problem in problems] == ([missing] if missing else [])
    assert kinds(group(*lines(offer(), red=red, blue=blue)).problems) == kinds(problems)


@pytest.mark.parametrize(
    ("count", "nearest"), [(5, (6,)), (6, ()), (7, (6, 12)), (11, (6, 12)), (12, ()), (13, (12, 18))]
)
def test_every_line_is_a_multiple_of_the_lot(count: int, nearest: tuple[int, ...]) -> None:
    problems = check_offer(offer(lot_size=6), {RED: count})
    assert kinds(problems) == ([Problem.OFF_LOT] if nearest else [])
    assert [problem.nearest for problem in problems] == ([nearest] if nearest else [])


def test_two_off_lots_do_not_make_one_right_lot() -> None:
    assert kinds(check_offer(offer(lot_size=6), {RED: 3, BLUE: 3})) == [Problem.OFF_LOT, Problem.OFF_LOT]


@pytest.mark.parametrize(("count", "wrong"), [(9, False), (10, False), (11, True)])
def test_the_stock_is_the_most(count: int, wrong: bool) -> None:
    scarce = offer(skus=(sku(RED, stock=10), sku(BLUE)))
    assert kinds(check_offer(scarce, {RED: count})) == ([Problem.ABOVE_STOCK] if wrong else [])


@pytest.mark.parametrize(
    ("count", "wrong"), [(MAX_QUANTITY - 1, False), (MAX_QUANTITY, False), (MAX_QUANTITY + 1, True)]
)
def test_m14_an_absurd_quantity_is_a_slip_of_the_finger(count: int, wrong: bool) -> None:
    endless = plain(stock=10**12)
    assert kinds(check_offer(endless, {NO_SPEC: count})) == ([Problem.TOO_LARGE] if wrong else [])


def test_nothing_chosen_breaks_nothing() -> None:
    assert check_offer(offer(), {RED: 0, BLUE: 0}) == () and check_offer(offer(), {}) == ()


@pytest.mark.parametrize(("pieces", "missing"), [(9, 1), (10, None), (11, None)])
def test_a_mixed_batch_is_met_by_pieces_over_several_offers(pieces: int, missing: int | None) -> None:
    first, second = mixed(1, pieces=10), mixed(2, pieces=10)
    problems = group(*lines(first, none=4), *lines(second, none=pieces - 4)).problems
    assert [problem.missing for problem in problems] == ([missing] if missing else [])


@pytest.mark.parametrize(("pieces", "missing"), [(9, "10.00"), (10, None), (11, None)])
def test_a_mixed_batch_is_met_by_amount_over_several_offers(pieces: int, missing: str | None) -> None:
    first, second = mixed(1, amount="100"), mixed(2, amount="100")
    problems = group(*lines(first, none=4), *lines(second, none=pieces - 4)).problems
    assert [problem.missing_amount for problem in problems] == ([yuan(missing)] if missing else [])


def test_either_way_of_a_mixed_batch_will_do() -> None:
    assert group(*lines(mixed(amount="100", pieces=1000), none=10)).ready
    assert group(*lines(mixed(amount="100000", pieces=10), none=10)).ready
    assert kinds(group(*lines(mixed(amount="100000", pieces=1000), none=10)).problems) == [Problem.MIX_NOT_MET]


def test_an_offer_that_meets_its_own_minimum_needs_no_mixed_batch() -> None:
    assert group(*lines(mixed(pieces=1000, min_quantity=10), none=10)).ready


def test_an_offer_without_the_rule_is_not_helped_by_its_neighbour() -> None:
    strict, free = plain(1, min_quantity=100), mixed(2, pieces=10)
    assert kinds(group(*lines(strict, none=50), *lines(free, none=50)).problems) == [Problem.BELOW_MINIMUM]


def test_a_mixed_batch_rule_without_a_way_leaves_the_minimum() -> None:
    nothing = mixed()
    assert kinds(check_offer(nothing, {NO_SPEC: 99})) == [Problem.BELOW_MINIMUM]
    assert kinds(group(*lines(nothing, none=99)).problems) == [Problem.BELOW_MINIMUM]


def test_suppliers_are_separate_orders() -> None:
    other = plain(2, supplier=Supplier(SupplierId("other"), "别家"))
    groups = split_by_supplier(Cart((*lines(plain(1), none=2), *lines(other, none=2), *lines(plain(3), none=2))))
    assert [(each.supplier_id, len(each.lines)) for each in groups] == [("sup", 2), ("other", 1)]


@pytest.mark.parametrize(("count", "wrong"), [(49, False), (50, False), (51, True)])
def test_an_order_has_at_most_so_many_lines(count: int, wrong: bool) -> None:
    many = [line for number in range(count) for line in lines(plain(number), none=2)]
    assert MAX_LINES_PER_ORDER == 50
    assert kinds(group(*many).problems) == ([Problem.TOO_MANY_LINES] if wrong else [])


def test_what_is_gone_cannot_be_ordered() -> None:
    (line,) = lines(plain(), none=2)
    assert recheck_line(line, plain(available=False), NOW).gone
    assert recheck_line(line, None, NOW).gone
    assert kinds(group(recheck_line(line, None, NOW)).problems) == [Problem.GONE]
    assert not recheck_line(recheck_line(line, None, NOW), plain(), NOW).gone


def test_a_variant_that_is_gone_is_gone() -> None:
    (line,) = lines(offer(), red=2)
    assert recheck_line(line, offer(skus=(sku(BLUE),)), NOW).gone


def test_an_offer_that_got_variants_has_to_be_chosen_again() -> None:
    (line,) = lines(plain(), none=2)
    assert recheck_line(line, offer(), NOW).gone


def test_a_price_that_changed_is_seen() -> None:
    (line,) = lines(offer(quote_type=QuoteType.BY_SKU, skus=(sku(RED, "12"),)), red=2)
    dearer = recheck_line(line, offer(quote_type=QuoteType.BY_SKU, skus=(sku(RED, "12.01"),)), NOW)
    assert [each.price_changed for each in price_lines((dearer,))] == [True]
    assert [each.price_changed for each in price_lines((line,))] == [False]


@given(st.integers(1, 10_000), st.integers(1, 500), st.integers(0, 12_000))
def test_the_quantities_that_are_offered_are_always_valid(count: int, lot: int, stock: int) -> None:
    for nearest in nearest_quantities(count, lot, stock):
        assert nearest % lot == 0 and 0 < nearest <= stock
    assert not (count % lot == 0 and count <= stock) or nearest_quantities(count, lot, stock) == (count,)


@given(st.dictionaries(st.sampled_from([RED, BLUE]), st.integers(0, 2000)))
def test_page_and_cart_show_the_same_sum_and_the_same_problems(quantities: dict[SpecId, int]) -> None:
    page = price_offer(offer(), quantities)
    shown = lines(offer(), **{str(spec): count for spec, count in quantities.items()})
    if not shown:
        assert page.goods == Money.zero()
        return
    cart = group(*shown)
    assert page.goods == cart.goods
    assert kinds(check_offer(offer(), quantities)) == kinds(cart.problems)


def test_following_tier_and_reached_tier_meet() -> None:
    tiers = offer().tiers
    for quantity in range(1, 600):
        reached, following = reached_tier(tiers, quantity), following_tier(tiers, quantity)
        assert reached is not None
        assert following is None or following.from_quantity > quantity
        assert quantity < tiers[0].from_quantity or reached.from_quantity <= quantity


def test_a_line_keeps_what_was_shown_when_it_was_put_in() -> None:
    (line,) = lines(offer(), red=50)
    assert (line.price_when_added, line.spec_text, line.offer_id) == (yuan("9"), "red", OfferId("1"))
    assert replace(line, quantity=7) == line.with_quantity(7)


def test_a_tier_that_is_reached_is_no_change_of_the_price() -> None:
    seven = lines(offer(), red=7)
    more = lines(offer(), blue=50)
    together = price_lines((*seven, *more))
    assert [each.unit_price for each in together] == [yuan("9"), yuan("9")]
    assert [each.price_changed for each in together] == [False, False]
    assert [each.tier_reached and each.tier_reached.from_quantity for each in together] == [50, None]
    fewer = price_lines((more[0].with_quantity(3),))
    assert not fewer[0].price_changed and fewer[0].tier_reached is not None


def test_a_change_of_the_tier_that_holds_is_seen_whatever_tier_the_line_was_put_in_at() -> None:
    (line,) = lines(offer(), red=7)
    tiers = (PriceTier(2, yuan("10")), PriceTier(50, yuan("9.3")))
    dearer = recheck_line(line.with_quantity(60), offer(tiers=tiers), NOW)
    (priced,) = price_lines((dearer,))
    assert priced.price_changed and priced.price_seen == yuan("9") and priced.tier_reached is None
    (below,) = price_lines((dearer.with_quantity(7),))
    assert not below.price_changed


def test_a_line_of_before_tiers_were_kept_takes_no_tier_of_today_for_a_change() -> None:
    (line,) = lines(offer(), red=7)
    old = replace(line, tiers_when_added=())
    assert [each.price_changed for each in price_lines((old.with_quantity(60),))] == [False]
    other = recheck_line(old, offer(tiers=(PriceTier(2, yuan("11")),)), NOW)
    assert [each.price_changed for each in price_lines((other,))] == [True]
