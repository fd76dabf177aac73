"""Product tabs that nobody looks at are unloaded, and nothing of them is lost."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtWidgets import QLineEdit

from sourcing_app.ui.offer.loaded_views import MAX_LOADED
from sourcing_app.ui.offer.offer_view import OfferView
from sourcing_app.ui.offer.view import ProductPage
from tests.support.buying import buyables
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox
from tests.ui.offer.test_product_page import choose, opened, page, some, use_cases

__all__ = ["page", "use_cases"]


def loaded(page: ProductPage) -> list[OfferView]:
    return page.findChildren(OfferView)


def test_only_the_tabs_looked_at_last_are_loaded(desk: Desk, page: ProductPage, sandbox: RunningSandbox) -> None:
    offers = list(dict.fromkeys(each.offer_id for each in buyables(sandbox, limit=60)))[: MAX_LOADED + 4]
    assert len(offers) == MAX_LOADED + 4
    first = weakref.ref(opened(desk, page, offers[0])[1])
    for offer_id in offers[1:]:
        opened(desk, page, offer_id)
    desk.spin_until(lambda: len(loaded(page)) == MAX_LOADED)
    gc.collect()
    assert first() is None, "an unloaded view is still held by something"
    assert page.tabs.count() == len(offers)
    assert len(page.presenter.offers) == len(offers)


def test_a_tab_opened_behind_is_loaded_when_it_is_looked_at(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    offers = list(dict.fromkeys(each.offer_id for each in buyables(sandbox, limit=40)))[:3]
    for offer_id in offers:
        page.open_offer(str(offer_id), behind=True)
    desk.spin_until(lambda: not page.presenter.tasks.busy)
    assert len(loaded(page)) == 1
    page.step(1)
    assert len(loaded(page)) == 2
    assert page.current is not None
    assert page.current.head.title.text() == page.presenter.offers[1].title


@pytest.mark.parametrize("kind", ["matrix or list", "single"])
def test_what_was_typed_is_there_when_a_tab_is_looked_at_again(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox, kind: str
) -> None:
    found = some(sandbox) if kind != "single" else some(sandbox, skus="no")
    presenter, view = opened(desk, page, found.offer_id)
    choose(presenter, found, found.quantity)
    total, rows = view.panel._summary.text(), view.panel.table.model().rowCount()
    page._views.unload(presenter)
    desk.spin_until(lambda: not loaded(page))
    page._show_tab(0)
    again = page.current
    assert again is not None
    assert again is not view
    assert again.panel._summary.text() == total
    assert again.panel.table.model().rowCount() == rows
    assert again.panel.add_button.isEnabled()
    assert again.gallery._pictures == presenter.offer.pictures  # type: ignore[union-attr]
    assert isinstance(again.panel.field.line, QLineEdit)
