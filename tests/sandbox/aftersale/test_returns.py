"""The parcel that brings goods back: which are taken, and with which code the others are refused."""

from __future__ import annotations

from typing import Any

import pytest

from sourcing_app.sandbox.aftersale import control
from sourcing_app.sandbox.aftersale.waybills import fits
from sourcing_app.sandbox.trade.carriers import CARRIERS
from tests.sandbox.market import OTHER_BUYER, Market
from tests.sandbox.pictures import JPEG


def agreed(market: Market) -> str:
    refund = market.refund(market.shipped())
    control.act(market.world, {"refund_id": refund, "act": "agree"})
    return refund


def send(market: Market, refund: str, **changes: Any) -> Any:
    params = {"refundId": refund, "logisticsCompanyNo": "ZTO", "freightBill": "78000000000001", **changes}
    return market.call("alibaba.trade.refund.returnGoods", **params)["result"]


def test_a_parcel_that_fits_is_taken(market: Market) -> None:
    refund = agreed(market)
    assert send(market, refund) == {"success": True}
    shown = market.detail(refund)
    assert (shown["status"], shown["goodsStatus"], shown["buyerLogisticsName"]) == ("waitsellerreceive", 3, "中通快递")
    assert shown["refundOperationList"][0]["freightBill"] == "78000000000001"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"freightBill": ""}, "4002"),
        ({"logisticsCompanyNo": " "}, "4002"),
        ({"vouchers": ["https://cbu01.alicdn.com/demo.jpg"]}, "4003"),
        ({"logisticsCompanyNo": "SF"}, "4004"),
        ({"logisticsCompanyNo": "NOBODY"}, "4004"),
        ({"freightBill": "1"}, "4004"),
        ({"refundId": "TQ1"}, "4005"),
        ({"member_id": OTHER_BUYER}, "4006"),
        ({"refundId": "398765432109876501"}, "4008"),
        ({"description": "短"}, "5002"),
        ({"description": "长" * 201}, "5002"),
    ],
)
def test_a_parcel_that_does_not_fit_is_refused_with_its_code(
    market: Market, changes: dict[str, Any], code: str
) -> None:
    reply = send(market, agreed(market), **changes)
    assert (reply["success"], reply["errorCode"]) == (False, code)
    assert reply["errorInfo"]


def test_a_parcel_before_the_seller_agreed_is_4007(market: Market) -> None:
    assert send(market, market.refund(market.shipped()))["errorCode"] == "4007"


def test_a_second_parcel_is_4007(market: Market) -> None:
    refund = agreed(market)
    send(market, refund)
    assert send(market, refund)["errorCode"] == "4007"


def test_eleven_pictures_are_too_many(market: Market) -> None:
    up = market.call("alibaba.trade.uploadRefundVoucher", imageData=JPEG)["result"]["result"]
    address = f"{up['imageDomain']}/{up['imageRelativeUrl']}"
    refund = agreed(market)
    assert send(market, refund, vouchers=[address] * 11)["errorCode"] == "4003"
    assert send(market, refund, vouchers=[address] * 10) == {"success": True}


@pytest.mark.parametrize("number", sorted(CARRIERS))
def test_every_carriers_own_way_bills_fit_it(number: str) -> None:
    assert all(fits(number, CARRIERS[number].waybill(seed)) for seed in range(200))
