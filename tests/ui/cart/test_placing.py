"""From the cart to orders, against the real marketplace, with real events."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sourcing_app.domain.money import Money
from sourcing_app.ui.cart import placing
from sourcing_app.ui.cart.slips import FateKind
from sourcing_app.ui.cart.view import CartPage
from sourcing_app.ui.doors import UseCases
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox
from tests.ui.cart.shopping import LEFT, fill, orders, press, sellers, settled

CREATE = "alibaba.trade.createCrossOrder"
Ctrl = Qt.KeyboardModifier.ControlModifier


def test_two_orders_are_placed_and_their_lines_leave_the_cart(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 2))
    plan = page.presenter.plan()
    assert page.panel.place_button.text().startswith("Place 2 orders · CN¥")
    press(page)
    settled(desk, page, FateKind.PLACED, FateKind.PLACED)
    desk.spin_until(lambda: page.count() == 0)
    assert orders(sandbox) == 2
    made = [order["total_fen"] for order in sandbox.look("orders")["orders"]]
    assert sum(made) == plan.total.fen


def test_m04_the_button_is_off_before_anything_is_awaited_and_a_double_click_makes_one_order(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    press(page)
    assert not page.panel.place_button.isEnabled()
    QTest.mouseDClick(page.panel.place_button, LEFT)
    page.presenter.place()
    page.presenter.place(confirmed=True)
    settled(desk, page, FateKind.PLACED)
    assert orders(sandbox) == 1


def test_m30_the_same_goods_can_be_ordered_once_more_since_they_get_a_preview_of_their_own(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    (what,) = sellers(sandbox, 1)
    for number in (1, 2):
        fill(desk, page, use_cases, what)
        press(page)
        desk.spin_until(lambda: orders(sandbox) == number and page.count() == 0)  # noqa: B023 - looked at here and now
        settled(desk, page, FateKind.PLACED)


def test_m11_a_quantity_that_is_still_being_written_is_not_ordered_as_it_was(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    (group,) = page.presenter.groups
    line = group.lines[0].line
    page.presenter.edits.set_quantity(line.key, line.quantity + 1)
    press(page)
    page.presenter.place()
    assert page.presenter.plan().reason and not page.presenter.placing.busy
    desk.spin_until(lambda: page.panel.place_button.isEnabled() and not page.presenter.edits.pending)
    press(page)
    settled(desk, page, FateKind.PLACED)
    desk.spin_until(lambda: page.count() == 0)  # all of it was ordered, the last piece too
    assert orders(sandbox) == 1


def test_m01_a_lost_answer_reads_as_checking_and_the_order_is_found_by_itself(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="lost_after")
    seen: list[str] = []
    receipt = next(iter(page.panel.receipts.values()))
    page.presenter.slips_changed.connect(lambda: seen.append(receipt.fate.chip.text()))
    press(page)
    settled(desk, page, FateKind.PLACED)
    assert "Checking with 1688…" in seen
    assert not any("fail" in text.casefold() for text in seen)
    assert orders(sandbox) == 1
    desk.spin_until(lambda: page.count() == 0)


def test_m01_while_it_is_not_known_the_same_lines_can_be_neither_edited_nor_placed(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="lost_before")
    press(page)
    settled(desk, page, FateKind.CHECKING)
    desk.spin(20)
    assert not page.panel.place_button.isEnabled()
    assert page.presenter.is_locked(page.presenter.groups[0].supplier_id)
    assert page.attention()
    assert orders(sandbox) == 0


def test_m02_an_order_of_an_earlier_run_that_is_not_settled_is_taken_up_again(
    desk: Desk,
    open_page: Callable[[UseCases], CartPage],
    use_cases: UseCases,
    sandbox: RunningSandbox,
) -> None:
    page = open_page(use_cases)
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="lost_after")
    sandbox.control("faults", api="alibaba.trade.getBuyerOrderList", kind="reset", times=0)
    press(page)
    settled(desk, page, FateKind.CHECKING)
    page.detach()
    sandbox.control("faults/clear")
    again = open_page(use_cases)
    settled(desk, again, FateKind.PLACED)
    assert orders(sandbox) == 1


def test_m11_a_changed_price_shows_old_and_new_and_asks_again(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    found = sellers(sandbox, 1)[0]
    fill(desk, page, use_cases, found)
    before = page.panel.place_button.text()
    sandbox.control(f"offers/{found.offer_id}", spec_id=found.spec_id, price_fen=found.price_fen + 100)
    press(page)
    settled(desk, page, FateKind.CHANGED)
    desk.spin_until(lambda: not page.presenter.plan().reason, "the new sum")
    receipt = next(iter(page.panel.receipts.values()))
    shown = " ".join(label.text() for label in receipt.fate.findChildren(QLabel))
    assert "You approved" in shown
    assert "Now" in shown
    assert page.panel.place_button.text() != before
    assert orders(sandbox) == 0
    press(page)
    settled(desk, page, FateKind.PLACED)
    assert orders(sandbox) == 1


def test_m11_a_new_sum_is_asked_for_once_though_another_order_is_still_being_checked(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    first, second = sellers(sandbox, 2)
    fill(desk, page, use_cases, first, second)
    sandbox.control(f"offers/{first.offer_id}", spec_id=first.spec_id, price_fen=first.price_fen + 100)
    sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="lost_before")
    press(page)
    settled(desk, page, FateKind.CHANGED, FateKind.CHECKING)
    desk.spin_until(lambda: not page.presenter.plan().reason, "the new sum")
    assert len(page.presenter.plan().slips) == 1
    asked: list[object] = []
    page.presenter.placing.changed.connect(lambda: asked.append(1))
    desk.spin_until(lambda: len(asked) > 2)
    assert not page.presenter.plan().reason


def test_a_refusal_is_shown_with_the_platforms_reason_and_the_lines_stay(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="no_permission")
    press(page)
    settled(desk, page, FateKind.REFUSED)
    receipt = next(iter(page.panel.receipts.values()))
    assert "permitted" in receipt.fate.sentence.text()
    assert page.count() == 1


def test_m14_a_very_large_sum_is_asked_for_a_second_time(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    page.presenter.large_limit = Money.from_yuan("0.01")
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    press(page)
    desk.spin(10)
    assert not page.panel.sure.isHidden()
    assert orders(sandbox) == 0
    QTest.mouseClick(page.panel.back_button, LEFT)
    assert page.panel.place_button.isEnabled()
    press(page)
    QTest.mouseClick(page.panel.sure_button, LEFT)
    settled(desk, page, FateKind.PLACED)


def test_m14_the_second_question_is_about_the_sum_it_shows_and_no_other(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    page.presenter.large_limit = Money.from_yuan("0.01")
    fill(desk, page, use_cases, *sellers(sandbox, 2))
    press(page)
    assert not page.panel.sure.isHidden()
    page.presenter.set_chosen(page.presenter.groups[0].supplier_id, False)
    assert page.panel.sure.isHidden()
    assert orders(sandbox) == 0


def test_an_order_sent_by_a_window_that_is_gone_is_known_to_the_next_one(
    desk: Desk,
    open_page: Callable[[UseCases], CartPage],
    use_cases: UseCases,
    sandbox: RunningSandbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(placing, "_LOOK_AGAIN_MS", 5)
    page = open_page(use_cases)
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="hold")
    press(page)
    desk.spin_until(lambda: orders(sandbox) == 1)
    page.detach()
    again = open_page(use_cases)
    settled(desk, again, FateKind.CHECKING)
    sandbox.control("faults/clear")
    settled(desk, again, FateKind.PLACED)
    assert orders(sandbox) == 1


@pytest.mark.parametrize("exists", [True, False])
def test_m05_what_was_settled_on_another_page_is_not_checked_for_ever(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox, exists: bool
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    sandbox.control("faults", api="alibaba.trade.createCrossOrder", kind="lost_after" if exists else "lost_before")
    sandbox.control("faults", api="alibaba.trade.getBuyerOrderList", kind="no_permission", times=0)
    press(page)
    settled(desk, page, FateKind.CHECKING)
    desk.spin(20)
    sandbox.control("faults/clear")
    settle = use_cases.settle_unknown_orders
    if exists:
        desk.run(settle(now=True))
    else:
        (intent,) = desk.run(settle.open_ones())
        desk.run(settle.decide_absent(intent.intent_id))
    page.presenter.placing.look()
    settled(desk, page, FateKind.PLACED if exists else FateKind.NOT_SENT)
    desk.spin_until(lambda: page.count() == (0 if exists else 1))


def test_what_waits_for_its_turn_is_let_go_when_the_account_is_left(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 2))
    press(page)
    page.detach()
    desk.run(page.presenter.placing.tasks.close())
    assert [fate.kind for fate in page.presenter.placing.fates] == [FateKind.PLACED]
    assert orders(sandbox) == 1


def test_a_page_that_is_detached_asks_and_places_nothing_and_keeps_what_it_showed(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    slips = page.presenter.plan().slips
    sandbox.control("faults", api=CREATE, kind="lost_after")
    sandbox.control("options", list_delay_s=3600)
    press(page)
    settled(desk, page, FateKind.CHECKING)
    page.detach()
    running = page.presenter.placing
    assert not running.place(slips) and not running.busy and not page.presenter.attached
    asked = len(sandbox.look("calls", api="alibaba.trade.getBuyerOrderList")["calls"])
    running.settle()
    running.look()
    desk.run(running.tasks.close())
    assert len(sandbox.look("calls", api="alibaba.trade.getBuyerOrderList")["calls"]) == asked
    assert not running._timer.isActive() and [fate.kind for fate in running.fates] == [FateKind.CHECKING]


def test_m15_trade_mode_and_red_envelope_are_always_sent_as_shown(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    receipt = next(iter(page.panel.receipts.values()))
    assert not receipt.red_envelope.isChecked()
    QTest.keyClicks(receipt.message, "please ship today")
    slip = page.presenter.plan().slips[0]
    assert (slip.choice.use_red_envelope, slip.choice.message) == (False, "please ship today")
    assert slip.choice.trade_mode == receipt.mode.currentData()


def test_no_chord_places_an_order_it_only_leads_to_the_button_and_space_presses_it(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    chorded = [action for action in page.actions_of_page() if action.shortcut == "Ctrl+Return"]
    chorded[0].run()
    QTest.keyClick(page.panel.place_button, Qt.Key.Key_Return)
    desk.spin(10)
    assert not page.presenter.placing.fates
    QTest.keyClick(page.panel.place_button, Qt.Key.Key_Space)
    settled(desk, page, FateKind.PLACED)
    assert orders(sandbox) == 1


def test_the_button_is_never_the_default_of_enter(page: CartPage) -> None:
    assert not page.panel.place_button.isDefault()
    assert not page.panel.place_button.autoDefault()


def test_while_orders_are_placed_the_keyboard_is_on_the_lines(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    page.panel.place_button.setFocus()
    press(page)
    assert page.focusWidget() is page.tree
    settled(desk, page, FateKind.PLACED)


def test_tab_passes_the_receipt_before_the_order_button(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    (receipt,) = page.panel.receipts.values()
    passed, at = [], page.panel.address.nextInFocusChain()
    while at is not page.panel.place_button:
        passed.append(at)
        at = at.nextInFocusChain()
    assert any(receipt.isAncestorOf(each) for each in passed)
    assert not page.tree.isAncestorOf(at) and page.tree not in passed


def test_m08_a_no_that_proves_nothing_shows_its_reason_and_the_goods_can_be_ordered_again(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    sandbox.control("faults", api=CREATE, kind="no_before", code="SOME_NEW_RULE", text="供应商暂不接单")
    press(page)
    settled(desk, page, FateKind.DOUBTED)
    receipt = next(iter(page.panel.receipts.values()))
    texts = [each.text() for each in receipt.findChildren(QLabel)]
    assert "1688 says: 供应商暂不接单" in texts
    assert any("does not prove that nothing was made" in text for text in texts)
    desk.spin_until(lambda: page.panel.place_button.isEnabled())
    press(page)
    settled(desk, page, FateKind.PLACED)
    assert orders(sandbox) == 1


def test_m08_an_order_behind_a_time_out_word_is_found_and_never_ordered_again(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    sandbox.control("faults", api=CREATE, kind="no_after")
    press(page)
    settled(desk, page, FateKind.PLACED)
    desk.spin_until(lambda: page.count() == 0)
    assert orders(sandbox) == 1


def test_m08_an_order_that_is_found_late_behind_a_no_leaves_the_cart_by_itself(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    sandbox.control("options", list_delay_s=3600)
    sandbox.control("faults", api=CREATE, kind="no_after", code="SOME_NEW_RULE", text="x")
    press(page)
    settled(desk, page, FateKind.DOUBTED)
    sandbox.control("clock", advance_s=3601)
    desk.spin_until(lambda: page.panel.place_button.isEnabled())
    press(page)
    settled(desk, page, FateKind.PLACED)
    desk.spin_until(lambda: page.count() == 0)
    assert orders(sandbox) == 1
