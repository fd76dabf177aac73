"""What the sandbox's tests stand on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sandbox.market import Market


@pytest.fixture
def market() -> Iterator[Market]:
    made = Market()
    yield made
    made.close()
