from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import AddressId, OfferId, OrderId, SpecId, SupplierId
from sourcing_app.domain.intent import CreateRequest
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import OrderFilter, OrderStatus
from sourcing_app.domain.preview import OrderChoice, OrderLine, OrderPreview
from sourcing_app.errors import InvalidInput, Refused, UnexpectedReply, UnprovenNo, Unreachable
from sourcing_app.platform.orders import calls as orders
from sourcing_app.platform.transport.fields import CHINA
from tests.platform.contracts import sample
from tests.platform.wire import Canned, Wire, platform

PREVIEW = "alibaba.createOrder.preview"
CREATE = "alibaba.trade.createCrossOrder"
SPEC = SpecId("eb81c61de14f4adb405ffcc2c8a4a3fb")
LINE = OrderLine(OfferId("548818919805"), SPEC, 2, "T恤")
HOME = Address("测试收货人", "浙江省", "杭州市", "滨江区", "网商路699号", "长河街道", mobile="13900000000")
SAVED = replace(HOME, address_id=AddressId("593861699"))
REQUEST = CreateRequest("own-1", (("flow", "general"), ("outOrderId", "own-1")))


def fen(amount: int) -> Money:
    return Money.from_fen(amount)


async def previewed(body: object, *lines: OrderLine, address: Address = SAVED) -> OrderPreview:
    asked = lines or (LINE,)
    return await platform(Wire(body)).orders.preview(asked, address, SupplierId("BBB"), "样品")


async def test_an_order_in_another_currency_is_never_shown_as_yuan() -> None:
    body = sample("alibaba.trade.getBuyerOrderList")
    body["result"][0]["baseInfo"]["currency"] = "USD"
    order = (await platform(Wire(body)).send(orders.LIST, OrderFilter())).orders[0]
    sums = (
        order.total,
        order.goods,
        order.freight,
        order.discount,
        order.entries[0].unit_price,
        order.entries[0].amount,
    )
    assert {amount.currency for amount in sums if amount is not None} == {"USD"}
    body["result"][0]["baseInfo"]["currency"] = "RMB"
    assert (await platform(Wire(body)).send(orders.LIST, OrderFilter())).orders[0].total.currency == "CNY"


async def test_a_preview_asks_with_the_saved_address_alone() -> None:
    wire = Wire(sample(PREVIEW))
    await platform(wire).orders.preview((LINE,), SAVED, SupplierId("BBB"), "样品")
    assert wire.sent_object("addressParam") == {"addressId": 593861699}
    assert wire.sent_object("cargoParamList") == [{"offerId": 548818919805, "specId": SPEC, "quantity": 2}]
    assert not {"flow", "invoiceParam"} & set(wire.sent[0])


async def test_an_address_of_texts_is_sent_in_full_and_one_with_a_district_code_by_it() -> None:
    wire = Wire(sample(PREVIEW))
    orders = platform(wire).orders
    await orders.preview((LINE,), HOME, SupplierId("BBB"), "样品")
    texts = wire.sent_object("addressParam")
    assert (texts["provinceText"], texts["areaText"], texts["address"]) == ("浙江省", "滨江区", "网商路699号")
    await orders.preview((LINE,), replace(HOME, area_code="330108"), SupplierId("BBB"), "样品")
    assert wire.sent_object("addressParam")["districtCode"] == "330108"
    assert "provinceText" not in wire.sent_object("addressParam")


async def test_sums_are_fen_and_line_amounts_yuan() -> None:
    preview = await previewed(sample(PREVIEW))
    part = preview.parts[0]
    assert (part.total, part.goods, part.freight) == (fen(4400), fen(3600), fen(800))
    assert (part.lines[0].amount, part.lines[0].unit_price) == (Money.from_yuan("36"), Money.from_yuan("18"))
    assert (part.flow, part.pay_channels) == ("general", ("alipay", "shegou"))
    assert part.trade_modes[0].name == "担保交易"
    assert preview.placeable


