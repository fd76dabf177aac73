"""The platform's control door over HTTP, for the real gear: what the market does by itself, and what the books say."""

from __future__ import annotations

from typing import Any

import httpx


class Far:
    """See ``network.Market``. transport: for a marketplace that is not behind a socket."""

    def __init__(self, base_url: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._client = httpx.AsyncClient(base_url=base_url, timeout=60, trust_env=False, transport=transport)

    async def control(self, path: str, **body: Any) -> Any:
        return await self._told(await self._client.post(f"/_sandbox/{path}", json=body))

    async def look(self, path: str, **query: Any) -> Any:
        return await self._told(await self._client.get(f"/_sandbox/{path}", params=query))

    async def _told(self, answer: httpx.Response) -> Any:
        if answer.status_code != 200:
            raise RuntimeError(f"{answer.url}: {answer.status_code} {answer.text}")
        return answer.json()

    async def close(self) -> None:
        await self._client.aclose()
