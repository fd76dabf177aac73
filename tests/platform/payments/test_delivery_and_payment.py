from __future__ import annotations

from datetime import datetime

import pytest

from sourcing_app.domain.category import ROOT
from sourcing_app.domain.ids import CategoryId, OrderId, ParcelId
from sourcing_app.domain.logistics import OrderTrace
from sourcing_app.domain.money import Money
from sourcing_app.errors import InvalidInput, Refused, UnexpectedReply
from sourcing_app.platform.addresses import calls as addresses
from sourcing_app.platform.categories import calls as categories
from sourcing_app.platform.logistics import calls as logistics
from sourcing_app.platform.payments import calls as payments
from sourcing_app.platform.transport.fields import CHINA
from tests.platform.contracts import sample
from tests.platform.wire import Canned, Wire, platform

ORDER = OrderId("3317081160226242182")
INFOS = "alibaba.trade.getLogisticsInfos.buyerView"
TRACE = "alibaba.trade.getLogisticsTraceInfo.buyerView"
PARCEL = ParcelId("LP00616288919385")


async def test_a_parcel_of_the_contract_is_read_in_full() -> None:
    wire = Wire(sample(INFOS))
    (parcel,) = await platform(wire).send(logistics.PARCELS, ORDER)
    assert (wire.sent[0]["orderId"], wire.sent[0]["webSite"]) == (ORDER, "1688")
    assert (parcel.parcel_id, parcel.order_id, parcel.carrier) == (PARCEL, ORDER, "圆通速递")
    assert (parcel.waybill, parcel.status, parcel.sender) == ("YT0000000000001", "TRANSPORT", "广东省 广州市 天河区")
    assert [(item.entry_id, item.name, item.quantity) for item in parcel.items] == [(ORDER, "测试商品 纯棉T恤", 2)]


async def test_what_lies_in_each_parcel_is_told_by_entry() -> None:
    body = sample(INFOS)
    body["result"][0]["logisticsOrderGoods"] = [
        {"tradeOrderItemId": 3317081160226242183, "quantity": 1, "productName": "T恤"},
        {"tradeOrderItemId": 3317081160226242184, "quantity": 3.0, "productName": "袜子"},
    ]
    (parcel,) = await platform(Wire(body)).send(logistics.PARCELS, ORDER)
    assert [(item.entry_id, item.quantity) for item in parcel.items] == [
        ("3317081160226242183", 1),
        ("3317081160226242184", 3),
    ]


async def test_a_chinese_phrase_in_place_of_a_waybill_is_none() -> None:
    body = sample(INFOS)
    body["result"][0]["logisticsBillNo"] = "无需物流"
    assert (await platform(Wire(body)).send(logistics.PARCELS, ORDER))[0].waybill is None


async def test_several_parcels_come_in_the_order_of_their_ids() -> None:
    body = sample(INFOS)
    body["result"].append(
        {**body["result"][0], "logisticsId": "AL1", "logisticsCompanyName": None, "company": {"name": "顺丰"}}
    )
    parcels = await platform(Wire(body)).send(logistics.PARCELS, ORDER)
    assert [(parcel.parcel_id, parcel.carrier) for parcel in parcels] == [("AL1", "顺丰"), (PARCEL, "圆通速递")]


async def test_an_order_not_shipped_yet_has_no_parcels() -> None:
    assert await platform(Wire(sample(INFOS, "not_shipped"))).send(logistics.PARCELS, ORDER) == ()


async def test_another_accounts_parcels_are_refused() -> None:
    with pytest.raises(Refused):
        await platform(Wire({"success": False, "errorCode": "order.nopermission.buyer"})).send(logistics.PARCELS, ORDER)


async def test_steps_come_oldest_first_in_china_time() -> None:
    body = sample(TRACE)
    body["logisticsTrace"][0]["logisticsSteps"].reverse()
    steps = (await platform(Wire(body)).send(logistics.TRACE, ORDER, PARCEL)).steps_of(PARCEL)
    assert [step.text for step in steps] == ["【广州市】已揽收", "【杭州市】到达转运中心", "已签收"]
    assert steps[0].at == datetime(2026, 11, 23, 9, 30, tzinfo=CHINA)


async def test_steps_of_another_parcel_are_left_out() -> None:
    wire = Wire(sample(TRACE))
    other = ParcelId("LP-other")
    assert (await platform(wire).send(logistics.TRACE, ORDER, other)).steps_of(other) == ()
    assert wire.sent[0]["logisticsId"] == "LP-other"


@pytest.mark.parametrize("variant", ["no_trace_live", "no_trace_documented"])
async def test_no_trace_yet_is_no_failure(variant: str) -> None:
    assert await platform(Wire(sample(TRACE, variant))).send(logistics.TRACE, ORDER, None) == OrderTrace()


async def test_an_order_too_old_for_a_trace_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        await platform(Wire(sample(TRACE, "too_old"))).send(logistics.TRACE, ORDER, None)
    assert caught.value.code == "order.createtime.history"


async def test_a_pay_link_is_asked_for_with_bare_numbers_and_covers_what_it_says() -> None:
    wire = Wire(sample("alibaba.alipay.url.get"))
    other = OrderId("3317081160226242201")
    link = await platform(wire).send(payments.LINK, (ORDER, other))
    assert wire.sent[0]["orderIdList"] == f"[{ORDER},{other}]"
    assert link.url.startswith("https://trade.1688.com/order/cashier.htm")
    assert (link.covers, link.not_covered) == ((ORDER, other), ())


