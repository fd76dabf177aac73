"""The quantities of one offer as a table: a cell a SKU, every change undoable, totals and rules always current."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from sourcing_app.domain.cart import MAX_QUANTITY, OfferTotal, QuantityProblem, check_offer, price_offer
from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import SpecId
from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import Offer
from sourcing_app.errors import InvalidInput
from sourcing_app.ui.format import exact_count, money_text
from sourcing_app.ui.models.sheet_layout import SheetKind, SheetLayout, lay_out
from sourcing_app.ui.quantity_text import parse_quantity
from sourcing_app.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1
PICTURE = CELL + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """One SKU as the grid shows it. unit_price: at the quantity chosen now; broken: a rule is not kept by this quantity."""

    spec_id: SpecId
    quantity: int
    unit_price: Money | None
    stock: int
    broken: bool

    @property
    def sold_out(self) -> bool:
        """Nothing left to order."""
        return self.stock <= 0


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of a pasted block: cells written, and how many had no place, no SKU or no number.

    first_refused: (text, reason) of the first that had no number.
    """

    written: int
    outside: int
    unreadable: int
    first_refused: tuple[str, str] | None = None


class _SetQuantities(QUndoCommand):
    def __init__(self, sheet: SkuSheet, before: Mapping[SpecId, int], after: Mapping[SpecId, int], text: str) -> None:
        super().__init__(text)
        self._sheet, self._before, self._after = sheet, dict(before), dict(after)

    def redo(self) -> None:
        self._sheet.put(self._after)

    def undo(self) -> None:
        self._sheet.put(self._before)


