"""The one box at the top: words, a link, an offer id, or a pasted photo. Half-composed text never searches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from sourcing_app.ui.shell.suggestions import Suggestion
from sourcing_app.ui.theme import TextSize, colours_of, font, paint_icon, scaled
from sourcing_app.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from sourcing_app.ui.shell.suggestion_list import SuggestionList

SUGGEST_AFTER_MS = 120


class OmniEdit(QLineEdit):
    """The text itself."""

    arrow_pressed = Signal(int)
    escaped = Signal()
    forget_pressed = Signal()
    pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setStyleSheet("QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0; }")
        self.setFont(font(TextSize.BODY))
        self.setMaxLength(20_000)
        self.composing = False
        self.can_forget: Callable[[], bool] = bool

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.arrow_pressed.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Delete and self._forgets(event):
            self.forget_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._offer_paste():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _forgets(self, event: QKeyEvent) -> bool:
        """Delete takes off the line that the arrows reached, where there is nothing to delete in the text; Shift+Delete always."""
        is_at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alone = plain == Qt.KeyboardModifier.NoModifier and self.can_forget() and is_at_end
        return alone or plain == Qt.KeyboardModifier.ShiftModifier

    def _offer_paste(self) -> bool:
        mime: QMimeData = QGuiApplication.clipboard().mimeData()
        text = mime.text().lstrip()[:11].lower()
        is_photo = mime.hasImage() or text == "data:image/" or (mime.hasHtml() and not text)
        if is_photo or any(url.isLocalFile() for url in mime.urls()):
            self.pasted.emit(mime)
            return True
        return False


class Omnibox(QWidget):
    """submitted(text): Enter; edited(text): for suggestions, never half-composed; taken(Suggestion); photo_wanted: the camera;
    pasted(QMimeData): a picture or file; escaped: focus goes back to the page; forgotten(Suggestion)."""

    submitted = Signal(str)
    edited = Signal(str)
    taken = Signal(object)
    photo_wanted = Signal()
    pasted = Signal(object)
    escaped = Signal()
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = OmniEdit(self)
        self._camera = IconButton("camera", self.tr("Search by photo"), shortcut="Ctrl+O", small=True)
        self._clear = IconButton("close", self.tr("Clear"), small=True)
        self._shortcut = "Ctrl+L"
        self._error = ""
        self._list: SuggestionList | None = None
        self._later = QTimer(self, singleShot=True, interval=SUGGEST_AFTER_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setFixedHeight(scaled(38))
        self.setMinimumWidth(260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.setPlaceholderText(self.tr("Search 1688: words, a link, an offer id, or paste a photo"))
        self.edit.setAccessibleName(self.tr("Search 1688"))
        self._clear.hide()
        box = QHBoxLayout(self)
        box.setContentsMargins(38, 0, 6, 0)
        box.setSpacing(2)
        box.addWidget(self.edit, 1)
        box.addSpacing(scaled(46) + 6)
        box.addWidget(self._clear)
        box.addWidget(self._camera)
        self.setFocusProxy(self.edit)

    def _connect(self) -> None:
        self.edit.returnPressed.connect(self._submit)
        self.edit.textEdited.connect(self._on_edit)
        self.edit.textChanged.connect(self._on_text)
        self.edit.arrow_pressed.connect(self._move)
        self.edit.escaped.connect(self._escape)
        self.edit.forget_pressed.connect(self._forget)
        self.edit.setAcceptDrops(False)  # what is dropped on it goes the way of every other drop
        self.edit.can_forget = self._can_forget
        self.edit.pasted.connect(self.pasted)
        self.edit.installEventFilter(self)
        self._camera.clicked.connect(self.photo_wanted)
        self._clear.clicked.connect(self._clear_text)
        self._later.timeout.connect(self._ask)

    def text(self) -> str:
        """What stands in it."""
        return self.edit.text()

    def show_text(self, text: str) -> None:
        """Put the words of the search on screen here, without asking for suggestions."""
        if text != self.edit.text():
            self.edit.setText(text)
        if not self.edit.hasFocus():
            self.edit.setCursorPosition(0)

    def focus_all(self) -> None:
        """Ctrl+L."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def show_error(self, sentence: str) -> None:
        """Beside the field, until the text changes. "" takes it away."""
        self._error = sentence
        self.edit.setAccessibleDescription(sentence)
        self.update()
        if sentence:
            self._drop_down().show_message(sentence)
        elif self._list is not None:
            self._list.hide()

    def error(self) -> str:
        """The sentence shown now."""
        return self._error

    def show_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Drop down under the box; none hides the list."""
        if self.edit.hasFocus() and not self._error:
            self._drop_down().show_suggestions(suggestions)

    def _drop_down(self) -> SuggestionList:
        if self._list is None:
            from sourcing_app.ui.shell.suggestion_list import SuggestionList

            self._list = SuggestionList(self)
            self._list.chosen.connect(self._take)
            self._list.forgotten.connect(self.forgotten)
        return self._list

    def _submit(self) -> None:
        if self.edit.composing:
            return
        current = self._list.current() if self._list is not None and self._list.isVisible() else None
        if current is not None:
            self._take(current)
            return
        self._close_list()
        self.submitted.emit(self.edit.text())

    def _take(self, suggestion: Suggestion) -> None:
        self._close_list()
        self.edit.setText(suggestion.text)
        self.taken.emit(suggestion)

    def _on_edit(self, text: str) -> None:
        if not self.edit.composing:
            self._later.start()

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if self._error:
            self.show_error("")
        self.update()

    def _ask(self) -> None:
        if not self.edit.composing and self.edit.hasFocus():
            self.edited.emit(self.edit.text())

    def _move(self, step: int) -> None:
        if self._list is not None and self._list.isVisible():
            self._list.move_current(step)
        else:
            self.edited.emit(self.edit.text())

    def _can_forget(self) -> bool:
        current = self._list.current() if self._list is not None and self._list.isVisible() else None
        return current is not None and current.forgettable

    def _forget(self) -> None:
        if self._list is not None and self._list.isVisible():
            self._list.forget_current()

    def _escape(self) -> None:
        if self._list is not None and self._list.isVisible():
            self._list.hide()
        else:
            self.escaped.emit()

    def _clear_text(self) -> None:
        self.edit.clear()
        self.edit.setFocus()

    def _close_list(self) -> None:
        self._later.stop()
        if self._list is not None:
            self._list.hide()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
                self._close_list()
                if event.reason() != Qt.FocusReason.PopupFocusReason:
                    self.edit.deselect()
        return False

    def sizeHint(self) -> QSize:
        return QSize(640, scaled(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.edit.hasFocus()
        edge = now.danger if self._error else now.accent if focused else now.line
        painter.setPen(QPen(edge, 2 if focused or self._error else 1))
        painter.setBrush(now.surface if focused else now.raised if now.is_dark else now.window)
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        paint_icon(
            painter, "search", QRectF(12, (self.height() - 18) / 2, 18, 18), now.accent if focused else now.muted
        )
        if not self.edit.text() and not focused:
            self._paint_shortcut(painter)

    def _paint_shortcut(self, painter: QPainter) -> None:
        now = colours_of(self)
        painter.setFont(font(TextSize.CAPTION))
        right = self._camera.geometry().left() - 8
        box = QRectF(right - scaled(46), (self.height() - scaled(20)) / 2, scaled(46), scaled(20))
        painter.setPen(QPen(now.line, 1))
        painter.setBrush(now.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(now.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._shortcut)
