"""A buyer at a desk: real stores in a folder of the test, the real client, the real marketplace."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.sandbox import RunningSandbox
from tests.usecases.desk import Desk, open_desk


@pytest.fixture
async def desk(sandbox: RunningSandbox, tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await open_desk(sandbox, tmp_path)
    yield opened
    await opened.close()
