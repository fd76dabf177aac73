"""The box a quantity is typed into in a grid: whatever way the digits come, by keys or by an input method, none is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sourcing_app.ui.typed_number import MAX_TYPED

_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_chord(event: QKeyEvent) -> bool:
    """Whether a key is pressed together with Ctrl, Alt or Meta, so that its text is not typed."""
    return bool(event.modifiers() & _CHORDS)


class QuantityBox(QLineEdit):
    """A line whose text includes what an input method is still composing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = ""
        self._before: tuple[str, bool, bool] = ("", False, False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(MAX_TYPED)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A composition that is given up leaves the text as it was, though it was drawn over it."""
        begins = not self._composed
        if begins:
            self._before = (self.text(), self.isModified(), self.selectedText() == self.text())
        self._composed = event.preeditString()
        took_nothing = not event.commitString() and not event.replacementLength()
        super().inputMethodEvent(event)
        if not begins and not self._composed and took_nothing and self.text() != self._before[0]:
            self._restore()

    def _restore(self) -> None:
        text, was_modified, was_marked = self._before
        self.setText(text)
        self.textEdited.emit(text)
        self.setModified(was_modified)
        if was_marked:
            self.selectAll()

    def whole_text(self) -> str:
        """The text, with what is still being composed where it stands."""
        if self._composed:
            QGuiApplication.inputMethod().commit()
        at = self.cursorPosition()
        return self.text()[:at] + self._composed + self.text()[at:]
