"""One order: its progress, its lines and sums, parcels and their steps, also without a connection."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from sourcing_app.domain.order import OrderStatus
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.format import money_text
from sourcing_app.ui.orders.detail_view import Sentence
from sourcing_app.ui.orders.parcels import ParcelCard
from sourcing_app.ui.orders.progress import Stage, steps_of
from sourcing_app.ui.orders.words import status_chip
from sourcing_app.ui.widgets.labels import ElidedLabel
from tests.support.buying import Buyable, order_made
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox
from tests.ui.orders.conftest import Visit

Open = Callable[[UseCases], Visit]


def texts(widget: QWidget) -> str:
    """All that stands on it."""
    words = [each.text() for each in widget.findChildren(QLabel) if not each.isHidden()]
    return "\n".join([*words, *(each.text() for each in widget.findChildren(ElidedLabel))])


def dead_sandbox(sandbox: RunningSandbox) -> Any:
    """The same account where nothing answers any more."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    names = ("app_key", "app_secret", "access_token", "refresh_token")
    return SimpleNamespace(gateway_url=f"http://127.0.0.1:{port}", **{name: getattr(sandbox, name) for name in names})


def test_an_order_shows_its_lines_sums_address_and_ids(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    intent = there.place(buyable_goods[0])
    assert not isinstance(intent, Exception)
    there.page.orders_changed()
    there.listed(1)
    there.choose(intent.order_ids[0])
    shown = texts(there.page.detail)
    order = there.page.opened.known.order.value  # type: ignore[union-attr]
    for part in (order.order_id, order.supplier_name, order.entries[0].title, money_text(order.total)):
        assert part in shown
    assert intent.out_order_id in shown and "With this program" in shown
    assert order.address is not None and order.address.one_line in shown
    assert there.page.detail.chip.text() == "To pay"


def test_m27_an_order_made_elsewhere_says_so(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    order_id = order_made(sandbox, buyable_goods[0].cargo())
    there = visit(use_cases)
    there.choose(order_id)
    assert "Elsewhere" in texts(there.page.detail)


def test_parcels_show_carrier_waybill_and_the_newest_step_first(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    order_id = order_made(sandbox, buyable_goods[0].cargo())
    sandbox.control(f"orders/{order_id}/pay")
    sandbox.control(f"orders/{order_id}/ship", waybill="YT5550001", carrier="SF")
    parcel = sandbox.look(f"orders/{order_id}")["parcels"][0]
    for node in ("ACCEPT", "TRANSPORT"):
        sandbox.control(f"parcels/{parcel['logistics_id']}/trace", node=node, text=f"step {node}")
    there = visit(use_cases)
    there.choose(order_id)
    there.until(lambda: there.page.detail.findChildren(ParcelCard), "the parcel")
    (card,) = there.page.detail.findChildren(ParcelCard)
    assert "YT5550001" in texts(card)
    assert card.step_texts()[0] == "step TRANSPORT"
    sandbox.control(f"orders/{order_id}/deliver")
    there.refreshed()
    newest = there.page.detail.findChildren(ParcelCard)[-1].step_texts()[0]
    assert newest not in ("step TRANSPORT", "step ACCEPT")


def test_a_part_that_is_shipped_shows_half_a_dot(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    cargo = buyable_goods[0].cargo(buyable_goods[0].quantity * 2)
    order_id = order_made(sandbox, cargo)
    sandbox.control(f"orders/{order_id}/pay")
    sandbox.control(f"orders/{order_id}/ship", pieces=1)
    there = visit(use_cases)
    there.choose(order_id)
    there.until(lambda: "Partly shipped" in there.page.detail.dots.text())
    known = there.page.opened.known
    assert known is not None and known.parcels is not None
    stages = [step.stage for step in steps_of(known.order.value, known.parcels.value)]
    assert stages == [Stage.DONE, Stage.DONE, Stage.PARTLY, Stage.OPEN, Stage.OPEN]


@pytest.mark.parametrize("by", ["buyer", "seller"])
def test_a_cancelled_order_has_no_green_done(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable], by: str
) -> None:
    order_id = order_made(sandbox, buyable_goods[0].cargo())
    sandbox.control(f"orders/{order_id}/close", by=by, reason="other")
    there = visit(use_cases)
    there.choose(order_id)
    known = there.page.opened.known
    assert known is not None
    closed = replace(known.order.value, completed_at=known.order.value.modified_at or known.order.value.created_at)
    for order in (known.order.value, closed):  # whether or not the platform tells when its course ended
        assert [(step.word, step.stage) for step in steps_of(order)] == [
            ("Made", Stage.DONE),
            ("Closed", Stage.STOPPED),
        ]
        assert status_chip(order)[1:] == ("muted", "close")
    there.page.detail.dots.show_steps(steps_of(closed))
    assert "Done" not in there.page.detail.dots.text()


def test_an_order_of_an_unknown_state_is_never_called_done(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    order_id = order_made(sandbox, buyable_goods[0].cargo())
    there = visit(use_cases)
    there.choose(order_id)
    known = there.page.opened.known
    assert known is not None
    order = replace(known.order.value, status=OrderStatus.UNKNOWN, completed_at=known.order.value.created_at)
    assert steps_of(order)[-1].stage is Stage.OPEN


def test_a_closed_order_says_why(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    order_id = order_made(sandbox, buyable_goods[0].cargo())
    sandbox.control(f"orders/{order_id}/close", by="seller", reason="sellerGoodsLack")
    there = visit(use_cases)
    there.choose(order_id)
    assert [each.words for each in there.page.detail.findChildren(Sentence)] == [
        "Closed by the supplier: out of stock."
    ]
    assert there.page.pane.foot.isHidden()


def test_an_unknown_state_is_shown_in_the_platforms_word_and_waits_for_a_look(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    order_id = order_made(sandbox, buyable_goods[0].cargo())
    sandbox.control(f"orders/{order_id}/terminate", status="waitmoonphase")
    there = visit(use_cases)
    there.choose(order_id)
    assert there.page.detail.chip.text() == "waitmoonphase"
    assert there.page.attention() and there.status(order_id) is OrderStatus.UNKNOWN


def test_an_order_that_is_not_listed_yet_is_read_by_its_id(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable]
) -> None:
    there = visit(use_cases)
    order_id = order_made(sandbox, buyable_goods[0].cargo())
    there.choose(order_id)
    there.until(lambda: there.page.table.chosen_ids() == (str(order_id),))


def test_an_order_that_does_not_exist_says_so(visit: Open, use_cases: UseCases, sandbox: RunningSandbox) -> None:
    there = visit(use_cases)
    there.page.show_order("3317081160299999999")
    there.until(lambda: there.page.pane.face.accessibleName().startswith("This order could not be read"))


def test_without_a_connection_everything_is_readable_and_nothing_that_costs_can_be_pressed(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable], desk: Desk, tmp_path: Path
) -> None:
    shipped, unpaid = (order_made(sandbox, each.cargo()) for each in buyable_goods[:2])
    sandbox.control(f"orders/{shipped}/pay")
    sandbox.control(f"orders/{shipped}/ship", waybill="OFF1234567")
    first = visit(use_cases)
    first.choose(shipped)
    first.until(lambda: first.page.acts.waybills())
    first.page.detach()

    offline = desk.use_cases(dead_sandbox(sandbox), tmp_path)
    there = visit(offline)
    assert there.page.presenter.online is False and there.page.age.text().startswith("Offline.")
    there.choose(shipped)
    there.until(lambda: "OFF1234567" in texts(there.page.detail))
    there.choose(unpaid)
    foot = there.page.pane.foot
    assert not foot.pay_button.isEnabled() and not foot.cancel_button.isEnabled()
    assert foot.reason.text().startswith("Offline")
    there.page.search.setText("off1234")
    there.until(lambda: [row.order.order_id for row in there.page.orders.rows] == [str(shipped)])


def test_orders_of_another_account_are_not_shown(
    visit: Open, use_cases: UseCases, sandbox: RunningSandbox, buyable_goods: list[Buyable], desk: Desk, tmp_path: Path
) -> None:
    order_made(sandbox, buyable_goods[0].cargo())
    there = visit(use_cases)
    there.listed(1)
    other = desk.use_cases(dead_sandbox(sandbox), tmp_path / "other")
    from dataclasses import replace

    there.page.detach()
    there.page.attach(replace(other, account=replace(other.account, member_id="b2b-9")))
    assert there.page.orders.rows == ()
