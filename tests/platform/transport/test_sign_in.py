from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from sourcing_app.errors import InvalidInput, Unreachable
from sourcing_app.platform.transport.auth import code_from, postpone
from sourcing_app.platform.transport.sign_in import RedirectListener
from sourcing_app.platform.transport.transport import Transport
from tests.platform.contracts import sample
from tests.platform.wire import Wire, credentials

REDIRECT = "http://127.0.0.1:12345/callback"
GATEWAY = "https://gateway.example"


def test_a_refusal_on_the_page_is_told() -> None:
    with pytest.raises(InvalidInput) as caught:
        code_from(f"{REDIRECT}?error=access_denied&state=s", "s")
    assert caught.value.reason == "refused"


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


async def test_the_listener_gives_up_at_once_when_told_to() -> None:
    async with RedirectListener() as listener:
        listener.give_up()
        with pytest.raises(Unreachable):
            await listener.address()


async def test_the_listener_gives_up() -> None:
    async with RedirectListener() as listener:
        with pytest.raises(Unreachable):
            await listener.address(patience_s=0.01)


@pytest.mark.parametrize("wanted", ["https://127.0.0.1/x", "http://example.com/callback", "http://10.0.0.1/"])
def test_the_listener_listens_on_this_computer_only(wanted: str) -> None:
    with pytest.raises(InvalidInput):
        RedirectListener(wanted)
