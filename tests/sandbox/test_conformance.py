"""Every call is answered, and answers as its contract says. The contracts are read here anew, not with our reader."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.support.buying import HOME, buyable, order_made
from tests.support.sandbox import CONTRACTS, RunningSandbox

NAMES = sorted(path.stem for path in CONTRACTS.glob("*.json"))
OAUTH = {"system.oauth2.getToken", "system.oauth2.postponeToken"}


def contract(api: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((CONTRACTS / f"{api}.json").read_text(encoding="utf-8"))
    return read


def mistakes(types: dict[str, Any], fields: list[dict[str, Any]], value: Any, where: str) -> list[str]:
    """Unknown members, wrong types, and members that should always be there."""
    known = {field["name"]: field for field in fields}
    found = [f"{where}.{name} is unknown" for name in value if name not in known]
    for name, field in known.items():
        if value.get(name) is not None:
            found += wrong_type(types, field["type"], value[name], f"{where}.{name}")
        elif field.get("presence") == "always" or field.get("required") is True:
            found.append(f"{where}.{name} is missing")
    return found


def wrong_type(types: dict[str, Any], kind: str, value: Any, where: str) -> list[str]:
    rows = re.fullmatch(r"list<(.+)>", kind)
    if rows:
        if not isinstance(value, list):
            return [f"{where} is no list"]
        return [fault for item in value for fault in wrong_type(types, rows.group(1), item, f"{where}[]")]
    if kind in types:
        return mistakes(types, types[kind], value, where) if isinstance(value, dict) else [f"{where} is no object"]
    return [] if any(fits(one, value) for one in kind.split("/")) else [f"{where} {value!r} is no {kind}"]


def fits(kind: str, value: Any) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    match kind:
        case "long" | "int":
            return (number and int(value) == value) or (isinstance(value, str) and value.isdigit())
        case "double" | "decimal":
            return number or (isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value) is not None)
        case "boolean":
            return value in (True, False, "true", "false")
        case "date":
            return (
                isinstance(value, str)
                and re.fullmatch(r"\d{14}(\d{3})?[+-]\d{4}|[\d-]{10} [\d:]{8}", value) is not None
            )
        case "string":
            return isinstance(value, (str, bool, int, float))
    return isinstance(value, dict)


def check(sandbox: RunningSandbox, api: str, **params: Any) -> Any:
    status, body = sandbox.call(api, **params)
    assert status == 200, body
    read = contract(api)
    assert mistakes(read["types"], read["response"]["fields"], body, api) == []
    return body


def test_every_contract_is_answered_and_nothing_else_is() -> None:
    from sourcing_app.sandbox.every_call import check_every_contract_is_answered
    from sourcing_app.sandbox.registry import answered_apis

    check_every_contract_is_answered()
    assert answered_apis() == set(NAMES) - OAUTH


@pytest.fixture
def order_id(sandbox: RunningSandbox) -> int:
    order = order_made(sandbox, buyable(sandbox, quote_type=1).cargo(), outOrderId="mine-1", message="请当天发货")
    sandbox.control(f"orders/{order}/pay")
    sandbox.control(f"orders/{order}/ship")
    sandbox.control(f"orders/{order}/deliver")
    return order


def test_preview_and_create_conform(sandbox: RunningSandbox) -> None:
    cargo = [buyable(sandbox, quote_type=1, promotion="yes").cargo()]
    check(sandbox, "alibaba.createOrder.preview", addressParam=HOME, cargoParamList=cargo)
    check(sandbox, "alibaba.trade.createCrossOrder", flow="general", addressParam=HOME, cargoParamList=cargo)
    sandbox.control("options", split_above_lines=0)
    check(sandbox, "alibaba.trade.createCrossOrder", flow="general", addressParam=HOME, cargoParamList=cargo)


def test_refusals_of_preview_and_create_conform(sandbox: RunningSandbox) -> None:
    cargo = [{"offerId": 1, "quantity": 1}]
    _, body = sandbox.call("alibaba.createOrder.preview", addressParam=HOME, cargoParamList=cargo)
    assert set(body) == {"success", "errorCode", "errorMsg"}
    _, body = sandbox.call("alibaba.trade.createCrossOrder", flow="general", addressParam=HOME, cargoParamList=cargo)
    assert set(body) == {"success", "code", "message"}


@pytest.mark.parametrize("state", ["unpaid", "shipped", "closed"])
def test_detail_and_list_conform_in_every_state(sandbox: RunningSandbox, order_id: int, state: str) -> None:
    if state != "shipped":
        order_id = order_made(sandbox)
    if state == "closed":
        sandbox.control(f"orders/{order_id}/close")
    check(sandbox, "alibaba.trade.get.buyerView", webSite="1688", orderId=order_id)
    check(sandbox, "alibaba.trade.getBuyerOrderList", needMemoInfo=True, needInvoicingSetting=True)


@pytest.mark.parametrize(
    ("api", "params"),
    [
        ("alibaba.trade.getLogisticsInfos.buyerView", {"webSite": "1688", "orderId": "ORDER"}),
        ("alibaba.trade.getLogisticsTraceInfo.buyerView", {"webSite": "1688", "orderId": "ORDER"}),
        ("alibaba.order.memoAdd", {"orderId": "ORDER", "memo": "x", "remarkIcon": "1"}),
        ("alibaba.trade.addFeedback", {"tradeFeedbackParam": {"orderId": "ORDER", "feedback": "x"}}),
        ("logistics.delivery.urge", {"orderId": "ORDER"}),
        ("trade.order.buyerdelete", {"orderId": "ORDER"}),
        ("trade.receivegoods.confirm", {"orderId": "ORDER", "orderEntryIds": ["ORDER"]}),
        ("alibaba.trade.cancel", {"webSite": "1688", "tradeID": "ORDER", "cancelReason": "other"}),
        ("alibaba.trade.receiveAddress.get", {}),
        ("alibaba.trade.addresscode.parse", {"addressInfo": "浙江省 杭州市 滨江区网商路699号"}),
        ("alibaba.logistics.OpQueryLogisticCompanyList", {}),
        ("alibaba.accountPeriod.list.buyerView", {}),
        ("alibaba.trade.pay.protocolPay.isopen", {}),
        ("system.currentTime", {}),
    ],
)
def test_a_call_conforms(sandbox: RunningSandbox, order_id: int, api: str, params: dict) -> None:
    check(sandbox, api, **json.loads(json.dumps(params).replace("ORDER", str(order_id))))


@pytest.mark.parametrize(
    ("api", "params"),
    [
        ("alibaba.alipay.url.get", {"orderIdList": ["ORDER"]}),
        ("alibaba.crossBorderPay.url.get", {"orderIdList": ["ORDER"]}),
        ("alibaba.creditPay.url.get", {"orderIdList": ["ORDER"]}),
        ("alibaba.trade.grouppay.url.get", {"orderIds": ["ORDER"]}),
        ("alibaba.trade.payWay.query", {"orderId": "ORDER"}),
        ("trade.orderpay.analysis", {"orderIds": ["ORDER"], "payChannel": "kjpayV2"}),
        ("order.receiveAddress.buyerUpdate", {"param": {"orderId": "ORDER", "receiveAddress": HOME}}),
        ("alibaba.trade.pay.protocolPay.preparePay", {"tradeWithholdPreparePayParam": {"orderId": "ORDER"}}),
    ],
)
def test_a_call_about_an_unpaid_order_conforms(sandbox: RunningSandbox, api: str, params: dict) -> None:
    check(sandbox, api, **json.loads(json.dumps(params).replace("ORDER", str(order_made(sandbox)))))


def test_the_sandbox_counts_replies_that_do_not_conform(sandbox: RunningSandbox) -> None:
    sandbox.control("options", check_replies=True)
    order_id = order_made(sandbox)
    sandbox.call("alibaba.trade.get.buyerView", webSite="1688", orderId=order_id)
    assert sandbox.look("state")["reply_faults"] == {}


@pytest.mark.parametrize("api", [name for name in NAMES if name not in OAUTH])
def test_the_documented_sample_request_passes_the_gateway(sandbox: RunningSandbox, api: str) -> None:
    """Whatever the call itself then says: the request was complete, readable and signed."""
    read = contract(api)
    files = {field["name"]: b"picture" for field in read["request"]["fields"] if field["type"] == "byte[]"}
    status, body = sandbox.call(api, **read["sample_request"] | files)
    assert status == 200, body
    assert not (isinstance(body, dict) and "error_code" in body)
