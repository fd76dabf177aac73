"""Serves the pictures: ``/img/ibank/NAME-0-cib.jpg`` with the platform's thumbnail suffixes."""

from __future__ import annotations

import asyncio
import concurrent.futures
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

if TYPE_CHECKING:
    from sourcing_app.sandbox.world import World

KEPT = {"Cache-Control": "public, max-age=31536000, immutable", "Access-Control-Allow-Origin": "*"}
LAZY = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8ffff3f0005fe02fea7356481"
    "0000000049454e44ae426082"
)  # one grey pixel: the placeholder that lazy-loading pages point to

AT_HOME = ("1688.com", "alibaba.com", "taobao.com", "alicdn.com")
"""Whose pages may show the pictures, besides our own."""


def called_from_elsewhere(headers: Headers) -> bool:
    """Whether a page of somebody else asks. Nobody named is fine, as on the platform's picture servers."""
    try:
        page = urlsplit(headers.get("referer", ""))
    except ValueError:
        return True
    host = page.hostname or ""
    ours = page.netloc == headers.get("host", "")
    return bool(host) and not ours and not any(host == home or host.endswith(f".{home}") for home in AT_HOME)


def picture_routes(world: World) -> Iterable[BaseRoute]:
    drawers = concurrent.futures.ThreadPoolExecutor(2, thread_name_prefix="draw")

    async def picture(request: Request) -> Response:
        latency = world.options().latency_ms
        if latency:
            await asyncio.sleep(latency / 1000)
        if called_from_elsewhere(request.headers):
            return Response("not for this page", 403, media_type="text/plain")
        file = request.path_params["file"]
        if file == "lazyload.png":
            return Response(LAZY, media_type="image/png", headers=KEPT)
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(drawers, world.shop.gallery.picture, file)
        if found is None:
            return Response("no such picture", 404, media_type="text/plain")
        return Response(found[0], media_type=found[1], headers=KEPT)

    yield Route("/img/ibank/{file:str}", picture, methods=["GET", "HEAD"])
