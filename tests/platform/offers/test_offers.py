from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from sourcing_app.domain.account import Dialect
from sourcing_app.domain.ids import CategoryId, ImageId, OfferId, SpecId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import PriceTier, QuoteType, SearchQuery, SortKey
from sourcing_app.domain.picture import PreparedPicture, Region
from sourcing_app.errors import OfferGone, Refused, UnexpectedReply, WrongCredentials
from sourcing_app.platform.offers import calls as offers
from sourcing_app.platform.transport.fields import CHINA
from tests.platform.contracts import sample, seed_sample
from tests.platform.wire import Wire, platform

KEYWORD = "product.search.keywordQuery"
DETAIL = "product.search.queryProductDetail"
QUERY = SearchQuery(
    "保温杯",
    CategoryId("1038378"),
    ("isOnePsale", "shipIn24Hours"),
    Money.from_yuan("1"),
    Money.from_yuan("30.5"),
    SortKey.PRICE,
)


def yuan(text: str) -> Money:
    return Money.from_yuan(text)


async def test_a_search_asks_as_the_contract_says() -> None:
    wire = Wire(sample(KEYWORD))
    await platform(wire).send(offers.KEYWORD_QUERY, QUERY, 2, 20)
    assert wire.sent_object("offerQueryParam") == {
        "keyword": "保温杯",
        "country": "en",
        "filter": "isOnePsale,shipIn24Hours",
        "sort": '{"price":"asc"}',
        "priceStart": "1.00",
        "priceEnd": "30.50",
        "categoryId": 1038378,
        "beginPage": 2,
        "pageSize": 20,
    }


async def test_the_seed_dialect_asks_flat_and_spells_the_country_and_the_sort_key_its_own_way() -> None:
    wire = Wire(seed_sample(KEYWORD))
    page = await platform(wire, dialect=Dialect.SEED).send(offers.KEYWORD_QUERY, QUERY)
    sent = wire.sent[0]
    assert (sent["keyword"], sent["country"], sent["sort"]) == ("保温杯", "malaysia", '{"onePPrice":"asc"}')
    assert (sent["categoryId"], sent["beginPage"], sent["pageSize"]) == ("1038378", "1", "50")
    assert [offer.offer_id for offer in page.offers] == ["745612849923"]


async def test_a_full_row_becomes_a_card() -> None:
    page = await platform(Wire(sample(KEYWORD))).send(offers.KEYWORD_QUERY, QUERY)
    card = page.offers[0]
    assert (card.offer_id, card.title[:3], card.title_translated[:4]) == ("745612849923", "304", "304 ")
    assert (card.unit_price, card.list_price, card.one_piece_price) == (yuan("11.80"), yuan("12.50"), yuan("13.80"))
    assert (card.min_quantity, card.sold_30_days, card.repurchase_rate) == (2, 4861, Decimal("0.22"))
    assert (card.score, card.one_piece, card.is_selected_supply) == (Decimal("4.8"), True, False)
    assert card.seller_marks == ("super_factory", "powerful_merchants")
    assert card.offer_marks == ("yx", "select")
    assert card.category_ids == ("1038378", "125386001", "1034057")
    assert card.created == datetime(2024, 4, 20, 8, tzinfo=CHINA)
    assert card.trace.startswith("object_id%40")
    assert card.page_url == "https://detail.1688.com/offer/745612849923.html?fromkv=sample"


async def test_scores_and_rates_of_a_row_are_exact() -> None:
    card = (await platform(Wire(sample(KEYWORD))).send(offers.KEYWORD_QUERY, QUERY)).offers[0]
    assert (card.supplier_score.service, card.supplier_score.repeat_rate) == (Decimal("4.5"), Decimal("0.4666"))
    assert (card.supplier_score.medal, card.supplier_score.years) == (4, 6)
    assert card.fulfilment.promise == "shipIn48Hours"
    assert card.fulfilment.perfect_rate == Decimal("0.9912")
    assert card.fulfilment.quality_return_rate == Decimal(0), "empty means none came back"


async def test_a_sparse_row_is_still_a_card() -> None:
    card = (await platform(Wire(sample(KEYWORD))).send(offers.KEYWORD_QUERY, QUERY)).offers[1]
    assert (card.unit_price, card.list_price, card.one_piece_price) == (yuan("8.3"), None, None)
    assert (card.supplier_score, card.fulfilment, card.created, card.min_quantity) == (None, None, None, 1)


async def test_n08_one_bad_row_costs_only_itself() -> None:
    body = sample(KEYWORD)
    body["result"]["result"]["data"][1:1] = [{"offerId": None}, "text", None, 7]
    page = await platform(Wire(body)).send(offers.KEYWORD_QUERY, QUERY)
    assert (len(page.offers), page.skipped) == (2, 4)


