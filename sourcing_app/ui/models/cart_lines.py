"""The cart as a tree: suppliers, and their lines under them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sourcing_app.domain.cart import PricedLine, QuantityProblem, SupplierGroup
from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OfferId, SpecId, SupplierId
from sourcing_app.errors import InvalidInput
from sourcing_app.ui.format import exact_count, money_text
from sourcing_app.ui.quantity_sentences import problem_sentence
from sourcing_app.ui.quantity_text import parse_quantity

Index = QModelIndex | QPersistentModelIndex
Key = tuple[OfferId, SpecId]
GOODS, QUANTITY, PRICE, AMOUNT, REMOVE = range(5)
GROUP = int(Qt.ItemDataRole.UserRole) + 1
LINE = GROUP + 1
LOCKED = GROUP + 2
_ROOT = QModelIndex()


class CartLines(QAbstractItemModel):
    """quantity_wanted(key, quantity), chosen(supplier_id, bool): what a person did; refused(text, reason): could not be read."""

    quantity_wanted = Signal(object, object)
    chosen = Signal(str, bool)
    refused = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[SupplierGroup, ...] = ()
        self._left_out: frozenset[SupplierId] = frozenset()
        self._locked: frozenset[SupplierId] = frozenset()
        self._wanted: dict[Key, int] = {}

    # --- contents ---------------------------------------------------------------------------------------------------

    def show_groups(
        self, groups: tuple[SupplierGroup, ...], left_out: frozenset[SupplierId], locked: frozenset[SupplierId]
    ) -> None:
        """Another cart. The same lines in the same order only change their facts."""
        same = _shape(groups) == _shape(self._groups)
        if not same:
            self.beginResetModel()
        self._groups, self._left_out, self._locked = groups, left_out, locked
        self._wanted.clear()
        if not same:
            self.endResetModel()
            return
        for at, group in enumerate(groups):
            parent = self.index(at, 0)
            self.dataChanged.emit(parent, self.index(at, REMOVE))
            if group.lines:
                self.dataChanged.emit(self.index(0, 0, parent), self.index(len(group.lines) - 1, REMOVE, parent))

    @property
    def groups(self) -> tuple[SupplierGroup, ...]:
        """As shown."""
        return self._groups

    def group_of(self, index: Index) -> SupplierGroup | None:
        """The group of a row: its own, or the one its line is in."""
        if not index.isValid():
            return None
        at = index.row() if self._is_group(index) else index.internalId() - 1
        return self._groups[at] if at < len(self._groups) else None

    def line_of(self, index: Index) -> PricedLine | None:
        """The line of a row, or None for a supplier's row."""
        group = self.group_of(index)
        if group is None or self._is_group(index) or index.row() >= len(group.lines):
            return None
        return group.lines[index.row()]

    def problems_of(self, index: Index) -> tuple[QuantityProblem, ...]:
        """Rules that a line breaks by itself, its offer's minimum included; for a supplier's row those of all."""
        group, entry = self.group_of(index), self.line_of(index)
        if group is None:
            return ()
        if entry is None:
            return tuple(each for each in group.problems if each.spec_id is None)
        line = entry.line
        return tuple(
            each
            for each in group.problems
            if each.offer_id == line.offer_id and (each.spec_id is None or each.spec_id == line.spec_id)
        )

    def index_of(self, key: Key, column: int = 0) -> QModelIndex:
        """Where a line stands; invalid when it is not there."""
        for at, group in enumerate(self._groups):
            for place, entry in enumerate(group.lines):
                if entry.line.key == key:
                    return self.index(place, column, self.index(at, 0))
        return QModelIndex()

    def is_locked(self, index: Index) -> bool:
        """Whether the line is on its way to the platform."""
        group = self.group_of(index)
        return group is not None and group.supplier_id in self._locked

    def quantity_of(self, entry: PricedLine) -> int:
        """As wanted last, which may be a moment ahead of what is on disk."""
        return self._wanted.get(entry.line.key, entry.line.quantity)

    # --- the tree ---------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or self._is_group(child):
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._groups)
        if self._is_group(parent) and parent.column() == 0 and parent.row() < len(self._groups):
            return len(self._groups[parent.row()].lines)
        return 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        return REMOVE + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.is_locked(index):
            return flags
        if self._is_group(index) and index.column() == GOODS:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if not self._is_group(index) and index.column() == QUANTITY:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            names = (self.tr("Goods"), self.tr("Quantity"), self.tr("Price"), self.tr("Amount"), "")
            return names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == GOODS else Qt.AlignmentFlag.AlignRight
            return (side | Qt.AlignmentFlag.AlignVCenter).value
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        group, entry = self.group_of(index), self.line_of(index)
        if group is None:
            return None
        if role == GROUP:
            return group
        if role == LINE:
            return entry
        if role == LOCKED:
            return self.is_locked(index)
        if role == Qt.ItemDataRole.CheckStateRole and entry is None and index.column() == GOODS:
            left_out = group.supplier_id in self._left_out
            return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._group_text(group, index.column()) if entry is None else self._line_text(entry, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, group, entry)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        group, entry = self.group_of(index), self.line_of(index)
        if group is None or self.is_locked(index):
            return False
        if role == Qt.ItemDataRole.CheckStateRole and entry is None:
            self.chosen.emit(group.supplier_id, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role != Qt.ItemDataRole.EditRole or entry is None or index.column() != QUANTITY:
            return False
        try:
            quantity = parse_quantity(str(value), (entry.line.terms.unit,))
        except InvalidInput as error:
            self.refused.emit(str(value), error.reason)
            return False
        if quantity != entry.line.quantity:
            self._wanted[entry.line.key] = quantity
            self.dataChanged.emit(index, index)
            self.quantity_wanted.emit(entry.line.key, quantity)
        return True

    # --- words ------------------------------------------------------------------------------------------------------

    def _is_group(self, index: Index) -> bool:
        return index.internalId() == 0

    def _group_text(self, group: SupplierGroup, column: int) -> str:
        return {GOODS: group.supplier_name, AMOUNT: money_text(group.goods)}.get(column, "")

    def _line_text(self, entry: PricedLine, column: int) -> str:
        line = entry.line
        return {
            GOODS: line.title_translated or line.title,
            QUANTITY: str(self.quantity_of(entry)),
            PRICE: money_text(entry.unit_price),
            AMOUNT: money_text(entry.amount),
        }.get(column, "")

    def _spoken(self, index: Index, group: SupplierGroup, entry: PricedLine | None) -> str:
        if index.column() == REMOVE:
            return self.tr("Remove")
        if entry is None:
            problems = " ".join(problem_sentence(each) for each in self.problems_of(index))
            return f"{isolated(group.supplier_name)}, {money_text(group.goods)}. {problems}".strip()
        line = entry.line
        if index.column() != GOODS:
            return self._line_text(entry, index.column())
        spec = line.spec_text_translated or line.spec_text
        amount = f"{exact_count(line.quantity)} × {money_text(entry.unit_price)} = {money_text(entry.amount)}"
        return f"{isolated(line.title_translated or line.title)}, {isolated(spec)}, {amount}"


def _shape(groups: tuple[SupplierGroup, ...]) -> list[tuple[SupplierId, list[Key]]]:
    return [(group.supplier_id, [entry.line.key for entry in group.lines]) for group in groups]
