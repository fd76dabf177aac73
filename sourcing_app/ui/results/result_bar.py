"""Over the results: what narrows them as chips, how many there are and how old, the order, grid or table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.ui.results.card_shape import GAP
from sourcing_app.ui.results.sorting import SORTS, sort_name
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, XXS
from sourcing_app.ui.widgets.buttons import IconButton, button
from sourcing_app.ui.widgets.chip import Chip
from sourcing_app.ui.widgets.flow_layout import FlowLayout
from sourcing_app.ui.widgets.inputs import Select
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import row


@dataclass(frozen=True, slots=True)
class QueryChip:
    """One removable part of a query. key: "category", "price" or a filter's key."""

    key: str
    text: str
    icon: str = ""


class ResultBar(QWidget):
    """Signals say what was pressed."""

    panel_toggled = Signal(bool)
    chip_removed = Signal(str)
    all_removed = Signal()
    sort_chosen = Signal(int)
    table_chosen = Signal(bool)
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = button(self.tr("Filters"), icon_name="filter", small=True)
        self.filters.setCheckable(True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=6)
        self._shown: list[QWidget] = []
        self.summary = label("", TextSize.CAPTION, "muted")
        self.sort = Select(self.tr("Sort by"))
        self.save = IconButton("bookmark", self.tr("Save this search"), shortcut="Ctrl+S", small=True)
        self.as_cards = IconButton("grid", self.tr("As cards"), checkable=True, small=True)
        self.as_rows = IconButton("table", self.tr("As a table"), checkable=True, small=True)
        self._lay_out()
        self._connect()
        self.show_as_table(False)

    def _lay_out(self) -> None:
        for key, descending in SORTS:
            self.sort.addItem(sort_name(key, descending))
        self.sort.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        box = row(self, spacing=XS)
        box.setContentsMargins(GAP // 2, XS, XS, XXS)
        top = Qt.AlignmentFlag.AlignVCenter
        box.addWidget(self.filters, 0, top)
        box.addWidget(self._chips, 1, top)
        for each in (self.summary, self.save, self.sort):
            box.addWidget(each, 0, top)
        pair = row(spacing=2)
        pair.addWidget(self.as_cards)
        pair.addWidget(self.as_rows)
        box.addLayout(pair)

    def _connect(self) -> None:
        self.filters.toggled.connect(self.panel_toggled)
        self.sort.activated.connect(self.sort_chosen)
        self.save.clicked.connect(self.save_wanted)
        self.as_cards.clicked.connect(partial(self.table_chosen.emit, False))
        self.as_rows.clicked.connect(partial(self.table_chosen.emit, True))

    def show_chips(self, chips: tuple[QueryChip, ...]) -> None:
        """Each can be taken off."""
        for old in self._shown:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        for chip in chips:
            shown = Chip(chip.text, role="accent", icon_name=chip.icon, removable=True)
            shown.setToolTip(self.tr("Remove {0}").format(isolated(chip.text)))
            shown.removed.connect(partial(self.chip_removed.emit, chip.key))
            self._add(shown)
        if len(chips) > 1:
            clear = button(self.tr("Clear all"), "link", small=True)
            clear.clicked.connect(self.all_removed)
            self._add(clear)
        self._chips.updateGeometry()

    def _add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)
        self._shown.append(widget)
        widget.show()

    def chip_texts(self) -> tuple[str, ...]:
        """As shown."""
        return tuple(each.text() for each in self._shown if isinstance(each, Chip))

    def show_sort(self, query: SearchQuery, sorted_here: str) -> None:
        """The platform's order, or the column it was sorted by here."""
        at = next((at for at, each in enumerate(SORTS) if each == (query.sort, query.descending)), 0)
        while self.sort.count() > len(SORTS):
            self.sort.removeItem(len(SORTS))
        if sorted_here:
            self.sort.addItem(self.tr("Sorted here: {0}").format(sorted_here))
            at = len(SORTS)
        self.sort.setCurrentIndex(at)
        self.sort.adjustSize()

    def show_as_table(self, as_table: bool) -> None:
        """Which of the two is pressed."""
        self.as_cards.setChecked(not as_table)
        self.as_rows.setChecked(as_table)
