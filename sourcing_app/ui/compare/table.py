"""The offers as columns: picture, title and acts on top, a row a fact below; the best of a row by its sign and colour."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OfferId
from sourcing_app.ui.compare.facts import FACTS, Best, Fact, cells_across
from sourcing_app.ui.compare.presenter import Compared, ComparePresenter
from sourcing_app.ui.notices import notice_of
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.tables.cells import Cells
from sourcing_app.ui.tables.column import MISSING, by_key
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize, colours_of
from sourcing_app.ui.theme.spacing import XS, XXS, M, S
from sourcing_app.ui.widgets.buttons import IconButton, button
from sourcing_app.ui.widgets.labels import ElidedLabel, label, set_tone
from sourcing_app.ui.widgets.mark import Mark
from sourcing_app.ui.widgets.picture_box import PictureBox
from sourcing_app.ui.widgets.skeleton import Skeleton
from sourcing_app.ui.widgets.surface import column, row

PICTURE = 104
HEADINGS = 124
NARROWEST, WIDEST = 112, 280


class Head(QWidget):
    """The top of a column. opened, removed: its acts."""

    opened = Signal()
    removed = Signal()

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureBox(loader, PICTURE, clickable=True)
        self.title = ElidedLabel("", lines=3)
        self.state = label("", TextSize.CAPTION, "warning", wrap=True)
        self.open = button(self.tr("Open"), "plain", small=True)
        self.remove = IconButton("close", self.tr("Take out of the comparison"), small=True)
        acts = row(spacing=XXS)
        acts.addWidget(self.open)
        acts.addWidget(self.remove)
        acts.addStretch(1)
        box = column(self, spacing=XS)
        box.addWidget(self.picture)
        box.addWidget(self.title)
        box.addWidget(self.state)
        box.addLayout(acts)
        box.addStretch(1)
        self.picture.clicked.connect(self.opened)
        self.open.clicked.connect(self.opened)
        self.remove.clicked.connect(self.removed)

    def show_column(self, shown: Compared) -> None:
        """Its offer, as far as it is known."""
        offer = shown.offer
        title = (offer.title_translated or offer.title) if offer is not None else str(shown.pick.offer_id)
        self.title.setText(title)
        self.picture.show_address(offer.pictures[0] if offer is not None else "")
        self.open.setAccessibleName(self.tr("Open {0}").format(isolated(title, 200)))
        self.remove.setAccessibleName(self.tr("Take {0} out of the comparison").format(isolated(title, 200)))
        self.state.setText(self._sentence(shown))
        self.state.setVisible(bool(self.state.text()))

    def _sentence(self, shown: Compared) -> str:
        if shown.is_gone:
            return self.tr("Not for sale any more.")
        if shown.offer is None and shown.error is not None:
            return notice_of(shown.error).sentence
        return ""


class Cell(QWidget):
    """One value; grey while it is on its way, marked where it is the best of its row."""

    def __init__(self, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact = fact
        self.best = Mark("check", "good")
        may_be_long = fact.best is Best.NONE
        self.value = label("", TextSize.STRONG if fact.strong else TextSize.BODY, wrap=may_be_long or fact.strong)
        self.note = label("", TextSize.CAPTION, "muted", wrap=True)
        self._coming = Skeleton(72)
        top = row(spacing=XXS)
        top.addWidget(self.value, int(may_be_long))
        top.addWidget(self.best, 0, Qt.AlignmentFlag.AlignTop)
        top.addStretch(int(not may_be_long))
        box = column(self, spacing=0)
        box.addLayout(top)
        box.addWidget(self._coming)
        box.addWidget(self.note)
        box.addStretch(1)
        self.best.hide()
        self.note.hide()

    def show_value(self, text: str, *, is_best: bool, is_coming: bool) -> None:
        """In words."""
        self.value.setText(text)
        self.value.setVisible(not is_coming)
        self._coming.setVisible(is_coming)
        self.best.setVisible(is_best)
        set_tone(self.value, "muted" if text == MISSING else "good" if is_best else self._fact.tone)
        self.setAccessibleName(tr("{0}, the best").format(text) if is_best else text)

    def show_note(self, text: str, tone: str) -> None:
        """Under the value; "" for none."""
        self.note.setText(text)
        set_tone(self.note, tone)
        self.note.setVisible(bool(text))


class CompareTable(QWidget):
    """open_wanted(offer_id), remove_wanted(offer_id)."""

    open_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(
        self, presenter: ComparePresenter, loader: PictureLoader, parent: QWidget | None = None,
        facts: Sequence[Fact] = FACTS,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._presenter, self._loader, self.facts = presenter, loader, by_key(facts)
        self._ids: tuple[OfferId, ...] | None = None
        self.heads: list[Head] = []
        self._names: list[QLabel] = []
        self._cells: list[dict[str, Cell]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(M, S, M, M)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(13)

    def cell(self, key: str, at: int) -> Cell:
        """The value of a fact in a column."""
        return self._cells[at][key]

    def show_columns(self) -> None:
        """What the presenter knows now. Columns that stay are only told anew, so that the keyboard stays where it is."""
        columns = self._presenter.columns
        ids = tuple(each.pick.offer_id for each in columns)
        if ids != self._ids:
            self._rebuild(ids)
        for head, shown in zip(self.heads, columns, strict=True):
            head.show_column(shown)
        for name, fact in zip(self._names, self.facts.values(), strict=True):
            self._show_row(name, fact, columns)

    def _show_row(self, name: QLabel, fact: Fact, columns: Sequence[Compared]) -> None:
        quantity = self._presenter.quantity
        name.setText(fact.heading(quantity))
        best = fact.best_of(columns, quantity)
        for place, shown in enumerate(columns):
            cell = self._cells[place][fact.key]
            text = fact.text(shown, quantity)
            is_coming = text == MISSING and shown.offer is None and shown.error is None
            cell.show_value(text, is_best=place in best, is_coming=is_coming)
            if fact.note is not None:
                cell.show_note(*fact.note(shown, quantity, self._presenter.rate))

    def cells_shown(self) -> Cells:
        """All of it, for a spreadsheet."""
        return cells_across(self._presenter.columns, tuple(self.facts.values()), self._presenter.quantity)

    def _rebuild(self, ids: tuple[OfferId, ...]) -> None:
        kept = self._focused()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._ids = ids
        self._names = [label("", TextSize.CAPTION, "muted", wrap=True) for _ in self.facts]
        self.heads, self._cells = [], []
        for at, name in enumerate(self._names, 1):
            name.setFixedWidth(HEADINGS)
            self._grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        for place, key in enumerate(ids, 1):
            self._add_column(place, key)
        self._grid.setColumnStretch(7, 1)
        self._grid.setRowStretch(len(self.facts) + 1, 1)
        if kept is not None and self.heads:
            self.heads[min(kept, len(self.heads) - 1)].remove.setFocus()

    def _add_column(self, place: int, offer_id: OfferId) -> None:
        head = Head(self._loader, self)
        head.opened.connect(partial(self.open_wanted.emit, str(offer_id)))
        head.removed.connect(partial(self.remove_wanted.emit, str(offer_id)))
        self.heads.append(head)
        self._cells.append({key: Cell(fact, self) for key, fact in self.facts.items()})
        for at, widget in enumerate((head, *self._cells[-1].values())):
            widget.setMinimumWidth(NARROWEST)
            widget.setMaximumWidth(WIDEST)
            self._grid.addWidget(widget, at, place)

    def _focused(self) -> int | None:
        """The column that has the keyboard."""
        focused: QWidget | None = self.focusWidget()
        return next((at for at, head in enumerate(self.heads) if focused and head.isAncestorOf(focused)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline over each row."""
        painter, now = QPainter(self), colours_of(self)
        painter.fillRect(event.rect(), now.surface)
        for name in self._names:
            painter.fillRect(M, name.y() - 7, self.width() - 2 * M, 1, now.line)
