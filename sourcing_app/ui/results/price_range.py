"""Between which prices: two fields beside the results, what is wrong said under them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from sourcing_app.domain.money import Money
from sourcing_app.domain.offer import SearchQuery
from sourcing_app.errors import InvalidInput
from sourcing_app.ui.notices import input_sentence
from sourcing_app.ui.results.price_text import check_range, read_price
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XXS
from sourcing_app.ui.typed_number import MAX_TYPED
from sourcing_app.ui.widgets.inputs import set_invalid
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import column, row


class PriceRange(QWidget):
    """Two fields; checked on leaving, what is wrong said under them. changed(low | None, high | None)."""

    changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.low, self.high = (
            self._field(self.tr("Lowest price"), self.tr("from")),
            self._field(self.tr("Highest price"), self.tr("to")),
        )
        self._shown: tuple[Money | None, Money | None] = (None, None)
        self.error = label("", TextSize.CAPTION, "danger", wrap=True)
        self.error.hide()
        box = column(self, spacing=XXS)
        line = row(spacing=6)
        line.addWidget(self.low, 1)
        line.addWidget(label("–", tone="muted"))
        line.addWidget(self.high, 1)
        line.addWidget(label("CN¥", TextSize.CAPTION, "muted"))
        box.addLayout(line)
        box.addWidget(self.error)

    def _field(self, name: str, hint: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        field.setMaxLength(MAX_TYPED)
        field.setMinimumWidth(40)
        field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.editingFinished.connect(self._check)
        return field

    def show_range(self, query: SearchQuery) -> None:
        """As the query has it. What is being typed or wrong stays, until the range is changed elsewhere."""
        prices = query.price_from, query.price_to
        is_new, self._shown = prices != self._shown, prices
        for field, price in zip((self.low, self.high), prices, strict=True):
            wrong = bool(field.property("invalid"))
            if (is_new and wrong) or (not wrong and not field.hasFocus()):
                field.setText(price.as_text() if price is not None else "")
                set_invalid(field, "")
        if not any(field.property("invalid") for field in (self.low, self.high)):
            self.error.hide()

    def _check(self) -> None:
        prices, wrong = [], ""
        for field, shown in zip((self.low, self.high), self._shown, strict=True):
            try:
                is_shown = shown is not None and field.text() == shown.as_text()
                prices.append(shown if is_shown else read_price(field.text()))
                set_invalid(field, "")
            except InvalidInput as error:
                wrong = input_sentence(error)
                set_invalid(field, wrong)
        if not wrong:
            try:
                check_range(*prices)
            except InvalidInput as error:
                wrong = input_sentence(error)
                set_invalid(self.high, wrong)
        self.error.setText(wrong)
        self.error.setVisible(bool(wrong))
        if not wrong:
            self.changed.emit(*prices)
