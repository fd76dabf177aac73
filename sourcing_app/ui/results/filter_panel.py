"""Left of the results: categories, price range, the platform's filters."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from sourcing_app.domain.offer import FilterChoice, FilterSection, SearchQuery
from sourcing_app.ui.results.category_tree import CategoryTree
from sourcing_app.ui.results.price_range import PriceRange
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.theme import TextSize, colours_of, font, scaled
from sourcing_app.ui.theme.spacing import XXS, M
from sourcing_app.ui.widgets.inputs import CheckBox
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import clear_layout, column

WIDTH = 236


class FilterPanel(QScrollArea):
    """filter_set(key, ticked), category_chosen(id, name), price_changed(low, high). has_price: unless it is asked for elsewhere."""

    filter_set = Signal(str, bool)
    category_chosen = Signal(object, str)
    price_changed = Signal(object, object)

    def __init__(self, tasks: TaskScope, parent: QWidget | None = None, *, has_price: bool = True) -> None:
        super().__init__(parent)
        self._boxes: dict[str, CheckBox] = {}
        self.categories = CategoryTree(tasks)
        self.price = PriceRange()
        self._sections = QWidget()
        self._section_box = column(self._sections, spacing=2)
        self.categories.chosen.connect(self.category_chosen)
        self.price.changed.connect(self.price_changed)
        inside = QWidget()
        box = column(inside, spacing=6)
        box.setContentsMargins(M, M, XXS, M)
        box.addWidget(_heading(self.tr("Category")))
        box.addWidget(self.categories)
        box.addSpacing(M)
        price = _heading(self.tr("Price"))
        for each in (price, self.price):
            box.addWidget(each)
            each.setVisible(has_price)
        box.addSpacing(M if has_price else 0)
        box.addWidget(self._sections)
        box.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # opaque it would be painted twice: by itself, and with all the rest
        self.setWidgetResizable(True)
        self.setFixedWidth(scaled(WIDTH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Filters"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_sections(self, sections: tuple[FilterSection, ...]) -> None:
        """The platform's filters, in its order."""
        clear_layout(self._section_box)
        self._boxes = {}
        for section in sections:
            self._section_box.addWidget(_heading(section.name))
            group = ""
            for choice in section.choices:
                if choice.group and choice.group != group:
                    self._section_box.addSpacing(4)
                    self._section_box.addWidget(label(choice.group, TextSize.CAPTION, "muted", wrap=True))
                group = choice.group
                self._section_box.addWidget(self._box_of(choice))
            self._section_box.addSpacing(M)
        for before, after in pairwise([self.price.high, *self._boxes.values()]):
            self.setTabOrder(before, after)

    def show_query(self, query: SearchQuery) -> None:
        """Ticks and prices as the query has them."""
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(key in query.filters)
            box.blockSignals(False)
            box.update()
        self.price.show_range(query)
        if query.category_id is None:
            self.categories.clear_choice()

    def box(self, key: str) -> CheckBox:
        """The tick box of a filter. Raises KeyError."""
        return self._boxes[key]

    def _box_of(self, choice: FilterChoice) -> CheckBox:
        box = CheckBox(_fitting(choice.name.replace(">=", "≥ ").replace("<=", "≤ ")).replace("&", "&&"))
        box.setToolTip(choice.name)
        box.toggled.connect(partial(self.filter_set.emit, choice.key))
        self._boxes[choice.key] = box
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(self.viewport().rect(), colours_of(self).window)


def _heading(text: str) -> QWidget:
    made = label(text)
    made.setFont(font(strong=True))
    return made


def _fitting(name: str) -> str:
    """Cut to the panel's width; the tooltip has all of it."""
    room = WIDTH - M - XXS - 12 - 32
    return QFontMetrics(font()).elidedText(name, Qt.TextElideMode.ElideRight, room)
