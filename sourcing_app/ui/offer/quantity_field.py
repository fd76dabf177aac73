"""One quantity with a step down and up: for an offer without variants."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from sourcing_app.domain.ids import NO_SPEC
from sourcing_app.ui.format import exact_count
from sourcing_app.ui.models.sku_sheet import SkuSheet
from sourcing_app.ui.theme import TextSize, font, scaled
from sourcing_app.ui.theme.spacing import XXS, S
from sourcing_app.ui.typed_number import MAX_TYPED
from sourcing_app.ui.widgets.buttons import IconButton
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import row


class QuantityField(QWidget):
    """Bound to a sheet of a single cell; steps by the lot, from nothing straight to the minimum."""

    def __init__(self, sheet: SkuSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._less = IconButton("minus", self.tr("Less"))
        self._more = IconButton("plus", self.tr("More"))
        self.line = _Line(sheet)
        self._stock = label("", TextSize.BODY, "muted")
        name = label(self.tr("Quantity"), TextSize.STRONG)
        box = row(self, spacing=XXS)
        box.addWidget(name)
        box.addSpacing(S)
        for each in (self._less, self.line, self._more):
            box.addWidget(each)
        box.addSpacing(S)
        box.addWidget(self._stock)
        box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._less.clicked.connect(self.step_down)
        self._more.clicked.connect(self.step_up)
        sheet.quantities_changed.connect(self._show)

    def step_up(self) -> None:
        """A lot more."""
        self._step(1)

    def step_down(self) -> None:
        """A lot less; below the minimum is nothing."""
        self._step(-1)

    def _step(self, by: int) -> None:
        offer = self._sheet.offer
        if offer is None:
            return
        lot = max(offer.lot_size, 1)
        least = -(-max(offer.min_quantity, lot) // lot) * lot
        now = self._sheet.quantities.get(NO_SPEC, 0)
        wanted = (now // lot + by) * lot if by > 0 or now % lot == 0 else now // lot * lot
        if wanted < least:
            wanted = least if by > 0 else 0
        self._sheet.set_quantities({NO_SPEC: wanted}, self.tr("Quantity"))

    def show_sheet(self) -> None:
        """The stock and the quantity as they are."""
        self._show()

    def _show(self) -> None:
        offer = self._sheet.offer
        if offer is None or offer.skus:
            return
        self._stock.setText(
            self.tr("{0} in stock").format(exact_count(offer.stock)) if offer.stock else self.tr("sold out")
        )
        self.line.show_quantity(self._sheet.quantities.get(NO_SPEC, 0))
        self._less.setEnabled(bool(self._sheet.quantities))


class _Line(QLineEdit):
    """Counts while it is typed in; Enter and leaving it commit, Esc takes back."""

    def __init__(self, sheet: SkuSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(font(TextSize.STRONG, figures=True))
        self.setMaxLength(MAX_TYPED)
        self.setFixedWidth(scaled(120))
        self.setPlaceholderText("0")
        self.setAccessibleName(self.tr("Quantity"))
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._commit)

    def sizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(32))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor would stand in the 0 that is there only to be seen."""
        self.setPlaceholderText("")
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.setPlaceholderText("0")
        super().focusOutEvent(event)

    def show_quantity(self, quantity: int) -> None:
        """What is chosen, unless a person is typing."""
        if not self.isModified():
            self.setText(str(quantity) if quantity else "")

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the grid's, across all that was committed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setModified(False)
            self._sheet.stop_typing()
        elif _is_undo(event) and not self.isModified():
            stack = self._sheet.undo_stack
            (stack.undo if event.matches(QKeySequence.StandardKey.Undo) else stack.redo)()
        else:
            super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        self._sheet.type_into(NO_SPEC, text)

    def _commit(self) -> None:
        if self.isModified():
            self.setModified(False)
            self._sheet.setData(self._sheet.index(0, 0), self.text())
            self.show_quantity(self._sheet.quantities.get(NO_SPEC, 0))


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
