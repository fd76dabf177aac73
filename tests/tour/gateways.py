"""Which gateway the tour goes to, and what stands between: a door of the tour's own, which it can shut."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from tests.support.door import Door
from tests.support.sandbox import running_sandbox
from tests.tour.spoilers import TWICE, FirstAnswer


@dataclass(frozen=True, slots=True)
class Gateway:
    """A foreign gateway. url: of the door in front of it; shut: the network is gone; may_double: see ``Script``."""

    url: str
    app_key: str
    app_secret: str
    access_token: str | None
    shut: Callable[[], None]
    may_double: bool


@contextmanager
def gateway_of(given: argparse.Namespace) -> Iterator[Gateway | None]:
    """The one that was named, or with ``--spoil`` a marketplace behind a proxy; None for the program's own marketplace."""
    with ExitStack() as stack:
        url, key, secret, token = given.gateway_url, given.app_key, given.app_secret, given.access_token
        if given.spoil is not None:
            box = stack.enter_context(running_sandbox())
            url = stack.enter_context(Door(box.base_url, FirstAnswer(given.spoil))).base_url
            key, secret, token = box.app_key, box.app_secret, box.access_token
        if url is None:
            yield None
            return
        door = stack.enter_context(Door(url))
        yield Gateway(door.base_url, key or "", secret or "", token, door.shut, given.spoil in (None, TWICE))
