"""What each section of the settings holds. A row changes one member of Settings and can put its default back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from sourcing_app.config.settings import Settings
from sourcing_app.domain.cart import MAX_QUANTITY
from sourcing_app.errors import InvalidInput
from sourcing_app.ui.notices import TWO_READINGS, input_sentence
from sourcing_app.ui.quantity_text import parse_quantity
from sourcing_app.ui.settings.choices import LANGUAGES, OFFER_LANGUAGES
from sourcing_app.ui.settings.rate_field import RateField
from sourcing_app.ui.settings.setting_row import SettingRow
from sourcing_app.ui.widgets.inputs import Select, set_invalid


class SettingRows(QObject):
    """Makes the rows and keeps the settings as they are now. changed(Settings): after each change, at once."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._show: dict[str, Callable[[Any], None]] = {}
        self._rows: dict[str, SettingRow] = {}

    def appearance(self) -> list[SettingRow]:
        """Theme."""
        themes = (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        )
        return [
            self._choice("theme", self.tr("Theme"), self.tr("Changes at once."), themes),
        ]

    def language_and_money(self) -> list[SettingRow]:
        """Languages, local currency, the second question before large orders."""
        languages = (("system", self.tr("As the system")), *LANGUAGES)
        rate = RateField(self.settings)
        rate.changed.connect(self._take_rate)
        return [
            self._choice("language", self.tr("Language"), self.tr("Of menus, buttons and messages."), languages),
            self._choice(
                "offer_language",
                self.tr("Titles translated to"),
                self.tr("What 1688 translates offers into. The Chinese original is always one key away."),
                OFFER_LANGUAGES,
            ),
            SettingRow(
                self.tr("Local currency"),
                self.tr("Shown beside yuan as an estimate. Orders are always in yuan."),
                rate,
                below=True,
            ),
            self._number(
                "ask_above_yuan",
                self.tr("Ask again above (CN¥)"),
                self.tr("One more question before an order larger than this is placed."),
            ),
        ]

    def orders(self) -> list[SettingRow]:
        """How often orders are read."""
        minutes = tuple((each, self.tr("%n minutes", "", each)) for each in (1, 5, 15, 60))
        return [
            self._choice(
                "refresh_minutes",
                self.tr("Read orders every"),
                self.tr("While the program is open and online."),
                minutes,
            ),
        ]

    def cache_limit(self) -> SettingRow:
        """How large the cache may grow."""
        sizes = tuple((each, self.tr("{0} MB").format(each)) for each in (128, 256, 512, 1024, 4096))
        return self._choice(
            "cache_limit_mb",
            self.tr("Keep at most"),
            self.tr("Offers and pictures already seen. The oldest go first; carts and orders are never touched."),
            sizes,
        )

    def _choice(self, name: str, title: str, meaning: str, choices: tuple[tuple[Any, str], ...]) -> SettingRow:
        box = Select(title)
        for value, text in choices:
            box.addItem(text, value)
        self._bind(name, partial(_select, box))
        box.activated.connect(lambda _: self._take(name, box.currentData()))
        return self._row(name, title, meaning, box)

    def _number(self, name: str, title: str, meaning: str) -> SettingRow:
        edit = QLineEdit()
        self._bind(name, edit.setText)
        edit.editingFinished.connect(partial(self._take_number, name, edit))
        return self._row(name, title, meaning, edit)

    def _row(self, name: str, title: str, meaning: str, control: QWidget) -> SettingRow:
        made = self._rows[name] = SettingRow(title, meaning, control, partial(self._reset, name))
        self._mark(name)
        return made

    def _mark(self, name: str) -> None:
        self._rows[name].show_changed(getattr(self.settings, name) != getattr(Settings(), name))

    def _bind(self, name: str, show: Callable[[Any], None]) -> None:
        self._show[name] = show
        show(getattr(self.settings, name))

    def _take(self, name: str, value: object) -> None:
        if getattr(self.settings, name) != value:
            self.settings = replace(self.settings, **{name: value})  # type: ignore[arg-type]
            self._mark(name)
            self.changed.emit(self.settings)

    def _take_number(self, name: str, edit: QLineEdit) -> None:
        wrong, number = "", 0
        try:
            number = parse_quantity(edit.text())
        except InvalidInput as error:
            wrong = input_sentence(error) if error.reason in TWO_READINGS else ""
        right = 0 < number <= MAX_QUANTITY
        said = "" if right else wrong or self.tr("A whole number above 0")
        set_invalid(edit, said)
        self._rows[name].say(said)
        if right:
            self._take(name, str(number))

    def _take_rate(self, settings: Settings) -> None:
        self.settings = replace(
            self.settings, currency=settings.currency, rate=settings.rate, rate_day=settings.rate_day
        )
        self.changed.emit(self.settings)

    def _reset(self, name: str) -> None:
        value = getattr(Settings(), name)
        self._show[name](value)
        self._take(name, value)


def _select(box: QComboBox, value: object) -> None:
    with QSignalBlocker(box):
        box.setCurrentIndex(max(0, box.findData(value)))
