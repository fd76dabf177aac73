"""The built-in shop, made once for all tests here."""

from __future__ import annotations

import pytest

from sourcing_app.sandbox.shop.shop import Shop


@pytest.fixture(scope="session")
def shop() -> Shop:
    return Shop.generated()
