"""One setting: what it is, what it means, its control, and the way back to its default."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import L
from sourcing_app.ui.widgets.buttons import IconButton
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import column, row


class SettingRow(QWidget):
    """words: what a search looks through. reset: None for what has no default."""

    def __init__(
        self, title: str, meaning: str, control: QWidget, reset: Callable[[], None] | None = None, below: bool = False
    ) -> None:
        super().__init__()
        self.words = f"{title} {meaning}".casefold()
        self.control = control
        if not control.accessibleName():
            control.setAccessibleName(title)
        texts = column(spacing=2)
        texts.addWidget(label(title, wrap=True))
        texts.addWidget(label(meaning, TextSize.CAPTION, "muted", wrap=True))
        self._wrong = label("", TextSize.CAPTION, "danger", wrap=True)
        self._wrong.hide()
        texts.addWidget(self._wrong)
        line = row(spacing=L)
        line.addLayout(texts, 3)
        if not below:
            line.addWidget(control, 2)
        self._back = IconButton("undo", self.tr("Back to the default: {0}").format(title), small=True, parent=self)
        self._back.hide()
        if reset is not None:
            self._back.clicked.connect(reset)
            line.addWidget(self._back)
        box = column(self, spacing=4)
        box.setContentsMargins(0, 8, 0, 8)
        box.addLayout(line)
        if below:
            box.addWidget(control)

    def show_changed(self, changed: bool) -> None:
        """There is a way back only from what is not the default; its place is kept."""
        policy = self._back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(policy)
        self._back.setVisible(changed)

    def say(self, wrong: str) -> None:
        """What is wrong with what stands in the control; "" for nothing."""
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))

    def matches(self, words: str) -> bool:
        """Whether every word of a search occurs."""
        return all(word in self.words for word in words.casefold().split())
