"""Paying, cancelling, and orders whose fate is not known: with real presses at the real marketplace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import OrderStatus, PayLink
from sourcing_app.errors import OutcomeUnknown, UnsafeLink
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.format import money_text
from sourcing_app.ui.orders.ask_dialog import AskDialog
from sourcing_app.ui.orders.attention import Reason
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.usecases.session import utc_now
from tests.support.buying import Buyable, create, order_made
from tests.support.sandbox import RunningSandbox
from tests.ui.orders.conftest import LEFT, Visit

Open = Callable[[UseCases], Visit]
CREATE = "alibaba.trade.createCrossOrder"
CANCEL = "alibaba.trade.cancel"
LINK = "alibaba.alipay.url.get"


def ask(there: Visit, key: str) -> AskDialog:
    dialog = there.question(key)
    assert isinstance(dialog, AskDialog)
    return dialog


def said(dialog: AskDialog) -> str:
    """Everything the question names."""
    question = dialog.question
    return "\n".join([question.title, question.sentence, *(" ".join(fact) for fact in question.facts)])


def calls(sandbox: RunningSandbox, api: str) -> int:
    return len(sandbox.look("calls", api=api)["calls"])


def unpaid(there: Visit, goods: Buyable) -> str:
    """An unpaid order, listed and shown."""
    order_id = str(order_made(there.sandbox, goods.cargo()))
    there.refreshed()
    there.choose(order_id)
    return order_id


def pay(there: Visit) -> None:
    there.until(there.page.pane.foot.pay_button.isEnabled, "the button")
    there.click(there.page.pane.foot.pay_button)


# --- paying ---------------------------------------------------------------------------------------------------------


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


# --- cancelling -----------------------------------------------------------------------------------------------------


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


# --- orders whose fate is not known ---------------------------------------------------------------------------------


def test_m01_a_lost_answer_is_checked_by_itself_until_the_order_is_found(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    there.sandbox.control("options", list_delay_s=60)
    there.sandbox.control("faults", api=CREATE, kind="lost_after")
    assert isinstance(there.place(buyable_goods[0]), OutcomeUnknown)
    there.page.shown()
    there.until(lambda: there.page.strip.cards, "the card")
    card = there.page.strip.cards[0]
    assert card.accessibleName().startswith("Checking with 1688 whether this order exists")
    assert there.page.attention() and there.page.count() == 1
    there.sandbox.control("clock", advance_s=61)
    there.until(lambda: not there.page.strip.cards, "it to be found")
    there.listed(1)
    assert there.sandbox.look("orders")["count"] == 1
    assert not any("fail" in each.casefold() for each in there.sentences())


def test_m02_what_an_earlier_run_left_open_is_settled_at_the_start(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable], desk: Any
) -> None:
    from tests.ui.orders.conftest import place

    sandbox.control("faults", api=CREATE, kind="lost_after")
    assert isinstance(desk.run(place(use_cases, buyable_goods[0])), OutcomeUnknown)
    there = visit(use_cases)
    there.until(lambda: any("exists" in each for each in there.sentences()))
    there.listed(1)
    intent = there.page.presenter.intent(there.page.orders.rows[0].order.order_id)
    assert intent is not None


def lost_before(there: Visit, goods: Buyable) -> None:
    there.sandbox.control("faults", api=CREATE, kind="lost_before")
    assert isinstance(there.place(goods), OutcomeUnknown)
    there.page.shown()
    there.until(lambda: there.page.strip.cards, "the card")


def test_m05_only_a_person_decides_that_it_does_not_exist(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    lost_before(there, buyable_goods[0])
    intent = there.page.settling.open_ones[0]
    there.click(there.page.strip.cards[0].check_button)
    there.until(lambda: there.page.settling.open_ones[0].last_asked_at is not None)
    assert there.page.strip.cards
    there.click(there.page.strip.cards[0].absent_button)
    dialog = ask(there, "intent.absent")
    for part in (intent.supplier_name, intent.out_order_id, money_text(intent.approved_total)):
        assert part in said(dialog)
    assert dialog.stay_button.isDefault()
    there.click(dialog.accept_button)
    there.until(lambda: not there.page.strip.cards)
    again = there.place(buyable_goods[0])
    assert not isinstance(again, Exception) and again.out_order_id != intent.out_order_id


def test_m06_several_orders_under_our_reference_are_shown_and_a_person_says_which(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    lost_before(there, buyable_goods[0])
    intent = there.page.settling.open_ones[0]
    for _ in range(2):
        create(there.sandbox, buyable_goods[0].cargo(), outOrderId=intent.out_order_id)
    there.page.settling.ask_now()
    there.until(lambda: there.page.settling.open_ones and len(there.page.settling.open_ones[0].candidates) == 2)
    there.until(lambda: len(there.page.strip.cards[0].marks) == 2)
    card = there.page.strip.cards[0]
    assert not card.mine_button.isEnabled()
    there.idle()
    card = there.page.strip.cards[0]
    chosen = next(iter(card.marks))
    card.marks[chosen].setChecked(True)
    there.click(card.mine_button)
    dialog = ask(there, "intent.created")
    assert chosen in said(dialog)
    there.click(dialog.accept_button)
    there.until(lambda: not there.page.strip.cards)
    there.until(lambda: there.page.presenter.intent(chosen) is not None)


def test_a_refused_order_stays_with_the_platforms_reason_until_it_is_put_away(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    there.sandbox.control("faults", api=CREATE, kind="throttle", times=0)
    assert isinstance(there.place(buyable_goods[0]), Exception)
    there.page.shown()
    there.until(lambda: there.page.strip.refusals, "the refusal")
    refusal = there.page.strip.refusals[0]
    assert refusal.accessibleName().startswith("1688 refused this order; nothing was made")
    assert there.page.attention()
    there.click(refusal.close_button)
    assert there.page.strip.refusals == [] and not there.page.attention()


class Door:
    """A use case with one answer or error of its own; everything else is the real one."""

    def __init__(self, real: Any, error: Exception | None = None) -> None:
        self._real, self._error = real, error
        self.answer: Any = None

    async def __call__(self, *words: Any, **more: Any) -> Any:
        if self._error is not None:
            raise self._error
        return self.answer

    async def started(self, order_ids: Any) -> Any:
        return await self._real.started(order_ids)


def test_no_question_is_left_behind(visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]) -> None:
    there = visit(use_cases)
    unpaid(there, buyable_goods[0])
    cancel(there).reject()
    QCoreApplication.sendPostedEvents()
    there.desk.spin(3)
    assert not [each for each in there.page.findChildren(AskDialog) if each.isVisible()]
