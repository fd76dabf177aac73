"""The designed faces of a list without contents."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from sourcing_app.ui.widgets.state_panel import StatePanel


def test_the_platforms_reason_is_in_sight_and_copied_with_the_details(dressed: QApplication) -> None:
    panel = StatePanel()
    panel.show()
    panel.show_state("error", "It failed", "Try again.", theirs="无权限 <b>", details="request: 7")
    texts = [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]
    assert any("无权限 <b>" in text for text in texts)
    copy = next(each for each in panel.findChildren(QPushButton) if each.text() == "Copy details")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "无权限 <b>\nrequest: 7"
    panel.show_state("search", "Nothing found", "Use other words.")
    texts = [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]
    assert not any("1688" in text for text in texts)
    panel.close()
