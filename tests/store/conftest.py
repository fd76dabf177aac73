from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import Ledger
from sourcing_app.store.pinyin import spoken_here


@pytest.fixture
async def ledger(tmp_path: Path) -> AsyncIterator[Ledger]:
    opened = await Ledger.open(tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
async def cache(tmp_path: Path) -> AsyncIterator[Cache]:
    opened = await Cache.open(tmp_path, spoken=spoken_here)
    yield opened
    await opened.close()
