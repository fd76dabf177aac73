"""Inputs with our own marks: a check box, a choice from a few, a field with its error beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QWidget,
)

from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import colours_of, icon, paint_icon
from sourcing_app.ui.widgets.labels import repolish


class CheckBox(QCheckBox):
    """A tick box whose tick is ours. The box itself is drawn by the style sheet."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        now = colours_of(self)
        paint_icon(
            QPainter(self),
            "check",
            QRectF(box).adjusted(1, 1, -1, -1),
            now.on_accent if self.isEnabled() else now.muted,
        )


class Select(QComboBox):
    """One of a few. name: what is chosen, for those who cannot see it."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that the style sheet reaches

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls what it stands in and never chooses: what is chosen here may decide what an order costs."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(self.width() - 24, (self.height() - 16) / 2, 16, 16)
        paint_icon(QPainter(self), "chevron-down", box, colours_of(self).muted)


def clearable(field: QLineEdit) -> None:
    """A cross at its end, while there is text, empties it."""
    clear = field.addAction(icon("close"), QLineEdit.ActionPosition.TrailingPosition)
    clear.setToolTip(tr("Clear"))
    clear.setVisible(bool(field.text()))
    clear.triggered.connect(field.clear)
    field.textChanged.connect(lambda text: clear.setVisible(bool(text)))


def set_invalid(field: QLineEdit, sentence: str) -> None:
    """Mark a field as wrong, with the reason as its tooltip and description; "" makes it right again."""
    invalid = bool(sentence)
    if bool(field.property("invalid")) != invalid:
        field.setProperty("invalid", invalid)
        repolish(field)
    field.setToolTip(sentence)
    field.setAccessibleDescription(sentence)
