"""Sign-in in the browser, codes, refreshing, postponing, expiry."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.sandbox import RunningSandbox

BACK = "http://127.0.0.1:8123/callback"
DAY_S = 86400


def authorize(sandbox: RunningSandbox, **changes: str) -> dict[str, str]:
    asked = {"client_id": sandbox.app_key, "site": "1688", "redirect_uri": BACK, "state": "abc"}
    return {name: value for name, value in (asked | changes).items() if value}


def code(sandbox: RunningSandbox, login: str = "buyer_demo_01") -> str:
    answer = sandbox.post("/oauth/authorize", login=login, **authorize(sandbox))
    assert answer.status_code == 302
    back = parse_qs(urlsplit(answer.headers["location"]).query)
    assert back["state"] == ["abc"]
    return back["code"][0]


def get_token(sandbox: RunningSandbox, protocol: str = "http", **fields: str) -> tuple[int, dict]:
    form = {"client_id": sandbox.app_key, "client_secret": sandbox.app_secret} | fields
    answer = sandbox.http.post(f"/openapi/{protocol}/1/system.oauth2/getToken/{sandbox.app_key}", data=form)
    return answer.status_code, answer.json()


def by_code(sandbox: RunningSandbox, one: str, **more: str) -> tuple[int, dict]:
    fields = {"grant_type": "authorization_code", "need_refresh_token": "true", "redirect_uri": BACK, "code": one}
    return get_token(sandbox, **fields | more)


def works(sandbox: RunningSandbox, token: str) -> bool:
    return sandbox.call("alibaba.trade.receiveAddress.get", token=token)[0] == 200


def test_the_page_offers_the_accounts(sandbox: RunningSandbox) -> None:
    page = sandbox.http.get("/oauth/authorize", params=authorize(sandbox))
    assert page.status_code == 200
    assert "buyer_demo_02" in page.text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"redirect_uri": ""}, "缺少必要参数"),
        ({"client_id": "1"}, "非法请求"),
        ({"redirect_uri": "ftp://x"}, "非法请求"),
    ],
)
def test_the_page_refuses_as_the_platform_does(sandbox: RunningSandbox, changes: dict, words: str) -> None:
    page = sandbox.http.get("/oauth/authorize", params=authorize(sandbox, **changes))
    assert words in page.text


def test_only_registered_hosts_are_redirected_to(sandbox: RunningSandbox) -> None:
    sandbox.control("options", redirect_hosts=["example.com"])
    assert "非法请求" in sandbox.http.get("/oauth/authorize", params=authorize(sandbox)).text


def test_a_code_is_good_for_tokens(sandbox: RunningSandbox) -> None:
    status, body = by_code(sandbox, code(sandbox))
    assert (status, body["expires_in"], body["memberId"]) == (200, "36000", sandbox.member_id)
    assert body["refresh_token"]
    assert works(sandbox, body["access_token"])


def test_a_code_works_once(sandbox: RunningSandbox) -> None:
    one = code(sandbox)
    by_code(sandbox, one)
    assert by_code(sandbox, one)[0] == 400


def test_a_code_dies_after_two_minutes(sandbox: RunningSandbox) -> None:
    one = code(sandbox)
    sandbox.control("clock", advance_s=121)
    assert by_code(sandbox, one)[0] == 400


def test_a_code_is_bound_to_its_redirect_address(sandbox: RunningSandbox) -> None:
    assert by_code(sandbox, code(sandbox), redirect_uri="http://127.0.0.1/other")[0] == 400
    assert by_code(sandbox, code(sandbox), redirect_uri="default")[0] == 200


def test_a_wrong_secret_gets_nothing(sandbox: RunningSandbox) -> None:
    status, body = by_code(sandbox, code(sandbox), client_secret="wrong")
    assert (status, body["error"]) == (400, "invalid_client")


@pytest.mark.parametrize("protocol", ["http", "param2"])
def test_a_refresh_gives_no_new_refresh_token(sandbox: RunningSandbox, protocol: str) -> None:
    fields = {"grant_type": "refresh_token", "refresh_token": sandbox.refresh_token}
    status, body = get_token(sandbox, protocol, **fields)
    assert (status, "refresh_token" in body) == (200, False)
    assert works(sandbox, body["access_token"])


def test_an_access_token_ends_after_ten_hours(sandbox: RunningSandbox) -> None:
    _, body = by_code(sandbox, code(sandbox))
    sandbox.control("clock", advance_s=36001)
    assert not works(sandbox, body["access_token"])


@pytest.mark.parametrize(("age_s", "alive"), [(35_990, True), (36_000, False)])
def test_an_access_token_lives_ten_hours_and_no_longer(sandbox: RunningSandbox, age_s: int, alive: bool) -> None:
    sandbox.control("clock", speed=0)
    _, body = by_code(sandbox, code(sandbox))
    assert body["expires_in"] == "36000"
    sandbox.control("clock", advance_s=age_s)
    assert works(sandbox, body["access_token"]) is alive


@pytest.mark.parametrize(("age_s", "alive"), [(182 * 86_400 - 10, True), (182 * 86_400, False)])
def test_a_refresh_token_lives_half_a_year_and_no_longer(sandbox: RunningSandbox, age_s: int, alive: bool) -> None:
    sandbox.control("clock", speed=0)
    _, body = by_code(sandbox, code(sandbox))
    sandbox.control("clock", advance_s=age_s)
    fields = {"grant_type": "refresh_token", "refresh_token": body["refresh_token"]}
    assert (get_token(sandbox, **fields)[0] == 200) is alive


@pytest.mark.parametrize(("age_s", "alive"), [(110, True), (120, False)])
def test_a_code_lives_two_minutes_and_no_longer(sandbox: RunningSandbox, age_s: int, alive: bool) -> None:
    sandbox.control("clock", speed=0)
    one = code(sandbox)
    sandbox.control("clock", advance_s=age_s)
    assert (by_code(sandbox, one)[0] == 200) is alive


@pytest.mark.parametrize(("age_days", "status"), [(151, 400), (152, 200), (181, 200), (182, 400)])
def test_a_refresh_token_is_postponed_from_30_days_before_its_end_until_that(
    sandbox: RunningSandbox, age_days: int, status: int
) -> None:
    sandbox.control("clock", speed=0)
    _, old = by_code(sandbox, code(sandbox))
    sandbox.control("clock", advance_s=age_days * DAY_S)
    assert postpone(sandbox, old)[0] == status


def test_the_printed_token_can_be_made_to_expire(sandbox: RunningSandbox) -> None:
    sandbox.control("tokens/expire")
    assert not works(sandbox, sandbox.access_token)
    fields = {"grant_type": "refresh_token", "refresh_token": sandbox.refresh_token}
    assert works(sandbox, get_token(sandbox, **fields)[1]["access_token"])


def postpone(sandbox: RunningSandbox, tokens: dict) -> tuple[int, dict]:
    form = {"client_id": sandbox.app_key, "client_secret": sandbox.app_secret}
    form |= {"refresh_token": tokens["refresh_token"], "access_token": sandbox.access_token}
    answer = sandbox.http.post(f"/openapi/param2/1/system.oauth2/postponeToken/{sandbox.app_key}", data=form)
    return answer.status_code, answer.json()


def test_a_refresh_token_can_be_postponed_in_its_last_30_days_only(sandbox: RunningSandbox) -> None:
    _, old = by_code(sandbox, code(sandbox))
    assert postpone(sandbox, old)[0] == 400
    sandbox.control("clock", advance_s=153 * DAY_S)
    status, new = postpone(sandbox, old)
    assert status == 200
    assert new["refresh_token"] != old["refresh_token"]
    fields = {"grant_type": "refresh_token", "refresh_token": old["refresh_token"]}
    assert get_token(sandbox, **fields)[0] == 400


def test_the_second_buyer_has_a_member_id_of_his_own(sandbox: RunningSandbox) -> None:
    _, body = by_code(sandbox, code(sandbox, "buyer_demo_02"))
    assert body["memberId"] == sandbox.credentials["second_member_id"]
