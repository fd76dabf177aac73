"""Writes orders until it is killed, and says each one that is confirmed: ``python -m tests.store.writer FOLDER``."""

from __future__ import annotations

import asyncio
import itertools
import sys
from pathlib import Path

from sourcing_app.store.ledger import Ledger
from tests.store.samples import ACCOUNT, NOW, intent, line, order


async def write(folder: Path) -> None:
    ledger = await Ledger.open(folder)
    for number in itertools.count():
        await ledger.orders.save(ACCOUNT, (order(number),), NOW)
        await ledger.cart.put(ACCOUNT, (line(number),))
        await ledger.intents.open(intent(f"src-{number}", number))
        print(number, flush=True)


if __name__ == "__main__":
    asyncio.run(write(Path(sys.argv[1])))
