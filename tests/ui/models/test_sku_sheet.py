"""The quantities of an offer as a table."""

import pytest

from sourcing_app.domain.cart import Problem
from sourcing_app.domain.ids import NO_SPEC, SpecId
from sourcing_app.domain.offer import QuoteType
from sourcing_app.ui.models.sku_sheet import SkuSheet
from tests.domain.samples import offer, plain, yuan
from tests.ui.offer.offers import matrix, variant

BLACK_S, BEIGE_M = SpecId("黑色/S"), SpecId("米色/M")


@pytest.fixture
def sheet() -> SkuSheet:
    made = SkuSheet()
    made.show_offer(matrix())
    return made


def test_it_keeps_the_rules_of_a_qt_model(sheet: SkuSheet, qtmodeltester) -> None:  # type: ignore[no-untyped-def]
    qtmodeltester.check(sheet)


def test_what_is_typed_counts_at_once_and_is_forgotten_when_taken_back(sheet: SkuSheet) -> None:
    sheet.type_into(BLACK_S, "60")
    assert (sheet.total.quantity, sheet.total.goods) == (60, yuan("540"))
    sheet.stop_typing()
    assert sheet.total.quantity == 0
    assert not sheet.undo_stack.canUndo()


@pytest.mark.parametrize(
    ("quantity", "unit", "missing"), [(49, "10", 1), (50, "9", 450), (51, "9", 449), (499, "9", 1), (500, "8.5", None)]
)
def test_the_tier_is_reached_exactly_at_its_boundary(
    sheet: SkuSheet, quantity: int, unit: str, missing: int | None
) -> None:
    sheet.set_quantities({BLACK_S: quantity - 1, BEIGE_M: 1}, "")
    assert sheet.total.tier is not None
    assert (sheet.total.tier.unit_price, sheet.total.to_next_tier) == (yuan(unit), missing)


def test_an_offer_quoted_by_sku_adds_up_the_prices_of_its_skus() -> None:
    sheet = SkuSheet()
    sheet.show_offer(
        offer(
            skus=(variant("黑色", "S", price="3"), variant("黑色", "M", price="4")),
            quote_type=QuoteType.BY_SKU,
            tiers=(),
        )
    )
    sheet.set_quantities({SpecId("黑色/S"): 2, SpecId("黑色/M"): 5}, "")
    assert sheet.total.goods == yuan("26")


def test_an_offer_without_skus_is_counted_by_itself() -> None:
    sheet = SkuSheet()
    sheet.show_offer(plain())
    sheet.set_quantities({NO_SPEC: 50}, "")
    assert sheet.total.goods == yuan("450")


def test_undo_takes_a_whole_pasted_block_back_and_redo_brings_it_again(sheet: SkuSheet) -> None:
    sheet.set_quantities({BLACK_S: 7}, "")
    sheet.paste([0, 1, 2], 0, [["1", "2"], ["3", "4"], ["5", "6"]])
    assert sheet.total.quantity == 21
    sheet.undo_stack.undo()
    assert sheet.quantities == {BLACK_S: 7}
    sheet.undo_stack.redo()
    assert sheet.total.quantity == 21


def test_a_block_larger_than_the_grid_says_what_had_no_place(sheet: SkuSheet) -> None:
    result = sheet.paste([1, 2], 1, [["1", "2", "3"], ["x", "4"], ["5"]])
    assert (result.written, result.outside, result.unreadable) == (3, 2, 1)


def test_a_cell_whose_pair_does_not_exist_takes_nothing(sheet: SkuSheet) -> None:
    missing = sheet.index(0, 2)
    assert sheet.cell_at(missing) is None
    assert not sheet.setData(missing, "5")
    assert sheet.paste([0], 2, [["5"]]).outside == 1


def test_unreadable_text_keeps_the_quantity_and_says_why(sheet: SkuSheet) -> None:
    said = []
    sheet.refused.connect(lambda text, reason: said.append((text, reason)))
    sheet.set_quantities({BLACK_S: 7}, "")
    assert not sheet.setData(sheet.index(0, 0), "1.5")
    assert (sheet.quantities, said) == ({BLACK_S: 7}, [("1.5", "fraction")])


def test_rules_are_checked_while_typing() -> None:
    sheet = SkuSheet()
    sheet.show_offer(matrix(lot_size=12, min_quantity=24))
    sheet.type_into(BLACK_S, "13")
    kinds = {problem.kind: problem for problem in sheet.problems}
    assert set(kinds) == {Problem.OFF_LOT, Problem.BELOW_MINIMUM}
    assert kinds[Problem.OFF_LOT].nearest == (12, 24)


def test_m14_an_absurd_quantity_is_named_and_priced_without_overflow(sheet: SkuSheet) -> None:
    sheet.type_into(BLACK_S, "999999999999")
    assert [problem.kind for problem in sheet.problems] == [Problem.TOO_LARGE]
    assert sheet.total.goods == yuan("8499999999991.5")


def test_a_fresh_offer_keeps_the_quantities_of_skus_that_still_exist(sheet: SkuSheet) -> None:
    sheet.set_quantities({BLACK_S: 7, BEIGE_M: 3}, "")
    sheet.show_offer(matrix(skus=tuple(sku for sku in matrix().skus if sku.spec_id != BEIGE_M)))
    assert sheet.quantities == {BLACK_S: 7}


def test_a_fresh_offer_of_the_same_shape_keeps_the_undo(sheet: SkuSheet) -> None:
    sheet.set_quantities({BLACK_S: 7}, "")
    sheet.show_offer(matrix(min_quantity=10))
    assert sheet.undo_stack.canUndo()
    assert [problem.kind for problem in sheet.problems] == [Problem.BELOW_MINIMUM]


def test_each_cell_speaks_its_name_price_and_stock(sheet: SkuSheet) -> None:
    from PySide6.QtCore import Qt

    text = sheet.data(sheet.index(1, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Beige · M: 0, CN¥10.00, 1,000 in stock"


def test_p05_markup_in_a_variants_name_is_shown_letter_by_letter() -> None:
    from PySide6.QtCore import Qt

    sheet = SkuSheet()
    sheet.show_offer(offer(skus=(variant("<b>黑</b>", "S"), variant("<img src=file:///x>", "S"))))
    tip = sheet.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;黑&lt;/b&gt;" in tip
