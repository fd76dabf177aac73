"""A buyer in a process of its own, who can be killed at any step: ``python -m tests.usecases.buyer FOLDER STEP < credentials``.

Prints the step it is killed at; a buyer that is not killed prints "done".
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from sourcing_app.domain.account import Account, Credentials
from sourcing_app.domain.cart import lines_from_offer, split_by_supplier
from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.domain.preview import OrderChoice
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.pacing import Pace
from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import Ledger
from sourcing_app.usecases.edit_cart import EditCart
from sourcing_app.usecases.list_addresses import ListAddresses
from sourcing_app.usecases.open_offer import OpenOffer
from sourcing_app.usecases.place_order import PlaceOrder
from sourcing_app.usecases.preview_order import PreviewOrder
from sourcing_app.usecases.session import Session

KILL = 9


async def buy(folder: Path, fatal_step: str, told: dict[str, str]) -> None:
    """One order of what is told."""

    def at(step: str) -> None:
        if step == fatal_step:
            print(step, flush=True)
            os.kill(os.getpid(), KILL)

    account = Account(told["gateway_url"], told["app_key"], is_demo=True)
    credentials = Credentials(told["app_key"], told["app_secret"], told["access_token"])
    platform = Platform(account, credentials, pace=Pace(1000, 1000, 8))
    session = Session(account, platform, await Ledger.open(folder), await Cache.open(folder))
    offer = await OpenOffer(session)(OfferId(told["offer_id"]))
    lines = lines_from_offer(offer, {SpecId(told["spec_id"]): int(told["quantity"])}, datetime.now(UTC))
    cart = await EditCart(session).add(lines)
    address = (await ListAddresses(session)())[0]
    preview = await PreviewOrder(session)(split_by_supplier(cart)[0], address)
    print("sending", flush=True)
    await PlaceOrder(session, at)(preview, OrderChoice("assureTrade"))
    print("done", flush=True)
    await platform.close()
    await session.ledger.close()
    await session.cache.close()


if __name__ == "__main__":
    asyncio.run(buy(Path(sys.argv[1]), sys.argv[2], json.load(sys.stdin)))
