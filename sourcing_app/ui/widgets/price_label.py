"""An amount: the figure in the price colour, the local amount quietly under it or beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sourcing_app.ui.theme import TextSize, font
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import column, row


class PriceLabel(QWidget):
    """Texts come ready (``format.money_text``, ``format.local_text``). beside: both on one line."""

    def __init__(
        self, amount: str = "", local: str = "", *, size: TextSize = TextSize.STRONG, beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._amount = label(amount, size, "price")
        self._amount.setFont(font(size, strong=True, figures=True))
        self._local = label(local, TextSize.CAPTION, "muted")
        box = row(self, spacing=8) if beside else column(self, spacing=0)
        align = Qt.AlignmentFlag.AlignBaseline if beside else Qt.AlignmentFlag.AlignLeft
        box.addWidget(self._amount, 0, align)
        box.addWidget(self._local, 0, align)
        box.addStretch(1)
        self.show_amount(amount, local)

    def show_amount(self, amount: str, local: str = "") -> None:
        """Another amount."""
        self._amount.setText(amount)
        self._local.setText(local)
        self._local.setVisible(bool(local))
        self.setAccessibleName(f"{amount} {local}".strip())
