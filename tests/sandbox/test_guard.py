"""Who may ask: not a page of the web, whatever it makes a browser send, and not a name that is not ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from tests.support.buying import buyable, order_made
from tests.support.sandbox import ROOT, RunningSandbox

Start = Callable[..., RunningSandbox]
PATHS = ("/_sandbox/state", "/_sandbox/credentials", "/openapi/x", "/pay/cashier.htm?orderId=1", "/img/ibank/x.jpg")
PUBLIC = "https://market.example:8443/demo"


def port(box: RunningSandbox) -> int:
    return urlsplit(box.base_url).port or 0


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "10.0.0.1", "evil@127.0.0.1", "127.0.0.1:x", ""],
)
def test_a_host_that_is_not_ours_is_refused(sandbox: RunningSandbox, path: str, host: str) -> None:
    answer = sandbox.http.get(path, headers={"host": host})
    assert answer.status_code == 421
    assert "127.0.0.1" in answer.json()["error"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:1", "[::1]:8080", "127.0.0.1:65000"])
def test_every_name_of_this_computer_is_taken_with_any_port_as_of_a_tunnel(sandbox: RunningSandbox, host: str) -> None:
    assert sandbox.http.get("/_sandbox/state", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://localhost:3000", "x"])
def test_a_page_of_another_origin_is_refused(sandbox: RunningSandbox, path: str, origin: str) -> None:
    for ask in (sandbox.http.get, sandbox.http.post):
        assert ask(path, headers={"origin": origin}).status_code == 403


def test_its_own_pages_may_pay(sandbox: RunningSandbox) -> None:
    order_id = order_made(sandbox)
    form = {"orderId": str(order_id), "channel": "alipay"}
    answer = sandbox.http.post("/pay/cashier.htm", data=form, headers={"origin": sandbox.base_url})
    assert answer.status_code == 303


@pytest.mark.parametrize(
    "kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/json"]
)
def test_a_control_call_that_acts_is_json(sandbox: RunningSandbox, kind: str | None) -> None:
    headers = {"content-type": kind} if kind else {}
    answer = sandbox.http.post("/_sandbox/clock", content=b'{"advance_s": 60}', headers=headers)
    assert answer.status_code == 415
    assert sandbox.look("clock")["ahead_s"] < 30
    headers = {"content-type": "Application/JSON; charset=utf-8"}
    assert sandbox.http.post("/_sandbox/clock", content=b'{"advance_s": 60}', headers=headers).status_code == 200


def test_behind_a_proxy_pictures_and_pay_pages_carry_the_public_address(fresh_sandbox: Start) -> None:
    box = fresh_sandbox("--public-url", f"{PUBLIC}/")
    assert box.base_url.startswith("http://127.0.0.1:")
    order_id = order_made(box, buyable(box).cargo())
    _, link = box.call("alibaba.alipay.url.get", orderIdList=[order_id])
    assert link["payUrl"].startswith(f"{PUBLIC}/pay/cashier.htm?")
    _, order = box.call("alibaba.trade.get.buyerView", orderId=order_id, webSite="1688")
    assert order["result"]["productItems"][0]["productImgUrl"][0].startswith(f"{PUBLIC}/img/")
    page = box.http.get(f"/pay/cashier.htm?orderId={order_id}", headers={"host": "market.example:8443"})
    assert page.status_code == 200 and f'<img src="{PUBLIC}/img/' in page.text and 'action="/' not in page.text
    form = {"orderId": str(order_id), "channel": "alipay"}
    own = {"host": "market.example:8443", "origin": "https://market.example:8443"}
    for headers in ({"origin": "https://evil.example"}, {"host": "market.example"}, {"host": "evil.example:8443"}):
        assert box.http.post("/pay/cashier.htm", data=form, headers=own | headers).status_code in (403, 421)
    paid = box.http.post("/pay/cashier.htm", data=form, headers=own)
    assert paid.headers["location"].startswith("/demo/pay/done.htm?")


@pytest.mark.parametrize(
    "url", ["market.example", "ftp://market.example", "https://", "https://a/?x=1", "https://a b/"]
)
def test_a_public_address_that_is_none_is_told_in_one_sentence(url: str) -> None:
    command = [sys.executable, "-m", "sourcing_app.sandbox", "--public-url", url]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert "is not a public address" in done.stderr and "Traceback" not in done.stderr


def test_what_is_refused_is_told_as_json(sandbox: RunningSandbox) -> None:
    answer = sandbox.http.get("/_sandbox/state", headers={"host": "evil.example"})
    assert answer.headers["content-type"] == "application/json" and json.loads(answer.text)
