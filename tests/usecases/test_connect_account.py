"""Connecting an account at the real marketplace, whatever was chosen in the form."""

from __future__ import annotations

import asyncio
import socket
from urllib.parse import parse_qs, urlsplit

import pytest

from sourcing_app.domain.account import Account, AccountForm, Credentials, Dialect
from sourcing_app.domain.ids import AccountKey
from sourcing_app.errors import InvalidInput, Refused, StoreUnavailable, UnexpectedReply, Unreachable
from sourcing_app.platform.platform import Platform
from sourcing_app.usecases.connect_account import ConnectAccount
from tests.platform.contracts import sample
from tests.platform.wire import APP_KEY, SECRET, Canned, Wire
from tests.support.sandbox import RunningSandbox

REDIRECT = "https://example.com/callback"
GATEWAY = "https://gateway.example"


def form(sandbox: RunningSandbox, dialect: Dialect) -> AccountForm:
    return AccountForm(
        app_key=sandbox.app_key,
        app_secret=sandbox.app_secret,
        token=sandbox.access_token,
        gateway_url=sandbox.base_url,
        dialect=dialect,
    )


@pytest.mark.parametrize("spoken", list(Dialect))
@pytest.mark.parametrize("chosen", list(Dialect))
async def test_an_account_is_kept_with_the_dialect_its_gateway_speaks(
    sandbox: RunningSandbox, spoken: Dialect, chosen: Dialect
) -> None:
    sandbox.control("options", dialect=spoken.value)
    connected = await ConnectAccount(Platform).with_token(form(sandbox, chosen))
    assert connected.account.dialect is spoken
    assert connected.account.member_id == sandbox.member_id


async def test_a_gateway_that_does_not_tell_its_dialect_is_believed_to_speak_the_chosen_one(
    sandbox: RunningSandbox,
) -> None:
    sandbox.control("options", denied=["product.search.*"])
    connected = await ConnectAccount(Platform).with_token(form(sandbox, Dialect.SEED))
    assert connected.account.dialect is Dialect.SEED


class Locked:
    """A keyring that nobody unlocks."""

    def save(self, key: AccountKey, credentials: Credentials) -> None:
        raise StoreUnavailable("no_keychain", "keychain", "locked")

    def forget(self, key: AccountKey) -> None:
        raise StoreUnavailable("no_keychain", "keychain", "locked")


async def test_a_locked_keyring_does_not_cost_the_sign_in(sandbox: RunningSandbox) -> None:
    connected = await ConnectAccount(Platform, Locked()).with_token(form(sandbox, Dialect.LIVE))
    assert connected.credentials.access_token == sandbox.access_token and not connected.kept


def at(wire: Wire) -> ConnectAccount:
    """Connecting at a gateway of our own."""

    def opened(account: Account, keys: Credentials) -> Platform:
        return Platform(account, keys, handler=wire)

    return ConnectAccount(opened)


def browser_form(redirect_uri: str = REDIRECT) -> AccountForm:
    return AccountForm(APP_KEY, SECRET, GATEWAY, redirect_uri=redirect_uri)


def test_the_page_is_asked_for_with_the_registered_address_and_a_new_state() -> None:
    connect = at(Wire({}))
    first = connect.sign_in_page(AccountForm(APP_KEY, SECRET, redirect_uri=REDIRECT))
    query = parse_qs(urlsplit(first.url).query)
    assert first.url.startswith("https://auth.1688.com/oauth/authorize?")
    assert (query["client_id"], query["site"], query["redirect_uri"]) == ([APP_KEY], ["1688"], [REDIRECT])
    assert query["state"] == [first.state] != [connect.sign_in_page(browser_form()).state]


async def test_a_code_becomes_tokens() -> None:
    wire = Wire(sample("system.oauth2.getToken"), {"result": "20260925101010000+0800"}, sample("alibaba.account.basic"))
    connect = at(wire)
    page = connect.sign_in_page(browser_form())
    found = await connect.with_answer(browser_form(), page, f"{REDIRECT}?code=the-code&state={page.state}")
    assert wire.urls[0] == f"{GATEWAY}/openapi/param2/1/system.oauth2/getToken/{APP_KEY}"
    sent = wire.sent[0]
    assert (sent["grant_type"], sent["code"], sent["redirect_uri"]) == ("authorization_code", "the-code", REDIRECT)
    assert (sent["client_id"], sent["client_secret"], sent["need_refresh_token"]) == (APP_KEY, SECRET, "true")
    assert "_aop_signature" not in sent
    assert found.credentials.refresh_token == "479f9564-1049-456e-ab62-29d3e82277d9"
    assert found.credentials.expires_at is not None


@pytest.mark.parametrize("query", ["code=x", "code=x&state=", "code=x&state=other", "state=", ""])
async def test_x03_a_code_with_a_wrong_or_missing_state_is_not_used(query: str) -> None:
    wire = Wire({})
    connect = at(wire)
    page = connect.sign_in_page(browser_form())
    with pytest.raises(InvalidInput) as caught:
        await connect.with_answer(browser_form(), page, f"{REDIRECT}?{query}")
    assert (caught.value.reason, wire.sent) == ("state", [])


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
    wire = Wire(answer)
    connect = at(wire)
    page = connect.sign_in_page(browser_form())
    with pytest.raises(error):
        await connect.with_answer(browser_form(), page, f"{REDIRECT}?code=x&state={page.state}")
    assert len(wire.sent) == 1


def free_address() -> str:
    """A registered address at a port of this computer that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/callback"


async def browse(address: str) -> None:
    """What a browser does at the end of a sign-in; again until somebody listens."""
    parts = urlsplit(address)
    while True:
        try:
            _, writer = await asyncio.open_connection(parts.hostname, parts.port)
        except ConnectionRefusedError:
            await asyncio.sleep(0)
            continue
        writer.write(f"GET {parts.path}?{parts.query} HTTP/1.1\r\n\r\n".encode())
        await writer.drain()
        writer.close()
        return


async def test_the_browser_comes_back_by_itself_where_the_registered_address_is_here() -> None:
    connect, here = at(Wire({})), free_address()
    waiting = asyncio.create_task(connect.redirected(browser_form(here)))
    await browse(f"{here}?code=c&state=s")
    assert await waiting == f"{here}?code=c&state=s"


async def test_a_second_attempt_takes_the_port_from_the_first() -> None:
    connect, here = at(Wire({})), free_address()
    first = asyncio.create_task(connect.redirected(browser_form(here)))
    await asyncio.sleep(0)
    second = asyncio.create_task(connect.redirected(browser_form(here)))
    assert await first is None
    await browse(f"{here}?code=c2&state=s")
    assert await second == f"{here}?code=c2&state=s"


@pytest.mark.parametrize("redirect", [REDIRECT, "http://127.0.0.1/callback", "http://10.0.0.1:80/", "http://[bad"])
async def test_an_address_elsewhere_is_left_to_be_pasted(redirect: str) -> None:
    assert await at(Wire({})).redirected(browser_form(redirect)) is None