async def test_an_offer_listed_twice_is_shown_once() -> None:
    body = sample(KEYWORD)
    body["result"]["result"]["data"] *= 2
    page = await platform(Wire(body)).send(offers.KEYWORD_QUERY, QUERY)
    assert [offer.offer_id for offer in page.offers] == ["745612849923", "688766724221"]


@pytest.mark.parametrize(
    ("page", "total", "rows", "more"),
    [(1, 75, 50, True), (2, 75, 25, False), (3, 75, 0, False), (40, 9000, 50, False), (1, 50, 50, False)],
)
async def test_more_pages_are_promised_only_where_there_are_some(page: int, total: int, rows: int, more: bool) -> None:
    body = sample(KEYWORD)
    payload = body["result"]["result"]
    payload.update(totalRecords=total, pageSize=50, data=[{"offerId": 10**11 + n} for n in range(rows)])
    assert (await platform(Wire(body)).send(offers.KEYWORD_QUERY, QUERY, page)).has_more is more


async def test_no_hits_are_an_empty_page() -> None:
    body = {"result": {"success": "true", "code": "S0000", "result": {"totalRecords": 0, "data": None}}}
    page = await platform(Wire(body)).send(offers.KEYWORD_QUERY, QUERY)
    assert (page.offers, page.total, page.has_more) == ((), 0, False)


async def test_a_picture_search_sends_the_region_left_right_top_bottom() -> None:
    wire = Wire(sample("product.search.imageQuery"))
    page = await platform(wire).send(
        offers.IMAGE_QUERY, ImageId("1490507813791335080"), SearchQuery(language="ja"), region=Region(266, 48, 799, 581)
    )
    sent = wire.sent_object("offerQueryParam")
    assert sent["region"] == "266,799,48,581"
    assert (sent["imageId"], sent["country"], "keyword" in sent) == ("1490507813791335080", "ja", False)
    assert (len(page.offers), page.total) == (1, 75)


async def test_the_detail_of_the_contract_is_read_in_full() -> None:
    offer = await platform(Wire(sample(DETAIL))).send(offers.DETAIL, OfferId("745612849923"), "en")
    assert (offer.offer_id, offer.quote_type, offer.tiers) == ("745612849923", QuoteType.BY_SKU, ())
    assert (offer.min_quantity, offer.lot_size, offer.stock, offer.unit) == (2, 1, 9965, "个")
    assert (len(offer.pictures), offer.video_url, offer.sold_total) == (2, None, 12342)
    assert (offer.supplier.supplier_id, offer.supplier.name) == ("BBBwSAMPLEzRPzBkv7BYPJRQ", "示例市样品日用品有限公司")
    assert (offer.supplier.marks, offer.marks) == (("super_factory",), ("isOnePsale", "isSupportMix"))
    assert (offer.mix_rule.min_amount, offer.mix_rule.min_pieces) == (yuan("100"), 2)
    assert (offer.shipping.weight_g, offer.shipping.size_mm) == (350, (80, 80, 250))
    assert [attribute.values for attribute in offer.attributes] == [("样品",), ("春季", "夏季")]
    assert (offer.available, offer.invoice_types, offer.score) == (True, ("普票",), Decimal("4.8"))
    assert "data-lazyload-src" in offer.description_html


async def test_skus_carry_their_spec_price_and_stock() -> None:
    offer = await platform(Wire(sample(DETAIL))).send(offers.DETAIL, OfferId("745612849923"), "en")
    white, black = offer.skus
    assert (white.sku_id, white.spec_id) == ("5104790281451", "2b36920d5139fd431a2030090d1e2599")
    assert (white.unit_price, white.list_price, white.stock) == (yuan("11.80"), yuan("12.50"), 9965)
    assert (black.unit_price, black.list_price, black.stock, black.item_number) == (yuan("14"), None, 0, None)
    assert [attribute.value_translated for attribute in white.attributes] == ["White", "500ml"]
    assert offer.unit_price_for(white.spec_id, 5) == yuan("12.10"), "the channel price beats the SKU's"


async def test_an_offer_quoted_by_range_keeps_its_tiers() -> None:
    body = sample(DETAIL)
    payload = body["result"]["result"]
    payload["productSaleInfo"]["quoteType"] = 2
    payload["productSaleInfo"]["priceRangeList"].reverse()
    for sku in payload["productSkuInfos"]:
        del sku["price"]
        sku.pop("promotionPrice", None)
    offer = await platform(Wire(body)).send(offers.DETAIL, OfferId("745612849923"), "en")
    assert offer.tiers == (PriceTier(2, yuan("12.50")), PriceTier(100, yuan("10.90")))
    assert offer.skus[1].unit_price is None