@pytest.mark.parametrize(
    ("left_out", "goods", "freight", "fee"),
    [
        (("sumPaymentNoCarriage",), 3500, 800, 100),
        (("sumCarriage",), 3500, 800, 100),
        (("sumPaymentNoCarriage", "additionalFee"), 3600, 800, 0),
        (("sumPaymentNoCarriage", "sumCarriage"), 4300, 0, 100),
        ((), 3500, 800, 100),
    ],
)
async def test_a_sum_the_platform_leaves_out_is_what_the_others_leave_of_the_total(
    left_out: tuple[str, ...], goods: int, freight: int, fee: int
) -> None:
    body = sample(PREVIEW)
    entry = body["orderPreviewResuslt"][0]
    entry |= {"sumPayment": 4400, "sumPaymentNoCarriage": 3500, "sumCarriage": 800, "additionalFee": 100}
    for name in left_out:
        del entry[name]
    (part,) = (await previewed(body)).parts
    assert (part.total, part.goods, part.freight, part.additional_fee) == tuple(map(fen, (4400, goods, freight, fee)))


async def test_the_price_of_another_colour_is_never_taken_for_ours() -> None:
    body = sample(PREVIEW)
    body["orderPreviewResuslt"][0]["cargoList"][0]["specId"] = "0" * 32
    preview = await previewed(body)
    assert not preview.placeable
    assert [(line.spec_id, line.ok, line.code) for line in preview.parts[0].lines] == [
        ("0" * 32, False, "not_asked_for"),
        (SPEC, False, "left_out"),
    ]
    assert preview.parts[0].lines[1].unit_price is None


async def test_a_price_without_a_colour_is_ours_where_one_line_alone_can_be_meant() -> None:
    body = sample(PREVIEW)
    del body["orderPreviewResuslt"][0]["cargoList"][0]["specId"]
    alone = await previewed(body)
    assert [(line.spec_id, line.ok) for line in alone.parts[0].lines] == [(SPEC, True)]
    two = await previewed(body, LINE, replace(LINE, spec_id=SpecId("f" * 32)))
    assert not two.placeable and not any(line.ok for line in two.parts[0].lines)


async def test_m12_fen_taken_for_yuan_does_not_add_up() -> None:
    body = sample(PREVIEW)
    body["orderPreviewResuslt"][0]["cargoList"][0]["amount"] = 3600
    assert not (await previewed(body)).placeable


async def test_a_preview_that_would_split_has_a_part_for_each_order() -> None:
    other = OrderLine(OfferId("548818919806"), SpecId("2ba3d63866a71fbae83909d9b4814f01"), 30)
    preview = await previewed(sample(PREVIEW, "would_split"), replace(LINE, quantity=30), other)
    assert [part.total for part in preview.parts] == [fen(61200), fen(36800)]
    assert [line.quantity for part in preview.parts for line in part.lines] == [30, 30]
    assert preview.total == fen(98000)
    assert preview.placeable


async def test_an_order_only_the_web_site_takes_is_not_placeable() -> None:
    preview = await previewed(sample(PREVIEW, "not_orderable_by_api"))
    assert not preview.parts[0].trade_modes[0].usable
    assert not preview.placeable


async def test_too_little_stock_is_refused_with_the_platforms_words() -> None:
    with pytest.raises(Refused) as caught:
        await previewed(sample(PREVIEW, "out_of_stock"))
    assert caught.value.code == "500_004"
    assert "库存不足" in caught.value.text


async def test_a_line_the_preview_leaves_out_cannot_be_bought() -> None:
    other = OrderLine(OfferId("548818919806"), SpecId("f"), 1)
    preview = await previewed(sample(PREVIEW), LINE, other)
    assert [(line.offer_id, line.code) for line in preview.refused_lines] == [("548818919806", "left_out")]


async def test_a_line_refused_on_its_own_is_marked() -> None:
    body = sample(PREVIEW)
    body["orderPreviewResuslt"][0]["cargoList"][0].update(resultCode="500_004", message="库存不足")
    assert [line.text for line in (await previewed(body)).refused_lines] == ["库存不足"]


async def test_a_preview_without_a_success_flag_stands_by_its_entries() -> None:
    body = sample(PREVIEW)
    del body["success"]
    assert (await previewed(body)).placeable


@pytest.mark.parametrize("body", [{"success": True}, {"success": True, "orderPreviewResuslt": [{"status": True}]}])
async def test_a_preview_without_a_sum_is_no_preview(body: dict) -> None:
    with pytest.raises(UnexpectedReply):
        await previewed(body)


