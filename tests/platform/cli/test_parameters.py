"""What was typed is checked against the contract, and put into its wire form, before anything is sent."""

import base64
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sourcing_app.errors import InvalidInput
from sourcing_app.platform.cli.contracts import contract
from sourcing_app.platform.cli.parameters import Ready, read_argument, ready
from sourcing_app.platform.transport.dialects import json_text
from tests.sandbox.scene import over
from tests.support.contract import all_names, paper

ORDER = 3317081160226242182
WRAPPED = [name for name in all_names() if contract(name).live.wrapper]


def fields(name: str, given: dict[str, Any], dialect: str = "live", **options: Any) -> dict[str, Any]:
    shape = contract(name).live if dialect == "live" else contract(name).seed
    assert shape is not None
    found = ready(shape, given, **options)
    assert isinstance(found, Ready)
    return found.fields


@pytest.mark.parametrize("name", [one for one in all_names() if one != "alibaba.trade.uploadRefundVoucher"])
def test_every_sample_request_is_ready_as_it_stands(name: str) -> None:
    ready(contract(name).live, paper(name)["sample_request"])


@pytest.mark.parametrize("name", WRAPPED)
def test_the_wrapper_may_be_left_out_or_be_json_text(name: str) -> None:
    sample = over(name)
    inner = sample[contract(name).live.wrapper or ""]
    assert (
        fields(name, sample)
        == fields(name, inner)
        == fields(name, {contract(name).live.wrapper or "": json_text(inner)})
    )


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(InvalidInput) as error:
        fields("product.search.keywordQuery", {"keyword": "cup"})
    assert error.value.facts["names"] == ["beginPage", "pageSize", "country"]


def test_what_is_missing_inside_an_object_is_named_with_its_place() -> None:
    param = {"orderId": "1", "createTime": "x", "outMemberId": "u", "payTime": "x", "paidFee": 1, "status": "payed"}
    with pytest.raises(InvalidInput) as error:
        fields("trade.cross.orderSync", param | {"subOrderParamList": [{"orderId": "2"}]})
    assert "subOrderParamList[0].productId" in error.value.facts["names"]


def test_an_unknown_name_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(InvalidInput) as error:
        fields("alibaba.trade.cancel", {"tradeId": ORDER, "cancelReason": "other"})
    assert (error.value.facts["names"], error.value.facts["near"]) == (["tradeId"], ["tradeID"])


def test_an_unknown_name_can_be_sent_on_purpose() -> None:
    found = fields("alibaba.trade.cancel", {"tradeID": 1, "cancelReason": "other", "new": "x"}, unchecked=True)
    assert found["new"] == "x"


def test_the_web_site_need_not_be_given() -> None:
    assert fields("alibaba.trade.get.buyerView", {"orderId": ORDER})["webSite"] == "1688"


@pytest.mark.parametrize("given", [ORDER, str(ORDER), Decimal(ORDER)])
def test_an_id_stays_exact_however_it_is_typed(given: Any) -> None:
    assert json_text(fields("alibaba.alipay.url.get", {"orderIdList": [given]})) == f'{{"orderIdList":[{ORDER}]}}'


def test_one_thing_where_a_list_is_taken_is_a_list_of_one() -> None:
    assert fields("alibaba.alipay.url.get", {"orderIdList": ORDER}) == {"orderIdList": [ORDER]}


def test_a_number_where_a_text_is_taken_becomes_text() -> None:
    assert fields("alibaba.trade.payWay.query", {"orderId": ORDER}) == {"orderId": str(ORDER)}


def test_an_object_where_json_text_is_taken_becomes_json_text() -> None:
    given = {"keyword": "x", "beginPage": "1", "pageSize": 20, "country": "en", "sort": {"price": "asc"}}
    found = fields("product.search.keywordQuery", given)
    assert (found["sort"], found["beginPage"]) == ('{"price":"asc"}', 1)


