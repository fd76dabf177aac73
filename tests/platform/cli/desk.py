"""A desk to call the platform from: words in, exit status and JSON out, all in this process."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from sourcing_app.platform.cli.calling import Streams, Wanted, call
from sourcing_app.platform.cli.identity import Asked
from tests.support.sandbox import RunningSandbox


@dataclass(frozen=True)
class Said:
    """What came out. result: the JSON of stdout, numbers exact."""

    status: int
    out: str
    err: str

    @property
    def result(self) -> Any:
        return json.loads(self.out, parse_float=Decimal)


class Person(io.StringIO):
    """Standard input with somebody at the keyboard."""

    def isatty(self) -> bool:
        return True


def asked(box: RunningSandbox, profile: Path, **changes: Any) -> Asked:
    told = {
        "profile": profile,
        "gateway_url": box.gateway_url,
        "app_key": box.app_key,
        "app_secret": box.app_secret,
        "access_token": box.access_token,
    }
    return Asked(**told | changes)


def say(who: Asked, name: str, params: Any = None, *, stdin: io.StringIO | None = None, **options: Any) -> Said:
    """``api call name params``. params: a JSON value, or the argument's own text; None for no argument."""
    argument = params if isinstance(params, str) or params is None else json.dumps(params, ensure_ascii=False)
    streams = Streams(stdin or io.StringIO(), io.StringIO(), io.StringIO())
    status = call(Wanted(name, argument, who, **options), streams)
    return Said(status, streams.stdout.getvalue(), streams.stderr.getvalue())