@pytest.mark.parametrize(
    ("left_out", "reason"),
    [
        ([3317081160226242201], ""),
        (["3317081160226242201"], ""),
        ([{"orderId": 3317081160226242201, "reason": "已关闭"}], "已关闭"),
    ],
)
async def test_m18_orders_a_link_does_not_cover_are_named(left_out: list, reason: str) -> None:
    body = {**sample("alibaba.alipay.url.get"), "payFailureOrderList": left_out}
    link = await platform(Wire(body)).send(payments.LINK, (ORDER, OrderId("3317081160226242201")))
    assert (link.covers, link.not_covered) == ((ORDER,), (("3317081160226242201", reason),))


async def test_a_refused_link_says_why_in_its_misspelt_member() -> None:
    body = {"success": False, "errorCode": "Batch pay", "erroMsg": "not surport MANUAL-TRADE!"}
    with pytest.raises(Refused) as caught:
        await platform(Wire(body)).send(payments.LINK, (ORDER,))
    assert caught.value.text == "not surport MANUAL-TRADE!"


async def test_a_success_without_a_link_is_no_link() -> None:
    with pytest.raises(UnexpectedReply):
        await platform(Wire({"success": True})).send(payments.LINK, (ORDER,))


async def test_no_orders_have_no_link() -> None:
    with pytest.raises(InvalidInput):
        await platform(Wire({})).send(payments.LINK, ())


async def test_what_is_due_arrives_in_fen_and_its_deadline_in_china_time() -> None:
    ways = await platform(Wire(sample("alibaba.trade.payWay.query"))).send(payments.WAYS, ORDER)
    assert ways.amount == Money.from_fen(4400)
    assert ways.deadline == datetime(2026, 11, 27, 10, 15, tzinfo=CHINA)
    assert ways.channels == (("1", "支付宝"), ("20", "跨境宝"))


async def test_ways_without_an_amount_are_not_believed() -> None:
    with pytest.raises(UnexpectedReply):
        await platform(Wire({"resultList": {"channels": []}, "success": True})).send(payments.WAYS, ORDER)


async def test_saved_addresses_come_default_first() -> None:
    body = sample("alibaba.trade.receiveAddress.get")
    body["result"]["receiveAddressItems"].reverse()
    first, second = await platform(Wire(body)).send(addresses.SAVED)
    assert (first.address_id, first.is_default, first.area, first.town) == ("593861699", True, "滨江区", "长河街道")
    assert (second.city, second.area, second.post_code) == ("东莞市", "", "000000")


async def test_no_saved_addresses_are_no_failure() -> None:
    assert await platform(Wire({"success": True, "result": {"receiveAddressItems": None}})).send(addresses.SAVED) == ()


async def test_a_parsed_address_has_its_code_and_its_rest() -> None:
    wire = Wire(sample("alibaba.trade.addresscode.parse"))
    address = await platform(wire).send(addresses.PARSE, "浙江省 杭州市 滨江区网商路699号")
    assert wire.sent[0]["addressInfo"] == "浙江省 杭州市 滨江区网商路699号"
    assert (address.area_code, address.street, address.address_id) == ("330108", "网商路699号", None)


async def test_a_text_without_a_region_is_no_address() -> None:
    with pytest.raises(Refused):
        await platform(Wire({"result": {"address": "somewhere"}})).send(addresses.PARSE, "somewhere")


async def test_a_translated_category_comes_with_its_children() -> None:
    wire = Wire(sample("category.translation.getById"))
    tree = platform(wire).categories
    women = (await tree.family(CategoryId("10166"), "ja")).category
    assert (wire.sent[0]["categoryId"], wire.sent[0]["language"]) == ("10166", "ja")
    assert (women.name, women.name_translated, women.parent_id, women.level) == ("女装", "レディース服", "0", 1)
    (dress,) = (await tree.family(CategoryId("10166"), "ja")).children
    assert women.children == (dress.category_id,) == ("1031910",)
    assert (dress.is_leaf, dress.parent_id) == (True, "10166")


@pytest.mark.parametrize("code", ["gw.APIACLDecline", "gw.APIUnsupported"])
async def test_without_translations_the_chinese_tree_stands_in(code: str) -> None:
    def answer(sent: dict[str, str]) -> object:
        return sample("alibaba.category.get") if "categoryID" in sent else Canned({"error_code": code}, 400)

    wire = Wire(answer)
    tree = platform(wire).categories
    children = (await tree.family(ROOT, "ja")).children
    assert [(child.category_id, child.name_translated, child.parent_id) for child in children] == [
        ("54", None, "0"), ("311", None, "0"), ("1038378", None, "0"),
    ]  # fmt: skip
    assert (await tree.family(ROOT, "ja")).category.children == ("54", "311", "1038378")
    assert len(wire.sent) == 3, "what is not permitted is asked for once"


async def test_a_flat_list_for_the_root_is_its_children() -> None:
    flat = {"succes": "true", "categoryInfo": [{"categoryID": 7, "name": "鞋"}, {"categoryID": 8, "name": "帽"}]}
    wire = Wire(lambda sent: flat if "categoryID" in sent else Canned({"error_code": "gw.APIUnsupported"}, 400))
    assert (await platform(wire).categories.family(ROOT, "en")).category.children == ("7", "8")


async def test_an_unknown_category_is_refused() -> None:
    with pytest.raises(Refused):
        await platform(Wire({"result": {"success": False, "code": "500", "message": "x"}})).categories.family(
            CategoryId("1"), "en"
        )


async def test_categories_are_found_by_a_translated_name() -> None:
    found = await platform(Wire(sample("category.translation.getByKeyword"))).send(categories.FIND, "靴", "ja")
    assert [category.category_id for category in found] == ["10170", "10179", "1043349"]
    assert (found[0].is_leaf, found[1].is_leaf, found[0].parent_id) == (True, False, "125372002")
