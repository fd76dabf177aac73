"""Preview and create: prices, rules, promotions, several orders, and what a create may answer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.buying import Buyable, buyable, buyables, create, detail, order_made, preview
from tests.support.sandbox import RunningSandbox

NOBODY = "f" * 32


def entry(body: dict) -> dict:
    return body["orderPreviewResuslt"][0]


def stocked(sandbox: RunningSandbox, **wish: str) -> Buyable:
    """An offer of which there is plenty."""
    item = buyable(sandbox, quote_type=1, **wish)
    sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id, stock=1_000_000)
    return item


@pytest.mark.parametrize("quote_type", [0, 1, 2])
def test_a_preview_adds_up_for_every_kind_of_price(sandbox: RunningSandbox, quote_type: int) -> None:
    item = buyable(sandbox, quote_type=quote_type, promotion="no")
    shown = entry(preview(sandbox, item.cargo()))
    assert shown["sumPaymentNoCarriage"] == item.price_fen * item.quantity
    assert shown["sumPayment"] == shown["sumPaymentNoCarriage"] + shown["sumCarriage"]
    assert round(shown["cargoList"][0]["amount"] * 100) == item.price_fen * item.quantity


def test_a_preview_keeps_nothing(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    preview(sandbox, item.cargo())
    assert sandbox.look("state")["orders"] == 0


def test_an_order_costs_what_the_preview_said(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    shown = entry(preview(sandbox, item.cargo()))
    result = create(sandbox, item.cargo())["result"]
    assert (result["totalSuccessAmount"], result["postFee"]) == (shown["sumPayment"], shown["sumCarriage"])


def test_a_promotion_comes_off_the_goods(sandbox: RunningSandbox) -> None:
    item = stocked(sandbox, promotion="yes")
    many = max(item.quantity, -(-12_000 // item.price_fen))
    shown = entry(preview(sandbox, item.cargo(many)))
    best = shown["shopPromotionList"][0]
    assert best["selected"] is True
    assert shown["sumPaymentNoCarriage"] == item.price_fen * many - best["discountFee"]


def test_a_chosen_promotion_is_the_one_applied(sandbox: RunningSandbox) -> None:
    item = stocked(sandbox, promotion="yes")
    many = max(item.quantity, -(-32_000 // item.price_fen))
    lesser = entry(preview(sandbox, item.cargo(many)))["shopPromotionList"][-1]
    body = create(sandbox, item.cargo(many), shopPromotionId=lesser["promotionId"])["result"]
    assert body["totalSuccessAmount"] - body["postFee"] == item.price_fen * many - lesser["discountFee"]


def test_a_promotion_that_is_not_reached_is_refused(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    assert create(sandbox, item.cargo(), shopPromotionId="itemCoupon-1")["code"] == "400"


def test_a_red_packet_is_spent_unless_refused(sandbox: RunningSandbox) -> None:
    item = stocked(sandbox)
    many = max(item.quantity, -(-12_000 // item.price_fen))
    kept = create(sandbox, item.cargo(many))["result"]["totalSuccessAmount"]
    spent = create(sandbox, item.cargo(many), useRedEnvelope=None)["result"]["totalSuccessAmount"]
    assert kept - spent == 500


def test_without_a_trade_type_the_platform_takes_credit(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox, buyable(sandbox, quote_type=1).cargo(), tradeType=None)
    assert detail(sandbox, order_id)["orderBizInfo"]["creditOrder"] is True


def test_a_trade_type_that_is_not_offered_is_refused_by_name(sandbox: RunningSandbox) -> None:
    body = create(sandbox, buyable(sandbox, quote_type=1).cargo(), tradeType="bank")
    assert body["code"] == "not support tradeType:【bank】"


def no(sandbox: RunningSandbox, *cargo: dict, **more: object) -> tuple[str, str]:
    body = preview(sandbox, *cargo, **more)
    assert body["success"] is False
    assert create(sandbox, *cargo, **{"flow": "general"} | more)["code"] == body["errorCode"]
    return body["errorCode"], body["errorMsg"]


def test_an_offer_off_sale_is_500_001(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    sandbox.control(f"offers/{item.offer_id}", off_sale=True)
    code, text = no(sandbox, item.cargo())
    assert (code, f"[{item.offer_id}]" in text) == ("500_001", True)


def test_an_unknown_offer_is_500_001(sandbox: RunningSandbox) -> None:
    assert no(sandbox, {"offerId": 1, "quantity": 1})[0] == "500_001"


def test_two_sellers_are_500_002(sandbox: RunningSandbox) -> None:
    first, *rest = buyables(sandbox, quote_type=1, limit=50)
    other = next(item for item in rest if item.seller != first.seller)
    assert no(sandbox, first.cargo(), other.cargo())[0] == "500_002"


def test_a_missing_spec_is_500_002(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    code, text = no(sandbox, {"offerId": item.offer_id, "quantity": item.quantity})
    assert (code, f"[{item.offer_id}]" in text) == ("500_002", True)


def test_a_foreign_spec_is_500_003(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    code, text = no(sandbox, item.cargo() | {"specId": NOBODY})
    assert (code, f"[{item.offer_id}_{NOBODY}]" in text) == ("500_003", True)


def test_too_little_stock_is_500_004(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id, stock=item.quantity - 1)
    code, text = no(sandbox, item.cargo())
    assert (code, f"[{item.offer_id}_{item.spec_id}]" in text) == ("500_004", True)


def test_below_the_minimum_is_500_005(sandbox: RunningSandbox) -> None:
    item = next(item for item in buyables(sandbox, lot="no", mix="no", limit=50) if item.quantity > 1)
    assert no(sandbox, item.cargo(item.quantity - 1))[0] == "500_005"


def test_off_the_lot_is_500_009(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, lot="yes")
    assert no(sandbox, item.cargo(item.quantity + 1))[0] == "500_009"


def test_a_mixed_batch_that_is_too_small_is_500_006(sandbox: RunningSandbox) -> None:
    for item in buyables(sandbox, lot="no", mix="yes", limit=50):
        rule = item.offer["mix"]
        if item.quantity > 1 and rule["pieces"] > 1 and item.price_fen < rule["amount_yuan"] * 100:
            assert no(sandbox, item.cargo(1))[0] == "500_006"
            return
    pytest.fail("no offer takes part in a mixed batch")


def test_a_mixed_batch_carries_a_line_below_its_minimum(sandbox: RunningSandbox) -> None:
    for item in buyables(sandbox, lot="no", mix="yes", limit=200):
        pieces = item.offer["mix"]["pieces"]
        if pieces < item.quantity:
            assert preview(sandbox, item.cargo(pieces))["success"] is True
            return
    pytest.fail("no offer has its minimum above its mixed batch")


def test_consignment_without_a_relation_is_500_007(sandbox: RunningSandbox) -> None:
    assert no(sandbox, buyable(sandbox, quote_type=1).cargo(), flow="saleproxy")[0] == "500_007"


def test_a_price_of_zero_is_500_008(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id, price_fen=0)
    assert no(sandbox, item.cargo())[0] == "500_008"


def test_a_refusal_can_come_on_the_line(sandbox: RunningSandbox) -> None:
    sandbox.control("options", preview_errors="line")
    item = buyable(sandbox, quote_type=1)
    sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id, stock=0)
    shown = entry(preview(sandbox, item.cargo()))
    assert (shown["status"], shown["cargoList"][0]["resultCode"]) == (False, "500_004")


def test_an_order_takes_its_pieces_out_of_stock_and_a_cancel_puts_them_back(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    before = sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id)["stock"]
    order_id = order_made(sandbox, item.cargo())
    during = sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id)["stock"]
    sandbox.control(f"orders/{order_id}/close")
    after = sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id)["stock"]
    assert (during, after) == (before - item.quantity, before)


def test_an_overridden_price_is_in_preview_and_order(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1, promotion="no")
    sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id, price_fen=1234)
    assert entry(preview(sandbox, item.cargo()))["cargoList"][0]["finalUnitPrice"] == 12.34
    assert detail(sandbox, order_made(sandbox, item.cargo()))["productItems"][0]["price"] == 12.34


def two_lines(sandbox: RunningSandbox) -> list[dict]:
    """Two specs of one offer."""
    for item in buyables(sandbox, quote_type=1, min_skus=2, lot="no", limit=50):
        specs = [sku for sku in item.offer["skus"] if sku["stock"] > item.quantity and sku["price_fen"]]
        if len(specs) > 1:
            return [
                {"offerId": item.offer_id, "specId": sku["spec_id"], "quantity": item.quantity} for sku in specs[:2]
            ]
    raise AssertionError("no offer has two specs in stock")


def test_a_long_cart_becomes_several_orders(sandbox: RunningSandbox) -> None:
    sandbox.control("options", split_above_lines=1)
    lines = two_lines(sandbox)
    announced = preview(sandbox, *lines)["orderPreviewResuslt"]
    result = create(sandbox, *lines, outOrderId="split-1")["result"]
    assert "orderId" not in result
    assert [one["orderAmmount"] for one in result["orderList"]] == [one["sumPayment"] for one in announced]
    assert sandbox.look("orders", out_order_id="split-1")["count"] == 2


def test_the_same_line_twice_is_added_up(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    shown = detail(sandbox, order_made(sandbox, item.cargo(), item.cargo()))
    assert [line["quantity"] for line in shown["productItems"]] == [item.quantity * 2]


def test_line_ids_are_the_order_id_for_one_line_and_follow_it_for_more(sandbox: RunningSandbox) -> None:
    single = order_made(sandbox)
    assert detail(sandbox, single)["productItems"][0]["subItemID"] == single
    several = order_made(sandbox, *two_lines(sandbox))
    ids = [line["subItemIDString"] for line in detail(sandbox, several)["productItems"]]
    assert ids == [str(several + 1), str(several + 2)]


def test_order_ids_have_nineteen_digits(sandbox: RunningSandbox) -> None:
    assert len(str(order_made(sandbox))) == 19


def test_an_order_beside_success_false_exists(sandbox: RunningSandbox) -> None:
    sandbox.control("options", create_reply="flat_false")
    body = create(sandbox, buyable(sandbox, quote_type=1).cargo())
    assert body["success"] is False
    assert detail(sandbox, int(body["orderId"]))["baseInfo"]["status"] == "waitbuyerpay"


def test_lines_can_be_left_out_of_an_order(sandbox: RunningSandbox) -> None:
    lines = two_lines(sandbox)
    sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="failed_offers")
    result = create(sandbox, *lines)["result"]
    assert [one["specId"] for one in result["failedOfferList"]] == [lines[0]["specId"]]
    assert len(detail(sandbox, int(result["orderId"]))["productItems"]) == 1


@pytest.mark.parametrize(("policy", "orders"), [("again", 2), ("first", 1), ("refuse", 1)])
def test_a_repeated_out_order_id_follows_the_switch(sandbox: RunningSandbox, policy: str, orders: int) -> None:
    sandbox.control("options", repeated_out_order_id=policy)
    cargo = buyable(sandbox, quote_type=1).cargo()
    first = create(sandbox, cargo, outOrderId="mine-1")["result"]["orderId"]
    second = create(sandbox, cargo, outOrderId="mine-1")
    assert sandbox.look("orders", out_order_id="mine-1")["count"] == orders
    if policy == "first":
        assert second["result"]["orderId"] == first
    if policy == "refuse":
        assert second["code"] == "400"


@pytest.mark.parametrize(
    "address",
    [
        {"addressId": 1},
        {"districtCode": "999999", "address": "x", "fullName": "x", "mobile": "13900000000"},
        {"districtCode": "330108", "address": "x", "fullName": "", "mobile": "13900000000"},
        {"districtCode": "330108", "address": "x", "fullName": "x", "mobile": "1"},
        {"districtCode": "330108", "address": "x", "fullName": "x", "phone": "电话"},
        {"provinceText": "浙江省"},
        {"addressId": 601000001},
    ],
    ids=["unknown id", "unknown district", "no name", "short mobile", "Chinese phone", "no city", "another buyer's"],
)
def test_a_bad_address_is_code_400(sandbox: RunningSandbox, address: dict) -> None:
    assert create(sandbox, buyable(sandbox, quote_type=1).cargo(), addressParam=address)["code"] == "400"


@pytest.mark.parametrize(
    "address",
    [
        {"districtCode": "330108", "address": "网商路699号", "fullName": "测试", "mobile": "13900000000"},
        {
            "provinceText": "浙江", "cityText": "杭州", "areaText": "滨江", "address": "网商路699号",
            "fullName": "测试", "phone": "0571-88990077",
        },
    ],
    ids=["district code", "texts"],
)  # fmt: skip
def test_the_other_address_forms_reach_the_same_district(sandbox: RunningSandbox, address: dict) -> None:
    order_id = order_made(sandbox, buyable(sandbox, quote_type=1).cargo(), addressParam=address)
    assert detail(sandbox, order_id)["nativeLogistics"]["areaCode"] == "330108"


def test_a_web_only_seller_offers_no_trade_mode(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    sandbox.control("options", web_only_sellers=[item.seller])
    assert entry(preview(sandbox, item.cargo()))["tradeModeNameList"] == []
    assert create(sandbox, item.cargo())["success"] is False


def test_the_last_pieces_are_sold_once(sandbox: RunningSandbox) -> None:
    item = buyable(sandbox, quote_type=1)
    sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id, stock=item.quantity)
    with ThreadPoolExecutor(8) as buyers:
        bodies = list(buyers.map(lambda _: create(sandbox, item.cargo()), range(8)))
    assert sorted(body["success"] for body in bodies) == [False] * 7 + [True]
    assert sandbox.look("state")["orders"] == 1


# -- coupons and encrypted ids ---------------------------------------------------------------------------------------


def coupon_item(sandbox: RunningSandbox) -> tuple[Buyable, int]:
    """An offer whose seller gives a coupon and runs no promotion, and how many pieces of it are worth 200 yuan."""
    for item in buyables(sandbox, quote_type=1, promotion="no", lot="no", mix="no", min_skus=2, limit=60):
        sandbox.control(f"offers/{item.offer_id}", spec_id=item.spec_id, stock=1_000_000)
        _, body = sandbox.call("coupon.optimal.claim", offerIds=[item.offer_id])
        if body["result"]["result"]["couponIds"]:
            return item, max(item.quantity, -(-20_000 // item.price_fen))
    raise AssertionError("no seller gives a coupon")


def test_a_claimed_coupon_is_offered_and_comes_off(sandbox: RunningSandbox) -> None:
    item, many = coupon_item(sandbox)
    shown = entry(preview(sandbox, item.cargo(many)))
    (coupon,) = shown["shopPromotionList"]
    assert coupon["selected"] is True
    assert coupon["discountFee"] > 0
    assert shown["sumPaymentNoCarriage"] == item.price_fen * many - coupon["discountFee"]
    made = create(sandbox, item.cargo(many), useRedEnvelope="n", shopPromotionId=coupon["promotionId"])["result"]
    assert made["totalSuccessAmount"] == shown["sumPayment"]
    base = detail(sandbox, int(made["orderId"]))["baseInfo"]
    assert round(base["sumProductPayment"] * 100) == shown["sumPaymentNoCarriage"]


def test_a_coupon_is_for_one_order_and_comes_back_when_that_is_closed_unpaid(sandbox: RunningSandbox) -> None:
    item, many = coupon_item(sandbox)
    order_id = order_made(sandbox, item.cargo(many))
    assert entry(preview(sandbox, item.cargo(many)))["shopPromotionList"] == []
    sandbox.control(f"orders/{order_id}/close", by="seller")
    assert len(entry(preview(sandbox, item.cargo(many)))["shopPromotionList"]) == 1


def test_a_coupon_comes_back_with_every_way_an_unpaid_order_closes_and_not_after_it_was_paid(
    sandbox: RunningSandbox,
) -> None:
    item, many = coupon_item(sandbox)

    def offered() -> int:
        return len(entry(preview(sandbox, item.cargo(many)))["shopPromotionList"])

    for close in ("buyer", "system", "bops"):
        sandbox.control(f"orders/{order_made(sandbox, item.cargo(many))}/close", by=close)
        assert offered() == 1
    order_made(sandbox, item.cargo(many))
    sandbox.control("clock", advance_s=432_001)
    assert offered() == 1, "closed by its deadline"
    order_id = order_made(sandbox, item.cargo(many))
    sandbox.control(f"orders/{order_id}/pay")
    sandbox.control(f"orders/{order_id}/close", by="bops")
    assert offered() == 0


def test_a_coupon_goes_into_one_part_of_a_split_cart(sandbox: RunningSandbox) -> None:
    item, many = coupon_item(sandbox)
    sandbox.control("options", split_above_lines=0)
    specs = [sku["spec_id"] for sku in item.offer["skus"]][:2]
    for spec in specs:
        sandbox.control(f"offers/{item.offer_id}", spec_id=spec, stock=1_000_000)
    cargo = [{"offerId": item.offer_id, "specId": spec, "quantity": many} for spec in specs]
    parts = preview(sandbox, *cargo)["orderPreviewResuslt"]
    assert [len(part["shopPromotionList"]) for part in parts] == [1, 0]


def test_an_offer_may_be_named_by_its_encrypted_id(sandbox: RunningSandbox) -> None:
    item = stocked(sandbox)
    open_id = item.offer["open_offer_id"]
    cargo = {"openOfferId": open_id, "specId": item.spec_id, "quantity": item.quantity}
    assert entry(preview(sandbox, cargo))["cargoList"][0]["openOfferId"] == open_id
    order_id = order_made(sandbox, cargo)
    assert detail(sandbox, order_id)["productItems"][0]["productID"] == item.offer_id


def test_an_unknown_encrypted_id_is_named_in_the_refusal(sandbox: RunningSandbox) -> None:
    body = preview(sandbox, {"openOfferId": "Wcv2w970KoL1BCpJGQp3vwKvcBThOPlpHnUtkK3T0n4=", "quantity": 1})
    assert (body["errorCode"], "[Wcv2w970KoL1" in body["errorMsg"]) == ("500_001", True)
