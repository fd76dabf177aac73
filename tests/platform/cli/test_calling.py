"""What ``api call`` does when things are not as they should be: one JSON object, a class, an exit status, advice."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sourcing_app.errors import Refused, Throttled
from sourcing_app.platform.cli import advice, calling, output
from sourcing_app.platform.cli.identity import Asked
from sourcing_app.platform.orders.wire import order_of
from tests.platform.cli.desk import Person, asked, say
from tests.sandbox.scene import Scene
from tests.support.buying import buyable
from tests.support.sandbox import ROOT, RunningSandbox

SEARCH = {"keyword": "杯", "beginPage": 1, "pageSize": 5, "country": "en"}


def test_a_result_is_json_with_money_and_ids_as_they_should_be(sandbox: RunningSandbox, tmp_path: Path) -> None:
    order_id = Scene(sandbox).unpaid()
    result = say(asked(sandbox, tmp_path), "alibaba.trade.get.buyerView", {"orderId": order_id}).result
    assert result["order_id"] == str(order_id) and result["status"] == "waitbuyerpay"
    total = sandbox.look(f"orders/{order_id}")["total_fen"]
    assert result["total"] == {"amount": f"{total // 100}.{total % 100:02d}", "currency": "CNY"}


def test_raw_is_what_the_platform_said(sandbox: RunningSandbox, tmp_path: Path) -> None:
    said = say(asked(sandbox, tmp_path), "alibaba.account.basic", raw=True)
    assert said.status == 0 and said.result["result"]["memberId"] == sandbox.member_id


def test_raw_shows_a_business_refusal_as_it_came(sandbox: RunningSandbox, tmp_path: Path) -> None:
    params = {"tradeID": Scene(sandbox).paid(), "cancelReason": "other"}
    said = say(asked(sandbox, tmp_path), "alibaba.trade.cancel", params, raw=True)
    assert (said.result["success"], said.status) == (False, 3)


def test_a_business_refusal_has_its_code_its_words_and_advice(sandbox: RunningSandbox, tmp_path: Path) -> None:
    said = say(
        asked(sandbox, tmp_path), "alibaba.trade.cancel", {"tradeID": Scene(sandbox).paid(), "cancelReason": "other"}
    )
    assert (said.status, said.result["class"], said.result["code"]) == (3, "Refused", "ORDER_STATUS_ERROR")
    assert "refund" in said.result["advice"]


@pytest.mark.parametrize(
    ("changes", "status", "kind"),
    [
        ({"app_secret": "wrong"}, 5, "WrongCredentials"),
        ({"app_key": "999"}, 5, "WrongCredentials"),
        ({"access_token": "invented"}, 6, "SignInNeeded"),
        ({"gateway_url": "http://gw.open.1688.com"}, 2, "InvalidInput"),
        ({"gateway_url": "ftp://127.0.0.1"}, 2, "InvalidInput"),
        ({"app_secret": None}, 2, "InvalidInput"),
        ({"gateway_url": "http://127.0.0.1:9"}, 9, "Unreachable"),
    ],
)
def test_a_wrong_account_is_said_by_class(
    sandbox: RunningSandbox, tmp_path: Path, changes: dict[str, Any], status: int, kind: str
) -> None:
    said = say(asked(sandbox, tmp_path, **changes), "alibaba.trade.payWay.query", {"orderId": 1})
    assert (said.status, said.result["class"]) == (status, kind)
    assert said.result["advice"]


def test_a_missing_parameter_is_named_and_nothing_is_sent(sandbox: RunningSandbox, tmp_path: Path) -> None:
    said = say(asked(sandbox, tmp_path), "alibaba.trade.cancel", {})
    assert (said.status, said.result["names"]) == (2, ["tradeID", "cancelReason"])
    assert sandbox.look("calls")["calls"] == []


def test_an_unknown_call_is_answered_with_what_it_may_have_meant(tmp_path: Path) -> None:
    said = say(Asked(tmp_path), "alibaba.trade.getRefundReasonsList", {})
    assert said.status == 2 and said.result["near"][0] == "alibaba.trade.getRefundReasonList"


@pytest.mark.parametrize(
    "name",
    ["alibaba.account.basic", "ALIBABA.ACCOUNT.BASIC", "com.alibaba.account:alibaba.account.basic-1", "members.me"],
)
def test_a_call_goes_by_several_names(sandbox: RunningSandbox, tmp_path: Path, name: str) -> None:
    assert say(asked(sandbox, tmp_path), name).result["member_id"] == sandbox.member_id


def test_no_account_is_said_with_the_ways_to_give_one(tmp_path: Path) -> None:
    said = say(Asked(tmp_path), "alibaba.account.basic")
    assert (said.status, said.result["code"]) == (2, "none")
    assert "--credentials" in said.result["advice"]


def payment(sandbox: RunningSandbox) -> tuple[dict[str, Any], int]:
    sandbox.control("agreement", alipay=True)
    order_id = Scene(sandbox).unpaid()
    return {"orderId": order_id, "payChannel": "alipay"}, order_id


PAY = "alibaba.trade.pay.protocolPay.preparePay"


@pytest.mark.parametrize(
    ("typed", "paid"), [("yes\n", True), ("y\n", True), ("no\n", False), ("\n", False), ("", False)]
)
def test_money_moves_only_after_a_yes(sandbox: RunningSandbox, tmp_path: Path, typed: str, paid: bool) -> None:
    params, order_id = payment(sandbox)
    said = say(asked(sandbox, tmp_path), PAY, params, stdin=Person(typed))
    assert said.status == (0 if paid else 12)
    assert (sandbox.look(f"orders/{order_id}")["status"] == "waitsellersend") is paid
    assert "moves money" in said.err


def test_without_anybody_to_ask_money_does_not_move(sandbox: RunningSandbox, tmp_path: Path) -> None:
    params, order_id = payment(sandbox)
    said = say(asked(sandbox, tmp_path), PAY, params, stdin=io.StringIO("yes\n"))
    assert (said.status, said.result["class"]) == (12, "NotConfirmed")
    assert sandbox.look(f"orders/{order_id}")["status"] == "waitbuyerpay"


def test_a_lost_answer_of_a_money_call_is_of_unknown_outcome_and_not_sent_again(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    sandbox.control("faults", faults=[{"kind": "lost_after", "api": "alibaba.trade.createCrossOrder"}])
    cargo = [buyable(sandbox, quote_type=1).cargo()]
    params = {
        "flow": "general",
        "addressParam": {"addressId": 593861699},
        "cargoParamList": cargo,
        "outOrderId": "once",
    }
    said = say(asked(sandbox, tmp_path), "alibaba.trade.createCrossOrder", params, yes=True)
    assert (said.status, said.result["class"]) == (11, "OutcomeUnknown")
    assert "Do NOT send it again" in said.result["advice"]
    assert said.result["out_order_id"] == "once"
    assert len(sandbox.look("orders")["orders"]) == 1


def test_an_order_without_a_key_of_its_own_gets_one_that_is_told_and_finds_it(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    who = asked(sandbox, tmp_path)
    params: dict[str, object] = {"flow": "general", "addressParam": {"addressId": 593861699}}
    params["cargoParamList"] = [buyable(sandbox, quote_type=1).cargo()]
    made = say(who, "alibaba.trade.createCrossOrder", params, yes=True)
    key = made.result["out_order_id"]
    assert key.startswith("src-") and key in made.err
    found = say(who, "alibaba.trade.getBuyerOrderList", {"outOrderId": key}).result["orders"]
    assert [order["order_id"] for order in found] == [order["order_id"] for order in made.result["orders"]]


def test_a_lost_answer_tells_the_key_that_was_made_and_how_to_look_it_up(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    sandbox.control("faults", faults=[{"kind": "lost_after", "api": "alibaba.trade.createCrossOrder"}])
    params: dict[str, object] = {"flow": "general", "addressParam": {"addressId": 593861699}}
    params["cargoParamList"] = [buyable(sandbox, quote_type=1).cargo()]
    said = say(asked(sandbox, tmp_path), "alibaba.trade.createCrossOrder", params, yes=True)
    key = said.result["out_order_id"]
    assert f'getBuyerOrderList \'{{"outOrderId": "{key}"}}\'' in said.result["advice"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals to send")
def test_an_order_that_is_interrupted_on_its_way_is_told_as_of_unknown_outcome(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    sandbox.control("faults", faults=[{"kind": "hold", "api": "alibaba.trade.createCrossOrder"}])
    params: dict[str, object] = {"flow": "general", "addressParam": {"addressId": 593861699}}
    params["cargoParamList"] = [buyable(sandbox, quote_type=1).cargo()]
    who = ["--gateway-url", sandbox.base_url, "--app-key", sandbox.app_key, "--app-secret", sandbox.app_secret]
    words = ["api", "call", "alibaba.trade.createCrossOrder", json.dumps(params), "--yes", "--profile", str(tmp_path)]
    command = [sys.executable, "-m", "sourcing_app", *words, *who, "--access-token", sandbox.access_token]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not sandbox.look("orders")["orders"]:
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate()
    said = json.loads(out)
    assert (process.returncode, said["class"], said["because"]) == (11, "OutcomeUnknown", "broken: interrupted")
    assert [order["out_order_id"] for order in sandbox.look("orders")["orders"]] == [said["out_order_id"]]


def test_a_key_is_not_said_to_be_sent_before_the_order_is_confirmed(sandbox: RunningSandbox, tmp_path: Path) -> None:
    params: dict[str, object] = {"flow": "general", "addressParam": {"addressId": 593861699}}
    params["cargoParamList"] = [buyable(sandbox, quote_type=1).cargo()]
    said = say(asked(sandbox, tmp_path), "alibaba.trade.createCrossOrder", params, stdin=io.StringIO("yes\n"))
    assert said.status == 12 and "sent with" not in said.err


def test_no_key_is_made_for_an_order_that_is_not_sent(sandbox: RunningSandbox, tmp_path: Path) -> None:
    said = say(asked(sandbox, tmp_path), "alibaba.trade.createCrossOrder", {"flow": "general"}, yes=True)
    assert (said.status, said.result["class"], said.err) == (2, "InvalidInput", "")


def test_no_permission_is_remembered_and_shown_in_the_list(sandbox: RunningSandbox, tmp_path: Path) -> None:
    from sourcing_app.platform.cli.listing import rows

    who = asked(sandbox, tmp_path)
    sandbox.control("options", denied=["alibaba.account.basic"])
    said = say(who, "alibaba.account.basic")
    assert (said.status, said.result["class"], said.result["code"]) == (7, "NotPermitted", "gw.APIACLDecline")
    say(who, "alibaba.trade.receiveAddress.get")
    allowed = {row["name"]: row["allowed"] for row in rows(who)}
    assert allowed["alibaba.account.basic"] is False
    assert allowed["alibaba.trade.receiveAddress.get"] is True
    assert allowed["alibaba.trade.cancel"] is None


def test_at_the_call_limit_it_gives_up_when_the_wait_is_longer_than_its_patience(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    sandbox.control("faults", faults=[{"kind": "throttle", "times": 5}])
    said = say(asked(sandbox, tmp_path), "alibaba.account.basic", patience_s=5.0)
    assert (said.status, said.result["class"]) == (8, "Throttled")
    assert said.result["text"] == "App call exceeds limited frequency" and "Wait 1" in said.result["advice"]
    assert said.err == ""


def test_at_the_call_limit_it_says_how_long_it_waits(capsys: pytest.CaptureFixture[str]) -> None:
    patience = calling._Patience(60.0, sys.stderr)
    patience.wait(10.0)
    patience.wait(20.0)
    assert capsys.readouterr().err == "call limit reached: waiting 10 s\ncall limit reached: waiting 20 s\n"
    with pytest.raises(Throttled):
        patience.wait(40.0)


def test_a_page_of_a_captive_portal_is_told_apart(sandbox: RunningSandbox, tmp_path: Path) -> None:
    sandbox.control("faults", faults=[{"kind": "html", "status": 200}])
    said = say(asked(sandbox, tmp_path), "alibaba.account.basic")
    assert (said.status, said.result["code"]) == (9, "html")


def test_no_secret_is_ever_printed(sandbox: RunningSandbox, tmp_path: Path) -> None:
    who = asked(sandbox, tmp_path, access_token="planted-secret-token")
    for name in ("alibaba.account.basic", "alibaba.trade.cancel"):
        said = say(who, name, {"tradeID": 1, "cancelReason": "other"} if "cancel" in name else {})
        assert "planted-secret-token" not in said.out + said.err
        assert sandbox.app_secret not in said.out + said.err


def test_a_refresh_token_is_changed_for_an_access_token(sandbox: RunningSandbox, tmp_path: Path) -> None:
    params = {"grant_type": "refresh_token", "refresh_token": sandbox.refresh_token}
    result = say(asked(sandbox, tmp_path), "system.oauth2.getToken", params).result
    assert result["access_token"] and result["expires_in_s"] == 36000 and result["refresh_token"] == ""


def test_unknown_words_of_the_platform_are_printed_as_they_are(sandbox: RunningSandbox, tmp_path: Path) -> None:
    sandbox.control("options", odd_values="all")
    order_id, refund_id = Scene(sandbox).refund()
    said = say(asked(sandbox, tmp_path), "alibaba.trade.refund.OpQueryOrderRefund", {"refundId": refund_id})
    assert said.status == 0 and said.result["order_id"] == str(order_id)
    assert json.loads(said.out)["goods_received"] in (True, False, None)


def test_the_gateways_own_words_and_request_id_are_told(sandbox: RunningSandbox, tmp_path: Path) -> None:
    told = say(asked(sandbox, tmp_path, access_token="invented"), "alibaba.account.basic").result
    assert (told["code"], told["text"]) == ("401", "Request need user authenticated")
    assert told["request_id"]
    sandbox.control("options", denied=["*"])
    told = say(asked(sandbox, tmp_path), "alibaba.account.basic").result
    assert (told["text"], bool(told["request_id"])) == ("AppKey is not allowed(acl)", True)


def test_a_state_of_an_order_that_is_new_is_printed_in_the_platforms_word() -> None:
    order = order_of(
        {"baseInfo": {"id": 2987650012345678901, "totalAmount": "1", "status": "brand_new"}}, is_detail=True
    )
    assert output.plain(order)["status"] == "brand_new"


def test_a_gateway_of_the_older_dialect_is_understood_without_being_told(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    sandbox.control("options", dialect="seed")
    said = say(asked(sandbox, tmp_path, dialect=None), "product.search.keywordQuery", SEARCH)
    assert said.status == 0 and said.result["offers"]
    assert "--dialect seed" in said.err


def test_a_dialect_that_was_told_is_kept_to(sandbox: RunningSandbox, tmp_path: Path) -> None:
    sandbox.control("options", dialect="seed")
    said = say(asked(sandbox, tmp_path, dialect="live"), "product.search.keywordQuery", SEARCH)
    assert (said.status, said.result["code"]) == (3, "gw.ParamMissing")
    assert "--dialect" in said.result["advice"]


@pytest.mark.parametrize(
    ("name", "code", "text", "words"),
    [
        ("alibaba.trade.get.buyerView", "500", "不是自己的订单", "another account"),
        ("alibaba.trade.get.buyerView", "order.nopermission.buyer", "", "another account"),
        ("alibaba.trade.createCrossOrder", "500_004", "库存不足", "preview"),
        ("alibaba.trade.refund.OpQueryOrderRefund", "003002", "退款单不存在", "refund number"),
        ("alibaba.category.get", "500_1", "类目不存在", "unknown category"),
        ("system.oauth2.getToken", "invalid_grant", "code expired", "two minutes"),
        ("system.oauth2.postponeToken", "400", "too early", "30 days"),
        ("alibaba.trade.get.buyerView", "", "", "without a reason"),
    ],
)
def test_a_refusal_is_explained_by_what_is_known_of_it(name: str, code: str, text: str, words: str) -> None:
    assert words in advice.advice(Refused(code, text, None, name), name).lower()


@pytest.mark.parametrize("code", ["500_0041", "500_01", "500"])
def test_a_code_that_is_only_alike_is_not_explained(code: str) -> None:
    plain = advice.advice(Refused("", "x", None), "alibaba.trade.createCrossOrder")
    assert advice.advice(Refused(code, "x", None), "alibaba.trade.createCrossOrder") == plain
