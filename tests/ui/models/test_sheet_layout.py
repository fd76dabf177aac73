"""Where SKUs stand."""

from dataclasses import replace

from sourcing_app.domain.ids import NO_SPEC, SpecId
from sourcing_app.ui.models.sheet_layout import SheetKind, lay_out
from tests.domain.samples import offer, plain
from tests.ui.offer.offers import matrix, variant


def test_two_attributes_make_a_matrix_with_a_hole_where_the_pair_does_not_exist() -> None:
    layout = lay_out(matrix())
    assert layout.kind is SheetKind.MATRIX
    assert [head.text for head in layout.rows] == ["Black", "Beige", "Olive"]
    assert [head.text for head in layout.columns] == ["S", "M", "L"]
    assert layout.spec_at(0, 2) is None
    assert layout.spec_at(1, 2) == SpecId("米色/L")


def test_one_attribute_makes_a_list() -> None:
    layout = lay_out(offer())
    assert (layout.kind, len(layout.rows), len(layout.columns)) == (SheetKind.LIST, 2, 1)


def test_three_attributes_make_a_list_with_all_values_joined() -> None:
    layout = lay_out(offer(skus=(variant("黑色", "S", more="盒装"), variant("黑色", "M", more="盒装"))))
    assert layout.kind is SheetKind.LIST
    assert [head.text for head in layout.rows] == ["Black · S · 盒装", "Black · M · 盒装"]


def test_an_offer_without_skus_is_one_cell() -> None:
    layout = lay_out(plain())
    assert (layout.kind, layout.spec_at(0, 0)) == (SheetKind.SINGLE, NO_SPEC)


def test_the_attribute_with_pictures_goes_down() -> None:
    skus = []
    for sku in matrix().skus:
        colour, size = sku.attributes
        skus.append(replace(sku, attributes=(size, replace(colour, picture_url="https://cbu01.alicdn.com/a.jpg"))))
    layout = lay_out(offer(skus=tuple(skus)))
    assert [head.text for head in layout.rows] == ["Black", "Beige", "Olive"]
    assert layout.rows[0].picture_url


def test_a_pair_that_comes_twice_makes_a_list_so_that_no_sku_is_hidden() -> None:
    twice = (*matrix().skus, replace(matrix().skus[0], spec_id=SpecId("other")))
    layout = lay_out(offer(skus=twice))
    assert layout.kind is SheetKind.LIST
    assert len(layout.rows) == len(twice)


def test_mostly_missing_pairs_make_a_list() -> None:
    skus = tuple(variant(f"c{number}", f"s{number}") for number in range(8))
    assert lay_out(offer(skus=skus)).kind is SheetKind.LIST


def test_ornaments_of_white_space_are_removed_for_display_and_kept_in_the_original() -> None:
    layout = lay_out(offer(skus=(variant("黑色\t\t【新款】\n", "S"), variant("米色", "S"))))
    assert layout.rows[0].text == "黑色 【新款】"
    assert layout.rows[0].original == "黑色\t\t【新款】\n"
