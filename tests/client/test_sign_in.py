from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from sourcing_app.client.auth import code_from, postpone
from sourcing_app.client.sign_in import RedirectListener, SignIn
from sourcing_app.client.transport import Transport
from sourcing_app.errors import InvalidInput, Refused, UnexpectedReply, Unreachable
from tests.client.contracts import sample
from tests.client.wire import APP_KEY, SECRET, Canned, Hourglass, Wire, credentials

REDIRECT = "http://127.0.0.1:12345/callback"
GATEWAY = "https://gateway.example"


def sign_in() -> SignIn:
    return SignIn(GATEWAY, credentials(access_token=None), REDIRECT)


def state_of(started: SignIn) -> str:
    return parse_qs(urlsplit(started.page_url).query)["state"][0]


def test_the_page_is_asked_for_with_the_registered_address_and_a_new_state() -> None:
    first, second = sign_in(), sign_in()
    query = parse_qs(urlsplit(first.page_url).query)
    assert first.page_url.startswith("https://auth.1688.com/oauth/authorize?")
    assert (query["client_id"], query["site"], query["redirect_uri"]) == ([APP_KEY], ["1688"], [REDIRECT])
    assert state_of(first) != state_of(second)


async def test_a_code_becomes_tokens() -> None:
    started, hourglass = sign_in(), Hourglass()
    wire = Wire(sample("system.oauth2.getToken"))
    address = f"{REDIRECT}?code=the-code&state={state_of(started)}"
    found = await started.finish(address, Transport(handler=wire), hourglass.timing())
    assert wire.urls == [f"{GATEWAY}/openapi/param2/1/system.oauth2/getToken/{APP_KEY}"]
    sent = wire.sent[0]
    assert (sent["grant_type"], sent["code"], sent["redirect_uri"]) == ("authorization_code", "the-code", REDIRECT)
    assert (sent["client_id"], sent["client_secret"], sent["need_refresh_token"]) == (APP_KEY, SECRET, "true")
    assert "_aop_signature" not in sent
    assert found.refresh_token == "479f9564-1049-456e-ab62-29d3e82277d9"
    assert found.expires_at == datetime.fromtimestamp(hourglass.now, UTC) + timedelta(hours=10)


@pytest.mark.parametrize("query", ["code=x", "code=x&state=", "code=x&state=other", "state=", ""])
async def test_x03_a_code_with_a_wrong_or_missing_state_is_not_used(query: str) -> None:
    wire = Wire({})
    with pytest.raises(InvalidInput) as caught:
        await sign_in().finish(f"{REDIRECT}?{query}", Transport(handler=wire))
    assert (caught.value.reason, wire.sent) == ("state", [])


def test_a_refusal_on_the_page_is_told() -> None:
    with pytest.raises(InvalidInput) as caught:
        code_from(f"{REDIRECT}?error=access_denied&state=s", "s")
    assert caught.value.reason == "refused"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Canned({"error_code": "400", "error_message": "code used"}, 400), Refused),
        (Canned({"error": "invalid_grant", "error_description": "code used"}, 400), Refused),
        (Canned({"memberId": "b2b-1"}), UnexpectedReply),
        (Canned([]), UnexpectedReply),
        (Canned(b"<html>"), Unreachable),
        (Canned(b"oops", 502), Unreachable),
    ],
)
async def test_a_code_that_brings_no_token_is_an_error(answer: Canned, error: type[Exception]) -> None:
    started, wire = sign_in(), Wire(answer)
    with pytest.raises(error):
        await started.finish(f"{REDIRECT}?code=x&state={state_of(started)}", Transport(handler=wire))
    assert len(wire.sent) == 1


async def test_a_postponed_refresh_token_replaces_the_old_one() -> None:
    wire = Wire(sample("system.oauth2.postponeToken"))
    old = credentials(refresh_token="REFRESH-old-01")
    found = await postpone(Transport(handler=wire), GATEWAY, old, datetime.now(UTC))
    assert (wire.sent[0]["refresh_token"], wire.sent[0]["access_token"]) == ("REFRESH-old-01", old.access_token)
    assert found.refresh_token == "b7d1c1f2-2f0a-4a66-8d2f-9d6f5e1a7c33"
    assert found.refresh_expires_at is not None


async def knock(url: str, request: bytes) -> bytes:
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(request)
    await writer.drain()
    answer = await reader.read()
    writer.close()
    return answer


async def test_the_listener_hands_over_the_address_of_the_redirect_and_nothing_else() -> None:
    async with RedirectListener() as listener:
        path = urlsplit(listener.redirect_uri).path
        assert b"404" in await knock(listener.redirect_uri, b"GET /favicon.ico HTTP/1.1\r\n\r\n")
        assert b"404" in await knock(listener.redirect_uri, f"POST {path} HTTP/1.1\r\n\r\n".encode())
        answer = await knock(listener.redirect_uri, f"GET {path}?code=c&state=s HTTP/1.1\r\n\r\n".encode())
        assert answer.startswith(b"HTTP/1.1 200") and b"code" not in answer.split(b"\r\n\r\n")[1]
        assert await listener.address() == f"{listener.redirect_uri}?code=c&state=s"


async def test_the_listener_gives_up() -> None:
    async with RedirectListener() as listener:
        with pytest.raises(Unreachable):
            await listener.address(patience_s=0.01)


@pytest.mark.parametrize("wanted", ["https://127.0.0.1/x", "http://example.com/callback", "http://10.0.0.1/"])
def test_the_listener_listens_on_this_computer_only(wanted: str) -> None:
    with pytest.raises(InvalidInput):
        RedirectListener(wanted)
