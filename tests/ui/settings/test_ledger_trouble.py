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


@pytest.mark.parametrize("kind", ["full", "locked", "newer"])
def test_what_may_pass_is_a_sentence_and_try_again(dressed: QApplication, kind: str) -> None:
    page = shown(StoreUnavailable(kind, "/profile/ledger.sqlite3"))
    told: list[bool] = []
    page.again_chosen.connect(lambda: told.append(True))
    QTest.keyClick(page.again, Qt.Key.Key_Return)
    assert told == [True]
    assert page.again.hasFocus() or page.focusWidget() is page.again
    assert page.sentence.text() and not page.restore.isVisible() and not page.afresh.isVisible()
    page.deleteLater()


def test_s04_a_place_that_cannot_be_written_can_still_be_read(dressed: QApplication) -> None:
    page = shown(StoreUnavailable("read_only", "/profile/ledger.sqlite3"))
    chosen: list[str] = []
    page.read_only_chosen.connect(lambda: chosen.append("read"))
    page.again_chosen.connect(lambda: chosen.append("again"))
    page.read_only.click()
    page.again.click()
    assert chosen == ["read", "again"] and page.read_only.isDefault() and not page.reading.isVisible()
    page.deleteLater()


def test_a_damaged_ledger_is_rescued_first_offers_its_backup_and_says_where_the_file_is(dressed: QApplication) -> None:
    page = shown(DAMAGED, MADE)
    chosen: list[str] = []
    page.salvage_chosen.connect(lambda: chosen.append("salvage"))
    page.restore_chosen.connect(lambda: chosen.append("restore"))
    page.afresh_chosen.connect(lambda: chosen.append("afresh"))
    for each in (page.salvage, page.restore, page.afresh):
        each.click()
    assert chosen == ["salvage", "restore", "afresh"] and page.salvage.isDefault()
    assert [each.text() for each in page.findChildren(QLineEdit)] == [DAMAGED.path]
    assert not page.again.isVisible() and not page.reading.isVisible()
    page.deleteLater()


def test_without_a_backup_enter_loses_nothing(dressed: QApplication) -> None:
    page = shown(StoreUnavailable("damaged", "/profile/x", "not sound"))
    assert page.salvage.isDefault() and not page.restore.isVisible() and page.afresh.isVisible()
    page.deleteLater()
    page = shown(StoreUnavailable("damaged", "/profile/x", "missing"))
    assert page.folder.isDefault() and not page.salvage.isVisible() and page.afresh.isVisible()
    page.deleteLater()


@pytest.mark.parametrize("error", [DAMAGED, StoreUnavailable("newer", "/profile/" + "deep/" * 40 + "ledger.sqlite3")])
def test_nothing_is_cut_or_lies_on_anything(dressed: QApplication, error: StoreUnavailable) -> None:
    page = shown(error, MADE)
    assert cut_texts(page) == [] and overlapping(page) == [] and len(texts(page)) > 4
    page.deleteLater()
