"""What became of an order that was placed, in its own receipt."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from sourcing_app.domain.preview import OrderPreview
from sourcing_app.ui.cart.slip_words import difference_rows, fate_chip, fate_sentence, theirs
from sourcing_app.ui.cart.slips import Fate, FateKind
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XXS, S
from sourcing_app.ui.widgets.buttons import IconButton, button
from sourcing_app.ui.widgets.chip import Chip
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import clear_layout, column


class FatePanel(QWidget):
    """opened(order_id): it is to be shown; dismissed: the person has read it. chip, close_button: for the receipt's head."""

    opened = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Fate | None = None
        self.chip = Chip("")
        self.close_button = IconButton("close", self.tr("Dismiss"), small=True)
        self.sentence = label("", TextSize.CAPTION, "muted", wrap=True)
        self._theirs = label("", TextSize.CAPTION, "muted", wrap=True)
        self._orders = column(spacing=0)
        self._changes = QGridLayout()
        self._changes.setHorizontalSpacing(S)
        self._changes.setVerticalSpacing(2)
        box = column(self, spacing=XXS)
        box.addLayout(self._orders)
        box.addWidget(self.sentence)
        box.addWidget(self._theirs)
        box.addLayout(self._changes)
        self.close_button.clicked.connect(self.dismissed)
        self.hide()

    def show_fate(self, fate: Fate | None, preview: OrderPreview | None) -> None:
        """None hides it."""
        self.setVisible(fate is not None)
        self.chip.setVisible(fate is not None)
        self.close_button.setVisible(fate is not None and not fate.kind.is_busy)
        if fate is None or fate == self._shown:
            self._shown = fate
            return
        self._shown = fate
        self.chip.show_state(*fate_chip(fate))
        self.chip.setAccessibleName(fate_chip(fate)[0])
        self.chip.updateGeometry()
        self.sentence.setText(fate_sentence(fate))
        self.sentence.setVisible(bool(self.sentence.text()))
        said = theirs(fate)
        self._theirs.setText(self.tr("1688 says: {0}").format(said) if said else "")
        self._theirs.setVisible(bool(said))
        self._show_orders(fate)
        self._show_changes(fate, preview)

    def _show_orders(self, fate: Fate) -> None:
        clear_layout(self._orders)
        for order_id in fate.order_ids:
            each = button(self.tr("Order {0}").format(order_id), "link", tooltip=self.tr("Open the order"))
            each.clicked.connect(partial(self.opened.emit, str(order_id)))
            self._orders.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_changes(self, fate: Fate, preview: OrderPreview | None) -> None:
        while (item := self._changes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if fate.kind is not FateKind.CHANGED:
            return
        for column_at, text in enumerate((self.tr("What"), self.tr("You approved"), self.tr("Now"))):
            self._changes.addWidget(label(text, TextSize.CAPTION, "muted"), 0, column_at)
        for at, (what, before, now) in enumerate(difference_rows(fate, preview), 1):
            self._changes.addWidget(label(what[:60], TextSize.CAPTION, wrap=True), at, 0)
            self._changes.addWidget(label(before[:120], TextSize.CAPTION, "muted", wrap=True), at, 1)
            self._changes.addWidget(label(now[:120], TextSize.CAPTION, "warning", wrap=True), at, 2)
