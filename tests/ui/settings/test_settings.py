"""Settings apply at once, can be searched, and each has a default to return to."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from sourcing_app.config.settings import Settings
from sourcing_app.domain.account import Account
from sourcing_app.ui.settings.choices import guessed
from sourcing_app.ui.settings.dialog import SettingsDialog
from sourcing_app.ui.settings.first_run import FirstRun
from sourcing_app.ui.settings.rate_field import RateField

DEMO = Settings(account=Account("http://127.0.0.1:1", "1", is_demo=True))


class Opened:
    """A dialog, and what it told."""

    def __init__(self) -> None:
        self.dialog = SettingsDialog(DEMO, Path("/data"))
        self.changes: list[Settings] = []
        self.dialog.changed.connect(self.changes.append)
        self.dialog.show()


@pytest.fixture
def opened(dressed: QApplication) -> Iterator[Opened]:
    made = Opened()
    yield made
    made.dialog.close()
    made.dialog.deleteLater()


def _row(opened: Opened, title: str) -> "object":
    rows = [row for _, _, section in opened.dialog._sections for row in section]
    return next(row for row in rows if row.words.startswith(title.casefold()))


def test_a_choice_is_told_at_once(opened: Opened) -> None:
    box = _row(opened, "Theme").control  # type: ignore[attr-defined]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert opened.changes[-1].theme == "light"


def test_the_way_back_leads_to_the_default(opened: Opened) -> None:
    row = _row(opened, "Theme")
    QTest.keyClick(row.control, Qt.Key.Key_Down)  # type: ignore[attr-defined]
    QTest.mouseClick(row.findChild(QToolButton), Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert (opened.changes[-1].theme, row.control.currentData()) == ("system", "system")  # type: ignore[attr-defined]


def test_a_search_leaves_only_what_has_the_words(opened: Opened) -> None:
    QTest.keyClicks(opened.dialog.search, "currency")
    shown = [
        opened.dialog.list.item(at).text()
        for at in range(opened.dialog.list.count())
        if not opened.dialog.list.isRowHidden(at)
    ]
    assert shown == ["Language and money"]


def test_a_search_for_nothing_known_says_so(opened: Opened) -> None:
    QTest.keyClicks(opened.dialog.search, "zzzz")
    assert opened.dialog._nothing.isVisible()


@pytest.mark.parametrize("text", ["-3", "0", "many", "1.5", ""])
def test_m14_a_limit_that_is_no_number_is_refused_beside_the_field(opened: Opened, text: str) -> None:
    edit = _row(opened, "Ask again").control  # type: ignore[attr-defined]
    edit.selectAll()
    QTest.keyClicks(edit, text or "x")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.property("invalid") and not opened.changes


@pytest.mark.parametrize(
    ("typed", "kept"), [("21.3", "21.3"), ("21,3", "21.3"), (" 0.14 ", "0.14"), ("", ""), ("3,500", "3500")]
)
def test_a_rate_takes_the_decimal_mark_of_the_person(dressed: QApplication, typed: str, kept: str) -> None:
    field = RateField(Settings(currency="JPY", rate="9", rate_day="2026-01-01"))
    told: list[Settings] = []
    field.changed.connect(told.append)
    field.rate.setText(typed)
    field.rate.editingFinished.emit()
    assert told[-1].rate == kept


@pytest.mark.parametrize("typed", ["0", "-1", "abc", "1e99", "NaN", "1,000.5.2", "3.500", "3 500", "2k"])
def test_a_rate_that_is_none_changes_nothing(dressed: QApplication, typed: str) -> None:
    field = RateField(Settings(currency="JPY"))
    told: list[Settings] = []
    field.changed.connect(told.append)
    field.rate.setText(typed)
    field.rate.editingFinished.emit()
    assert not told and field.rate.property("invalid")


def test_a_newcomer_gets_their_language_and_currency() -> None:
    settings = guessed(Settings(), QLocale("vi_VN"))
    assert (settings.offer_language, settings.currency, settings.rate) == ("vi", "VND", "")


def test_a_language_1688_does_not_translate_to_leaves_english() -> None:
    assert guessed(Settings(), QLocale("fi_FI")).offer_language == "en"


def test_enter_on_the_first_page_tries_the_demo(dressed: QApplication) -> None:
    page = FirstRun(Settings())
    chosen: list[bool] = []
    page.demo_chosen.connect(lambda: chosen.append(True))
    page.show()
    page.focus_first()
    QTest.keyClick(page.demo, Qt.Key.Key_Space)
    page.close()
    assert chosen == [True]


def test_a_corrected_guess_is_told(dressed: QApplication) -> None:
    page = FirstRun(Settings())
    told: list[Settings] = []
    page.settings_changed.connect(told.append)
    page.offer_language.setCurrentIndex(page.offer_language.findData("th"))
    assert told[-1] == replace(Settings(), offer_language="th")


def test_the_way_back_is_there_only_for_what_was_changed(opened: Opened) -> None:
    row = _row(opened, "Theme")
    back = row.findChild(QToolButton)  # type: ignore[attr-defined]
    assert not back.isVisible()
    QTest.keyClick(row.control, Qt.Key.Key_Down)  # type: ignore[attr-defined]
    assert back.isVisible()
    back.click()
    assert not back.isVisible()


def test_the_demo_marketplace_cannot_be_entered_twice(opened: Opened) -> None:
    assert not _row(opened, "Demo marketplace").control.isEnabled()  # type: ignore[attr-defined]
