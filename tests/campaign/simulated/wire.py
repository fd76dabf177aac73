"""The client's transport of the fast gear: the campaign's network, shown to httpx as a connection would."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from random import Random

import httpx

from tests.campaign.network import Network
from tests.campaign.simulated.loop import VirtualLoop
from tests.campaign.simulated.market import MemoryMarket
from tests.support.door import Asked, Broken, Reply


class Wire(httpx.AsyncBaseTransport):
    """From one run of the program to the marketplace."""

    def __init__(self, network: Network, market: MemoryMarket, loop: VirtualLoop, chance: Random) -> None:
        self._network, self._market, self._loop, self._chance = network, market, loop, chance

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises what httpx raises where a connection breaks."""
        self._loop.check()
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw)
        asked = Asked(request.method, request.url.raw_path.decode(), headers, await request.aread())
        await asyncio.sleep(self._chance.uniform(0.01, 0.2))
        self._loop.check()

        async def deliver() -> Reply:
            return self._market.deliver(asked)

        try:
            reply = await self._network.carry(asked, deliver)
        except Broken as broken:
            raise await self._broken(broken.how) from None
        self._loop.check()
        await asyncio.sleep(self._chance.uniform(0.01, 0.2))
        return httpx.Response(reply.status, headers={"content-type": reply.content_type}, stream=_Stream(reply))

    async def _broken(self, how: str) -> httpx.HTTPError:
        self._loop.check()
        if how == "silent":
            await self._loop.create_future()
        if how == "refused":
            return httpx.ConnectError("[Errno 111] Connection refused")
        if how == "closed":
            return httpx.RemoteProtocolError("Server disconnected without sending a response.")
        return httpx.ReadError("[Errno 104] Connection reset by peer")


class _Stream(httpx.AsyncByteStream):
    """A body with the length it claims: what is beyond it is not seen, what is missing breaks."""

    def __init__(self, reply: Reply) -> None:
        self._body = reply.body if reply.declared is None else reply.body[: reply.declared]
        self._breaks = reply.declared is not None and reply.declared > len(reply.body)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for start in range(0, len(self._body), 2**20):
            yield self._body[start : start + 2**20]
        if self._breaks:
            raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")
