"""An orders page at the real marketplace, and a buyer who has ordered something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sourcing_app.domain.cart import lines_from_offer, split_by_supplier
from sourcing_app.domain.ids import OfferId, OrderId, SpecId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.order import OrderStatus
from sourcing_app.domain.preview import OrderChoice
from sourcing_app.errors import SourcingError
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.notices import Notice
from sourcing_app.ui.orders.view import OrdersPage
from sourcing_app.ui.pictures import PictureLoader
from tests.support.buying import Buyable, buyables
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox

LEFT = Qt.MouseButton.LeftButton


@dataclass
class Visit:
    """A page on the screen, what it told and which addresses it opened."""

    page: OrdersPage
    desk: Desk
    sandbox: RunningSandbox
    use_cases: UseCases
    notices: list[Notice] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def until(self, holds: Callable[[], object], what: str = "") -> None:
        self.desk.spin_until(holds, what)

    def listed(self, count: int) -> None:
        self.until(lambda: self.page.presenter.count(self.page.presenter.tab.ALL) == count, f"{count} orders")

    def refreshed(self) -> None:
        """Ask and wait for the answer to be on the screen."""
        self.page.refresh()
        self.idle()

    def idle(self) -> None:
        self.until(lambda: not any(scope.busy for scope in self.page.task_scopes()), "rest")

    def choose(self, order_id: object) -> None:
        """Select it and wait until it is shown."""
        self.page.show_order(str(order_id))
        self.until(lambda: self.shown_id() == str(order_id), f"order {order_id}")

    def shown_id(self) -> str:
        known = self.page.opened.known
        return known.order.value.order_id if known is not None and self.page.opened.order_id else ""

    def status(self, order_id: object) -> OrderStatus | None:
        order = self.page.presenter.order(OrderId(str(order_id)))
        return order.status if order is not None else None

    def click(self, button: object) -> None:
        QTest.mouseClick(button, LEFT)  # type: ignore[call-overload]

    def question(self, key: str) -> object:
        """The dialog on the screen, once it is there."""
        self.until(lambda: self.page.question is not None and self.page.question.question.key == key, key)
        return self.page.question

    def sentences(self) -> list[str]:
        return [notice.sentence for notice in self.notices]

    def place(self, what: Buyable) -> OrderIntent | SourcingError:
        """Order it as the cart page would; the error when it does not come back as an order."""
        return self.desk.run(place(self.use_cases, what))


async def place(use_cases: UseCases, what: Buyable) -> OrderIntent | SourcingError:
    offer = await use_cases.open_offer(OfferId(str(what.offer_id)))
    cart = await use_cases.edit_cart.add(
        lines_from_offer(offer, {SpecId(what.spec_id): what.quantity}, datetime.now(UTC))
    )
    group = next(g for g in split_by_supplier(cart) if any(e.line.offer_id == offer.offer_id for e in g.lines))
    address = (await use_cases.list_addresses())[0]
    preview = await use_cases.preview_order(group, address)
    try:
        return await use_cases.place_order(preview, OrderChoice("assureTrade"))
    except SourcingError as error:
        return error


@pytest.fixture
def use_cases(desk: Desk, sandbox: RunningSandbox, tmp_path: Path) -> UseCases:
    return desk.use_cases(sandbox, tmp_path)


@pytest.fixture
def visit(desk: Desk, loader: PictureLoader, sandbox: RunningSandbox) -> Iterator[Callable[[UseCases], Visit]]:
    """visit(use_cases) opens the page and waits until the marketplace has answered."""
    made: list[OrdersPage] = []

    def open_page(use_cases: UseCases, *, wait: bool = True) -> Visit:
        page = OrdersPage(loader)
        made.append(page)
        found = Visit(page, desk, sandbox, use_cases)
        page.noticed.connect(found.notices.append)
        page.open_address = lambda url: bool(found.opened.append(url) or True)
        page.resize(1280, 620)
        page.show()
        page.attach(use_cases)
        if wait:
            found.idle()
        return found

    yield open_page  # type: ignore[misc]
    for page in made:
        page.detach()
        for scope in page.task_scopes():
            desk.run(scope.close())
        page.close()
        desk.dispose(page)


@pytest.fixture
def buyable_goods(sandbox: RunningSandbox) -> list[Buyable]:
    """One offer each of different suppliers."""
    found: dict[str, Buyable] = {}
    for each in buyables(sandbox, limit=60, lot="no", mix="no", quote_type=1):
        found.setdefault(each.seller, each)
    return list(found.values())
