"""The program of the real gear, a process that is killed again and again: ``python -m tests.campaign.buyer_process < told``.

told: one JSON object, see ``real.Told``. Prints "ready" when the ledger is open, and ends with 0 when no wish is left.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sourcing_app.domain.account import Account, Credentials
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.pacing import Pace, Timing
from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import Ledger
from sourcing_app.usecases.session import Session
from tests.campaign.diary import Diary
from tests.campaign.far import Far
from tests.campaign.person import Goods, Person

FASTER = 60.0
"""How much faster the clocks of this gear go, the marketplace's too: a minute of waiting is a second."""


def session_of(told: dict[str, Any], ledger: Ledger, cache: Cache) -> Session:
    """The program's own parts; only its sense of time is given to it."""
    since, market_then = told["started"]

    def clock() -> datetime:
        return datetime.fromtimestamp(market_then, UTC) + timedelta(seconds=(time.time() - since) * FASTER)

    account = Account(told["gateway_url"], told["app_key"], is_demo=True)
    credentials = Credentials(told["app_key"], told["app_secret"], told["access_token"], told["refresh_token"])
    platform = Platform(account, credentials, pace=Pace(1000, 1000, 8), timing=Timing(sleep=shorter))
    return Session(account, platform, ledger, cache, clock=clock)


async def shorter(seconds: float) -> None:
    """A wait of the faster clock."""
    await asyncio.sleep(seconds / FASTER)


async def buy(told: dict[str, Any]) -> None:
    """Wishes until none is left."""
    folder, diary = Path(told["folder"]), Diary(Path(told["diary"]))
    session = session_of(told, await Ledger.open(folder), await Cache.open(folder))
    far = Far(told["control_url"])
    print("ready", flush=True)
    goods = [Goods(**row) for row in told["goods"]]
    person = Person(session, diary, far, goods, told["seed"], shorter)
    await person.work(range(diary.next_wish(0), told["orders"]))
    await session.platform.close(0.1)
    await session.ledger.close()
    await session.cache.close()
    await far.close()


if __name__ == "__main__":
    asyncio.run(buy(json.load(sys.stdin)))