@pytest.mark.parametrize(
    "given", ["2026-11-22T12:00:00+08:00", "2026-11-22 12:00:00", "20261122120000000+0800", "2026-11-22T04:00:00Z"]
)
def test_a_date_in_any_form_goes_out_in_the_platforms(given: str) -> None:
    sent = fields("alibaba.trade.getBuyerOrderList", {"createStartTime": given})["createStartTime"]
    assert sent in ("20261122120000000+0800", "20261122040000000+0000")


def test_nulls_are_left_out() -> None:
    assert fields("alibaba.trade.payWay.query", {"orderId": "1", "x": None}) == {"orderId": "1"}


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("alibaba.trade.payWay.query", {"orderId": {"a": 1}}),
        ("alibaba.alipay.url.get", {"orderIdList": ["12x"]}),
        ("alibaba.alipay.url.get", {"orderIdList": [1.5]}),
        ("alibaba.alipay.url.get", {"orderIdList": [True]}),
        ("trade.invoice.apply", {"input": 7}),
        ("alibaba.trade.getBuyerOrderList", {"createStartTime": "yesterday"}),
        ("alibaba.trade.refund.OpQueryOrderRefund", {"refundId": "TQ1", "needTimeOutInfo": "perhaps"}),
        ("alibaba.trade.uploadRefundVoucher", {"imageData": "§§"}),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(name: str, given: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as error:
        fields(name, given)
    assert error.value.reason in ("type", "missing", "object")


def test_a_file_is_taken_where_a_call_takes_a_picture(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8picture")
    found = ready(contract("alibaba.trade.uploadRefundVoucher").live, {"imageData": f"@{tmp_path}/photo.jpg"})
    assert isinstance(found, Ready) and found.files == {"imageData": b"\xff\xd8picture"}
    upload = fields("product.image.upload", {"imageBase64": f"@{tmp_path}/photo.jpg"})
    assert base64.b64decode(upload["imageBase64"]) == b"\xff\xd8picture"


def test_live_names_are_understood_in_the_older_dialect() -> None:
    given = {
        "orderId": "202406140001", "createTime": "2024-06-14 10:10:10", "outMemberId": "u", "payTime": "2024-06-14 10:12:00",
        "paidFee": 200, "status": "payed", "productId": "745612849923", "skuId": "5104790281451", "buyAmount": 2,
        "contry": "japan",
    }  # fmt: skip
    found = fields("trade.cross.orderSync", {"orderParam": given}, "seed")
    assert (found["payStatus"], found["outUserId"], found["offerId"]) == ("payed", "u", 745612849923)
    assert (found["orderId"], found["createTime"]) == (202406140001, "20240614101010000+0800")


def test_pairs_are_a_list_in_the_older_dialect() -> None:
    shape = contract("order.relation.write").seed
    assert shape is not None
    pair = {"orderId": "2", "parentOrderId": "1", "purchaseOrderId": 4, "purchaseParentOrderId": 3}
    found = ready(shape, {"orderRelationParam": pair})
    assert isinstance(found, list)
    assert found[0].fields == {"nationalSubOrderId": 2, "cbuSubOrderId": 4, "nationalOrderId": 1, "cbuOrderId": 3}


def test_parameters_come_from_the_line_a_file_or_standard_input(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text('{"a": 1}', encoding="utf-8-sig")
    nothing = io.StringIO()
    assert read_argument('{"a": 1}', nothing) == {"a": 1}
    assert read_argument(f"@{tmp_path}/p.json", nothing) == {"a": 1}
    assert read_argument("-", io.StringIO('{"a": 1}')) == {"a": 1}
    assert read_argument(None, nothing) == {}


@pytest.mark.parametrize(
    ("argument", "reason"),
    [("{", "json"), ("", "json"), ("[1]", "object"), ("7", "object"), ("@/no/such/file", "file"), ('{"a": NaN}', "json"),
     ("[" * 100_000, "json"), ("@/", "file")],
)  # fmt: skip
def test_what_is_no_json_object_is_refused_with_the_reason(argument: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as error:
        read_argument(argument, io.StringIO())
    assert error.value.reason == reason
