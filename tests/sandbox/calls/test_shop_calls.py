"""Categories, insights and dealings; every reply is also checked against its contract."""

from __future__ import annotations

import pytest

from sourcing_app.sandbox.shop.filters import FILTERS, SORTS


def test_the_tree_walks_from_the_root_to_sixty_leaves(ask):
    leaves, waiting = 0, [0]
    while waiting:
        body = ask("alibaba.category.get", categoryID=waiting.pop())
        assert body["succes"] == "true"
        children = body["categoryInfo"][0]["childCategorys"]
        leaves += sum(child["isLeaf"] for child in children)
        waiting += [child["id"] for child in children if not child["isLeaf"]]
    assert leaves == 60


def test_an_unknown_category_is_refused_with_500_1(ask):
    assert ask("alibaba.category.get", categoryID=5)["errorCode"] == "500_1"


def test_a_category_is_translated_with_its_children(ask):
    found = ask("category.translation.getById", categoryId=1038370, language="ja")["result"]["result"]
    assert found["translatedName"] == "キッチン・食器"
    assert [child["chineseName"] for child in found["children"]] == ["杯壶", "厨具"]


def test_category_names_match_in_chinese_and_in_the_language(ask):
    for name in ("鞋", "靴"):
        rows = ask("category.translation.getByKeyword", cateName=name, language="ja")["result"]["result"]
        assert rows, name
        assert all(name in row["chineseName"] + row["translatedName"] for row in rows)


def test_every_choice_of_the_filter_configuration_works(ask):
    groups = ask("product.filterData.queryConfig", country="japan")
    assert [group["configType"] for group in groups] == ["filter", "filter", "sort"]
    for group in groups:
        for item in group["configList"]:
            keys = [item["choiceKey"]] if "choiceKey" in item else [value["choiceKey"] for value in item["valueList"]]
            assert all(key in (SORTS if group["configType"] == "sort" else FILTERS) for key in keys)
    assert groups[0]["configName"] == "サービス品質"


def test_navigation_groups_refine_a_search(ask):
    param = {"keyword": "mug", "language": "en_US", "region": "US", "currency": "USD"}
    groups = ask("product.search.keywordSNQuery", snParams=param)["result"]["result"]
    assert {group["translateName"] for group in groups} >= {"Style", "Material"}


def test_hot_words_find_something(ask):
    param = {"country": "en", "sourceId": "1038370", "hotKeywordType": "cate"}
    for row in ask("product.search.topKeyword", topSeKeywordParam=param)["result"]["result"][:5]:
        wanted = {"keyword": row["seKeyword"], "keywordTranslate": True, "beginPage": 1, "pageSize": 1, "country": "en"}
        assert ask("product.search.keywordQuery", offerQueryParam=wanted)["result"]["result"]["totalRecords"] > 0


@pytest.mark.parametrize("kind", ["complex", "hot", "goodPrice", "VNHot"])
def test_a_ranking_has_its_limit_and_its_order(ask, kind):
    param = {"rankId": "1038370", "rankType": kind, "limit": 10, "language": "en"}
    rows = ask("product.topList.query", rankQueryParams=param)["result"]["result"]["rankProductModels"]
    assert [row["sort"] for row in rows] == list(range(1, 11))
    if kind == "hot":
        assert [row["soldOut"] for row in rows] == sorted((row["soldOut"] for row in rows), reverse=True)


TRENDS = {
    "product.analyze.getPerdaySellQuantityTrendNew": "tendQueryParam",
    "product.analyze.getRepurchaseRateTrendNew": "trendQueryParam",
    "product.analyze.getThirtyDayMedianPriceTrendNew": "trendQueryParam",
}


@pytest.mark.parametrize("api", sorted(TRENDS))
def test_a_trend_has_a_row_a_day_and_gaps_without_data(ask, shop, api):
    param = {"offerId": shop.listed[3].offer_id, "startDate": "20261101", "endDate": "20261130"}
    rows = ask(api, **{TRENDS[api]: param})["result"]["result"]
    assert [row["date"] for row in rows] == [f"202611{day:02d}" for day in range(1, 31)]
    assert rows[-1]["value"] == ""
    assert any(float(row["value"]) > 0 for row in rows if row["value"])


