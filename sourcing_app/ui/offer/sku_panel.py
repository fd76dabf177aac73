"""Choosing quantities: the grid (or the one field), what they come to, what is wrong with them, and the way to the cart."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QWidget

from sourcing_app.domain.cart import OfferTerms, QuantityProblem
from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import SpecId
from sourcing_app.domain.offer import Offer
from sourcing_app.ui.format import exact_count, local_text, money_text
from sourcing_app.ui.models.sheet_layout import SheetKind
from sourcing_app.ui.models.sku_sheet import PICTURE, Pasted, is_single
from sourcing_app.ui.offer.presenter import OfferPresenter
from sourcing_app.ui.offer.quantity_field import QuantityField
from sourcing_app.ui.offer.sku_heads import RowHeads
from sourcing_app.ui.offer.sku_table import SkuTable
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.quantity_sentences import problem_sentence, refused_sentence, terms_sentence
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, XXS, M, S
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.inputs import clearable
from sourcing_app.ui.widgets.labels import ElidedLabel, hairline, label
from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from sourcing_app.ui.widgets.surface import clear_layout, column, row

_FILTER_FROM = 8
_SHOWN_PROBLEMS = 3


class SkuPanel(QWidget):
    """head: what stands over the grid. variant_shown: the picture of the row gone to."""

    variant_shown = Signal(str)

    def __init__(
        self, presenter: OfferPresenter, loader: PictureLoader, head: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._loader = presenter, loader
        self._sheet = presenter.sheet
        self._note = self._long = ""
        self._noted_at: dict[SpecId, int] = {}
        heads = RowHeads(self._picture)
        self.table = SkuTable(self._sheet, heads)
        self.field = QuantityField(self._sheet)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter variants"))
        self._filter.setAccessibleName(self.tr("Filter variants"))
        clearable(self._filter)
        self._filter.setMaximumWidth(260)
        self._names = label("", TextSize.CAPTION, "muted")
        self._terms = ElidedLabel("", size=TextSize.CAPTION, tone="muted")
        self._summary = label("", TextSize.STRONG)
        self._local = label("", TextSize.CAPTION, "muted")
        self._in_cart = label("", TextSize.CAPTION, "muted")
        self.add_button = button("", "primary", icon_name="cart")
        self.reason = label("", TextSize.CAPTION, "muted")
        self._problems = column(spacing=XXS)
        self._lay_out(head)
        self._connect()
        self._loader.arrived.connect(self._repaint_heads)

    def _lay_out(self, head: QWidget) -> None:
        """Where the window is low, the head scrolls away with the grid; the sum and the button stay."""
        above = row(spacing=S)
        above.addWidget(self._names)
        above.addWidget(self._terms, 1)
        above.addWidget(self._filter)
        self._stack = QStackedWidget()
        grid = QWidget()
        held = column(grid)
        held.addWidget(self.table, 1)
        held.addStretch(0)
        self._stack.addWidget(grid)
        alone = QWidget()
        inside = column(alone)
        inside.setContentsMargins(0, XS, 0, XS)
        inside.addWidget(self.field)
        inside.addStretch(1)
        self._stack.addWidget(alone)
        scrolled = QWidget()
        upper = column(scrolled, spacing=XS)
        upper.addWidget(head)
        upper.addLayout(above)
        upper.addWidget(self._stack, 1)
        box = column(self, spacing=XS)
        self._scroll = ScrollColumn(scrolled)
        box.addWidget(self._scroll, 1)
        box.addWidget(hairline())
        box.addLayout(self._problems)
        box.addLayout(self._foot())

    def _foot(self) -> QBoxLayout:
        foot = row(spacing=M)
        words = column(spacing=0)
        words.addWidget(self._summary)
        under = row(spacing=S)
        under.addWidget(self._local)
        under.addWidget(self._in_cart)
        under.addStretch(1)
        words.addLayout(under)
        foot.addLayout(words, 1)
        act = column(spacing=2)
        act.addWidget(self.add_button)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignRight)
        act.addWidget(self.reason)
        foot.addLayout(act)
        return foot

    def _connect(self) -> None:
        self._sheet.quantities_changed.connect(self._show)
        self._sheet.modelReset.connect(self._show_layout)
        self._sheet.refused.connect(self._refused)
        self._sheet.doubted.connect(self._refused)
        self._presenter.changed.connect(self._show)
        self.table.pasted.connect(self._pasted)
        self.table.selectionModel().currentChanged.connect(self._went_to)
        self._filter.textChanged.connect(self.table.filter_rows)
        self.add_button.clicked.connect(self._add)
        self.add_button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def show_sheet(self) -> None:
        """What the sheet holds already: the offer may have been read, and quantities typed, before this view was made."""
        self.table.fit()
        self.field.show_sheet()
        self._show_layout()

    def focus_first(self) -> None:
        """The keyboard goes to the first quantity."""
        self.first_field.setFocus()

    @property
    def first_field(self) -> QWidget:
        """Where quantities are typed."""
        return self.field.line if is_single(self._sheet) else self.table

    def problem_texts(self) -> tuple[str, ...]:
        """The sentences shown now."""
        found = []
        for at in range(self._problems.count()):
            widget = self._problems.itemAt(at).widget()  # type: ignore[union-attr]
            if widget is not None:
                found.append(widget.accessibleName())
        return tuple(found)

    def _add(self) -> None:
        """Into the cart; the keyboard is where the next quantity is typed."""
        self._presenter.add_to_cart()
        self.focus_first()

    # --- showing ----------------------------------------------------------------------------------------------------

    def _show_layout(self) -> None:
        layout, offer = self._sheet.layout, self._sheet.offer
        if layout is None or offer is None:
            return
        self._stack.setCurrentIndex(1 if layout.kind is SheetKind.SINGLE else 0)
        self._filter.setVisible(layout.kind is not SheetKind.SINGLE and len(layout.rows) >= _FILTER_FROM)
        names = layout.row_name
        if layout.kind is SheetKind.MATRIX:
            names = self.tr("{0} by {1}").format(layout.row_name, layout.column_name)
        self._names.setText(names[:80])
        self._names.setVisible(bool(names))
        self._terms.setText(terms_sentence(OfferTerms.of(offer)))
        self._show()

    def _show(self) -> None:
        offer = self._sheet.offer
        if offer is None:
            return
        total = self._sheet.total
        unit = _unit(offer)
        pieces = f"{exact_count(total.quantity)} {isolated(unit)}"
        goods = money_text(total.goods) if total.goods is not None else self.tr("price unknown")
        self._summary.setText(
            self.tr("{0} · goods {1}").format(pieces, goods) if total.quantity else self.tr("Nothing chosen yet")
        )
        self._local.setText(local_text(total.goods, self._presenter.rate) if total.quantity else "")
        self._local.setVisible(bool(self._local.text()))
        in_cart = self._presenter.in_cart
        self._in_cart.setText(self.tr("{0} in the cart already").format(exact_count(in_cart)) if in_cart else "")
        if self._sheet.quantities != self._noted_at:
            self._note = ""
        self._show_problems()
        self._show_button(pieces, goods)

    def _show_button(self, pieces: str, goods: str) -> None:
        obstacle = self._presenter.obstacle()
        self._long = self.tr("Add {0} · {1} to cart").format(pieces, goods) if self._sheet.total.quantity else ""
        self._fit_button()
        self.add_button.setEnabled(not obstacle)
        self.add_button.setAccessibleDescription(obstacle)
        said_beside = bool(obstacle) and bool(self._presenter.problems())
        self.reason.setText(self.tr("Put the quantities right first.") if said_beside else obstacle)

    def _fit_button(self) -> None:
        """With the sum where there is room for it; it stands beside the button as well."""
        short = self.tr("Add to cart")
        self.add_button.setText(self._long or short)
        taken = self.add_button.sizeHint().width() + self._summary.sizeHint().width() + M
        if self._long and taken > self.width():
            self.add_button.setText(short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_button()

    def _show_problems(self) -> None:
        clear_layout(self._problems)
        if self._note:
            self._problems.addWidget(_filled(self._sentence(self._note, "warning")))
        problems = self._presenter.problems()
        for problem in problems[:_SHOWN_PROBLEMS]:
            self._problems.addWidget(self._problem(problem))
        if len(problems) > _SHOWN_PROBLEMS:
            more = self.tr("and {0} more like this").format(exact_count(len(problems) - _SHOWN_PROBLEMS))
            self._problems.addWidget(_filled(self._sentence(more, "muted")))

    def _problem(self, problem: QuantityProblem) -> QWidget:
        name = self._sheet.name_of(problem.spec_id) if problem.spec_id else ""
        line = self._sentence(problem_sentence(problem, name[:80]), "danger")
        layout = line.layout()
        assert isinstance(layout, QBoxLayout)
        for spec, quantity in self._presenter.suggestion(problem):
            each = button(self.tr("use {0}").format(exact_count(quantity)), "plain", small=True)
            each.clicked.connect(partial(self._use, spec, quantity))
            layout.addWidget(each)
        layout.addStretch(1)
        return line

    def _sentence(self, text: str, tone: str) -> QWidget:
        line = QWidget()
        line.setAccessibleName(text)
        box = row(line, spacing=XS)
        box.addWidget(label(text, TextSize.BODY, tone))
        return line

    def _use(self, spec: SpecId, quantity: int) -> None:
        self._sheet.set_quantities({spec: quantity}, self.tr("Nearest quantity"))
        index = self._sheet.index_of(spec)
        self.table.setCurrentIndex(index)
        self.focus_first()

    # --- what happened in the grid ----------------------------------------------------------------------------------

    def _refused(self, text: str, reason: str) -> None:
        self._say(refused_sentence(text, reason))

    def _pasted(self, result: Pasted) -> None:
        parts = []
        if result.outside:
            parts.append(
                self.tr("{0} had no place in the grid", "", result.outside).format(exact_count(result.outside))
            )
        if result.unreadable:
            parts.append(self.tr("{0} were not taken", "", result.unreadable).format(exact_count(result.unreadable)))
        if parts:
            said = self.tr("Pasted {0} cells; {1}.", "", result.written).format(
                exact_count(result.written), ", ".join(parts)
            )
            why = refused_sentence(*result.first_refused) if result.first_refused is not None else ""
            self._say(f"{said} {why}".rstrip())

    def _say(self, text: str) -> None:
        self._note, self._noted_at = text, self._sheet.quantities
        self._show()

    def _went_to(self) -> None:
        self._show_cell()
        row_at = self.table.currentIndex().row()
        address = self._sheet.headerData(row_at, Qt.Orientation.Vertical, PICTURE)
        if address and self.table.hasFocus():
            self.variant_shown.emit(str(address))

    def _show_cell(self) -> None:
        """Where the head and the grid scroll together, the cell that is gone to is in sight."""
        area = self._scroll.widget()
        if area is not None and self.table.hasFocus():
            cell = self.table.visualRect(self.table.currentIndex())
            middle = self.table.viewport().mapTo(area, cell.center())
            self._scroll.ensureVisible(middle.x(), middle.y(), 0, cell.height())

    def _picture(self, address: str, side: int) -> QPixmap | None:
        return self._loader.pixmap(address, side, self.devicePixelRatioF())

    def _repaint_heads(self) -> None:
        self.table.verticalHeader().viewport().update()


def _filled(line: QWidget) -> QWidget:
    layout = line.layout()
    assert isinstance(layout, QBoxLayout)
    layout.addStretch(1)
    return line


def _unit(offer: Offer) -> str:
    """The sale unit after a number: "pcs" for pieces, else the platform's word."""
    word = (offer.unit_translated or offer.unit or "").strip()
    return tr("pcs") if word.casefold() in ("", "件", "个", "piece", "pieces", "pcs") else word[:16]
