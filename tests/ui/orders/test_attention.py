"""Why an order waits for the buyer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.money import Money
from sourcing_app.domain.order import Order, OrderStatus
from sourcing_app.domain.refund import RefundStatus
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.orders.attention import Reason, reasons_for, refund_of
from sourcing_app.ui.orders.words import close_sentence, pay_by, reason_sentence, refund_sentence, status_chip
from tests.support.buying import Buyable, order_made
from tests.ui.orders.conftest import Visit

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
UNPAID = Order(
    OrderId("3317081160226242182"), OrderStatus.WAIT_PAY, "waitbuyerpay", "义乌箱包厂", "b2b-1", Money.from_fen(12_840),
    Money.from_fen(12_000), Money.from_fen(840), NOW - timedelta(days=1),
)  # fmt: skip


def test_an_order_near_its_deadline_waits_and_one_with_time_does_not() -> None:
    soon, later = (replace(UNPAID, pay_before=NOW + timedelta(hours=hours)) for hours in (23, 25))
    assert reasons_for(soon, None, {}, NOW) == (Reason.PAY_SOON,)
    assert reasons_for(later, None, {}, NOW) == ()
    assert reasons_for(replace(soon, status=OrderStatus.WAIT_SEND), None, {}, NOW) == ()
    assert "22 h" in pay_by(replace(UNPAID, pay_before=NOW + timedelta(hours=22, minutes=5)), NOW)
    assert "over" in pay_by(replace(UNPAID, pay_before=NOW - timedelta(minutes=1)), NOW)


@pytest.mark.parametrize("word", ["waitbuyersend", "WAIT_BUYER_SEND", "waitbuyermodify", "WAIT_BUYER_MODIFY"])
def test_a_refund_that_waits_for_the_buyer_is_pointed_at_in_either_spelling(word: str) -> None:
    order = replace(UNPAID, status=OrderStatus.WAIT_RECEIVE, refund_word=word)
    assert reasons_for(order, None, {}, NOW) == (Reason.REFUND_WAITS,)
    assert reason_sentence(Reason.REFUND_WAITS, order, NOW).startswith("Refund: ")


def test_a_refund_word_we_do_not_know_is_shown_as_it_is() -> None:
    order = replace(UNPAID, status=OrderStatus.SUCCESS, refund_word="refundmoon")
    assert "refundmoon" in refund_sentence(order)
    assert refund_of(replace(order, refund_word="refundsuccess")) is RefundStatus.SUCCESS
    assert refund_of(UNPAID) is None and refund_sentence(UNPAID) == ""


def test_every_state_has_a_word_a_colour_and_a_shape() -> None:
    for status in OrderStatus:
        word, role, icon_name = status_chip(replace(UNPAID, status=status, status_word="moon"))
        assert word and role and icon_name
    closed = replace(UNPAID, status=OrderStatus.CANCELLED, close_reason="BUYER_NO_PAY")
    assert close_sentence(closed) == "Closed because it was not paid in time."


def test_an_order_made_without_some_lines_waits_before_it_is_paid(
    visit: Callable[[UseCases], Visit], use_cases: UseCases, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = OrderId(str(order_made(there.sandbox, buyable_goods[0].cargo())))
    there.refreshed()
    order = there.page.presenter.order(order_id)
    intent = there.place(buyable_goods[1])
    assert order is not None and not isinstance(intent, Exception)
    from sourcing_app.domain.intent import FailedLine

    line = intent.lines[0]
    partly = replace(intent, failed_lines=(FailedLine(line.offer_id, line.spec_id, "500_004", "库存不足"),))
    assert Reason.FAILED_LINES in reasons_for(order, partly, {}, NOW)
    differs = replace(intent, reason_code="SUMS_DIFFER")
    assert Reason.SUMS_DIFFER in reasons_for(order, differs, {}, NOW)
