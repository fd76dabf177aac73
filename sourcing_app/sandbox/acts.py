"""Routes under ``/_sandbox/``: a plain function each, run off the loop, in one transaction, with its errors told.

An act is ``(world, body) -> JSON value``; what stands in the path is found in ``body`` under the name of its part.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sourcing_app.sandbox.registry import JsonValue
from sourcing_app.sandbox.world import World

Act = Callable[[World, dict[str, Any]], JsonValue]


class Unknown(LookupError):
    """What the path names is not there: HTTP 404."""


def act_route(world: World, method: str, path: str, act: Act) -> Route:
    """``method`` GET reads; POST acts. A ValueError of the act is answered with HTTP 400 and its text."""

    async def endpoint(request: Request) -> Response:
        try:
            body = _body(await request.body()) | dict(request.query_params) | request.path_params
            answer = await asyncio.to_thread(_acted, world, act, body)
        except Unknown as error:
            return _told(404, error)
        except (ValueError, KeyError, TypeError) as error:
            return _told(400, error)
        return Response(json.dumps(answer, ensure_ascii=False), media_type="application/json")

    return Route(path, endpoint, methods=[method])


def _body(raw: bytes) -> dict[str, Any]:
    body = json.loads(raw) if raw.strip() else {}
    if not isinstance(body, dict):
        raise ValueError("the body is a JSON object")
    return body


def _acted(world: World, act: Act, body: dict[str, Any]) -> JsonValue:
    world.settle()
    with world.state.transaction():
        answer = act(world, body)
    world.settle()
    return answer


def _told(status: int, error: Exception) -> Response:
    text = f"{error.args[0]} is missing" if isinstance(error, KeyError) and error.args else str(error)
    return JSONResponse({"error": text}, status_code=status)
