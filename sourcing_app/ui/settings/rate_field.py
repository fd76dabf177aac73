"""Local currency and its rate: what one yuan is worth, as the person says, with the day they said it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sourcing_app.config.settings import Settings
from sourcing_app.errors import InvalidInput
from sourcing_app.ui.notices import TWO_READINGS, input_sentence
from sourcing_app.ui.settings.choices import CURRENCIES
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.typed_number import read_number
from sourcing_app.ui.widgets.inputs import Select, set_invalid
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import column, row

_LARGEST = Decimal(1_000_000)


class RateField(QWidget):
    """changed: the settings with the new currency or rate. Nothing is converted until there is a rate."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.currency = Select(self.tr("Local currency"))
        self.currency.setMinimumWidth(110)
        self.currency.addItem(self.tr("None"), "")
        for code in CURRENCIES:
            self.currency.addItem(code, code)
        self.rate = QLineEdit(settings.rate)
        self.rate.setAccessibleName(self.tr("What one yuan is worth"))
        self.rate.setFixedWidth(110)
        self._before = label(self.tr("CN¥1 ="), tone="muted")
        self._after = label("", tone="muted")
        self._sentence = label("", TextSize.CAPTION, "muted", wrap=True)
        self._lay_out()
        self._show(settings)
        self.currency.currentIndexChanged.connect(self._take)
        self.rate.editingFinished.connect(self._take)

    def _lay_out(self) -> None:
        box = column(self, spacing=4)
        line = row()
        for widget in (self.currency, self._before, self.rate, self._after):
            line.addWidget(widget)
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(self._sentence)

    def _show(self, settings: Settings) -> None:
        self.currency.setCurrentIndex(max(0, self.currency.findData(settings.currency)))
        for widget in (self._before, self.rate, self._after):
            widget.setVisible(bool(settings.currency))
        self._after.setText(settings.currency)
        self._say(settings)

    def _say(self, settings: Settings) -> None:
        if not settings.currency:
            text = self.tr("Prices are shown in yuan only.")
        elif settings.rate:
            text = self.tr("Your own rate, set on {0}. Amounts carry “≈”; orders are always in yuan.").format(
                settings.rate_day
            )
        else:
            text = self.tr("Type what one yuan is worth to see local amounts beside prices.")
        self._sentence.setText(text)

    def _take(self) -> None:
        currency = self.currency.currentData()
        same = currency == self._settings.currency
        kept = not same or self.rate.text() == self._settings.rate
        try:
            rate = self._settings.rate if kept else _rate(self.rate.text())
        except InvalidInput as error:
            self._refuse(error)
            return
        set_invalid(self.rate, "")
        self._say(self._settings)
        if not same:
            rate = ""
            self.rate.clear()
        changed = replace(self._settings, currency=currency, rate=rate)
        if changed != self._settings:
            self._settings = replace(changed, rate_day=date.today().isoformat() if rate else "")
            self._show(self._settings)
            self.changed.emit(self._settings)

    def _refuse(self, error: InvalidInput) -> None:
        sentence = input_sentence(error) if error.reason in TWO_READINGS else self.tr("A number above 0, like 21.3")
        set_invalid(self.rate, sentence)
        self._sentence.setText(sentence)


def _rate(text: str) -> str:
    """The rate as plain text, "" for none. Raises InvalidInput for what is no rate, or could be two."""
    rate = read_number(text, "rate")
    if rate is None:
        return ""
    if not 0 < rate < _LARGEST:
        raise InvalidInput("rate", "not_a_number")
    return f"{rate:f}"
