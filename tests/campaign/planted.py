"""Things that were wrong once, planted into the program again: a campaign must find each."""

from __future__ import annotations

from sourcing_app.domain.intent import CreateRequest, CreateResult
from sourcing_app.errors import Refused, UnprovenNo
from sourcing_app.platform.orders import calls as orders
from sourcing_app.platform.platform import Platform
from tests.support.answering import Ask, answering


async def _believing(create: Ask, request: CreateRequest) -> CreateResult:
    try:
        return await create(request)
    except UnprovenNo as no:
        raise Refused(no.code, no.text, no.request_id, no.api) from no


async def _repeating(create: Ask, request: CreateRequest) -> CreateResult:
    try:
        return await create(request)
    except UnprovenNo as no:
        if no.code != "401":
            raise
        return await create(request)


def believe_every_no(platform: Platform) -> None:
    """A1: an unlisted no, said after the order was made, is a definite one."""
    answering(platform, orders.CREATE, _believing)


def repeat_after_401(platform: Platform) -> None:
    """A2: a 401, answered after the order was made, is followed by another order, as if a token could only be refused
    before the order is made."""
    answering(platform, orders.CREATE, _repeating)