@pytest.mark.parametrize(
    "lines",
    [(), (LINE, LINE), (replace(LINE, quantity=0),), tuple(replace(LINE, spec_id=SpecId(str(n))) for n in range(51))],
)
async def test_lines_that_cannot_be_ordered_are_not_even_previewed(lines: tuple[OrderLine, ...]) -> None:
    wire = Wire(sample(PREVIEW))
    with pytest.raises(InvalidInput):
        await platform(wire).orders.preview(lines, SAVED, SupplierId("BBB"), "")
    assert wire.sent == []


async def test_m15_a_create_call_says_everything_that_costs() -> None:
    orders = platform(Wire({})).orders
    preview = await previewed(sample(PREVIEW))
    parameters = dict(orders.create_request(preview, OrderChoice("assureTrade"), "own-1").parameters)
    assert parameters == {
        "flow": "general",
        "addressParam": '{"addressId":593861699}',
        "cargoParamList": f'[{{"offerId":548818919805,"specId":"{SPEC}","quantity":2}}]',
        "outOrderId": "own-1",
        "tradeType": "assureTrade",
        "shopPromotionId": "",
        "useRedEnvelope": "n",
    }


@pytest.mark.parametrize(
    "choice",
    [OrderChoice("creditBuy"), OrderChoice("assureTrade", "coupon-1"), OrderChoice("assureTrade", message="x" * 501)],
)
async def test_a_choice_that_was_not_offered_is_refused(choice: OrderChoice) -> None:
    preview = await previewed(sample(PREVIEW))
    with pytest.raises(InvalidInput):
        platform(Wire({})).orders.create_request(preview, choice, "own-1")


async def test_m23_a_preview_of_another_account_is_refused() -> None:
    preview = replace(await previewed(sample(PREVIEW)), account="elsewhere/1")
    with pytest.raises(InvalidInput):
        platform(Wire({})).orders.create_request(preview, OrderChoice("assureTrade"), "own-1")


async def test_a_create_call_sends_the_prepared_texts_unchanged() -> None:
    wire = Wire(sample(CREATE))
    there = platform(wire)
    request = there.orders.create_request(
        await previewed(sample(PREVIEW)), OrderChoice("assureTrade", message="请核对"), "own-1"
    )
    await there.send(orders.CREATE, request)
    assert {name: wire.sent[0][name] for name, _ in request.parameters} == dict(request.parameters)


async def test_a_created_order_has_its_sums_in_fen() -> None:
    result = await platform(Wire(sample(CREATE))).send(orders.CREATE, REQUEST)
    (order,) = result.orders
    assert (order.order_id, order.total, order.freight) == ("3317081160226242182", fen(4400), fen(800))


@pytest.mark.parametrize(
    "body",
    [
        sample(CREATE, "flat_with_false_success"),
        {"success": False, "result": {"success": False, "orderId": 3317081160226242182}},
        {"result": {"result": {"orderId": "3317081160226242182"}}},
        {"success": "true", "result": "3317081160226242182"},
        {"success": True, "data": {"orderList": {"orderId": "3317081160226242182"}}},
        {"error_code": "500", "orderId": "3317081160226242182"},
        Canned({"orderId": "3317081160226242182"}, 500),
    ],
)
async def test_m07_an_order_id_in_any_shape_is_an_order(body: object) -> None:
    result = await platform(Wire(body)).send(orders.CREATE, REQUEST)
    assert [order.order_id for order in result.orders] == ["3317081160226242182"]


@pytest.mark.parametrize(
    "more",
    [
        {"offerIds": [554456348334]},
        {"offerIdList": ["554456348334", "554456348335"]},
        {"data": 1732233600000},
        {"data": [{"quantities": [12345678901]}]},
        {"skuIds": {"data": [3332085412530]}},
    ],
)
async def test_m07_other_numbers_in_a_refusal_are_no_orders(more: dict) -> None:
    body = {"success": False, "code": "500_004", "message": "库存不足"} | more
    with pytest.raises(Refused):
        await platform(Wire(body)).send(orders.CREATE, REQUEST)