class SkuSheet(QAbstractTableModel):
    """Quantities by SKU. What is being typed counts for totals at once, but is only kept when committed."""

    quantities_changed = Signal()
    refused = Signal(str, str)
    """(text, reason) of a quantity that could not be read and was not taken."""
    doubted = Signal(str, str)
    """The same, while it is still being typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._offer: Offer | None = None
        self._layout: SheetLayout | None = None
        self._kept: dict[SpecId, int] = {}
        self._typing: tuple[SpecId, int] | None = None
        self._last_edited: SpecId | None = None
        self._total = OfferTotal(0, None, None, None, None)
        self._problems: tuple[QuantityProblem, ...] = ()

    # --- what it is about -------------------------------------------------------------------------------------------

    @property
    def offer(self) -> Offer | None:
        """The offer whose SKUs these are."""
        return self._offer

    @property
    def layout(self) -> SheetLayout | None:
        """Where the SKUs stand."""
        return self._layout

    def show_offer(self, offer: Offer) -> None:
        """Show an offer, or its newer version: quantities of SKUs that still exist are kept, with their undo."""
        layout = lay_out(offer)
        if self._layout == layout:
            self._offer = offer
            self._recompute()
            self._announce_all()
            return
        self.beginResetModel()
        known = {spec for row in layout.specs for spec in row if spec is not None}
        self._offer, self._layout, self._typing = offer, layout, None
        self._kept = {spec: count for spec, count in self._kept.items() if spec in known}
        self.undo_stack.clear()
        self._recompute()
        self.endResetModel()
        self.quantities_changed.emit()

    # --- quantities -------------------------------------------------------------------------------------------------

    @property
    def quantities(self) -> dict[SpecId, int]:
        """What is chosen, what is being typed included; zeros left out."""
        chosen = dict(self._kept)
        if self._typing is not None:
            chosen[self._typing[0]] = self._typing[1]
        return {spec: count for spec, count in chosen.items() if count}

    @property
    def total(self) -> OfferTotal:
        """Pieces, goods, tier reached, distance to the next."""
        return self._total

    @property
    def problems(self) -> tuple[QuantityProblem, ...]:
        """The rules that the quantities break."""
        return self._problems

    @property
    def last_edited(self) -> SpecId | None:
        """The SKU a suggestion for the whole offer would change."""
        return self._last_edited

    def type_into(self, spec_id: SpecId, text: str) -> bool:
        """Count a quantity while it is typed; False (and nothing counted) when it cannot be read."""
        try:
            self._typing = (spec_id, self._read(text))
        except InvalidInput as error:
            self._typing = None
            self.doubted.emit(text, error.reason)
            self._changed()
            return False
        self._last_edited = spec_id
        self._changed()
        return True

    def stop_typing(self) -> None:
        """Forget what is being typed."""
        if self._typing is not None:
            self._typing = None
            self._changed()

    def set_quantities(self, changes: Mapping[SpecId, int], text: str) -> bool:
        """Write quantities as one undoable step. text: its name. False when nothing is different."""
        self._typing = None
        before = {spec: self._kept.get(spec, 0) for spec in changes}
        after = {spec: count for spec, count in changes.items() if count != before[spec]}
        if not after:
            self._changed()
            return False
        self._last_edited = next(reversed(after))
        self.undo_stack.push(_SetQuantities(self, {spec: before[spec] for spec in after}, after, text))
        return True

    def start_over(self) -> None:
        """Nothing chosen and nothing to undo: what was chosen is in the cart now."""
        self.undo_stack.clear()
        self._kept.clear()
        self._last_edited = None
        self._typing = None
        self._changed()

    def put(self, quantities: Mapping[SpecId, int]) -> None:
        """Write without a step of its own; the undo commands call this."""
        self._kept.update(quantities)
        self._typing = None
        self._changed()

    def paste(self, rows: list[int], column: int, block: list[list[str]]) -> Pasted:
        """Write a block of texts from (rows[0], column) on as one step; rows: the visible ones from there, in order."""
        changes: dict[SpecId, int] = {}
        outside = 0
        refused: list[tuple[str, str]] = []
        for at, texts in enumerate(block):
            for across, text in enumerate(texts):
                spec = self._spec_at(rows[at], column + across) if at < len(rows) else None
                if spec is None:
                    outside += 1 if text.strip() else 0
                    continue
                try:
                    changes[spec] = self._read(text)
                except InvalidInput as error:
                    refused.append((text, error.reason))
        self.set_quantities(changes, self.tr("Paste"))
        return Pasted(len(changes), outside, len(refused), refused[0] if refused else None)

    # --- the table --------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._layout.rows) if self._layout is not None and not parent.isValid() else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        return len(self._layout.columns) if self._layout is not None and not parent.isValid() else 0

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        spec = self.spec_of(index)
        if spec is not None and self._offer is not None and (self._offer.stock_of(spec) > 0 or self._kept.get(spec)):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def spec_of(self, index: Index) -> SpecId | None:
        """The SKU in a cell; None where the pair does not exist."""
        return self._spec_at(index.row(), index.column()) if index.isValid() else None

    def index_of(self, spec_id: SpecId) -> QModelIndex:
        """The cell of a SKU; invalid when there is none."""
        cell = self._layout.cell_of(spec_id) if self._layout is not None else None
        return self.index(*cell) if cell is not None else QModelIndex()

    def name_of(self, spec_id: SpecId) -> str:
        """ "Black · M", or "" for an offer without SKUs."""
        cell = self._layout.cell_of(spec_id) if self._layout is not None else None
        if cell is None or self._layout is None:
            return ""
        heads = (self._layout.rows[cell[0]].text, self._layout.columns[cell[1]].text)
        return " · ".join(isolated(text) for text in heads if text)

    def cell_at(self, index: Index) -> Cell | None:
        """The facts of a cell; None where the pair does not exist."""
        spec = self.spec_of(index)
        if spec is None or self._offer is None:
            return None
        broken = any(problem.spec_id == spec for problem in self._problems)
        quantity = self.quantities.get(spec, 0)
        price = self._offer.unit_price_for(spec, self._total.quantity)
        return Cell(spec, quantity, price, self._offer.stock_of(spec), broken)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == CELL:
            return self.cell_at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            spec = self.spec_of(index)
            count = self._kept.get(spec, 0) if spec is not None else 0
            return str(count) if count else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        spec = self.spec_of(index)
        if spec is None or role != Qt.ItemDataRole.EditRole:
            return False
        try:
            count = self._read(str(value))
        except InvalidInput as error:
            self.stop_typing()
            self.refused.emit(str(value), error.reason)
            return False
        self.set_quantities({spec: count}, self.tr("Quantity"))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._layout is None:
            return None
        heads = self._layout.columns if orientation == Qt.Orientation.Horizontal else self._layout.rows
        if not 0 <= section < len(heads):
            return None
        head = heads[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return head.text or (self.tr("Quantity") if orientation == Qt.Orientation.Horizontal else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(dict.fromkeys(text for text in (head.text, head.original) if text))) or None
        if role == PICTURE:
            return head.picture_url or None
        return None

    def _read(self, text: str) -> int:
        offer = self._offer
        return parse_quantity(text, (offer.unit or "", offer.unit_translated or "") if offer is not None else ())

    def _spec_at(self, row: int, column: int) -> SpecId | None:
        return self._layout.spec_at(row, column) if self._layout is not None else None

    def _spoken(self, index: Index) -> str:
        cell = self.cell_at(index)
        if cell is None:
            return self.tr("not offered")
        name = self.name_of(cell.spec_id)
        price = money_text(cell.unit_price) if cell.unit_price is not None else self.tr("price unknown")
        stock = (
            self.tr("sold out") if cell.sold_out else self.tr("{count} in stock").format(count=exact_count(cell.stock))
        )
        return f"{name}: {cell.quantity}, {price}, {stock}".removeprefix(": ")

    def _changed(self) -> None:
        self._recompute()
        self._announce_all()

    def _announce_all(self) -> None:
        """A tier or a minimum is about all cells, so all may look different."""
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.quantities_changed.emit()

    def _recompute(self) -> None:
        if self._offer is None:
            return
        chosen = self.quantities
        self._total = price_offer(self._offer, chosen)
        self._problems = check_offer(self._offer, chosen)


def is_single(sheet: SkuSheet) -> bool:
    """Whether the offer has no SKUs, so that one quantity is all there is to choose."""
    return sheet.layout is not None and sheet.layout.kind is SheetKind.SINGLE


__all__ = ["CELL", "MAX_QUANTITY", "PICTURE", "Cell", "Pasted", "SkuSheet", "is_single"]
