"""One supplier's order to be, as a receipt: rows, sums, choices, and its fate once placed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.domain.money import Money, total
from sourcing_app.domain.preview import OrderPreview
from sourcing_app.ui.cart.fate_panel import FatePanel
from sourcing_app.ui.cart.slip_words import mode_name
from sourcing_app.ui.cart.slips import Slip, promotions, trade_modes
from sourcing_app.ui.format import exact_count, money_text
from sourcing_app.ui.notices import notice_of
from sourcing_app.ui.theme import TextSize, font
from sourcing_app.ui.theme.spacing import XS, XXS, S
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.inputs import CheckBox, Select
from sourcing_app.ui.widgets.labels import ElidedLabel, hairline, label
from sourcing_app.ui.widgets.plain_tip import plain_tip
from sourcing_app.ui.widgets.skeleton import Skeleton
from sourcing_app.ui.widgets.surface import Surface, clear_layout, column, row

MESSAGE_LENGTH = 500
Names = Mapping[tuple[OfferId, SpecId], str]
"""What a line is called, by its key."""
_ROWS = 4


class Receipt(Surface):
    """chosen(name, value): a choice was made; retried: ask for the preview again; the fate's signals go through."""

    chosen = Signal(str, object)
    retried = Signal()
    opened = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._shown: OrderPreview | None = None
        self._names: Names = {}
        self._all_rows = False
        self._filling = False
        self._name = ElidedLabel("", size=TextSize.STRONG, strong=True)
        self._state = label("", TextSize.CAPTION, "muted")
        self.fate = FatePanel()
        self._rows = column(spacing=XXS)
        self._refused = column(spacing=XXS)
        self._sums = QGridLayout()
        self._body = QWidget()
        self._waiting = QWidget()
        self._error = label("", TextSize.BODY, "warning", wrap=True)
        self._retry = button(self.tr("Try again"), small=True)
        self.mode = Select(self.tr("Way to trade"))
        self._mode_about = label("", TextSize.CAPTION, "muted", wrap=True)
        self.promotion = Select(self.tr("Promotion"))
        self.red_envelope = CheckBox(self.tr("Use red envelopes"))
        self.message = QLineEdit()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        box = column(self, margin=S, spacing=XS)
        head = row(spacing=XS)
        head.addWidget(self._name, 1)
        head.addWidget(self._state)
        head.addWidget(self.fate.chip)
        head.addWidget(self.fate.close_button)
        box.addLayout(head)
        box.addWidget(self.fate)
        problem = row(spacing=XS)
        problem.addWidget(self._error, 1)
        problem.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(problem)
        waiting = column(self._waiting, spacing=XS)
        for width in (0, 0, 180):
            waiting.addWidget(Skeleton(width, 14))
        box.addWidget(self._waiting)
        box.addWidget(self._body)
        body = column(self._body, spacing=XS)
        body.addLayout(self._rows)
        body.addLayout(self._refused)
        body.addWidget(hairline())
        self._sums.setHorizontalSpacing(S)
        self._sums.setVerticalSpacing(2)
        self._sums.setColumnStretch(0, 1)
        body.addLayout(self._sums)
        body.addLayout(self._choices())

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(self.tr("Trade mode"), TextSize.CAPTION, "muted"), 0, 0)
        grid.addWidget(self.mode, 0, 1)
        grid.addWidget(self._mode_about, 1, 1)
        self._promotion_name = label(self.tr("Promotion"), TextSize.CAPTION, "muted")
        grid.addWidget(self._promotion_name, 2, 0)
        grid.addWidget(self.promotion, 2, 1)
        grid.addWidget(self.red_envelope, 3, 1)
        grid.addWidget(label(self.tr("Message"), TextSize.CAPTION, "muted"), 4, 0)
        self.message.setPlaceholderText(self.tr("To the seller, optional"))
        self.message.setAccessibleName(self.tr("Message to the seller"))
        self.message.setMaxLength(MESSAGE_LENGTH)
        grid.addWidget(self.message, 4, 1)
        for each in (self.mode, self.promotion):
            each.setMinimumContentsLength(12)
            each.setSizeAdjustPolicy(each.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return grid

    def _connect(self) -> None:
        self._retry.clicked.connect(self.retried)
        self.mode.currentIndexChanged.connect(self._mode_chosen)
        self.promotion.currentIndexChanged.connect(self._promotion_chosen)
        self.red_envelope.toggled.connect(self._envelope_chosen)
        self.message.textEdited.connect(self._message_typed)
        self.fate.opened.connect(self.opened)
        self.fate.dismissed.connect(self.dismissed)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_slip(self, slip: Slip) -> None:
        """Another state of the same order."""
        self._name.setText(slip.supplier_name)
        self.fate.show_fate(slip.fate, slip.preview)
        busy = slip.fate is not None and slip.fate.kind.is_busy
        gone = slip.group is None
        self._show_error(slip, hidden=gone or busy)
        preview = slip.preview
        self._waiting.setVisible(preview is None and slip.error is None and not gone and not busy)
        self._body.setVisible(preview is not None and not gone)
        stale = preview is not None and slip.stale and not gone and not busy
        self._state.setText(self.tr("renewing…") if stale else "")
        if preview is not None and not gone:
            if preview is not self._shown:
                self._shown, self._all_rows = preview, False
                self._names = _names(slip, preview)
                self._show_rows(preview, self._names)
            self._show_sums(slip, preview)
            self._show_choices(slip, preview)
        if busy:
            self.mode.setEnabled(False)
            self.promotion.setEnabled(False)
        self.red_envelope.setEnabled(not busy)
        self.message.setEnabled(not busy)

    def _show_error(self, slip: Slip, *, hidden: bool) -> None:
        shown = slip.error is not None and not hidden
        self._error.setVisible(shown)
        self._retry.setVisible(shown)
        if shown and slip.error is not None:
            notice = notice_of(slip.error)
            said = self.tr("1688 says: {0}").format(isolated(notice.theirs, 400)) if notice.theirs else ""
            self._error.setText("\n".join(part for part in (notice.sentence, said) if part))
            self._error.setToolTip(plain_tip(notice.details))

    def _show_rows(self, preview: OrderPreview, names: Names) -> None:
        clear_layout(self._rows)
        clear_layout(self._refused)
        lines = [line for part in preview.parts for line in part.lines if line.ok]
        for line in lines if self._all_rows else lines[:_ROWS]:
            name = names.get((line.offer_id, line.spec_id), str(line.offer_id))
            text = f"{exact_count(line.quantity)} × {money_text(line.unit_price)}"
            self._rows.addWidget(_row_widget(name, text, money_text(line.amount)))
        if len(lines) > _ROWS and not self._all_rows:
            more = button(self.tr("Show all {0} lines", "", len(lines)).format(len(lines)), "link", small=True)
            more.clicked.connect(self._unfold)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_refused(preview, names)

    def _show_refused(self, preview: OrderPreview, names: Names) -> None:
        refused = [(line.offer_id, line.spec_id, line.text or line.code) for line in preview.refused_lines]
        parts = [part.text or part.code for part in preview.parts if not part.ok]
        if not refused and not parts:
            return
        block = Surface("raised")
        box = column(block, margin=S, spacing=XXS)
        box.addWidget(label(self.tr("Cannot be bought"), TextSize.BODY, "danger"))
        for offer_id, spec_id, text in refused:
            name = names.get((offer_id, spec_id), str(offer_id))
            box.addWidget(ElidedLabel(name, size=TextSize.CAPTION))
            box.addWidget(label(self.tr("1688 says: {0}").format(text[:300]), TextSize.CAPTION, "muted", wrap=True))
        for text in dict.fromkeys(parts):
            box.addWidget(label(self.tr("1688 says: {0}").format(text[:300]), TextSize.CAPTION, "muted", wrap=True))
        box.addWidget(
            label(self.tr("Take these lines out of the cart to order the rest."), TextSize.CAPTION, wrap=True)
        )
        self._refused.addWidget(block)

    def _show_sums(self, slip: Slip, preview: OrderPreview) -> None:
        _clear(self._sums)
        discount = [part.discount for part in preview.parts if part.discount]
        fee = [part.additional_fee for part in preview.parts if part.additional_fee]
        entries: list[tuple[str, str, bool]] = []
        listed, off = _listed(preview)
        if off:
            entries.append((self.tr("Lines"), money_text(listed), False))
            entries.append((self.tr("Discount"), money_text(-off), False))
        entries.append((self.tr("Goods"), money_text(preview.goods), False))
        freight = money_text(preview.freight)
        if preview.unknown_freight:
            freight = self.tr("{0} and what the seller adds").format(freight)
        entries.append((self.tr("Freight"), freight, False))
        entries += [(self.tr("Discount, in the goods"), money_text(-each), False) for each in discount if each != off]
        entries += [(self.tr("Fee"), money_text(each), False) for each in fee]
        if slip.total is not None and slip.total != preview.total:
            entries.append((self.tr("By your choice"), money_text(slip.total - preview.total), False))
        if len(preview.parts) > 1:
            entries.append((self.tr("1688 will make of it"), self.tr("{0} orders").format(len(preview.parts)), False))
        entries.append((self.tr("Total"), money_text(slip.total), True))
        if not all(part.adds_up for part in preview.parts):
            entries.append((self.tr("These sums do not agree: nothing is sent."), "", True))
        for at, (name, value, strong) in enumerate(entries):
            self._sums.addWidget(label(name, TextSize.BODY, "text" if strong else "muted"), at, 0)
            figure = label(value, TextSize.STRONG if strong else TextSize.BODY, "price" if strong else "text")
            figure.setFont(font(TextSize.STRONG if strong else TextSize.BODY, strong=strong, figures=True))
            self._sums.addWidget(figure, at, 1, Qt.AlignmentFlag.AlignRight)

    def _show_choices(self, slip: Slip, preview: OrderPreview) -> None:
        self._filling = True
        modes = trade_modes(preview)
        _fill(self.mode, [(mode_name(mode), mode.code) for mode in modes], slip.choice.trade_mode)
        about = next((mode.description for mode in modes if mode.code == slip.choice.trade_mode), "")
        self._mode_about.setText(about[:200] if modes else self.tr("No way to trade here; order it on the web site."))
        self._mode_about.setVisible(bool(self._mode_about.text()))
        offered = promotions(preview)
        names = [
            (f"{isolated(each.title or each.promotion_id)} (−{money_text(each.discount)})", each.promotion_id)
            for each in offered
        ]
        if not slip.choice.promotion_id or not any(each.selected for each in offered):
            names.insert(0, (self.tr("1688's own choice"), ""))
        _fill(self.promotion, names, slip.choice.promotion_id)
        self.promotion.setVisible(bool(offered))
        self._promotion_name.setVisible(bool(offered))
        self.red_envelope.setChecked(slip.choice.use_red_envelope)
        if self.message.text() != slip.choice.message and not self.message.hasFocus():
            self.message.setText(slip.choice.message)
        self._filling = False

    # --- choosing ---------------------------------------------------------------------------------------------------

    def _unfold(self) -> None:
        self._all_rows = True
        if self._shown is not None:
            self._show_rows(self._shown, self._names)

    def _mode_chosen(self) -> None:
        self._choose("trade_mode", self.mode.currentData())

    def _promotion_chosen(self) -> None:
        self._choose("promotion_id", self.promotion.currentData())

    def _envelope_chosen(self, on: bool) -> None:
        self._choose("use_red_envelope", on)

    def _message_typed(self, text: str) -> None:
        self._choose("message", text)

    def _choose(self, name: str, value: object) -> None:
        if not self._filling and value is not None:
            self.chosen.emit(name, value)


def _names(slip: Slip, preview: OrderPreview) -> Names:
    """By variant, translated where the cart knows it; by title where there are no variants."""
    found = {(each.offer_id, each.spec_id): each.spec_text or each.title for each in preview.lines}
    for entry in slip.group.lines if slip.group is not None else ():
        line = entry.line
        known = line.spec_text_translated or line.spec_text or line.title_translated or line.title
        found[line.key] = known
    return found


def _listed(preview: OrderPreview) -> tuple[Money | None, Money]:
    """What the lines come to, and by how much the goods are less; nothing where an amount is not told."""
    amounts = [line.amount for part in preview.parts for line in part.lines if line.ok]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return None, Money.zero()
    listed = total(known).rounded()
    return listed, max(listed - preview.goods, Money.zero())


def _row_widget(name: str, times: str, amount: str) -> QWidget:
    line = QWidget()
    box: QHBoxLayout = row(line, spacing=XS)
    box.addWidget(ElidedLabel(name, size=TextSize.CAPTION), 1)
    for text, tone in ((times, "muted"), (amount, "text")):
        figure: QLabel = label(text, TextSize.CAPTION, tone)
        figure.setFont(font(TextSize.CAPTION, figures=True))
        box.addWidget(figure)
    return line


def _fill(select: Select, entries: list[tuple[str, str]], chosen: str) -> None:
    """The same entries again only move the choice, so that an open list stays open."""
    if [(select.itemText(at), select.itemData(at)) for at in range(select.count())] != entries:
        select.clear()
        for text, data in entries:
            select.addItem(text, data)
            select.setItemData(select.count() - 1, plain_tip(text), Qt.ItemDataRole.ToolTipRole)
    select.setCurrentIndex(max(select.findData(chosen), 0))
    select.setEnabled(len(entries) > 1)


def _clear(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
