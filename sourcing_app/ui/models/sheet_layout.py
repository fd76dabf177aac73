"""Where each SKU of an offer stands: in a matrix of two attributes, in a list, or alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import NO_SPEC, SpecId
from sourcing_app.domain.offer import Offer, Sku, SpecAttribute

_SPARSE = 0.3
"""Below this share of existing pairs a matrix would be mostly dashes, and a list reads better."""


class SheetKind(Enum):
    """How quantities of an offer are asked for."""

    SINGLE = "single"
    LIST = "list"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class Head:
    """What names a row or column. text: translated where it was, cleaned for display; original: Chinese, as the seller wrote it."""

    text: str
    original: str
    picture_url: str = ""


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Rows, columns and the spec in each cell, None where the pair does not exist. corner: names of the attributes."""

    kind: SheetKind
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    specs: tuple[tuple[SpecId | None, ...], ...]
    row_name: str = ""
    column_name: str = ""

    def spec_at(self, row: int, column: int) -> SpecId | None:
        """The spec of a cell; None outside, and where the pair does not exist."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.columns):
            return self.specs[row][column]
        return None

    def cell_of(self, spec_id: SpecId) -> tuple[int, int] | None:
        """Where a spec stands, or None."""
        for row, specs in enumerate(self.specs):
            for column, each in enumerate(specs):
                if each == spec_id:
                    return row, column
        return None


def lay_out(offer: Offer) -> SheetLayout:
    """A matrix where two attributes tell all SKUs apart, else a list; a single cell for an offer without SKUs."""
    if not offer.skus:
        return SheetLayout(SheetKind.SINGLE, (Head("", ""),), (Head("", ""),), ((NO_SPEC,),))
    return _matrix(offer.skus) or _list(offer.skus)


def _matrix(skus: tuple[Sku, ...]) -> SheetLayout | None:
    names = [each.name for each in skus[0].attributes]
    if len(names) != 2 or len(set(names)) != 2:
        return None
    by_name = [{each.name: each for each in sku.attributes} for sku in skus]
    if any(set(each) != set(names) or len(sku.attributes) != 2 for each, sku in zip(by_name, skus, strict=True)):
        return None
    down, across = _orient(names, by_name)
    rows, columns = _distinct(down, by_name), _distinct(across, by_name)
    cells = {(each[down].value, each[across].value): sku.spec_id for each, sku in zip(by_name, skus, strict=True)}
    if len(cells) != len(skus) or len(cells) < _SPARSE * len(rows) * len(columns):
        return None
    specs = tuple(tuple(cells.get((row, column)) for column in columns) for row in rows)
    return SheetLayout(
        SheetKind.MATRIX,
        tuple(head_of(each) for each in rows.values()),
        tuple(head_of(each) for each in columns.values()),
        specs,
        _name(next(iter(rows.values()))),
        _name(next(iter(columns.values()))),
    )


def _orient(names: list[str], by_name: list[dict[str, SpecAttribute]]) -> tuple[str, str]:
    """Which attribute goes down: the one with pictures, else the longer one."""
    first, second = names
    pictured = [any(each[name].picture_url for each in by_name) for name in names]
    if pictured[0] != pictured[1]:
        return (first, second) if pictured[0] else (second, first)
    longer = len(_distinct(second, by_name)) > len(_distinct(first, by_name))
    return (second, first) if longer and not pictured[0] else (first, second)


def _distinct(name: str, by_name: list[dict[str, SpecAttribute]]) -> dict[str, SpecAttribute]:
    """The values of an attribute in the seller's order; one with a picture stands for its equals."""
    found: dict[str, SpecAttribute] = {}
    for each in by_name:
        attribute = each[name]
        if attribute.value not in found or (attribute.picture_url and not found[attribute.value].picture_url):
            found[attribute.value] = attribute
    return found


def _list(skus: tuple[Sku, ...]) -> SheetLayout:
    names = {_name(each): None for sku in skus for each in sku.attributes}
    return SheetLayout(
        SheetKind.LIST,
        tuple(_joined(sku) for sku in skus),
        (Head("", ""),),
        tuple((sku.spec_id,) for sku in skus),
        " · ".join(map(isolated, names)),
    )


def _joined(sku: Sku) -> Head:
    heads = [head_of(each) for each in sku.attributes]
    return Head(
        " · ".join(isolated(head.text) for head in heads) or (sku.item_number or str(sku.sku_id)),
        "; ".join(isolated(head.original) for head in heads),
        next((head.picture_url for head in heads if head.picture_url), ""),
    )


def head_of(attribute: SpecAttribute) -> Head:
    """A value as it is shown: ornaments of white space removed, the original kept beside it."""
    return Head(
        clean_value(attribute.value_translated or attribute.value), attribute.value, attribute.picture_url or ""
    )


def clean_value(text: str) -> str:
    """Tabs, line ends and runs of spaces become one space; for display only. Source: quirks.md, 36."""
    return " ".join(text.split()) or "–"


def _name(attribute: SpecAttribute) -> str:
    return clean_value(attribute.name_translated or attribute.name)
