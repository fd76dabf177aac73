"""Registration of end users in both dialects, and what an account tells of itself."""

from __future__ import annotations

from typing import Any

import pytest

from sourcing_app.sandbox.members import control
from tests.sandbox.market import BUYER, LOGIN, Market

TARO = {
    "country": "japan", "site": "sniff", "outLoginId": "taro.sample", "outMemberId": "u-000123",
    "email": "taro@sample.example", "mobile": "0312345678", "mobileArea": "JP", "ip": "203.0.113.7",
}  # fmt: skip


def register(market: Market, dialect: str = "live", **changes: Any) -> Any:
    account = {name: value for name, value in {**TARO, **changes}.items() if value is not None}
    return market.call("account.user.register", dialect=dialect, countryAccount=account)["result"]


def test_a_person_is_registered_once(market: Market) -> None:
    assert register(market) == {"success": True, "code": "S0000", "message": "success", "result": True}
    second = register(market)
    assert (second["success"], second["result"]) == (False, False)
    assert [row["out_member_id"] for row in control.read(market.world, {})["members"]] == ["u-000123"]


def test_the_same_login_is_free_on_another_site(market: Market) -> None:
    register(market)
    assert register(market, outMemberId="u-2")["success"] is False
    assert register(market, outMemberId="u-2", site="other")["success"] is True


@pytest.mark.parametrize(
    "fine",
    [
        {"email": None},
        {"mobile": None, "mobileArea": None},
        {"country": "vietnam", "mobileArea": "VN"},
        {"ip": "2001:db8::7"},
        {"outLoginId": "x" * 60},
    ],
)
def test_what_the_page_allows_is_taken(market: Market, fine: dict[str, Any]) -> None:
    assert register(market, **fine)["success"] is True


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": None, "mobile": None},
        {"email": "taro"},
        {"email": "taro@sample"},
        {"email": "a" * 60 + "@x.example"},
        {"mobile": "call me"},
        {"mobile": "1" * 31},
        {"mobileArea": None},
        {"mobileArea": "japan"},
        {"country": "Japan"},
        {"country": "atlantis"},
        {"site": "Sniff"},
        {"site": "sni ff"},
        {"site": "s" * 17},
        {"outLoginId": "x" * 61},
        {"outMemberId": "x" * 61},
        {"outMemberId": ""},
        {"ip": "203.0.113"},
        {"ip": None},
    ],
)
def test_what_the_page_forbids_is_refused_with_both_flags(market: Market, wrong: dict[str, Any]) -> None:
    reply = register(market, **wrong)
    assert (reply["success"], reply["result"]) == (False, False)
    assert reply["message"]


def test_the_older_dialect_has_limits_of_its_own(market: Market) -> None:
    assert register(market, "seed", outLoginId="x" * 33)["success"] is False
    assert register(market, "seed", outMemberId="x" * 64, ip=None)["success"] is True


def test_an_account_tells_its_member_id(market: Market) -> None:
    account = market.call("alibaba.account.basic")["result"]
    assert (account["memberId"], account["loginId"], account["userId"]) == (BUYER, LOGIN, 2200000000001)


def test_a_sub_account_tells_its_own_login_and_state(market: Market) -> None:
    account = market.call("alibaba.account.basic", login=f"{LOGIN}:sub1")["result"]
    assert (account["memberId"], account["loginId"], account["status"]) == (BUYER, f"{LOGIN}:sub1", "enabled")


def test_a_main_account_sees_its_sub_accounts(market: Market) -> None:
    reply = market.call("alibaba.subAccount.list")
    assert [sub["loginId"] for sub in reply["subAccountList"]] == [f"{LOGIN}:sub1"]


def test_a_sub_account_sees_the_main_account_alone(market: Market) -> None:
    reply = market.call("alibaba.subAccount.list", login=f"{LOGIN}:sub1")
    assert (reply["mainLoginId"], "subAccountList" in reply) == (LOGIN, False)
