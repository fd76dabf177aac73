"""A question on the screen: opened, never executed; Enter and Esc do the harmless thing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from sourcing_app.ui.orders.asking import Question
from sourcing_app.ui.theme import TextSize, font
from sourcing_app.ui.theme.spacing import XS, L, M, S
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.inputs import Select
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.mark import Mark
from sourcing_app.ui.widgets.plain_tip import plain_mnemonic
from sourcing_app.ui.widgets.surface import Surface, column, row

_WIDTH = 460
_REMARK = 200


class AskDialog(QDialog):
    """Deletes itself when it is closed. A second press of its button does nothing."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(question.title)
        self.setAccessibleDescription(question.sentence)
        self.choice = Select(self.tr("Reason"))
        self.remark = QLineEdit()
        kind = "danger" if question.is_danger else "plain"
        self.accept_button = button(plain_mnemonic(question.accept), kind)
        self.stay_button = button(plain_mnemonic(question.stay), "plain")
        self._lay_out()
        self.accept_button.clicked.connect(self._accept)
        self.stay_button.clicked.connect(self.reject)
        self.stay_button.setDefault(True)
        self.stay_button.setFocus()

    def _lay_out(self) -> None:
        question = self.question
        box = column(self, margin=L, spacing=S)
        head = row(spacing=S)
        head.addWidget(Mark("warning", "danger" if question.is_danger else "warning", 20), 0, _TOP)
        title = label(question.title, TextSize.STRONG, wrap=True)
        head.addWidget(title, 1)
        box.addLayout(head)
        text = label(question.sentence, wrap=True)
        text.setMinimumWidth(_WIDTH)
        box.addWidget(text)
        if question.facts:
            box.addWidget(self._facts())
        if question.choices:
            box.addLayout(self._choices())
        buttons = row(spacing=XS)
        buttons.addStretch(1)
        buttons.addWidget(self.stay_button)
        buttons.addWidget(self.accept_button)
        box.addSpacing(XS)
        box.addLayout(buttons)
        self.setMaximumWidth(640)
        box.setSizeConstraint(box.SizeConstraint.SetFixedSize)

    def _facts(self) -> Surface:
        made = Surface("raised")
        grid = QGridLayout(made)
        grid.setContentsMargins(S, S, S, S)
        grid.setHorizontalSpacing(M)
        grid.setColumnStretch(0, 1)
        for at, (what, before, now) in enumerate(self.question.facts):
            grid.addWidget(label(what, wrap=True), at, 0, _TOP)
            if before:
                old = label(before, tone="muted")
                struck = font(figures=True)
                struck.setStrikeOut(True)
                old.setFont(struck)
                grid.addWidget(old, at, 1, _TOP)
            new = label(now, tone="warning" if before else "text", wrap=len(now) > 40)
            new.setFont(font(strong=True, figures=True))
            grid.addWidget(new, at, 2, _TOP)
        return made

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        for code, words in self.question.choices:
            self.choice.addItem(words, code)
        grid.addWidget(label(self.tr("Reason"), TextSize.CAPTION, "muted"), 0, 0)
        grid.addWidget(self.choice, 0, 1)
        if self.question.remark:
            self.remark.setMaxLength(_REMARK)
            self.remark.setPlaceholderText(self.tr("Note to the supplier, if you like"))
            self.remark.setAccessibleName(self.tr("Note"))
            grid.addWidget(label(self.tr("Note"), TextSize.CAPTION, "muted"), 1, 0)
            grid.addWidget(self.remark, 1, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _accept(self) -> None:
        """Off before anything else happens."""
        self.accept_button.setEnabled(False)
        code = str(self.choice.currentData() or "")
        self.accept()
        self.question.act(code, self.remark.text().strip())


_TOP = Qt.AlignmentFlag.AlignTop
