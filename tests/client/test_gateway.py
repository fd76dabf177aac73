from __future__ import annotations

from sourcing_app.client import calls
from sourcing_app.client.signing import sign
from tests.client.wire import APP_KEY, SECRET, TOKEN, Wire, platform


async def test_a_call_is_signed_over_exactly_what_is_sent() -> None:
    wire = Wire({"result": {"success": True, "result": {"a": 1}}})
    assert await platform(wire).gateway.ask(calls.KEYWORD_QUERY, {"keyword": "保温杯", "filter": None}) == {"a": 1}
    sent = wire.sent[0]
    path = f"param2/1/com.alibaba.fenxiao.crossborder/product.search.keywordQuery/{APP_KEY}"
    assert wire.urls[0] == f"https://gateway.example/openapi/{path}"
    assert sent["_aop_signature"] == sign(path, sent, SECRET)
    assert sent["access_token"] == TOKEN
    assert sent["offerQueryParam"] == '{"keyword":"保温杯"}'


async def test_a_call_without_a_user_sends_no_token() -> None:
    wire = Wire({"result": "20260925101010000+0800"})
    await platform(wire).self_test()
    assert "access_token" not in wire.sent[0]
