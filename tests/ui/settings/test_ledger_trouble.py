"""The page over the window while the ledger cannot be opened."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from sourcing_app.errors import StoreUnavailable
from sourcing_app.ui.settings.ledger_trouble import LedgerTrouble
from tests.tour.eyes import cut_texts, overlapping, texts

DAMAGED = StoreUnavailable("damaged", "/profile/ledger.sqlite3.damaged-1", "not sound", "/profile/backups/ledger-1")
MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def shown(error: StoreUnavailable, backup_at: datetime | None = None) -> LedgerTrouble:
    page = LedgerTrouble(error, backup_at)
    page.resize(1000, 700)
    page.show()
    page.focus_first()
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("kind", ["full", "locked", "read_only", "newer"])
def test_what_may_pass_is_a_sentence_and_try_again(dressed: QApplication, kind: str) -> None:
    page = shown(StoreUnavailable(kind, "/profile/ledger.sqlite3"))
    told: list[bool] = []
    page.again_chosen.connect(lambda: told.append(True))
    QTest.keyClick(page.again, Qt.Key.Key_Return)
    assert told == [True]
    assert page.again.hasFocus() or page.focusWidget() is page.again
    assert page.sentence.text() and not page.restore.isVisible() and not page.afresh.isVisible()
    page.deleteLater()


def test_a_damaged_ledger_offers_its_backup_first_and_says_where_the_file_is(dressed: QApplication) -> None:
    page = shown(DAMAGED, MADE)
    chosen: list[str] = []
    page.restore_chosen.connect(lambda: chosen.append("restore"))
    page.afresh_chosen.connect(lambda: chosen.append("afresh"))
    page.restore.click()
    page.afresh.click()
    assert chosen == ["restore", "afresh"] and page.restore.isDefault()
    assert [each.text() for each in page.findChildren(QLineEdit)] == [DAMAGED.path]
    assert not page.again.isVisible() and not page.reading.isVisible()
    page.deleteLater()


def test_without_a_backup_enter_loses_nothing(dressed: QApplication) -> None:
    page = shown(StoreUnavailable("damaged", "/profile/x", "not sound"))
    assert page.folder.isDefault() and not page.restore.isVisible() and page.afresh.isVisible()
    page.deleteLater()


@pytest.mark.parametrize("error", [DAMAGED, StoreUnavailable("newer", "/profile/" + "deep/" * 40 + "ledger.sqlite3")])
def test_nothing_is_cut_or_lies_on_anything(dressed: QApplication, error: StoreUnavailable) -> None:
    page = shown(error, MADE)
    assert cut_texts(page) == [] and overlapping(page) == [] and len(texts(page)) > 4
    page.deleteLater()
