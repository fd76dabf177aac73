"""The shape of an offer's page while it is on its way."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from sourcing_app.ui.theme.spacing import XS, L, M, S
from sourcing_app.ui.widgets.patience import Patience
from sourcing_app.ui.widgets.skeleton import Skeleton
from sourcing_app.ui.widgets.surface import column, row


class OfferSkeleton(QWidget):
    """Gallery left; title, prices, supplier and grid right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Loading the offer"))
        box = row(self, margin=M, spacing=L)
        box.addLayout(_left(), 0)
        box.addLayout(_right(), 1)
        self.patience = Patience(self)

    def minimumSizeHint(self) -> QSize:
        """None: it stands for what scrolls."""
        return QSize(0, 0)


def _left() -> QBoxLayout:
    left = column(spacing=S)
    left.addWidget(Skeleton(340, 340, radius=8))
    thumbs = row(spacing=XS)
    for _ in range(5):
        thumbs.addWidget(Skeleton(56, 56, radius=6))
    thumbs.addStretch(1)
    left.addLayout(thumbs)
    left.addStretch(1)
    return left


def _right() -> QBoxLayout:
    right = column(spacing=S)
    right.addWidget(Skeleton(0, 24))
    right.addWidget(Skeleton(260, 16))
    prices = row(spacing=XS)
    for _ in range(3):
        prices.addWidget(Skeleton(120, 56, radius=8))
    prices.addStretch(1)
    right.addLayout(prices)
    right.addWidget(Skeleton(320, 16))
    for _ in range(5):
        right.addWidget(Skeleton(0, 44, radius=6))
    right.addStretch(1)
    return right
