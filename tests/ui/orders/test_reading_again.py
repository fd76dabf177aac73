"""What happened elsewhere is seen when the page, or an order, is opened; nobody has to press F5."""

from __future__ import annotations

from collections.abc import Callable

from sourcing_app.domain.order import OrderStatus
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.orders.tabs import OrdersTab
from tests.support.buying import Buyable, order_made
from tests.support.sandbox import RunningSandbox
from tests.ui.orders.conftest import Visit

Open = Callable[[UseCases], Visit]


def test_orders_paid_and_shipped_elsewhere_are_read_when_the_page_is_opened(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    order_id = order_made(sandbox, buyable_goods[0].cargo())
    there = visit(use_cases)
    assert there.status(order_id) is OrderStatus.WAIT_PAY
    sandbox.control(f"orders/{order_id}/pay")
    sandbox.control(f"orders/{order_id}/ship")
    newer = order_made(sandbox, buyable_goods[1].cargo())
    there.page.shown()
    there.until(lambda: there.status(order_id) is OrderStatus.WAIT_RECEIVE, "the order that was shipped")
    there.until(lambda: there.status(newer) is OrderStatus.WAIT_PAY, "the order that was made")
    assert there.page.tabs.chips[OrdersTab.ON_THE_WAY].count == 1


def test_an_order_is_read_again_when_it_is_opened_however_lately_it_was_read(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    first, second = (order_made(sandbox, each.cargo()) for each in buyable_goods[:2])
    there = visit(use_cases)
    there.choose(first)
    there.idle()
    there.choose(second)
    there.idle()
    sandbox.control(f"orders/{first}/pay")
    there.choose(first)
    there.until(lambda: there.page.detail.chip.text() == "To ship", "the detail")
    there.until(lambda: there.status(first) is OrderStatus.WAIT_SEND, "the list")


def test_the_moment_the_orders_were_read_is_told_with_what_was_read(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    there = visit(use_cases)
    told: list[tuple[str, object]] = []
    there.page.fresh.connect(lambda text, at: told.append((text, at)))
    there.refreshed()
    (text, at) = told[-1]
    assert text.startswith("orders up to date") and at == there.page.presenter.updated_at