async def test_a_sum_that_is_null_under_one_name_is_read_under_the_other() -> None:
    body = {"orderId": "3317081160226242182", "totalSuccessAmount": None, "orderAmmount": 4400}
    assert (await platform(Wire(body)).send(orders.CREATE, REQUEST)).orders[0].total == fen(4400)


async def test_m10_one_create_call_can_make_several_orders() -> None:
    result = await platform(Wire(sample(CREATE, "several_orders"))).send(orders.CREATE, REQUEST)
    assert [(order.order_id, order.total, order.freight) for order in result.orders] == [
        ("3317081160226242201", fen(61200), fen(1200)),
        ("3317081160226242202", fen(36800), fen(800)),
    ]


async def test_m09_lines_left_out_of_an_order_are_told() -> None:
    result = await platform(Wire(sample(CREATE, "partial"))).send(orders.CREATE, REQUEST)
    assert len(result.orders) == 1
    (failed,) = result.failed_lines
    assert (failed.offer_id, failed.code, failed.text) == ("554456348334", "500_004", "库存不足")


async def test_m08_a_business_refusal_with_a_listed_code_is_definite() -> None:
    with pytest.raises(Refused) as caught:
        await platform(Wire(sample(CREATE, "refused"))).send(orders.CREATE, REQUEST)
    assert (caught.value.code, caught.value.text) == ("400", "AddressId invalid:AddressId invalid")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"success": True}, UnexpectedReply),
        ({"success": True, "result": {"success": True, "orderId": ""}}, UnexpectedReply),
        ({"result": {"failedOfferList": [{"offerId": "554456348334"}]}}, UnexpectedReply),
        ([], UnexpectedReply),
        (Canned(b'{"result":{"success":true,"orderId":"33170811'), Unreachable),
        (Canned(b"<html>", headers={"content-type": "text/html"}), Unreachable),
        (Canned({"success": False, "message": "busy"}, 500), Unreachable),
        (Canned(b'{"result":{"orderId":3.317081160226242E18}}'), UnexpectedReply),
        ({"success": False}, UnexpectedReply),
        ({"success": False, "code": "400", "message": "", "totalSuccessAmount": 4400}, UnexpectedReply),
        ({"success": False, "code": "1", "result": {"success": True, "orderId": ""}}, UnexpectedReply),
        ({"success": False, "code": "400", "message": "outOrderId repeated:src-1"}, UnexpectedReply),
        ({"success": False, "code": "R", "message": "订单重复提交"}, UnexpectedReply),
        ({"error_code": "500", "error_message": "busy"}, UnprovenNo),
        (Canned({"error_code": "500", "error_message": "busy"}, 400), UnprovenNo),
        (Canned({"error_code": "gw.SystemError", "error_message": "busy"}, 500), Unreachable),
        (Canned({"error_code": "gw.RequestTimeout", "error_message": "late"}, 504), Unreachable),
        (Canned({"error_code": "gw.ParamMissing", "error_message": "x"}, 502), Unreachable),
        (Canned({"error_code": "isp.timeout", "error_message": "late"}, 200), UnprovenNo),
    ],
)
async def test_m07_a_create_call_without_a_usable_answer_is_unknown(body: object, error: type[Exception]) -> None:
    wire = Wire(body)
    with pytest.raises(error):
        await platform(wire).send(orders.CREATE, REQUEST)
    assert len(wire.sent) == 1


async def test_the_order_list_of_the_contract_is_read_in_full() -> None:
    wire = Wire(sample("alibaba.trade.getBuyerOrderList"))
    since = datetime(2026, 11, 22, tzinfo=CHINA)
    page = await platform(wire).send(
        orders.LIST, OrderFilter(OrderStatus.WAIT_PAY, modified_from=since, out_order_id="own-1")
    )
    assert wire.sent[0]["modifyStartTime"] == "20261122000000000+0800"
    assert (wire.sent[0]["orderStatus"], wire.sent[0]["outOrderId"], wire.sent[0]["page"]) == (
        "waitbuyerpay",
        "own-1",
        "1",
    )
    assert (page.total, page.has_more, page.skipped) == (2, False, 0)
    waiting, closed = page.orders
    assert (waiting.order_id, waiting.status, waiting.supplier_name) == (
        "3317081160226242182", OrderStatus.WAIT_PAY, "测试供应商",
    )  # fmt: skip
    assert (waiting.total, waiting.goods, waiting.freight) == tuple(map(Money.from_yuan, ("44", "36", "8")))
    assert (closed.discount, closed.close_reason, closed.total) == (fen(-3989), "BUYER_NO_PAY", Money.from_yuan("0.01"))
    assert waiting.created_at == datetime(2026, 11, 22, 10, 15, tzinfo=CHINA)


