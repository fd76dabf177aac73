"""One count that is typed, stepped with the arrows, and kept when what is typed cannot be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.quantities import MAX_QUANTITY
from sourcing_app.errors import InvalidInput
from sourcing_app.ui.format import exact_count
from sourcing_app.ui.quantity_sentences import refused_sentence
from sourcing_app.ui.quantity_text import parse_quantity
from sourcing_app.ui.widgets.inputs import set_invalid
from sourcing_app.ui.widgets.quantity_box import QuantityBox

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class CountField(QuantityBox):
    """At least 1. value_changed(count): typed, stepped or set; doubted(sentence): why what stands there is not taken."""

    value_changed = Signal(int)
    doubted = Signal(str)

    def __init__(self, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = self._kept = value
        self._show()
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._finish)

    def value(self) -> int:
        """What was last taken."""
        return self._value

    def set_value(self, value: int) -> None:
        """Be this count, within 1 and the largest."""
        self._take(min(max(value, 1), MAX_QUANTITY))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.set_value(self._value + step)
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.set_value(self._kept)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _typed(self, text: str) -> None:
        try:
            count = parse_quantity(text)
        except InvalidInput as error:
            self._doubt(text, error.reason)
            return
        if count > MAX_QUANTITY:
            self._doubt(text, "too_long")
        else:
            self._say("")
            self._take(count or self._kept)

    def _doubt(self, text: str, reason: str) -> None:
        """Not a beginning of what was typed either: what was there before the typing holds."""
        self._say(refused_sentence(text, reason))
        self._take(self._kept)

    def _finish(self) -> None:
        """What cannot be taken is left standing with its sentence, what can is shown as it was read; nothing is the last."""
        if not self.whole_text().strip() or not self.property("invalid"):
            self._show()

    def _take(self, value: int) -> None:
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _show(self) -> None:
        self.setText(exact_count(self._value))
        self.setModified(False)
        self._kept = self._value
        self._say("")

    def _say(self, sentence: str) -> None:
        set_invalid(self, sentence)
        self.doubted.emit(sentence)


__all__ = ["CountField"]
