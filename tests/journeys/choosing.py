"""A buyer's hand in the settings, and what can be seen of each setting afterwards."""

from __future__ import annotations

import gc
import weakref
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from sourcing_app.app.program import Program
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.settings.dialog import SettingsDialog
from tests.tour.hands import choose


def settings_dialog() -> SettingsDialog | None:
    """The one that is open."""
    return next(
        (each for each in QApplication.topLevelWidgets() if isinstance(each, SettingsDialog) and each.isVisible()), None
    )


_seen: weakref.WeakSet[MainWindow] = weakref.WeakSet()


def windows_alive(program: Program) -> int:
    """Of the windows that were ever asked about here, those that still take memory, on the screen or not."""
    _seen.add(program.window)
    gc.collect()
    return len(_seen)


def set_control(dialog: QWidget, name: str, value: str) -> None:
    """Choose, or type and press Return, in the control with this name."""
    inputs = [*dialog.findChildren(QComboBox), *dialog.findChildren(QLineEdit)]
    control = next(each for each in inputs if each.accessibleName() == name and each.isVisible())
    if isinstance(control, QComboBox):
        at = next(at for at in range(control.count()) if str(control.itemData(at)) == value)
        choose(control, at)
    else:
        control.setFocus()
        control.selectAll()
        QTest.keyClicks(control, value)
        QTest.keyClick(control, Qt.Key.Key_Return)


def effects(program: Program) -> dict[str, Any]:
    """What the parts of the program work with now, by the setting that they follow."""
    window, use_cases, rooms = program.window, program.use_cases, cast(Any, program)._rooms
    pages = cast(Any, window.stack)
    assert use_cases is not None
    return {
        "account": use_cases.account.is_demo,
        "theme": QApplication.palette().window().color().lightness() < 128,
        "language": window.header.tabs.button("cart").text(),
        "offer_language": cast(Any, use_cases.search_offers)._session.language,
        "rate": window.status._right.text(),
        "ask_above_yuan": str(pages.page("cart").presenter.large_limit.amount),
        "refresh_minutes": pages.page("orders").presenter.refresh_every_ms,
        "cache_limit_mb": [rooms.cache._size_limit, cast(Any, program.pictures)._disk_limit],
    }
