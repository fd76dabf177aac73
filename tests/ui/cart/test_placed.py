"""After placing: the page says what was done and offers the next act."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtTest import QTest

from sourcing_app.domain.money import Money
from sourcing_app.ui.cart.slips import FateKind
from sourcing_app.ui.cart.view import CartPage
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.format import money_text
from sourcing_app.ui.requests import PayOrders, ShowOrder
from tests.support.desk import Desk
from tests.support.requests import requests_of
from tests.support.sandbox import RunningSandbox
from tests.ui.cart.shopping import LEFT, fill, press, sellers, settled


def _place(desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox, count: int) -> Money:
    fill(desk, page, use_cases, *sellers(sandbox, count))
    total = page.presenter.plan().total
    press(page)
    settled(desk, page, *[FateKind.PLACED] * count)
    desk.spin_until(lambda: page.placed.placed is not None and len(page.placed.placed.to_pay) == count, "read")
    return total


def test_after_placing_the_page_says_what_was_done_and_offers_to_pay(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    total = _place(desk, page, use_cases, sandbox, 2)
    desk.spin_until(lambda: page.count() == 0)
    title = f"2 orders placed · {money_text(total)}"
    assert page.empty.accessibleName().startswith(title) and page.empty.isVisible()
    assert page.empty.action_button.text() == "Pay 2 orders"
    assert page.panel.foot.isHidden()  # nothing is left to place: no "Tick a supplier"
    wanted = requests_of(page, PayOrders)
    QTest.mouseClick(page.empty.action_button, LEFT)
    made = {str(order["order_id"]) for order in sandbox.look("orders")["orders"]}
    assert [(set(each.order_ids), each.approved) for each in wanted] == [(made, total)]


def test_what_was_placed_is_said_over_the_lines_that_are_left_in_the_cart(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 2))
    later = page.presenter.groups[0].supplier_id
    page.presenter.set_chosen(later, False)
    desk.spin_until(lambda: not page.presenter.plan().reason)
    press(page)
    settled(desk, page, FateKind.PLACED)
    desk.spin_until(lambda: page.count() == 1 and page.placed_bar.pay_button.isVisible())
    assert page.placed_bar.title.text().startswith("1 order placed · CN¥")
    assert page.placed_bar.pay_button.text() == "Pay the order" and page.panel.foot.isVisible()
    shown = requests_of(page, ShowOrder)
    QTest.mouseClick(page.placed_bar.show_button, LEFT)
    assert [each.order_id for each in shown] == [str(sandbox.look("orders")["orders"][0]["order_id"])]
    QTest.mouseClick(page.placed_bar.close_button, LEFT)
    assert page.placed_bar.isHidden() and page.placed.placed is None


def test_orders_paid_elsewhere_are_not_offered_to_be_paid_once_that_is_known(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    _place(desk, page, use_cases, sandbox, 2)
    placed = page.placed.placed
    assert placed is not None
    sandbox.control(f"orders/{placed.order_ids[0]}/pay")
    desk.run(use_cases.track_orders())
    page.placed.look()
    desk.spin_until(lambda: page.empty.action_button.text() == "Pay the order")
    sandbox.control(f"orders/{placed.order_ids[1]}/pay")
    desk.run(use_cases.track_orders())
    page.placed.look()
    desk.spin_until(lambda: page.empty.action_button.text() == "Show orders")


def test_of_another_account_nothing_was_placed_here(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    _place(desk, page, use_cases, sandbox, 1)
    page.detach()
    page.attach(replace(use_cases, account=replace(use_cases.account, member_id="b2b-9")))
    desk.spin_until(lambda: page.empty.accessibleName().startswith("The cart is empty"))
