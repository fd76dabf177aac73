from __future__ import annotations

import asyncio
import gzip
import ssl

import httpx
import pytest

from sourcing_app.errors import InvalidInput, Unreachable
from sourcing_app.platform.transport.failures import unreachable
from sourcing_app.platform.transport.gateway_address import check_gateway_url
from sourcing_app.platform.transport.transport import FORM, Limits, Transport
from tests.platform.transport.odd_server import odd_server, plain

GOOD = b'{"result":1}'


async def kind_of(server_answer: object, limits: Limits | None = None, total_s: float = 5.0) -> str:
    transport = Transport(limits=limits)
    async with odd_server(server_answer) as server:
        with pytest.raises(Unreachable) as caught:
            await transport.fresh(server.url, b"a=1", FORM, total_s)
        await transport.close()
    return caught.value.kind


async def test_reads_share_a_connection() -> None:
    transport = Transport()
    async with odd_server(plain(GOOD)) as server:
        for _ in range(5):
            assert (await transport.pooled(server.url, b"a=1", FORM, 5)).body == GOOD
        assert server.connections == 1
        await transport.close()


async def test_n03_every_write_has_a_connection_of_its_own() -> None:
    transport = Transport()
    async with odd_server(plain(GOOD)) as server:
        await transport.pooled(server.url, b"a=1", FORM, 5)
        for _ in range(3):
            await transport.fresh(server.url, b"a=1", FORM, 5)
        assert server.connections == 4
        await transport.close()


async def test_a_packed_answer_is_unpacked() -> None:
    transport = Transport()
    async with odd_server(plain(gzip.compress(GOOD * 1000), "Content-Encoding: gzip")) as server:
        assert (await transport.pooled(server.url, b"", FORM, 5)).body == GOOD * 1000
        await transport.close()


async def test_n07_an_answer_that_unpacks_too_large_is_dropped() -> None:
    bomb = gzip.compress(bytes(4_000_000))
    assert len(bomb) < 10_000
    assert await kind_of(plain(bomb, "Content-Encoding: gzip"), Limits(unpacked_bytes=1_000_000)) == "too_large"


async def test_n07_an_answer_too_large_as_it_comes_is_dropped() -> None:
    assert await kind_of(plain(bytes(300_000)), Limits(packed_bytes=100_000)) == "too_large"


@pytest.mark.parametrize("header", ["Content-Encoding: gzip", "Content-Encoding: br"])
async def test_an_answer_that_is_not_packed_as_it_says_is_broken(header: str) -> None:
    assert await kind_of(plain(b"not gzip", header)) == "broken"


async def test_an_answer_cut_in_the_middle_is_broken() -> None:
    async def cut(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        writer.close()

    assert await kind_of(cut) == "broken"


async def test_n02_a_dripping_answer_ends_at_the_total_limit() -> None:
    async def drip(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(1000):
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.01)

    assert await kind_of(drip, total_s=0.1) == "timeout"


async def test_n03_a_read_over_a_connection_that_was_closed_while_idle_gets_a_new_one() -> None:
    async def answer_and_close(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n" + GOOD)
        await writer.drain()
        writer.close()

    transport = Transport()
    async with odd_server(answer_and_close) as server:
        for _ in range(3):
            assert (await transport.pooled(server.url, b"", FORM, 5)).body == GOOD
            await asyncio.sleep(0.01)
        await transport.close()


async def test_n10_abandoned_calls_reach_the_server_whole_and_leave_the_pool_alive() -> None:
    async def late(_: bytes, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.02)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n" + GOOD)

    transport = Transport(limits=Limits(close_s=60))
    async with odd_server(late) as server:
        for _ in range(30):
            waiting = [asyncio.create_task(transport.pooled(server.url, b"a=1", FORM, 5)) for _ in range(10)]
            await asyncio.sleep(0.002)
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
        assert (await transport.pooled(server.url, b"last=1", FORM, 5)).body == GOOD
        await transport.close()
        assert len(server.requests) == 301, "nothing that was started was cut off"


async def test_a_redirect_is_not_followed() -> None:
    transport = Transport()
    async with odd_server(plain(b"", "Location: /elsewhere", status="302 Found")) as server:
        assert (await transport.fresh(server.url, b"", FORM, 5)).status == 302
        assert len(server.requests) == 1
        await transport.close()


async def test_nobody_listening_is_a_refused_connection() -> None:
    async with odd_server(plain(GOOD)) as server:
        url = server.url
    transport = Transport()
    with pytest.raises(Unreachable) as caught:
        await transport.pooled(url, b"", FORM, 5)
    assert caught.value.kind == "refused"
    await transport.close()


async def test_a_closed_transport_sends_nothing() -> None:
    transport = Transport()
    await transport.close()
    with pytest.raises(Unreachable):
        await transport.pooled("http://127.0.0.1:9", b"", FORM, 5)


def certificate_error(code: int) -> Exception:
    outer, inner = __import__("httpx").ConnectError("tls"), ssl.SSLCertVerificationError(1, "bad certificate")
    inner.verify_code = code
    outer.__cause__ = inner
    return outer


@pytest.mark.parametrize(("code", "kind"), [(9, "clock"), (10, "clock"), (18, "tls"), (20, "tls")])
def test_n06_a_certificate_out_of_its_time_points_at_the_clock(code: int, kind: str) -> None:
    assert unreachable(certificate_error(code)).kind == kind


def test_a_secure_connection_that_breaks_while_it_is_read_may_have_carried_the_call() -> None:
    broken = httpx.ReadError("record layer failure")
    broken.__cause__ = ssl.SSLError(1, "bad record mac")
    assert unreachable(broken).kind == "broken"


@pytest.mark.parametrize(
    "url", ["https://gw.open.1688.com/", "http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:1"]
)
def test_https_or_this_computer_is_accepted(url: str) -> None:
    assert check_gateway_url(url) == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    ["", "http://127.0.0.1.example.com", "http://10.0.0.1", "javascript:1", "https://", "https://[", "https://x:y"],
)
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(InvalidInput):
        check_gateway_url(url)
