"""The cart as a tree, and what it says."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from sourcing_app.domain.cart import Cart, SupplierGroup, split_by_supplier
from sourcing_app.domain.ids import SupplierId
from sourcing_app.ui.cart.line_words import goods_words, group_words
from sourcing_app.ui.models.cart_lines import AMOUNT, GOODS, QUANTITY, CartLines
from tests.domain.samples import lines, offer, yuan

NOBODY: frozenset[SupplierId] = frozenset()


def groups(*quantities: int) -> tuple[SupplierGroup, ...]:
    return split_by_supplier(
        Cart(tuple(line for number, count in enumerate(quantities, 1) for line in lines(offer(number), red=count)))
    )


def shown(*quantities: int, locked: bool = False) -> CartLines:
    model = CartLines()
    found = groups(*quantities)
    model.show_groups(found, NOBODY, frozenset(each.supplier_id for each in found) if locked else NOBODY)
    return model


def test_it_keeps_the_rules_of_a_qt_model(qtmodeltester) -> None:  # type: ignore[no-untyped-def]
    model = shown(5, 60)
    qtmodeltester.check(model)
    model.show_groups(groups(5, 61), NOBODY, NOBODY)
    model.show_groups(groups(5), NOBODY, NOBODY)


def test_a_quantity_is_asked_for_and_shown_before_it_is_on_disk() -> None:
    model = shown(5)
    wanted: list[tuple[object, int]] = []
    model.quantity_wanted.connect(lambda key, count: wanted.append((key, count)))
    index = model.index(0, QUANTITY, model.index(0, 0))
    assert model.setData(index, "24")
    assert [count for _, count in wanted] == [24]
    assert index.data() == "24"


def test_unreadable_text_is_refused_with_its_reason() -> None:
    model = shown(5)
    said: list[tuple[str, str]] = []
    model.refused.connect(lambda text, reason: said.append((text, reason)))
    assert not model.setData(model.index(0, QUANTITY, model.index(0, 0)), "-3")
    assert said == [("-3", "negative")]


def test_a_line_on_its_way_cannot_be_edited_or_left_out() -> None:
    model = shown(5, locked=True)
    group = model.index(0, GOODS)
    quantity = model.index(0, QUANTITY, group)
    assert not model.flags(quantity) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(quantity, "6")
    assert not model.setData(group, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)


def test_amounts_are_priced_at_the_tier_of_the_whole_offer() -> None:
    model = shown(60)
    assert model.index(0, AMOUNT, model.index(0, 0)).data() == "CN¥540.00"


def test_a_changed_price_is_said_with_both_prices() -> None:
    entry = groups(5)[0].lines[0]
    changed = replace(entry, line=replace(entry.line, price_when_added=yuan("8")))
    notes = goods_words(changed, ())[2]
    assert notes == [("The price went up from CN¥8.00 to CN¥10.00.", "warning")]


def test_stock_that_fell_near_the_quantity_is_said() -> None:
    entry = groups(5)[0].lines[0]
    changed = replace(entry, line=replace(entry.line, stock=6, stock_when_added=1000))
    notes = goods_words(changed, ())[2]
    assert notes == [("Stock was 1,000 when you put it in, now 6.", "warning")]


def test_a_supplier_says_what_is_missing_or_that_all_is_well() -> None:
    assert group_words(groups(5)[0], locked=False)[1] == "good"
    words, role, _ = group_words(groups(1)[0], locked=False)
    assert role == "danger"
    assert "1 more to reach the minimum of 2." in words
