"""Things that were wrong once, planted into the program again: a campaign must find each."""

from __future__ import annotations

from collections.abc import Callable
from time import time

from sourcing_app.domain.intent import CreateRequest, CreateResult
from sourcing_app.errors import Refused, UnprovenNo
from sourcing_app.platform.orders.orders import Orders
from sourcing_app.platform.platform import Platform


class _Believing(Orders):
    """Takes every no of an order call for definite."""

    async def create(self, request: CreateRequest) -> CreateResult:
        try:
            return await super().create(request)
        except UnprovenNo as no:
            raise Refused(no.code, no.text, no.request_id, no.api) from no


class _Repeating(Orders):
    """Sends an order again when the token was refused, as if that could only be said before the order is made."""

    async def create(self, request: CreateRequest) -> CreateResult:
        try:
            return await super().create(request)
        except UnprovenNo as no:
            if no.code != "401":
                raise
            return await super().create(request)


def believe_every_no(platform: Platform) -> None:
    """A1: an unlisted no, said after the order was made, is a definite one."""
    _replace(platform, _Believing)


def repeat_after_401(platform: Platform) -> None:
    """A2: a 401, answered after the order was made, is followed by another order."""
    _replace(platform, _Repeating)


def _replace(platform: Platform, orders: Callable[..., Orders]) -> None:
    platform.__dict__["orders"] = orders(platform.gateway, time)
