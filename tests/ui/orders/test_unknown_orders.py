"""Orders whose fate is not known: checked by themselves, decided by a person alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel

from sourcing_app.domain.ids import OrderId
from sourcing_app.errors import OutcomeUnknown, Refused
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.format import money_text
from sourcing_app.ui.orders.attention import Reason
from sourcing_app.ui.requests import OrdersChanged
from tests.support.buying import Buyable, create
from tests.support.requests import requests_of
from tests.support.sandbox import RunningSandbox
from tests.ui.orders.acts import CREATE, Open, ask, said
from tests.ui.orders.conftest import Visit


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
    found = there.page.orders.rows[0].order.order_id
    there.until(lambda: there.page.presenter.intent(found) is not None, "the order's own intent")
    assert not there.page.strip.cards


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


def test_an_order_that_was_given_up_and_turns_up_is_told_and_waits_for_the_buyer(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable], desk: Any
) -> None:
    there = visit(use_cases)
    there.sandbox.control("options", list_delay_s=3600)
    there.sandbox.control("faults", api=CREATE, kind="lost_after")
    lost = there.place(buyable_goods[0])
    assert isinstance(lost, OutcomeUnknown)
    desk.run(use_cases.settle_unknown_orders.decide_absent(lost.reference))
    there.sandbox.control("clock", advance_s=3700)
    there.refreshed()
    there.until(lambda: there.page.presenter.intent(found(there)) is not None, "the order's own intent")
    row = there.page.presenter.row(found(there))
    assert row is not None and row.reasons[0] is Reason.FOUND_AFTER_ALL
    told = f"Order {found(there)} ({supplier_of(there)}) exists after all: it had counted as not made."
    assert there.sentences().count(told) == 1
    there.refreshed()
    assert there.sentences().count(told) == 1


def test_m29_an_order_behind_a_refusal_is_told_of_and_its_lines_leave_the_cart(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    there.sandbox.control("options", list_delay_s=3600)
    there.sandbox.control("faults", api=CREATE, kind="no_after", code="500_004", text="库存不足")
    assert isinstance(there.place(buyable_goods[0]), Refused)
    there.page.settling.look()
    there.until(lambda: there.page.strip.refusals)
    changed = requests_of(there.page, OrdersChanged)
    there.sandbox.control("clock", advance_s=3700)
    there.refreshed()
    there.until(lambda: changed and not there.page.strip.refusals, "the refusal to be taken back")
    row = there.page.presenter.row(found(there))
    assert row is not None and row.reasons[0] is Reason.FOUND_AFTER_ALL
    assert any("exists after all" in sentence for sentence in there.sentences())


def test_m08_a_no_that_proves_nothing_is_a_card_with_the_platforms_words(
    visit: Open, use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    there.sandbox.control("faults", api=CREATE, kind="no_before")
    assert isinstance(there.place(buyable_goods[0]), OutcomeUnknown)
    there.page.settling.look()
    there.until(lambda: there.page.strip.cards)
    (card,) = there.page.strip.cards
    texts = [each.text() for each in card.findChildren(QLabel)]
    assert any("调用超时" in text and "TIMEOUT" in text for text in texts)
    assert any("1688 said no" in text for text in texts) and not any("nothing was made" in text for text in texts)


def found(there: Visit) -> OrderId:
    return there.page.orders.rows[0].order.order_id


def supplier_of(there: Visit) -> str:
    intent = there.page.presenter.intent(found(there))
    return intent.supplier_name if intent is not None else ""


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
