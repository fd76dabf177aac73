"""The product page against the real marketplace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton

from sourcing_app.domain.offer import SearchQuery
from sourcing_app.errors import Unreachable
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.doors import UseCases
from sourcing_app.ui.format import exact_count, percent_text
from sourcing_app.ui.notices import Notice, Step
from sourcing_app.ui.offer.offer_view import OfferView
from sourcing_app.ui.offer.presenter import OfferPresenter, OfferState
from sourcing_app.ui.offer.view import ProductPage
from sourcing_app.ui.offer_words import sales_words
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.columns import tip_of
from sourcing_app.ui.shell.typed_input import OfferReference, read_input
from tests.support.buying import Buyable, buyables
from tests.support.desk import Desk
from tests.support.sandbox import RunningSandbox


@pytest.fixture
def use_cases(desk: Desk, sandbox: RunningSandbox, tmp_path: Path) -> UseCases:
    return desk.use_cases(sandbox, tmp_path)


@pytest.fixture
def page(desk: Desk, loader: PictureLoader, use_cases: UseCases) -> Iterator[ProductPage]:
    made = ProductPage(loader, CartEdits())
    made.resize(1280, 620)
    made.show()
    made.attach(use_cases)
    yield made
    for scope in made.task_scopes():
        desk.run(scope.close())
    made.close()
    desk.dispose(made)


def opened(desk: Desk, page: ProductPage, offer_id: object) -> tuple[OfferPresenter, OfferView]:
    page.open_offer(str(offer_id))
    presenter = page.presenter.offers[-1]
    desk.spin_until(lambda: presenter.state is not OfferState.LOADING and not presenter.refreshing)
    view = page.current
    assert view is not None
    return presenter, view


def some(sandbox: RunningSandbox, **wish: Any) -> Buyable:
    return buyables(sandbox, **{"limit": 20, "lot": "no", "mix": "no"} | wish)[0]


def choose(presenter: OfferPresenter, found: Buyable, quantity: int) -> None:
    presenter.sheet.set_quantities({found.spec_id: quantity}, "")  # type: ignore[dict-item]


@pytest.mark.parametrize("quote_type", [0, 1, 2])
def test_quantities_of_every_kind_of_offer_come_into_the_cart(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox, quote_type: int
) -> None:
    found = some(sandbox, quote_type=quote_type)
    presenter, view = opened(desk, page, found.offer_id)
    choose(presenter, found, found.quantity)
    button = view.panel.add_button
    assert button.isEnabled(), presenter.obstacle()
    assert f"{found.quantity:,}" in button.text()
    assert "CN¥" in button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.spin_until(lambda: presenter.in_cart == found.quantity)
    assert presenter.sheet.quantities == {}


def test_card_and_page_show_the_same_figures_with_their_labels(
    desk: Desk, page: ProductPage, use_cases: UseCases
) -> None:
    found = desk.run(use_cases.search_offers(SearchQuery(keyword="杯子", language="en"))).offers[0]
    presenter, view = opened(desk, page, found.offer_id)
    desk.spin_until(lambda: presenter.card is not None)
    assert found.sold_30_days is not None and found.repurchase_rate is not None
    card = tip_of(found)
    for words in sales_words(found):
        assert words in view.head.sales.text()
    assert exact_count(found.sold_30_days) in card and percent_text(found.repurchase_rate) in card
    offer = presenter.offer
    assert offer is not None and offer.sold_total is not None
    assert f"{exact_count(offer.sold_total)} sold in all" in view.head.sales.text()
    assert "supplier's repurchase rate" in view.head.supplier.text()


def test_an_offer_whose_card_was_never_seen_shows_what_its_page_tells(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    presenter, view = opened(desk, page, some(sandbox).offer_id)
    assert presenter.card is None and "30 days" not in view.head.sales.text()


def test_below_the_minimum_the_button_is_off_and_the_nearest_quantity_is_one_press_away(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    found = next(each for each in buyables(sandbox, limit=200, lot="no", mix="no") if each.quantity > 2)
    presenter, view = opened(desk, page, found.offer_id)
    choose(presenter, found, 1)
    assert not view.panel.add_button.isEnabled()
    assert f"the minimum of {found.quantity}" in " ".join(view.panel.problem_texts()), presenter.problems()
    use = next(each for each in view.panel.findChildren(QPushButton) if each.text() == f"use {found.quantity}")
    QTest.mouseClick(use, Qt.MouseButton.LeftButton)
    assert presenter.sheet.quantities == {found.spec_id: found.quantity}
    assert view.panel.add_button.isEnabled()


def test_what_is_in_the_cart_already_counts_for_the_minimum(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    found = next(each for each in buyables(sandbox, limit=200, lot="no", mix="no") if each.quantity > 2)
    presenter, view = opened(desk, page, found.offer_id)
    choose(presenter, found, found.quantity)
    presenter.add_to_cart()
    desk.spin_until(lambda: presenter.in_cart)
    choose(presenter, found, 1)
    assert view.panel.add_button.isEnabled(), presenter.obstacle()


def test_putting_in_the_cart_can_be_undone_from_the_notice(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    notices: list[Notice] = []
    page.noticed.connect(notices.append)
    found = some(sandbox)
    presenter, _ = opened(desk, page, found.offer_id)
    choose(presenter, found, found.quantity)
    presenter.add_to_cart()
    desk.spin_until(lambda: notices)
    assert notices[-1].step is Step.UNDO
    page.notice_acted(Step.UNDO)
    desk.spin_until(lambda: presenter.in_cart == 0)


def test_m04_a_second_press_while_the_first_is_written_adds_nothing(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    found = some(sandbox)
    presenter, view = opened(desk, page, found.offer_id)
    choose(presenter, found, found.quantity)
    view.panel.add_button.click()
    view.panel.add_button.click()
    presenter.add_to_cart()
    desk.spin_until(lambda: presenter.in_cart)
    desk.spin(10)
    assert presenter.in_cart == found.quantity


def test_offers_open_in_tabs_once_each_and_close_by_key(desk: Desk, page: ProductPage, sandbox: RunningSandbox) -> None:
    first, second = buyables(sandbox, limit=20)[:2]
    opened(desk, page, first.offer_id)
    opened(desk, page, second.offer_id)
    page.open_offer(str(first.offer_id))
    assert (page.count(), page.tabs.currentIndex()) == (2, 0)
    page.step(1)
    assert page.tabs.currentIndex() == 1
    page.close_current()
    assert (page.count(), page.tabs.count()) == (1, 1)


def test_behind_opens_without_going_there(desk: Desk, page: ProductPage, sandbox: RunningSandbox) -> None:
    first, second = buyables(sandbox, limit=20)[:2]
    opened(desk, page, first.offer_id)
    page.open_offer(str(second.offer_id), behind=True)
    assert (page.count(), page.tabs.currentIndex()) == (2, 0)


def test_a_link_among_words_or_an_id_in_other_digits_opens_in_the_tab_it_has(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    offer_id = str(some(sandbox).offer_id)
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in offer_id)
    for text in (offer_id, f"看看 detail.1688.com/offer/{offer_id}.html，", wide):
        meaning = read_input(text)
        assert isinstance(meaning, OfferReference)
        opened(desk, page, meaning.offer_id)
    assert page.count() == 1


def test_an_offer_that_is_gone_says_so_and_offers_to_close(desk: Desk, page: ProductPage) -> None:
    presenter, view = opened(desk, page, "1")
    assert presenter.state is OfferState.GONE
    QTest.mouseClick(view.state.action_button, Qt.MouseButton.LeftButton)
    assert page.count() == 0


def test_an_offer_taken_down_later_stays_readable_and_cannot_be_ordered(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    found = some(sandbox)
    presenter, view = opened(desk, page, found.offer_id)
    sandbox.control(f"offers/{found.offer_id}", off_sale=True)
    page.refresh()
    desk.spin_until(lambda: not presenter.refreshing)
    choose(presenter, found, found.quantity)
    assert not view.panel.add_button.isEnabled()
    assert "not for sale" in view.age.text()
    assert view.splitter.isVisible()


def test_offline_the_offer_is_shown_from_disk_with_its_age(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox, use_cases: UseCases
) -> None:
    found = some(sandbox)
    opened(desk, page, found.offer_id)
    page.close_current()
    sandbox.control("faults", api="product.*", kind="reset", times=0)
    presenter, view = opened(desk, page, found.offer_id)
    assert presenter.state is OfferState.READY
    assert isinstance(presenter.error, Unreachable)
    assert "Prices and stock as of" in view.age.text()


def test_p05_a_title_with_markup_is_shown_letter_by_letter(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    presenter, view = opened(desk, page, some(sandbox).offer_id)
    assert presenter.offer is not None
    labels = view.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels if label.text()} <= {Qt.TextFormat.PlainText}


def test_a_page_of_1688_is_opened_only_after_a_question_that_names_its_host(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    _, view = opened(desk, page, some(sandbox).offer_id)
    view.head.open_page()
    box = page.findChild(QMessageBox)
    assert "1688.com" in box.text()
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.reject()


def test_the_chinese_title_and_the_link_are_one_press_away(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    presenter, view = opened(desk, page, some(sandbox).offer_id)
    assert presenter.offer is not None
    view.head.copy_title()
    assert QGuiApplication.clipboard().text() == presenter.offer.title
    view.head.copy_id()
    assert QGuiApplication.clipboard().text() == str(presenter.offer_id)


def test_the_description_is_cleaned_and_shown_when_it_is_unfolded(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    presenter, view = opened(desk, page, some(sandbox).offer_id)
    assert presenter.offer is not None
    described: list[object] = []
    presenter.described.connect(described.append)
    view.facts.description.unfold()
    desk.spin_until(lambda: described)


def test_the_whole_way_by_keyboard(desk: Desk, page: ProductPage, sandbox: RunningSandbox) -> None:
    found = some(sandbox, quote_type=1)
    presenter, view = opened(desk, page, found.offer_id)
    page.focus_first()
    table = view.panel.table
    table.setCurrentIndex(presenter.sheet.index_of(found.spec_id))  # type: ignore[arg-type]
    text = str(found.quantity)
    QTest.keyClicks(table, text[0])
    box = table.viewport().findChildren(QLineEdit)[-1]
    QTest.keyClicks(box, text[1:])
    QTest.keyClick(box, Qt.Key.Key_Return)
    add = next(action for action in page.actions_of_page() if action.key == "offer.add")
    add.run()
    desk.spin_until(lambda: presenter.in_cart == found.quantity)


def test_open_offers_come_back_with_their_account_and_not_with_another(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox, use_cases: UseCases, loader: PictureLoader, tmp_path: Path
) -> None:
    found = some(sandbox)
    opened(desk, page, found.offer_id)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    page.save_state(settings)
    again = ProductPage(loader, CartEdits())
    again.restore_state(settings)
    again.attach(replace(use_cases, account=replace(use_cases.account, app_key="other")))
    assert again.count() == 0
    again.attach(use_cases)
    assert [str(each.offer_id) for each in again.presenter.offers] == [str(found.offer_id)]
    for scope in again.task_scopes():
        desk.run(scope.close())


def test_back_and_forward_find_an_offer_that_was_closed(desk: Desk, page: ProductPage, sandbox: RunningSandbox) -> None:
    found = some(sandbox)
    opened(desk, page, found.offer_id)
    place = page.place()
    page.close_current()
    assert page.place() is None
    page.go_to(place)
    assert page.place() == str(found.offer_id)


def test_a_picture_is_saved_as_the_file_it_is(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox, loader: PictureLoader, use_cases: UseCases, tmp_path: Path
) -> None:
    loader.allow_gateway(use_cases.account.gateway_url)
    presenter, _ = opened(desk, page, some(sandbox).offer_id)
    said: list[Notice] = []
    page.noticed.connect(said.append)
    next(action for action in page.actions_of_page() if action.key == "offer.save_picture").run()
    desk.spin_until(lambda: said or page.findChildren(QFileDialog))
    assert not said, said
    dialog = page.findChildren(QFileDialog)[0]
    assert Path(dialog.selectedFiles()[0]).name == f"{presenter.offer_id}-1.jpg"
    target = tmp_path / "mine.jpg"
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(target))
    dialog.accept()
    desk.spin_until(lambda: said)
    assert said[-1].sentence == "Saved as mine.jpg." and target.read_bytes().startswith(b"\xff\xd8\xff")


def test_a_picture_that_cannot_be_had_asks_for_no_place(desk: Desk, page: ProductPage, sandbox: RunningSandbox) -> None:
    opened(desk, page, some(sandbox).offer_id)
    said: list[Notice] = []
    page.noticed.connect(said.append)
    page.saving.save("https://example.com/elsewhere.jpg", "1")
    desk.spin_until(lambda: said)
    assert not page.findChildren(QFileDialog) and "cannot be loaded" in said[-1].sentence


def test_after_putting_in_the_cart_the_keyboard_is_at_the_quantities(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox
) -> None:
    found = some(sandbox, quote_type=1)
    presenter, view = opened(desk, page, found.offer_id)
    choose(presenter, found, found.quantity)
    view.panel.add_button.setFocus()
    QTest.keyClick(view.panel.add_button, Qt.Key.Key_Space)
    assert page.focusWidget() is view.panel.first_field
    desk.spin_until(lambda: presenter.in_cart == found.quantity)


def test_the_offer_that_was_in_front_is_in_front_again(
    desk: Desk, page: ProductPage, sandbox: RunningSandbox, use_cases: UseCases, loader: PictureLoader, tmp_path: Path
) -> None:
    first, second = buyables(sandbox, limit=2, lot="no", mix="no")[:2]
    opened(desk, page, first.offer_id)
    opened(desk, page, second.offer_id)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    page.save_state(settings)
    again = ProductPage(loader, CartEdits())
    again.restore_state(settings)
    again.attach(use_cases)
    assert again.place() == str(second.offer_id)
    for scope in again.task_scopes():
        desk.run(scope.close())
    desk.dispose(again)
