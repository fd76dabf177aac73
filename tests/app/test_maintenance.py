"""While the program runs on, for days if need be, the ledger is copied and the cache keeps its limit."""

from __future__ import annotations

import os
from pathlib import Path

from sourcing_app.app.maintenance import Upkeep
from sourcing_app.store.backups import all_backups
from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import FILE_NAME, Ledger
from tests.store.samples import ACCOUNT, NOW, line


async def test_each_change_of_a_long_run_is_copied(tmp_path: Path) -> None:
    ledger, cache = await Ledger.open(tmp_path), await Cache.open(tmp_path / "cache")
    upkeep = Upkeep(ledger, cache, first_s=0, every_s=0.01)
    upkeep.begin()
    for number in (1, 2):
        await ledger.cart.put(ACCOUNT, (line(number),))
        while len(all_backups(tmp_path / FILE_NAME)) < number:
            await ledger.cart.load(ACCOUNT)
    await upkeep.close()
    await cache.close()
    await ledger.close()


async def test_a_smaller_limit_of_the_cache_takes_effect_at_once(tmp_path: Path) -> None:
    ledger, cache = await Ledger.open(tmp_path), await Cache.open(tmp_path / "cache")
    upkeep = Upkeep(ledger, cache)
    for number in range(20):
        await cache.pictures.save(f"http://x/{number}.jpg", os.urandom(100_000), NOW)
    before = await cache.size()
    cache.limit(before // 2)
    upkeep.trim_now()
    while await cache.size() > before // 2:
        pass
    await upkeep.close()
    await cache.close()
    await ledger.close()
