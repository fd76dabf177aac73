"""What a buyer does on the cart page, in a few words."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sourcing_app.domain.cart import lines_from_offer
from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.ui.cart.slips import FateKind
from sourcing_app.ui.cart.view import CartPage
from sourcing_app.ui.doors import UseCases
from tests.support.buying import Buyable, buyables
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox

LEFT = Qt.MouseButton.LeftButton


def sellers(sandbox: RunningSandbox, count: int) -> list[Buyable]:
    """One buyable offer each of different suppliers."""
    found: dict[str, Buyable] = {}
    for each in buyables(sandbox, limit=300, lot="no", mix="no", quote_type=1):
        found.setdefault(each.seller, each)
    return list(found.values())[:count]


def fill(desk: Desk, page: CartPage, use_cases: UseCases, *found: Buyable, times: int = 1) -> None:
    """Into the cart, until the sums are known."""
    for each in found:
        offer = desk.run(use_cases.open_offer(OfferId(str(each.offer_id))))
        page.presenter.edits.add(
            lines_from_offer(offer, {SpecId(each.spec_id): each.quantity * times}, datetime.now(UTC))
        )
    desk.spin_until(lambda: len(page.presenter.plan().slips) == len(found), "previews")
    desk.spin_until(lambda: not page.presenter.plan().reason, "the button")


def settled(desk: Desk, page: CartPage, *kinds: FateKind) -> None:
    desk.spin_until(lambda: [fate.kind for fate in page.presenter.placing.fates] == list(kinds), f"{kinds}")


def press(page: CartPage) -> None:
    QTest.mouseClick(page.panel.place_button, LEFT)


def orders(sandbox: RunningSandbox) -> int:
    return len(sandbox.look("orders")["orders"])
