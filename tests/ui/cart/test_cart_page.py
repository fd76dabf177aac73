"""The cart page: quantities, undo, what cannot be bought, offline, empty."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from sourcing_app.domain.cart import lines_from_offer
from sourcing_app.domain.ids import OfferId
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.cart.line_words import goods_words
from sourcing_app.ui.cart.slips import FateKind
from sourcing_app.ui.cart.view import CartPage
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.models.cart_lines import GOODS
from sourcing_app.ui.notices import Notice, Step
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.requests import GoTo
from sourcing_app.ui.widgets.cell_note import CellNote
from tests.support.buying import buyables
from tests.support.desk import Desk
from tests.support.requests import requests_of
from tests.support.sandbox import RunningSandbox
from tests.ui.cart.shopping import fill, orders, press, sellers, settled

Ctrl = Qt.KeyboardModifier.ControlModifier


def test_a_quantity_is_typed_in_place_the_sums_are_asked_for_again_and_undo_takes_it_back(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    found = sellers(sandbox, 1)[0]
    fill(desk, page, use_cases, found)
    before = page.presenter.plan().total
    page.focus_first()
    text = str(found.quantity * 2)
    QTest.keyClicks(page.tree, text[0])
    box = page.tree.viewport().findChildren(QLineEdit)[-1]
    QTest.keyClicks(box, text[1:])
    QTest.keyClick(box, Qt.Key.Key_Return)
    desk.spin_until(lambda: page.presenter.groups[0].lines[0].line.quantity == found.quantity * 2)
    assert page.presenter.plan().reason
    desk.spin_until(lambda: not page.presenter.plan().reason)
    assert page.presenter.plan().total > before
    QTest.keyClick(page.tree, Qt.Key.Key_Z, Ctrl)
    desk.spin_until(lambda: page.presenter.groups[0].lines[0].line.quantity == found.quantity)
    desk.spin_until(lambda: page.presenter.plan().total == before and not page.presenter.plan().reason)


def test_digits_of_an_input_method_go_into_the_quantity_whatever_column_the_keyboard_is_on(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, sellers(sandbox, 1)[0])
    page.focus_first()
    page.tree.setCurrentIndex(page.tree.currentIndex().siblingAtColumn(GOODS))
    for digit in "34":
        boxes = page.tree.viewport().findChildren(QLineEdit)
        event = QInputMethodEvent("", [])
        event.setCommitString(digit)
        QApplication.sendEvent(boxes[-1] if boxes else page.tree, event)
    QTest.keyClick(page.tree.viewport().findChildren(QLineEdit)[-1], Qt.Key.Key_Return)
    desk.spin_until(lambda: page.presenter.groups[0].lines[0].line.quantity == 34)


def test_a_quantity_that_may_be_another_is_refused_beside_its_line(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    found = sellers(sandbox, 1)[0]
    fill(desk, page, use_cases, found)
    page.focus_first()
    QTest.keyClicks(page.tree, "1")
    box = page.tree.viewport().findChildren(QLineEdit)[-1]
    QTest.keyClicks(box, ".000")
    QTest.keyClick(box, Qt.Key.Key_Return)
    (note,) = page.findChildren(CellNote)
    assert note.isVisible() and "1.000" in note.text()
    assert page.presenter.groups[0].lines[0].line.quantity == found.quantity and not page.presenter.edits.pending


def test_a_removed_line_comes_back_by_the_notice(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    fill(desk, page, use_cases, *sellers(sandbox, 2))
    page.focus_first()
    QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    desk.spin_until(lambda: page.count() == 1)
    assert notices[-1].step is Step.UNDO
    page.notice_acted(Step.UNDO)
    desk.spin_until(lambda: page.count() == 2)


def test_undo_does_not_put_back_what_was_ordered_this_very_moment(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 2))
    kept, removed = (slip for slip in page.presenter.plan().slips)
    assert kept.preview is not None and removed.group is not None
    page.presenter.edits.remove([removed.group.lines[0].line.key])
    desk.spin_until(lambda: page.count() == 1)
    desk.run(use_cases.place_order(kept.preview, kept.choice))
    page.presenter.edits.undo()
    desk.spin_until(lambda: [each.supplier_id for each in page.presenter.groups] == [removed.supplier_id])


def test_undo_does_not_put_back_what_leaves_the_cart_while_it_is_at_work(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 2))
    kept, removed = (group.lines[0].line for group in page.presenter.groups)
    page.presenter.edits.remove([removed.key])
    desk.spin_until(lambda: page.count() == 1)

    async def undo_and_order() -> None:
        page.presenter.edits.undo()
        await asyncio.create_task(use_cases.edit_cart.remove((kept.key,)))

    desk.run(undo_and_order())
    desk.spin_until(lambda: not page.presenter.edits.tasks.busy)
    assert [line.key for line in desk.run(use_cases.edit_cart.load()).lines] == [removed.key]


def test_a_supplier_left_out_is_not_placed(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 2))
    page.tree.setCurrentIndex(page.tree.model().index(0, 0))
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_Space)
    assert page.panel.place_button.text().startswith("Place 1 order · ")
    press(page)
    settled(desk, page, FateKind.PLACED)
    desk.spin_until(lambda: page.count() == 1)
    assert orders(sandbox) == 1


def test_what_cannot_be_bought_stands_in_a_block_with_the_platforms_words(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    found = sellers(sandbox, 1)[0]
    fill(desk, page, use_cases, found)
    sandbox.control(f"offers/{found.offer_id}", off_sale=True)
    page.presenter.previews.renew()
    desk.spin_until(lambda: "Asking" not in page.presenter.plan().reason)
    receipt = next(iter(page.panel.receipts.values()))
    shown = " ".join(label.text() for label in receipt.findChildren(QLabel) if label.isVisible())
    assert "1688 says:" in shown
    assert not page.panel.place_button.isEnabled()


def test_prices_are_read_again_on_f5_and_the_change_is_said(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    found = sellers(sandbox, 1)[0]
    fill(desk, page, use_cases, found)
    sandbox.control(f"offers/{found.offer_id}", spec_id=found.spec_id, price_fen=found.price_fen + 100)
    page.refresh()
    desk.spin_until(lambda: page.presenter.groups[0].lines[0].price_changed)


def test_a_tier_that_is_reached_is_told_as_a_tier_and_not_as_a_price_that_went_down(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    found = next(each for each in buyables(sandbox, limit=300, lot="no", mix="no", quote_type=2))
    offer = desk.run(use_cases.open_offer(OfferId(str(found.offer_id))))
    above = offer.tiers[1].from_quantity
    specs = [sku.spec_id for sku in offer.skus if sku.stock >= above][:2]
    for spec, count in zip(specs, (above - 1, above), strict=True):
        page.presenter.edits.add(lines_from_offer(offer, {spec: count}, datetime.now(UTC)))
    desk.spin_until(lambda: page.count() == 2)
    first = page.presenter.groups[0].lines[0]
    notes = goods_words(first, ())[2]
    assert [role for _, role in notes] == ["info"] and f"the price from {above}" in notes[0][0]
    assert "went" not in notes[0][0] and not first.price_changed


def test_offline_the_cart_stays_readable_and_says_why_nothing_can_be_placed(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    sandbox.control("faults", api="*", kind="reset", times=0)
    page.presenter.previews.renew()
    desk.spin_until(lambda: page.presenter.slips()[0].error is not None)
    assert page.count() == 1
    assert page.panel.reason.text()
    assert not page.panel.place_button.isEnabled()


def test_p05_every_label_of_the_page_is_plain_text(
    desk: Desk, page: CartPage, use_cases: UseCases, sandbox: RunningSandbox
) -> None:
    fill(desk, page, use_cases, *sellers(sandbox, 1))
    texts = [label for label in page.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in texts} == {Qt.TextFormat.PlainText}


def test_an_empty_cart_says_what_to_do(page: CartPage) -> None:
    asked = requests_of(page, GoTo)
    page.empty.action_button.click()
    assert [each.page for each in asked] == ["search"]


def test_without_an_account_the_page_stands_and_says_so(loader: PictureLoader, desk: Desk) -> None:
    page = CartPage(loader, CartEdits())
    page.show()
    assert page.presenter.plan().reason == "Not connected yet."
    page.close()
