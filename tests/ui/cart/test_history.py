"""Steps back and forward through the cart."""

from pytestqt.qtbot import QtBot

from sourcing_app.domain.cart import Cart
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.cart.history import CartChange, History, take_back
from tests.domain.samples import lines, offer

FIRST, SECOND = lines(offer(1), red=5)[0], lines(offer(2), red=7)[0]
BOTH = Cart((FIRST, SECOND))


def step(history: History, before: Cart, after: Cart) -> Cart:
    history.add(CartChange("", before, after))
    return after


def undone(history: History, cart: Cart) -> Cart:
    change = history.step_back()
    return take_back(change, cart) if change is not None else cart


def test_a_removed_line_comes_back_where_it_was() -> None:
    history = History()
    cart = step(history, BOTH, Cart((SECOND,)))
    assert undone(history, cart) == BOTH


def test_undo_changes_only_the_lines_of_its_step() -> None:
    change = CartChange("", BOTH, Cart((FIRST.with_quantity(9), SECOND)))
    now = Cart((FIRST.with_quantity(9), SECOND.with_quantity(8)))
    assert take_back(change, now) == Cart((FIRST, SECOND.with_quantity(8)))


def test_redo_does_it_again_and_a_new_step_forgets_it() -> None:
    history = History()
    cart = undone(history, step(history, BOTH, Cart((FIRST,))))
    again = history.step_forward()
    assert again is not None and take_back(again, cart) == Cart((FIRST,))
    history.step_back()
    step(history, BOTH, Cart((SECOND,)))
    assert not history.can_redo


def test_a_line_that_was_ordered_does_not_come_back() -> None:
    history = History()
    step(history, BOTH, Cart((FIRST.with_quantity(6), SECOND)))
    history.forget([FIRST.key])
    assert not history.can_undo


def test_a_changed_line_that_left_the_cart_since_is_not_put_back() -> None:
    change = CartChange("", BOTH, Cart((FIRST.with_quantity(6), SECOND)))
    assert take_back(change, Cart((SECOND,))) == Cart((SECOND,))


def test_a_step_without_a_change_is_no_step() -> None:
    history = History()
    step(history, BOTH, BOTH)
    assert not history.can_undo


def test_it_is_told_when_the_step_to_undo_next_goes_with_its_ordered_lines(qtbot: QtBot) -> None:
    edits, gone = CartEdits(), []
    edits.last_gone.connect(lambda: gone.append(True))
    step(edits.history, BOTH, Cart((FIRST.with_quantity(6), SECOND)))
    edits.ordered([SECOND.key])
    assert not gone
    edits.ordered([FIRST.key])
    assert gone


def test_what_was_undone_is_not_offered_to_be_undone_again(qtbot: QtBot) -> None:
    edits, gone = CartEdits(), []
    edits.last_gone.connect(lambda: gone.append(True))
    step(edits.history, BOTH, Cart((FIRST.with_quantity(6), SECOND)))
    edits.undo()
    assert gone