@pytest.mark.parametrize("skus", [None, [], "missing"])
async def test_an_offer_without_variants_has_no_skus(skus: object) -> None:
    body = sample(DETAIL)
    body["result"]["result"]["productSkuInfos"] = skus
    body["result"]["result"]["productSaleInfo"]["quoteType"] = 0
    offer = await platform(Wire(body)).send(offers.DETAIL, OfferId("745612849923"), "en")
    assert (offer.skus, offer.stock_of(SpecId("")), len(offer.tiers)) == ((), 9965, 2)


async def test_the_seed_detail_is_read_too() -> None:
    wire = Wire(seed_sample(DETAIL))
    offer = await platform(wire, dialect=Dialect.SEED).send(offers.DETAIL, OfferId("745612849923"), "ja")
    assert (wire.sent[0]["offerId"], wire.sent[0]["country"]) == ("745612849923", "japan")
    assert (offer.quote_type, offer.skus[0].unit_price, offer.skus[0].stock) == (QuoteType.BY_SKU, yuan("12.50"), 9965)
    assert offer.skus[0].attributes[0].value == "白色", "a single object stands for a list of one"


@pytest.mark.parametrize(
    "body",
    [
        {"result": {"success": False, "code": "SP0056", "message": "商品不存在"}},
        {"result": {"success": "false", "code": "500", "message": "该商品已下架"}},
    ],
)
async def test_a_delisted_offer_is_gone(body: dict) -> None:
    with pytest.raises(OfferGone):
        await platform(Wire(body)).send(offers.DETAIL, OfferId("1"), "en")


async def test_an_offer_we_may_not_read_is_refused_but_not_gone() -> None:
    body = {"result": {"success": False, "code": "403", "message": "没有该商品的查询权限"}}
    with pytest.raises(Refused) as caught:
        await platform(Wire(body)).send(offers.DETAIL, OfferId("1"), "en")
    assert not isinstance(caught.value, OfferGone)
    assert caught.value.text == "没有该商品的查询权限"


async def test_a_success_without_an_offer_is_no_offer() -> None:
    with pytest.raises(UnexpectedReply):
        await platform(Wire({"result": {"success": True, "result": {}}})).send(offers.DETAIL, OfferId("1"), "en")


async def test_filters_come_in_sections_without_the_sort_keys() -> None:
    sections = await platform(Wire(sample("product.filterData.queryConfig"))).filters.sections("en")
    assert [section.name for section in sections] == ["Service Quality", "Service Assurance"]
    assert sections[0].choices[0].key == "certifiedFactory"
    assert (sections[0].choices[1].key, sections[0].choices[1].group) == (
        "totalEpScoreLv1",
        "Comprehensive Experience Score",
    )


async def test_without_the_filter_call_the_fixed_lists_stand_in_and_it_is_asked_once() -> None:
    wire = Wire({"error_code": "gw.APIUnsupported", "error_message": "no such api"})
    filters = platform(wire).filters
    assert (await filters.sections("en"))[0].choices[0].key == "certifiedFactory"
    assert len(await filters.sections("en")) == 3
    assert len(wire.sent) == 1


async def test_wrong_credentials_are_not_hidden_behind_the_fixed_lists() -> None:
    with pytest.raises(WrongCredentials):
        await platform(Wire({"error_code": "gw.SignatureInvalid"})).filters.sections("en")


PICTURE = PreparedPicture(b"\xff\xd8\xff+/=", 10, 10, "00", 10, 10)


async def test_a_picture_goes_up_as_bare_base64_and_its_id_comes_back_as_text() -> None:
    wire = Wire(sample("product.image.upload"))
    assert await platform(wire).send(offers.IMAGE_UPLOAD, PICTURE) == "1490507813791335080"
    assert wire.sent_object("uploadImageParam") == {"imageBase64": "/9j/Ky89"}


@pytest.mark.parametrize("image_id", [None, "", "0", 0])
async def test_an_upload_without_an_id_is_refused_though_it_says_success(image_id: object) -> None:
    with pytest.raises(Refused):
        await platform(Wire({"result": {"success": "true", "result": image_id}})).send(offers.IMAGE_UPLOAD, PICTURE)


async def test_an_image_id_beyond_a_float_stays_exact() -> None:
    body = {"result": {"success": True, "result": 1490507813791335081}}
    assert await platform(Wire(body)).send(offers.IMAGE_UPLOAD, PICTURE) == "1490507813791335081"
