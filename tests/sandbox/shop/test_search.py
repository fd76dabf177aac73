"""Words, filters, sorts and pages of the keyword search."""

from __future__ import annotations

import pytest

from sourcing_app.sandbox.shop.filters import FILTERS, yuan_to_fen
from sourcing_app.sandbox.shop.search import DEEPEST, cut_page


@pytest.mark.parametrize(
    ("keyword", "language"),
    [
        ("马克杯", "en"), ("mug", "en"), ("Mugs", "en"), ("マグカップ", "ja"), ("머그컵", "ko"), ("кружку", "ru"), ("taza", "es"),
        ("cốc", "vi"), ("แก้วมัค", "th"), ("mug", "id"), ("咖啡杯", "en"), ("ＭＵＧ", "en"),
    ],
)  # fmt: skip
def test_a_mug_is_found_in_every_language(shop, keyword, language):
    found = shop.search.find({"keyword": keyword}, language)
    assert found[0].category.key == "mug"


def test_a_word_of_another_language_is_found_where_the_chosen_one_has_none(shop):
    assert shop.search.find({"keyword": "кружка"}, "en")[0].category.key == "mug"


def test_a_keyword_said_to_be_chinese_is_not_translated(shop):
    assert shop.search.find({"keyword": "mug", "keywordTranslate": True}, "en") == []


def test_one_chinese_character_is_enough(shop):
    keys = {offer.category.key for offer in shop.search.find({"keyword": "杯"}, "en")}
    assert {"mug", "glass", "flask"} <= keys


def test_words_run_together_are_cut_apart(shop):
    found = shop.search.find({"keyword": "北欧风陶瓷马克杯"}, "en")
    assert found
    assert all("北欧风" in offer.title_zh and "陶瓷" in offer.title_zh for offer in found)


def test_a_whole_title_finds_its_offer_first(shop):
    offer = shop.listed[777]
    assert shop.search.find({"keyword": offer.title_zh}, "en")[0] is offer


def test_all_words_must_be_there(shop):
    found = shop.search.find({"keyword": "ceramic mug"}, "en")
    assert found
    assert all("ceramic" in offer.title("en").lower() and "mug" in offer.title("en").lower() for offer in found)


@pytest.mark.parametrize("keyword", ["zzzqqq", "🤖🤖", "\x00\x01", "x" * 10_000, "%%%"])
def test_nonsense_finds_nothing(shop, keyword):
    assert shop.search.find({"keyword": keyword}, "en") == []


def test_an_offer_is_found_by_its_number(shop):
    offer = shop.listed[5]
    assert shop.search.find({"keyword": str(offer.offer_id)}, "en") == [offer]


@pytest.mark.parametrize("category", [1038370, 125380011, 1034058])
def test_a_category_of_any_level_narrows(shop, category):
    found = shop.search.find({"keyword": "", "categoryId": category}, "en")
    assert found
    assert all(category in offer.path for offer in found)


def test_several_categories_are_united(shop):
    found = shop.search.find({"categoryIdList": "1034058,1034057"}, "en")
    assert {offer.category_id for offer in found} == {1034058, 1034057}


@pytest.mark.parametrize("key", sorted(FILTERS))
def test_every_filter_keeps_some_and_drops_some(shop, key):
    kept = shop.search.find({"categoryId": 0, "filter": key}, "en")
    assert 0 < len(kept) < len(shop.listed)
    assert all(FILTERS[key](offer) for offer in kept)


def test_filters_are_intersected_and_unknown_ones_ignored(shop):
    both = shop.search.find({"filter": "isOnePsale,jxhy,nonsense"}, "en")
    assert both
    assert all({"isOnePsale", "jxhy"} <= offer.marks for offer in both)


def test_prices_bound_the_list_price(shop):
    found = shop.search.find({"keyword": "杯", "priceStart": "10", "priceEnd": "20"}, "en")
    assert found
    assert all(1000 <= offer.price_fen <= 2000 for offer in found)


def test_reversed_prices_find_nothing(shop):
    assert shop.search.find({"keyword": "杯", "priceStart": "20", "priceEnd": "10"}, "en") == []


@pytest.mark.parametrize(
    ("sort", "measure", "backwards"),
    [
        ('{"price":"asc"}', "price_fen", False), ('{"onePPrice":"desc"}', "price_fen", True),
        ('{"monthSold":"desc"}', "month_sold", True), ('{"monthSoldOut":"asc"}', "month_sold", False),
        ('{"rePurchaseRate":"desc"}', "repurchase", True),
    ],
)  # fmt: skip
def test_sorts_order(shop, sort, measure, backwards):
    values = [getattr(offer, measure) for offer in shop.search.find({"keyword": "包", "sort": sort}, "en")]
    assert len(values) > 50
    assert values == sorted(values, reverse=backwards)


def test_sales_filters_are_intersected(shop):
    rules = [{"saleType": "sales30", "saleStart": "100", "saleEnd": "1000"}, {"saleType": "sales7", "saleStart": "50"}]
    found = shop.search.find({"keyword": "包", "saleFilterList": rules}, "en")
    assert found
    assert all(100 <= offer.month_sold <= 1000 and offer.week_sold >= 50 for offer in found)


def test_a_refinement_keeps_what_has_its_word(shop):
    groups = shop.search.refinements("mug", "en")
    item_id, phrase = next(items[0] for group, _, items in groups if group == "973")
    found = shop.search.find({"keyword": "mug", "snId": item_id}, "en")
    assert found
    assert all(phrase["zh"] in offer.title_zh for offer in found)
    assert len(found) < len(shop.search.find({"keyword": "mug"}, "en"))


def test_pages_cover_the_list_without_gap_or_repeat(shop):
    found = shop.search.find({"keyword": "杯"}, "en")
    pages = [cut_page(found, {"beginPage": number, "pageSize": 50}) for number in range(1, 6)]
    assert [offer for page in pages for offer in page.offers] == found
    assert pages[0].pages == -(-len(found) // 50)


def test_a_page_holds_fifty_and_the_list_ends_at_two_thousand(shop):
    everything = list(shop.listed)
    assert len(cut_page(everything, {"beginPage": 1, "pageSize": 500}).offers) == 50
    assert len(cut_page(everything, {"beginPage": 40, "pageSize": 50}).offers) == 50
    assert cut_page(everything, {"beginPage": 41, "pageSize": 50}).offers == []
    assert cut_page(everything, {"beginPage": 1, "pageSize": 20}).total == DEEPEST


@pytest.mark.parametrize("text", ["", None, "abc", "-5", "NaN", "Infinity", "1e400"])
def test_a_price_that_is_none_is_no_bound(text):
    assert yuan_to_fen(text) is None