async def test_an_entry_carries_what_was_bought() -> None:
    page = await platform(Wire(sample("alibaba.trade.getBuyerOrderList"))).send(orders.LIST, OrderFilter())
    (entry,) = page.orders[0].entries
    assert (entry.offer_id, entry.spec_id, entry.quantity) == ("548818919805", SPEC, Decimal(2))
    assert (entry.spec_text, entry.unit, entry.amount) == ("颜色: 白色; 尺码: XL", "件", Money.from_yuan("36"))
    assert entry.picture_url == "https://cbu01.alicdn.com/img/ibank/2026/001/001/1000000001.jpg"


async def test_the_order_detail_of_the_contract_is_read_in_full() -> None:
    order = await platform(Wire(sample("alibaba.trade.get.buyerView"))).send(orders.GET, OrderId("3317081160226242182"))
    assert (order.is_detail, order.out_order_id, order.trade_mode) == (True, "srcapp-20261122-000017", "assureTrade")
    assert order.pay_before == datetime(2026, 11, 27, 10, 15, tzinfo=CHINA)
    assert (order.address.full_name, order.address.town, order.address.area_code) == (
        "测试收货人",
        "长河街道",
        "330108",
    )


async def test_m13_rounded_numbers_beside_exact_texts_are_not_believed() -> None:
    body = sample("alibaba.trade.get.buyerView")
    body["result"]["baseInfo"]["id"] = 3317081160226242000
    body["result"]["productItems"][0]["subItemID"] = 3317081160226242000
    order = await platform(Wire(body)).send(orders.GET, OrderId("3317081160226242182"))
    assert (order.order_id, order.entries[0].entry_id) == ("3317081160226242182", "3317081160226242182")


@pytest.mark.parametrize(
    "attributes",
    [{"extAttributes": [{"key": "outOrderId", "value": "own-7"}]}, {"exAttributes": {"outOrderId": "own-7"}}],
)
async def test_our_own_number_is_found_among_extended_attributes(attributes: dict) -> None:
    body = sample("alibaba.trade.getBuyerOrderList")
    body["result"][0].update(attributes)
    page = await platform(Wire(body)).send(orders.LIST, OrderFilter())
    assert page.orders[0].out_order_id == "own-7"


async def test_a_status_nobody_documented_keeps_its_word() -> None:
    body = sample("alibaba.trade.get.buyerView")
    body["result"]["baseInfo"]["status"] = "waitsomething"
    order = await platform(Wire(body)).send(orders.GET, OrderId("3317081160226242182"))
    assert (order.status, order.status_word) == (OrderStatus.UNKNOWN, "waitsomething")


async def test_another_accounts_order_is_refused() -> None:
    with pytest.raises(Refused):
        await platform(Wire({"success": False, "code": "500", "message": "不是自己的订单"})).send(
            orders.GET, OrderId("1")
        )


async def test_a_cancel_is_a_write_with_its_reason() -> None:
    wire = Wire(sample("alibaba.trade.cancel"))
    await platform(wire).send(orders.CANCEL, OrderId("3317081160226242182"), "buyerCancel", "下错单了")
    sent = wire.sent[0]
    assert (sent["tradeID"], sent["cancelReason"], sent["remark"]) == ("3317081160226242182", "buyerCancel", "下错单了")


@pytest.mark.parametrize("variant", ["too_fast", "already_paid"])
async def test_a_refused_cancel_says_why(variant: str) -> None:
    body = sample("alibaba.trade.cancel", variant)
    with pytest.raises(Refused) as caught:
        await platform(Wire(body)).send(orders.CANCEL, OrderId("1"), "buyerCancel")
    assert caught.value.code == body["errorCode"]


async def test_the_time_of_a_preview_is_the_clocks() -> None:
    assert (await previewed(sample(PREVIEW))).previewed_at == datetime.fromtimestamp(1_790_000_000, UTC)
