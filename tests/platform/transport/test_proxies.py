"""Proxies: every form of the environment that curl understands works or is told of; none is blamed for another's fault."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from sourcing_app.errors import Unreachable
from sourcing_app.platform.transport.proxies import environment_proxy, excepted, proxy_for, read_proxy
from sourcing_app.platform.transport.transport import FORM, Limits, Transport
from tests.platform.transport.odd_proxy import CERTIFICATE, GATEWAY, odd_proxy, server_side
from tests.platform.transport.odd_server import OddServer, odd_server, plain

NAMES = [word for each in ("http", "https", "all", "no") for word in (f"{each}_proxy", f"{each.upper()}_PROXY")]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


@pytest_asyncio.fixture
async def gateway() -> AsyncIterator[OddServer]:
    """It answers over TLS and can be found through a proxy only."""
    async with odd_server(plain(b'{"ok": 1}'), server_side()) as server:
        yield server


def port(server: OddServer) -> int:
    return int(server.url.rpartition(":")[2])


async def answers(transport: Transport) -> list[bytes]:
    """Of a read over the pool and a write over a connection of its own."""
    try:
        return [(await send(GATEWAY, b"x=1", FORM, 10)).body for send in (transport.pooled, transport.fresh)]
    finally:
        await transport.close()


async def refusal(transport: Transport) -> Unreachable:
    try:
        with pytest.raises(Unreachable) as caught:
            await transport.fresh(GATEWAY, b"x=1", FORM, 10)
        return caught.value
    finally:
        await transport.close()


@pytest.mark.parametrize("name", ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
@pytest.mark.parametrize(
    "form", ["127.0.0.1:{0}", "http://127.0.0.1:{0}", "http://127.0.0.1:{0}/", " HTTP://127.0.0.1:{0} ", "socks5://127.0.0.1:{0}",
             "socks5h://127.0.0.1:{0}/", "socks://127.0.0.1:{0}"],
)  # fmt: skip
async def test_a_proxy_in_any_form_curl_understands_is_gone_through(
    monkeypatch: pytest.MonkeyPatch, gateway: OddServer, name: str, form: str
) -> None:
    async with odd_proxy(port(gateway)) as proxy:
        monkeypatch.setenv(name, form.format(proxy.port))
        assert await answers(Transport()) == [b'{"ok": 1}'] * 2
        assert set(proxy.asked) == {"gateway.example.test:443"}


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_proxy_with_user_and_password_is_gone_through(
    monkeypatch: pytest.MonkeyPatch, gateway: OddServer, scheme: str
) -> None:
    async with odd_proxy(port(gateway), "anna:p@ss:wörd") as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://anna:p%40ss%3Aw%C3%B6rd@127.0.0.1:{proxy.port}")
        assert await answers(Transport()) == [b'{"ok": 1}'] * 2


async def test_a_proxy_that_is_itself_reached_over_tls_is_gone_through(
    monkeypatch: pytest.MonkeyPatch, gateway: OddServer
) -> None:
    async with odd_proxy(port(gateway), tls=True) as proxy:
        monkeypatch.setenv("https_proxy", f"https://localhost:{proxy.port}")
        assert await answers(Transport()) == [b'{"ok": 1}'] * 2


@pytest.mark.parametrize("scheme", ["http", "socks5"])
@pytest.mark.parametrize("login", ["", "anna:wrong@"])
async def test_a_proxy_that_says_no_is_blamed_and_its_password_told_to_nobody(
    monkeypatch: pytest.MonkeyPatch, gateway: OddServer, scheme: str, login: str
) -> None:
    async with odd_proxy(port(gateway), "anna:right") as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://{login}127.0.0.1:{proxy.port}")
        told = await refusal(Transport())
    assert told.kind == "proxy"
    assert f"127.0.0.1:{proxy.port}" in told.detail and "wrong" not in str(told)


@pytest.mark.parametrize("scheme", ["http", "https", "socks5"])
async def test_a_proxy_that_did_not_answer_is_not_said_to_have_refused(
    monkeypatch: pytest.MonkeyPatch, gateway: OddServer, scheme: str
) -> None:
    async with odd_proxy(port(gateway)) as proxy:
        gone = proxy.port
    monkeypatch.setenv("ALL_PROXY", f"{scheme}://127.0.0.1:{gone}")
    assert (await refusal(Transport())).kind == "proxy_gone"


@pytest.mark.parametrize("scheme", ["http", "socks5"])
@pytest.mark.parametrize("words", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x04\x5b", b"\x05", b"hello"])
async def test_what_is_no_proxy_of_that_kind_ends_in_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, scheme: str, words: bytes
) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(words)
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        assert (await refusal(Transport())).kind in ("proxy", "broken")


async def test_a_proxy_that_never_answers_the_handshake_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()  # until the other side closes
        ended.set()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        told = await refusal(Transport(limits=Limits(connect_s=0.1)))
        await ended.wait()
    assert told.kind in ("broken", "timeout")


async def test_a_fault_of_the_gateway_behind_a_proxy_is_not_the_proxys(
    monkeypatch: pytest.MonkeyPatch, gateway: OddServer
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    async with odd_proxy(port(gateway)) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{proxy.port}")
        assert (await refusal(Transport())).kind == "tls"


@pytest.mark.parametrize(
    "written", ["foo://bar:1", "socks4://a:1", "socks4a://a:1", "http://", "http://[", "a:b", "http://a b"]
)
async def test_a_proxy_that_cannot_be_used_is_told_before_anything_is_tried(
    monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", written)
    assert (await refusal(Transport())).kind == "proxy_address"
    assert environment_proxy(GATEWAY) is None


JUNK = "[::1/128, ::::, http://[, 10.0.0.0/8 *.internal ,,%zz, ä.example, foo:bar:1, [fe80::1%25eth0], 300.1.1.1/99"


async def test_exceptions_that_are_not_for_us_harm_nothing(monkeypatch: pytest.MonkeyPatch, gateway: OddServer) -> None:
    async with odd_proxy(port(gateway)) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("NO_PROXY", JUNK)
        assert await answers(Transport()) == [b'{"ok": 1}'] * 2


@pytest.mark.parametrize(
    "entry",
    [
        "*", "gw.open.1688.com", ".1688.com", "1688.com", "*.1688.com", "GW.open.1688.COM.", "open.1688.com:443", "a 1688.com",
        f"{JUNK},1688.com", "https://gw.open.1688.com/",
    ],
)  # fmt: skip
def test_an_exception_for_our_host_leads_past_the_proxy(monkeypatch: pytest.MonkeyPatch, entry: str) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example:3128")
    monkeypatch.setenv("no_proxy", entry)
    assert proxy_for("https://gw.open.1688.com/x") is None


@pytest.mark.parametrize(
    "entry", ["", "688.com", "open.1688.com.cn", "gw.open.1688.com:80", "w.open.1688.com", ".", "10.0.0.0/8"]
)
def test_an_exception_for_another_host_does_not(monkeypatch: pytest.MonkeyPatch, entry: str) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example:3128")
    monkeypatch.setenv("no_proxy", entry)
    found = proxy_for("https://gw.open.1688.com/x")
    assert found is not None and (found.scheme, found.shown) == ("http", "proxy.example:3128")


def test_networks_and_addresses_are_exceptions_too() -> None:
    assert excepted("10.1.2.3", 443, "10.0.0.0/8") and excepted("10.1.2.3", 443, "10.1.2.3")
    assert excepted("fd00::1", 443, "[fd00::]/8") and excepted("fd00::1", 443, "fd00::1")
    assert not excepted("11.1.2.3", 443, "10.0.0.0/8") and not excepted("110.1.2.3", 443, "10.1.2.3")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("proxy.example", "http://proxy.example:1080"),
        ("https://proxy.example", "https://proxy.example:443"),
        ("socks5h://proxy.example", "socks5h://proxy.example:1080"),
        ("[fd00::1]:3128", "http://[fd00::1]:3128"),
    ],
)
def test_a_proxy_without_a_port_is_at_the_one_curl_takes(written: str, address: str) -> None:
    assert read_proxy(written).address == address


def test_a_scheme_of_its_own_goes_before_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://all.example:1")
    monkeypatch.setenv("HTTPS_PROXY", "https.example:2")
    found = proxy_for("https://gw.open.1688.com/x")
    assert found is not None and found.shown == "https.example:2"


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080/", "https://localhost/", "https://[::1]:1/"])
def test_this_computer_is_reached_directly(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    for name in ("http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "proxy.example:3128")
    assert proxy_for(url) is None


def test_a_password_is_not_shown() -> None:
    found = read_proxy("http://anna:secret@proxy.example:1")
    assert "secret" not in repr(found) and "secret" not in found.shown + found.address
