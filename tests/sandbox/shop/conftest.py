"""The built-in shop, made once for all tests here."""

from __future__ import annotations

import pytest

from sourcing_app.sandbox.shop.shop import Shop


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    made = Shop.generated()
    made.open_gallery(tmp_path_factory.mktemp("shop"))
    return made
