"""What can be done about the line the keyboard is on: the rules it breaks with the nearest quantities, open, remove."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.cart import PricedLine, Problem, QuantityProblem
from sourcing_app.domain.foreign_text import isolated
from sourcing_app.ui.format import exact_count
from sourcing_app.ui.quantity_sentences import problem_sentence, terms_sentence
from sourcing_app.ui.theme import TextSize, scaled
from sourcing_app.ui.theme.spacing import XS, XXS, S
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.labels import ElidedLabel
from sourcing_app.ui.widgets.surface import Surface, clear_layout, row


class LineBar(Surface):
    """quantity_wanted(key, quantity); opened(offer_id)."""

    quantity_wanted = Signal(object, object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._text = ElidedLabel("", size=TextSize.CAPTION, tone="muted")
        self._acts = row(spacing=XXS)
        box = row(self, spacing=XS)
        box.setContentsMargins(S, XXS, S, XXS)
        box.addWidget(self._text, 1)
        box.addLayout(self._acts)
        self.setFixedHeight(scaled(36))

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_line(self, entry: PricedLine | None, problems: tuple[QuantityProblem, ...]) -> None:
        """Another line; None says how to work here."""
        clear_layout(self._acts)
        if entry is None:
            self._text.setText(self.tr("Type a number to change a quantity, Delete removes, Space ticks a supplier."))
            return
        line = entry.line
        said = problem_sentence(problems[0]) if problems else terms_sentence(line.terms)
        self._text.setText(f"{isolated(line.spec_text_translated or line.title_translated or line.title)}: {said}")
        for value in _nearest(entry, problems):
            use = button(self.tr("use {0}").format(exact_count(value)), small=True)
            use.clicked.connect(partial(self.quantity_wanted.emit, line.key, value))
            self._acts.addWidget(use)
        show = button(self.tr("Open offer"), "quiet", small=True, tooltip="O")
        show.clicked.connect(partial(self.opened.emit, line.offer_id))
        self._acts.addWidget(show)


def _nearest(entry: PricedLine, problems: tuple[QuantityProblem, ...]) -> tuple[int, ...]:
    """Quantities of this line that would keep the rules."""
    line = entry.line
    for problem in problems:
        if problem.nearest:
            return problem.nearest
        if problem.kind is Problem.BELOW_MINIMUM and problem.missing:
            lot = line.terms.lot_size
            raised = -(-(line.quantity + problem.missing) // lot) * lot
            return (raised,) if raised <= line.stock else ()
    return ()
