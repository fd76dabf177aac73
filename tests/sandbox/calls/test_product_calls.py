"""The product family, handler by handler; every reply is also checked against its contract."""

from __future__ import annotations

import base64
import io

import pytest

from sourcing_app.sandbox.shop.naming import View
from sourcing_app.sandbox.shop.pictures.scenes import draw_main, draw_view
from sourcing_app.sandbox.shop.vision import foreground, thing_box


def search(ask, **changes):
    param = {"keyword": "马克杯", "beginPage": 1, "pageSize": 20, "country": "en"} | changes
    return ask("product.search.keywordQuery", offerQueryParam=param)["result"]


def detail(ask, offer, **changes):
    param = {"offerId": offer.offer_id, "country": "en"} | changes
    return ask("product.search.queryProductDetail", offerDetailParam=param)["result"]


def test_search_gives_a_page_of_rows(ask):
    page = search(ask)["result"]
    assert page["totalPage"] == -(-page["totalRecords"] // 20)
    assert len(page["data"]) == 20
    assert all("马克杯" in row["subject"].replace("&nbsp;", "") for row in page["data"])


def test_the_title_is_in_the_language_of_country_by_code_or_name(ask):
    by_code, by_name = (
        search(ask, country=country)["result"]["data"][0]["subjectTrans"] for country in ("ja", "japan")
    )
    assert by_code == by_name
    assert "マグカップ" in by_code


def test_no_hits_have_no_data(ask):
    assert "data" not in search(ask, keyword="qqqzzz")["result"]


def test_an_empty_keyword_needs_a_category(ask):
    assert search(ask, keyword="")["success"] is False
    assert search(ask, keyword="", categoryId=1034058)["result"]["totalRecords"] > 50


def test_search_and_detail_agree_on_the_price(ask, shop):
    for row in search(ask, pageSize=50)["result"]["data"]:
        offer = shop.offer(row["offerId"])
        page = detail(ask, offer)["result"]
        found = page["productSkuInfos"][0] if offer.quote_type == 1 else page["productSaleInfo"]["priceRangeList"][0]
        if "price" in found:
            assert found["price"] == row["priceInfo"]["price"]
        assert found.get("promotionPrice") == row["priceInfo"].get("promotionPrice")


def test_every_kind_of_offer_has_a_sound_page(ask, shop):
    for offer in shop.listed[::41]:
        page = detail(ask, offer, currency="USD")["result"]
        assert len(page.get("productSkuInfos") or []) == len(offer.skus)
        assert page["productImage"]["images"][0].endswith(offer.main_image)


def test_a_price_and_stock_set_by_the_operator_show_in_search_and_detail(ask, shop, stocked):
    offer = next(one for one in shop.listed if one.quote_type == 1 and one.category.key == "mug" and one.skus)
    stocked.override(offer.offer_id, price_fen=4321)
    stocked.override(offer.offer_id, offer.skus[0].spec_id, stock=3)
    page = detail(ask, offer)["result"]
    assert page["productSkuInfos"][0]["price"].rstrip("0") == "43.21"
    assert page["productSkuInfos"][0]["amountOnSale"] == 3
    rows = search(ask, keyword=str(offer.offer_id))["result"]["data"]
    assert rows[0]["priceInfo"]["price"].rstrip("0") == "43.21"


@pytest.mark.parametrize(
    ("status", "code", "text"),
    [
        ("gone", "SP0056", "不存在"),
        ("delisted", "SP0057", "已下架"),
        ("forbidden", "SP0058", "没有该商品的查询权限"),
    ],
)
def test_an_offer_that_cannot_be_read_is_refused_as_the_platform_does(ask, shop, status, code, text):
    refused = detail(ask, next(one for one in shop.offers if one.status == status))
    assert (refused["success"], refused["code"]) == (False, code)
    assert text in refused["message"]


def test_an_offer_taken_off_sale_is_delisted(ask, shop, stocked):
    offer = shop.listed[0]
    stocked.override(offer.offer_id, off_sale=1)
    assert "已下架" in detail(ask, offer)["message"]


def test_a_sellers_list_holds_that_seller_alone(ask, shop):
    supplier = shop.suppliers[4]
    param = {"sellerOpenId": supplier.open_id, "beginPage": 1, "pageSize": 50, "country": "en"}
    rows = ask("product.search.querySellerOfferList", offerQueryParam=param)["result"]["result"]["data"]
    assert rows
    assert all(shop.offer(row["offerId"]).supplier is supplier for row in rows)
    assert all(row["isSelect"] in ("true", "false") for row in rows)


def test_recommendations_differ_between_downstream_buyers(ask):
    lists = []
    for buyer in ("a", "b"):
        param = {"beginPage": 1, "pageSize": 20, "country": "en", "outMemberId": buyer}
        lists.append(
            [
                row["offerId"]
                for row in ask("product.search.offerRecommend", recommendOfferParam=param)["result"]["result"]
            ]
        )
    assert len(lists[0]) == 20
    assert lists[0] != lists[1]


def test_related_offers_are_of_the_same_leaf_ten_at_most(ask, shop):
    offer = shop.listed[7]
    param = {"offerId": offer.offer_id, "pageNo": 1, "pageSize": 50, "language": "en"}
    rows = ask("product.related.recommend", relatedQueryParams=param)["result"]["result"]
    assert len(rows) == 10
    assert {row["thirdCategoryId"] for row in rows} == {offer.category_id}


def test_an_uploaded_picture_finds_its_offer(ask, shop):
    offer = shop.listed[64]
    found = image_search(ask, draw_main(shop.recipes[offer.index], 500))
    assert found["data"][0]["offerId"] == offer.offer_id
    assert found["totalRecords"] == 75
    assert found["data"][0]["companyName"] == offer.supplier.company


def test_a_found_box_can_be_searched_as_a_region(ask, shop):
    offer = shop.listed[64]
    image = draw_main(shop.recipes[offer.index], 500)
    box = image_search(ask, image)["picRegionInfo"]["yoloCropRegion"]
    left, right, top, bottom = (int(part) for part in box.split(","))
    assert thing_box(foreground(image))
    assert 0 <= left < right <= 500
    assert 0 <= top < bottom <= 500
    again = image_search(ask, image, region=box)
    assert again["picRegionInfo"]["currentRegion"] == box
    assert again["data"][0]["offerId"] == offer.offer_id


def image_search(ask, image, **changes):
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    text = base64.b64encode(out.getvalue()).decode()
    uploaded = ask("product.image.upload", uploadImageParam={"imageBase64": text})["result"]
    assert uploaded["success"] == "true"
    param = {"imageId": uploaded["result"], "beginPage": 1, "pageSize": 20, "country": "en"} | changes
    return ask("product.search.imageQuery", offerQueryParam=param)["result"]["result"]


def test_filters_prices_and_words_work_within_the_hits(ask, shop):
    image = draw_main(shop.recipes[shop.listed[7].index], 300)
    plain = {row["offerId"] for row in image_search(ask, image, pageSize=50)["data"]}
    cheap = image_search(ask, image, priceEnd="20", sort='{"price":"asc"}')["data"]
    prices = [shop.offer(row["offerId"]).price_fen for row in cheap]
    assert prices == sorted(prices)
    assert max(prices) <= 2000
    mugs = image_search(ask, image, keyword="mug")["data"]
    assert all(shop.offer(row["offerId"]).category.key == "mug" for row in mugs)
    assert plain


@pytest.mark.parametrize("region", ["1,2", "a,b,c,d", "0,2,0,2", "900,1000,900,1000", "50,10,50,10"])
def test_a_region_that_is_none_is_refused(ask, shop, region):
    out = io.BytesIO()
    draw_view(shop.recipes[0], View(0, "m", 0), 100).save(out, "PNG")
    uploaded = ask("product.image.upload", uploadImageParam={"imageBase64": base64.b64encode(out.getvalue()).decode()})
    param = {"imageId": uploaded["result"]["result"], "beginPage": 1, "pageSize": 20, "country": "en", "region": region}
    assert ask("product.search.imageQuery", offerQueryParam=param)["result"]["success"] == "false"


def test_an_unknown_picture_id_is_refused(ask):
    param = {"imageId": "123456789012345678", "beginPage": 1, "pageSize": 20, "country": "en"}
    assert ask("product.search.imageQuery", offerQueryParam=param)["result"]["success"] == "false"


def test_a_broken_picture_is_refused_with_id_zero(ask):
    refused = ask("product.image.upload", uploadImageParam={"imageBase64": "aGVsbG8="})["result"]
    assert (refused["success"], refused["result"]) == ("false", "0")