@pytest.mark.parametrize(("start", "end"), [("20261101", "20261231"), ("20261110", "20261101"), ("yesterday", "today")])
def test_a_trend_of_no_month_is_refused(ask, shop, start, end):
    param = {"offerId": shop.listed[3].offer_id, "startDate": start, "endDate": end}
    assert ask("product.analyze.getRepurchaseRateTrendNew", trendQueryParam=param)["result"]["success"] is False


@pytest.mark.parametrize("api", sorted(TRENDS))
def test_a_trend_of_an_offer_that_is_not_there_is_refused_in_its_own_words(ask, api):
    param = {"offerId": 1, "startDate": "20261101", "endDate": "20261130"}
    result = ask(api, **{TRENDS[api]: param})["result"]
    assert (result["success"], result["retCode"], result["retMsg"]) == (False, "SP0056", "商品不存在")


def test_following_twice_is_refused_and_unfollowing_frees(ask, shop):
    offer_id = shop.listed[0].offer_id
    assert ask("product.kjdistribute.addRelation", offerId=offer_id)["result"]["success"] is True
    again = ask("product.kjdistribute.addRelation", offerId=offer_id)["result"]
    assert (again["success"], again["msg"]) == (False, "关系已存在")
    assert ask("product.kjdistribute.removeRelation", offerId=offer_id)["result"]["success"] is True
    assert ask("product.kjdistribute.addRelation", offerId=offer_id)["result"]["success"] is True


def test_a_coupon_is_claimed_once(ask, shop):
    offer = next(one for one in shop.listed if one.supplier.number % 5 == 0)
    first, second = (
        ask("coupon.optimal.claim", offerIds=[offer.offer_id])["result"]["result"]["couponIds"] for _ in range(2)
    )
    assert len(first) == 1
    assert second == []


def test_a_chat_link_belongs_to_its_seller(ask, shop):
    links = {ask("account.wangwangUrl.get", toOpenUid=one.open_id)["result"]["result"] for one in shop.suppliers[:5]}
    assert len(links) == 5
    assert ask("account.wangwangUrl.get", toOpenUid="BBBnobody")["result"]["success"] is False


def freight(ask, offer, number, district="330108"):
    skus = [{"skuId": str(offer.skus[0].sku_id), "number": number}]
    param = {"offerId": offer.offer_id, "toProvinceCode": district[:2] + "0000", "toCityCode": district[:4] + "00",
             "toCountryCode": district, "totalNum": number, "logisticsSkuNumModels": skus}  # fmt: skip
    return ask("product.freight.estimate", productFreightQueryParamsNew=param)["result"]["result"]


def test_freight_grows_with_weight_and_distance(ask, shop):
    offer = next(
        one for one in shop.listed if one.skus and not one.free_shipping and one.weight_g and 500 < one.weight_g < 9000
    )
    near, more, far = freight(ask, offer, 1), freight(ask, offer, 20), freight(ask, offer, 1, "650102")
    assert float(near["freight"]) < float(more["freight"])
    assert float(near["freight"]) < float(far["freight"])
    assert near["freePostage"] is False


def test_free_shipping_costs_nothing(ask, shop):
    offer = next(one for one in shop.listed if one.skus and one.free_shipping)
    found = freight(ask, offer, 3)
    assert (found["freePostage"], found["freight"]) == (True, "0.00")


def test_a_freight_template_is_its_sellers(ask, shop):
    supplier = shop.suppliers[2]
    rows = ask("alibaba.logistics.myFreightTemplate.list.get", templateId=supplier.template_id)["result"]
    assert [row["memberId"] for row in rows] == [supplier.member_id]
    assert ask("alibaba.logistics.myFreightTemplate.list.get", templateId=5)["errorCode"]


def test_the_mixed_batch_rule_is_that_of_the_detail(ask, shop):
    offer = next(one for one in shop.listed if one.mix)
    found = ask("alibaba.trade.OpQueryMarketingMixConfig", sellerMemberId=offer.supplier.member_id)["result"]
    param = {"offerId": offer.offer_id, "country": "en"}
    page = ask("product.search.queryProductDetail", offerDetailParam=param)["result"]["result"]
    assert page["sellerMixSetting"] == {name: found[name] for name in ("generalHunpi", "mixAmount", "mixNumber")}
    assert ask("alibaba.trade.OpQueryMarketingMixConfig")["errorCode"] == "500_1"
