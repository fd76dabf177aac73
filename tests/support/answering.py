"""One call of a platform answered otherwise than by the platform."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from sourcing_app.platform.platform import Platform
from sourcing_app.platform.registry import AnyCall

Ask = Callable[..., Awaitable[Any]]


def answering(platform: Platform, call: AnyCall, answer: Callable[..., Awaitable[Any]]) -> None:
    """From now on ``answer(ask, *arguments)`` stands in for this call; ask: makes it, with the same arguments."""
    send: Ask = platform.send

    async def sent(asked: AnyCall, /, *args: Any, **kwargs: Any) -> Any:
        if asked is call:
            return await answer(partial(send, call), *args, **kwargs)
        return await send(asked, *args, **kwargs)

    platform.send = sent  # type: ignore[method-assign, assignment]
