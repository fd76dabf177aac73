"""The door in front of a gateway: what it is told to do to an answer reaches the other side, and shut is shut."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

import httpx
import pytest

from tests.support.door import Asked, Broken, Deliver, Door, Reply
from tests.support.sandbox import RunningSandbox


@contextlib.contextmanager
def through(box: RunningSandbox, reply: Reply | Broken | None = None) -> Iterator[httpx.Client]:
    async def handle(asked: Asked, deliver: Deliver) -> Reply:
        if isinstance(reply, Broken):
            raise reply
        return await deliver() if reply is None else reply

    with Door(box.base_url, handle) as door, httpx.Client(base_url=door.base_url, trust_env=False) as client:
        yield client


def test_what_goes_through_is_as_it_was_and_addresses_lead_through_the_door(sandbox: RunningSandbox) -> None:
    wish = {"keyword": "bag", "country": "en", "beginPage": 1, "pageSize": 2}
    path, fields = sandbox.form("product.search.keywordQuery", {"offerQueryParam": wish})
    with through(sandbox) as client:
        answer = client.post(path, data=fields)
        assert answer.status_code == 200 and sandbox.base_url not in answer.text
        assert str(client.base_url).rstrip("/") in answer.text
        row = answer.json()["result"]["result"]["data"][0]
        assert client.get(httpx.URL(row["imageUrl"]).raw_path.decode()).content[:2] == b"\xff\xd8"


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Broken("reset"), httpx.ReadError),
        (Broken("closed"), httpx.RemoteProtocolError),
        (Reply(200, "application/json", b'{"a":', declared=50, broken=True), httpx.RemoteProtocolError),
    ],
)
def test_a_broken_answer_is_a_broken_connection(
    sandbox: RunningSandbox, reply: Reply | Broken, error: type[Exception]
) -> None:
    with through(sandbox, reply) as client, pytest.raises(error):
        client.get("/openapi/param2/1/system/currentTime/1")


def test_shut_nobody_listens_and_what_was_open_is_gone(sandbox: RunningSandbox) -> None:
    with Door(sandbox.base_url) as door, httpx.Client(base_url=door.base_url, trust_env=False) as client:
        assert client.get("/_sandbox/clock").status_code == 200
        door.shut()
        with pytest.raises(httpx.TransportError):
            client.get("/_sandbox/clock")
        port = client.base_url.port
        assert port is not None
        with socket.socket() as other:
            assert other.connect_ex(("127.0.0.1", port)) != 0
