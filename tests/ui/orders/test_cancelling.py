"""Cancelling: the question names the order, the answer is never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.order import OrderStatus
from sourcing_app.errors import OutcomeUnknown
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.format import money_text
from sourcing_app.ui.orders.ask_dialog import AskDialog
from sourcing_app.usecases.session import utc_now
from tests.support.buying import Buyable, order_made
from tests.ui.orders.acts import CANCEL, Door, Open, ask, calls, said, unpaid
from tests.ui.orders.conftest import Visit


def cancel(there: Visit) -> AskDialog:
    there.until(there.page.pane.foot.cancel_button.isEnabled, "the button")
    there.click(there.page.pane.foot.cancel_button)
    return ask(there, "cancel")


def test_m22_the_question_names_id_supplier_and_sum_and_cancels_that_order(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    other = str(order_made(there.sandbox, buyable_goods[1].cargo()))
    order_id = unpaid(there, buyable_goods[0])
    there.sandbox.control("clock", advance_s=11)
    dialog = cancel(there)
    order = there.page.presenter.order(OrderId(order_id))
    assert order is not None
    for part in (order_id, order.supplier_name, money_text(order.total)):
        assert part in said(dialog)
    there.choose(other)
    there.click(dialog.accept_button)
    there.until(lambda: there.status(order_id) is OrderStatus.CANCELLED)
    assert there.status(other) is OrderStatus.WAIT_PAY
    assert f"Order {order_id} is cancelled." in there.sentences()


def test_the_chosen_reason_and_note_are_sent(visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    there.sandbox.control("clock", advance_s=11)
    dialog = cancel(there)
    dialog.choice.setCurrentIndex(1)
    QTest.keyClicks(dialog.remark, "wrong size")
    there.click(dialog.accept_button)
    there.until(lambda: there.status(order_id) is OrderStatus.CANCELLED)
    (call,) = there.sandbox.look("calls", api=CANCEL)["calls"]
    assert "other" in str(call) and "wrong size" in str(call)


def test_enter_on_the_question_keeps_the_order(visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    QTest.keyClick(cancel(there), Qt.Key.Key_Return)
    there.refreshed()
    assert there.status(order_id) is OrderStatus.WAIT_PAY and calls(there.sandbox, CANCEL) == 0


def test_too_early_is_explained_and_the_button_waits(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    there.click(cancel(there).accept_button)
    there.until(lambda: any("10 s after it was made" in each for each in there.sentences()))
    button = there.page.pane.foot.cancel_button
    assert not button.isEnabled() and button.text().startswith("Cancel in ")
    there.page.cancelling._clock = lambda: utc_now() + timedelta(seconds=11)
    there.until(button.isEnabled, "the wait")
    assert there.status(order_id) is OrderStatus.WAIT_PAY


def test_m21_a_lost_answer_is_told_by_what_the_order_says(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    there.sandbox.control("clock", advance_s=11)
    there.sandbox.control("faults", api=CANCEL, kind="lost_after")
    there.click(cancel(there).accept_button)
    there.until(lambda: there.status(order_id) is OrderStatus.CANCELLED)
    assert f"Order {order_id} is cancelled." in there.sentences()


def test_m21_paid_while_it_was_being_cancelled_is_not_called_cancelled(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = unpaid(there, buyable_goods[0])
    there.sandbox.control("clock", advance_s=11)
    dialog = cancel(there)
    there.sandbox.control(f"orders/{order_id}/pay")
    there.click(dialog.accept_button)
    there.until(lambda: there.status(order_id) is OrderStatus.WAIT_SEND)
    assert not any("is cancelled" in each for each in there.sentences()) and there.notices


def test_m21_an_unknown_cancellation_is_watched_and_never_called_failed(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(replace(use_cases, cancel_order=Door(use_cases.cancel_order, OutcomeUnknown("x"))))
    order_id = unpaid(there, buyable_goods[0])
    there.click(cancel(there).accept_button)
    there.until(lambda: there.page.watching.order_ids == (order_id,))
    assert "not known yet" in there.sentences()[-1] and "fail" not in there.sentences()[-1]


def test_no_question_is_left_behind(visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]) -> None:
    there = visit(use_cases)
    unpaid(there, buyable_goods[0])
    cancel(there).reject()
    QCoreApplication.sendPostedEvents()
    there.desk.spin(3)
    assert not [each for each in there.page.findChildren(AskDialog) if each.isVisible()]
