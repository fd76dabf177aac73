"""What the built-in shop holds, and that it is always the same."""

from __future__ import annotations

import re

import pytest

from sourcing_app.sandbox.shop.offers import ODDITIES
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.sandbox.shop.words import LANGUAGES, words


def test_the_same_seed_makes_the_same_shop(shop):
    again = Shop.generated()
    assert [(one.offer_id, one.title_zh, one.price_fen, one.main_image) for one in again.offers] == [
        (one.offer_id, one.title_zh, one.price_fen, one.main_image) for one in shop.offers
    ]
    assert again.offers[321].skus == shop.offers[321].skus


def test_another_seed_makes_another_shop(shop):
    other = Shop.generated(seed=7, per_leaf=1)
    assert [one.title_zh for one in other.offers] != [one.title_zh for one in shop.offers[:60]]


def test_it_has_three_thousand_offers_of_eighty_sellers_in_sixty_leaves(shop):
    assert len(shop.listed) >= 3000
    assert len({offer.supplier.member_id for offer in shop.listed}) >= 80
    assert len([category for category in shop.categories if category.level == 3]) == 60
    assert all(len(offer.path) == 3 for offer in shop.offers)


def test_ids_are_unique_and_of_the_platforms_length(shop):
    sample = shop.offers[::9]
    skus = [sku for offer in sample for sku in offer.skus]
    assert len({offer.offer_id for offer in shop.offers}) == len(shop.offers)
    assert {len(str(offer.offer_id)) for offer in shop.offers} == {12}
    assert {len(str(sku.sku_id)) for sku in skus} == {13}
    assert len({sku.sku_id for sku in skus}) == len(skus)
    assert all(re.fullmatch("[0-9a-f]{32}", sku.spec_id) for sku in skus)


def test_every_quote_type_is_there_and_keeps_its_promise(shop):
    assert {offer.quote_type for offer in shop.offers} == {0, 1, 2}
    for offer in shop.offers[::7]:
        assert bool(offer.skus) == (offer.quote_type != 0)
        assert 0 <= len(offer.skus) <= 60
        if offer.quote_type == 2:
            assert all(sku.price_fen is None for sku in offer.skus)


def test_there_are_offers_with_sixty_skus_and_with_three_attributes(shop):
    counts = {len(offer.skus) for offer in shop.offers}
    widths = {len(offer.skus[0].attributes) for offer in shop.offers if offer.skus}
    assert max(counts) == 60
    assert widths == {1, 2, 3}


def test_prices_are_varied_and_within_bounds(shop):
    prices = [offer.price_fen for offer in shop.offers]
    assert min(prices) >= 35
    assert max(prices) <= 90_000
    assert len(set(prices)) > 300


def test_what_search_shows_is_what_the_first_piece_costs(shop):
    for offer in shop.listed[::3]:
        if "channel" in offer.flags:
            continue
        shown = offer.promotion_fen if offer.promotion_fen is not None else offer.price_fen
        spec = offer.skus[0].spec_id if offer.skus else None
        assert shop.unit_price_fen(offer, spec, offer.min_quantity) == shown


def test_more_pieces_reach_a_lower_step(shop):
    offer = next(
        one for one in shop.listed if one.quote_type == 2 and len(one.tiers) == 3 and one.promotion_fen is None
    )
    spec = offer.skus[0].spec_id
    prices = [shop.unit_price_fen(offer, spec, step.start_quantity) for step in offer.tiers]
    assert prices == [step.price_fen for step in offer.tiers]
    assert prices[0] > prices[1] > prices[2]


def test_an_unknown_spec_has_no_price(shop):
    offer = next(one for one in shop.listed if one.skus)
    assert shop.unit_price_fen(offer, "0" * 32, 10) is None


def test_minimum_and_lot_fit_together(shop):
    lots = [offer for offer in shop.offers if offer.lot_size]
    assert lots
    assert all(offer.min_quantity % (offer.lot_size or 1) == 0 for offer in lots)


@pytest.mark.parametrize("oddity", sorted(ODDITIES))
def test_every_oddity_is_there(shop, oddity):
    assert any(oddity in offer.flags for offer in shop.listed)


def test_a_promotion_price_can_stand_without_a_price(shop):
    offer = next(one for one in shop.listed if "promotion_only" in one.flags)
    assert offer.skus[0].price_fen is None
    assert offer.skus[0].promotion_fen is not None


def test_some_offers_are_gone_delisted_or_forbidden_and_never_listed(shop):
    assert {offer.status for offer in shop.offers} == {"published", "gone", "delisted", "forbidden"}
    assert {offer.status for offer in shop.listed} == {"published"}


@pytest.mark.parametrize("section", sorted(words()))
def test_every_word_has_all_languages(section):
    for key, phrase in words()[section].items():
        assert set(phrase) == set(LANGUAGES), key
        assert all(text.strip() == text and text for text in phrase.values()), key


def test_titles_are_in_the_script_of_their_language(shop):
    scripts = {
        "zh": "[\u4e00-\u9fff]",
        "ja": "[\u3040-\u30ff\u4e00-\u9fff]",
        "ko": "[\uac00-\ud7af]",
        "ru": "[\u0400-\u04ff]",
        "th": "[\u0e00-\u0e7f]",
    }
    for offer in shop.offers[::40]:
        for language, letters in scripts.items():
            assert re.search(letters, offer.title(language)), (language, offer.title(language))
        for language in ("en", "es", "vi", "id"):
            assert not re.search("[\u4e00-\u9fff\u0400-\u04ff]", offer.title(language))


def test_titles_tell_offers_apart(shop):
    assert len({offer.title_zh for offer in shop.offers}) > 0.99 * len(shop.offers)
