"""A cart page at the real marketplace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.cart.view import CartPage
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.pictures import PictureLoader
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox


@pytest.fixture
def use_cases(desk: Desk, sandbox: RunningSandbox, tmp_path: Path) -> UseCases:
    return desk.use_cases(sandbox, tmp_path)


@pytest.fixture
def open_page(desk: Desk, loader: PictureLoader) -> Iterator[Callable[[UseCases], CartPage]]:
    pages: list[CartPage] = []

    def make(use_cases: UseCases) -> CartPage:
        page = CartPage(loader, CartEdits())
        page.resize(1280, 620)
        page.show()
        page.attach(use_cases)
        desk.spin_until(lambda: page.presenter.edits.cart is not None)
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.detach()
        for scope in page.task_scopes():
            desk.run(scope.close())
        page.close()
        desk.dispose(page)


@pytest.fixture
def page(open_page: Callable[[UseCases], CartPage], use_cases: UseCases) -> CartPage:
    return open_page(use_cases)
