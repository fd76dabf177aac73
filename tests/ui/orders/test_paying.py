"""Paying: the sum on the button is the sum that is paid, once, on a page of the platform."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import Order, OrderStatus, PayLink
from sourcing_app.errors import UnsafeLink
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.format import money_text
from sourcing_app.ui.notices import Step
from sourcing_app.ui.orders.attention import Reason
from sourcing_app.ui.orders.foot import payable
from sourcing_app.ui.orders.tabs import OrdersTab
from tests.support.buying import Buyable, order_made
from tests.ui.orders.acts import LINK, Door, Open, ask, calls, pay, said, unpaid
from tests.ui.orders.conftest import LEFT


def test_the_button_names_the_sum_and_the_page_opens_in_the_browser(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    order = there.page.presenter.order(OrderId(order_id))
    assert order is not None
    assert there.page.pane.foot.pay_button.text() == f"Pay · {money_text(order.total)}"
    pay(there)
    there.until(lambda: there.opened)
    assert len(there.opened) == 1 and order_id in there.opened[0]
    assert there.sandbox.page(there.opened[0]).status_code == 200
    row = there.page.presenter.row(OrderId(order_id))
    assert row is not None and row.payment_opened is not None


def test_orders_placed_in_the_cart_are_paid_together_on_one_page(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    first, second = there.place(buyable_goods[0]), there.place(buyable_goods[1])
    assert not isinstance(first, Exception) and not isinstance(second, Exception)
    both = (*first.order_ids, *second.order_ids)
    there.page.pay_orders(both, first.approved_total + second.approved_total)
    there.until(lambda: there.opened)
    assert all(order_id in there.opened[0] for order_id in both)
    there.until(lambda: there.page.watching.order_ids == both)


def test_the_page_is_said_to_be_sent_to_the_browser_which_is_all_that_is_known(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    unpaid(there, buyable_goods[0])
    pay(there)
    there.until(lambda: there.opened)
    there.idle()
    assert "sent to your browser" in there.sentences()[-1]
    shown = [each.text() for each in there.page.detail.findChildren(QLabel)]
    assert any("sent to your browser" in text for text in shown)
    assert not any("was opened" in text for text in [*shown, *there.sentences()])


def test_copy_payment_link_is_always_there_beside_pay(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    copy = there.page.pane.foot.copy_button
    assert copy.isVisible() and copy.isEnabled() and copy.text() == "Copy payment link"
    there.click(copy)
    there.until(lambda: order_id in QGuiApplication.clipboard().text())
    assert there.sandbox.page(QGuiApplication.clipboard().text()).status_code == 200
    assert there.opened == []
    row = there.page.presenter.row(OrderId(order_id))
    assert row is not None and row.payment_opened is not None
    assert there.page.watching.order_ids == (order_id,)


def test_a_link_sent_just_now_is_copied_without_fetching_or_asking_again(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    unpaid(there, buyable_goods[0])
    pay(there)
    there.until(lambda: there.opened)
    there.idle()
    fetched = calls(there.sandbox, LINK)
    QGuiApplication.clipboard().clear()
    there.page.notice_acted(next(each.step for each in there.notices if each.step is Step.COPY_LINK))
    assert QGuiApplication.clipboard().text() == there.opened[0]
    QGuiApplication.clipboard().clear()
    there.click(there.page.pane.foot.copy_button)
    assert QGuiApplication.clipboard().text() == there.opened[0]
    assert there.page.question is None and calls(there.sandbox, LINK) == fetched


def test_a_browser_that_does_not_start_is_told_and_the_link_can_be_copied(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    unpaid(there, buyable_goods[0])
    there.page.open_address = lambda address: False
    pay(there)
    there.until(lambda: there.notices)
    told = there.notices[-1]
    assert "No browser could be opened" in told.sentence
    assert (told.step, told.step_label) == (Step.COPY_LINK, "Copy payment link")
    there.page.notice_acted(told.step)
    assert QGuiApplication.clipboard().text() == told.details


def test_a_link_to_be_copied_is_checked_like_one_to_be_opened(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(
        replace(use_cases, pay_orders=Door(use_cases.pay_orders, UnsafeLink("host", "1688.com.evil.example")))
    )
    unpaid(there, buyable_goods[0])
    QGuiApplication.clipboard().clear()
    there.click(there.page.pane.foot.copy_button)
    there.until(lambda: there.notices)
    assert "1688.com.evil.example" in there.sentences()[-1] and QGuiApplication.clipboard().text() == ""


def test_after_the_page_was_opened_the_order_is_read_until_it_is_paid(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    pay(there)
    there.until(lambda: there.opened)
    assert there.page.watching.order_ids == (order_id,)
    there.sandbox.control(f"orders/{order_id}/pay")
    there.page.watching.look()
    there.until(lambda: there.status(order_id) is OrderStatus.WAIT_SEND)
    assert there.page.watching.order_ids == ()
    assert any(order_id in sentence and "To ship" in sentence for sentence in there.sentences())


def test_m16_a_price_that_the_seller_changed_asks_with_both_sums(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    order = there.page.presenter.order(OrderId(order_id))
    assert order is not None
    there.sandbox.control(f"orders/{order_id}/price", change_fen=150)
    pay(there)
    dialog = ask(there, "pay.price_changed")
    now = order.total + Money.from_fen(150)
    assert money_text(order.total) in said(dialog) and money_text(now) in dialog.accept_button.text()
    assert there.opened == [] and dialog.stay_button.isDefault()
    there.click(dialog.accept_button)
    there.until(lambda: there.opened)
    assert order_id in there.opened[0]


def test_m16_a_no_to_the_new_price_opens_nothing(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    there.sandbox.control(f"orders/{order_id}/price", change_fen=-50)
    pay(there)
    QTest.keyClick(ask(there, "pay.price_changed"), Qt.Key.Key_Escape)
    there.idle()
    assert there.opened == []


def test_m16_a_price_changed_since_the_approval_waits_for_a_look(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    intent = there.place(buyable_goods[0])
    assert not isinstance(intent, Exception)
    (order_id,) = intent.order_ids
    there.sandbox.control(f"orders/{order_id}/price", change_fen=150)
    there.refreshed()
    row = there.page.presenter.row(order_id)
    assert row is not None and row.reasons == (Reason.PRICE_CHANGED,)
    assert there.page.attention() and there.page.tabs.chips[OrdersTab.ATTENTION].count == 1


def test_m17_an_unsafe_page_is_not_opened_and_its_host_is_named(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(
        replace(use_cases, pay_orders=Door(use_cases.pay_orders, UnsafeLink("host", "1688.com.evil.example")))
    )
    unpaid(there, buyable_goods[0])
    pay(there)
    there.until(lambda: there.notices)
    assert "1688.com.evil.example" in there.sentences()[-1] and there.opened == []


def test_m18_orders_that_the_page_leaves_out_are_named_before_it_opens(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    door = Door(use_cases.pay_orders)
    there = visit(replace(use_cases, pay_orders=door))
    first, second = (str(order_made(there.sandbox, each.cargo())) for each in buyable_goods[:2])
    door.answer = PayLink("https://trade.1688.com/pay", (OrderId(first),), ((OrderId(second), "额度不足"),))
    there.refreshed()
    there.page.table.selectAll()
    assert there.page.pane.foot.pay_button.text().startswith("Pay 2 orders · ")
    pay(there)
    dialog = ask(there, "pay.left_out")
    assert second in said(dialog) and "额度不足" in said(dialog) and there.opened == []
    there.click(dialog.accept_button)
    assert there.opened == ["https://trade.1688.com/pay"]
    assert there.page.watching.order_ids == (first,)


def test_several_orders_are_paid_with_one_page(visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]) -> None:
    there = visit(use_cases)
    ids = [str(order_made(there.sandbox, each.cargo())) for each in buyable_goods[:3]]
    there.sandbox.control(f"orders/{ids[2]}/pay")
    there.refreshed()
    there.page.table.selectAll()
    assert there.page.pane.foot.pay_button.text().startswith("Pay 2 orders · ")
    pay(there)
    there.until(lambda: there.opened)
    assert all(order_id in there.opened[0] for order_id in ids[:2]) and ids[2] not in there.opened[0]


def test_m19_a_double_click_fetches_one_page(visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]) -> None:
    there = visit(use_cases)
    unpaid(there, buyable_goods[0])
    button = there.page.pane.foot.pay_button
    there.click(button)
    assert not button.isEnabled()
    QTest.mouseDClick(button, LEFT)
    there.page.paying.pay(there.page.pane.foot.plan.wish)
    there.until(lambda: there.opened)
    there.idle()
    assert len(there.opened) == 1 and calls(there.sandbox, LINK) == 1


def test_m19_a_second_press_says_that_a_payment_was_started_also_after_a_restart(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    first = visit(use_cases)
    order_id = unpaid(first, buyable_goods[0])
    pay(first)
    first.until(lambda: first.opened)
    first.page.detach()

    there = visit(use_cases)
    there.choose(order_id)
    assert there.page.orders.rows[0].payment_opened is not None
    pay(there)
    dialog = ask(there, "pay.started")
    assert order_id in said(dialog) and there.opened == []
    there.click(dialog.accept_button)
    there.until(lambda: there.opened)
    assert order_id in there.opened[0]


def test_m19_an_order_paid_meanwhile_gets_no_page(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    there.sandbox.control(f"orders/{order_id}/pay")
    pay(there)
    there.until(lambda: there.status(order_id) is OrderStatus.WAIT_SEND)
    assert there.opened == [] and any("does not wait for payment" in each for each in there.sentences())
    there.until(there.page.pane.foot.isHidden)


def test_m22_the_button_pays_the_order_it_was_pressed_on(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    other = str(order_made(there.sandbox, buyable_goods[1].cargo()))
    order_id = unpaid(there, buyable_goods[0])
    button = there.page.pane.foot.pay_button
    QTest.mousePress(button, LEFT)
    there.page.table.go_to(OrderId(other))
    there.until(lambda: there.shown_id() == other)
    QTest.mouseRelease(button, LEFT)
    there.until(lambda: there.opened)
    assert order_id in there.opened[0] and other not in there.opened[0]


def test_orders_of_two_currencies_are_not_paid_as_one_sum() -> None:
    yuan = Order(OrderId("1"), OrderStatus.WAIT_PAY, "waitbuyerpay", "", "", Money.from_yuan("5"), None, None, None)
    dollars = replace(yuan, order_id=OrderId("2"), total=Money(Decimal(7), "USD"))
    assert payable((yuan, dollars)) == (yuan,)
    assert payable((dollars, yuan)) == (dollars,)


def test_m28_two_orders_for_one_decision_wait_with_cancel_beside_and_are_not_paid_unasked(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    there.sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="twice")
    placed = there.place(buyable_goods[0])
    assert not isinstance(placed, Exception)
    there.refreshed()
    there.listed(2)
    rows = there.page.presenter.rows()
    there.until(lambda: all(Reason.DOUBLED in row.reasons for row in there.page.presenter.rows()))
    assert there.page.presenter.count(OrdersTab.ATTENTION) == 2
    assert any("Two orders for one decision" in sentence for sentence in there.sentences())
    there.choose(rows[0].order.order_id)
    assert there.page.pane.foot.cancel_button.isVisible()
    pay(there)
    dialog = ask(there, "pay.doubled")
    assert all(row.order.order_id in said(dialog) for row in rows) and there.opened == []
    there.click(dialog.stay_button)
    assert there.opened == []
    pay(there)
    there.until(lambda: there.page.question is not dialog)
    there.click(ask(there, "pay.doubled").accept_button)
    there.until(lambda: there.opened)
    there.until(lambda: not any(Reason.DOUBLED in row.reasons for row in there.page.presenter.rows()))


def test_ctrl_p_never_pays(visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]) -> None:
    there = visit(use_cases)
    unpaid(there, buyable_goods[0])
    there.until(there.page.pane.foot.pay_button.isEnabled)
    actions = there.page.actions_of_page()
    assert not [each.key for each in actions if QKeySequence(each.shortcut) == QKeySequence("Ctrl+P")]
    for key in ("orders.pay", "orders.cancel"):
        (action,) = [each for each in actions if each.key == key]
        assert action.there is not None, "from another page it is only pointed at"
        action.there()
    there.desk.spin()
    assert there.opened == [] and there.page.question is None
