"""What is known of an offer besides price and variants: attributes, shipping, invoices, and the description on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.offer import Offer, OfferAttribute, Shipping
from sourcing_app.ui.format import exact_count
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import TextSize, icon
from sourcing_app.ui.theme.spacing import ICON_SMALL, XS, XXS, S
from sourcing_app.ui.widgets.labels import hairline, label
from sourcing_app.ui.widgets.plain_tip import plain_tip
from sourcing_app.ui.widgets.surface import column

if TYPE_CHECKING:
    from sourcing_app.ui.offer.clean_html import CleanDescription
    from sourcing_app.ui.offer.description import DescriptionView

MAX_VALUE = 400
"""Characters of one attribute's values that are shown."""


class Section(QWidget):
    """A heading that folds what is under it. opened: the first time it is unfolded."""

    opened = Signal()

    def __init__(self, title: str, *, folded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_opened = not folded
        self._head = QPushButton(title)
        self._head.setProperty("kind", "quiet")
        self._head.setCheckable(True)
        self._head.setChecked(not folded)
        self._head.setStyleSheet("text-align: left; font-weight: 600; padding-left: 0px;")
        self._head.setIconSize(QSize(ICON_SMALL, ICON_SMALL))
        self._head.toggled.connect(self._fold)
        self.inside = QWidget()
        box = column(self, spacing=XXS)
        box.addWidget(hairline())
        box.addWidget(self._head)
        box.addWidget(self.inside)
        self._fold(not folded)

    @property
    def head(self) -> QPushButton:
        """What is pressed."""
        return self._head

    def unfold(self) -> None:
        """Show what is inside."""
        self._head.setChecked(True)

    def _fold(self, shown: bool) -> None:
        self.inside.setVisible(shown)
        self._head.setIcon(icon("chevron-down" if shown else "chevron-right"))
        if shown and not self._was_opened:
            self._was_opened = True
            self.opened.emit()


class Facts(QWidget):
    """description_wanted: someone unfolded it; link_wanted: an address in it was pressed."""

    description_wanted = Signal()
    link_wanted = Signal(str)

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._description: DescriptionView | None = None
        self.attributes = Section(self.tr("Attributes"))
        self.shipping = Section(self.tr("Shipping, invoice"))
        self.description = Section(self.tr("Description by the seller"), folded=True)
        self._grid = _grid(self.attributes.inside)
        self._ship = _grid(self.shipping.inside)
        self._text = column(self.description.inside, spacing=XS)
        self._status = label(self.tr("Loading…"), TextSize.CAPTION, "muted")
        self._text.addWidget(self._status)
        box = column(self, spacing=XS)
        for each in (self.attributes, self.shipping, self.description):
            box.addWidget(each)
        box.addStretch(1)
        self.description.opened.connect(self.description_wanted)

    def show_offer(self, offer: Offer) -> None:
        """Another offer's facts."""
        _fill(self._grid, [_attribute(each) for each in offer.attributes])
        self.attributes.setVisible(bool(offer.attributes))
        _fill(self._ship, self._shipping(offer))
        self.description.setVisible(bool(offer.description_html.strip()))

    def show_description(self, description: CleanDescription) -> None:
        """The cleaned description has come."""
        from sourcing_app.ui.offer.description import DescriptionView

        if self._description is None:
            self._description = DescriptionView(self._loader)
            self._description.link_wanted.connect(self.link_wanted)
            self._text.insertWidget(0, self._description)
        self._description.show_description(description)
        self._status.setText(self.tr("The rest was left out: it is too long to be shown.") if description.cut else "")
        self._status.setVisible(description.cut)

    def _shipping(self, offer: Offer) -> list[tuple[str, str, str]]:
        rows = [(self.tr("Ships from"), offer.shipping.origin or "", "")]
        rows.append((self.tr("Ships within"), promise_text(offer.shipping), ""))
        if offer.shipping.weight_g is not None:
            rows.append((self.tr("Weight"), self.tr("{0} g a unit").format(exact_count(offer.shipping.weight_g)), ""))
        else:
            rows.append((self.tr("Weight"), self.tr("not stated"), ""))
        if offer.shipping.size_mm is not None:
            rows.append((self.tr("Size"), " × ".join(str(side) for side in offer.shipping.size_mm) + " mm", ""))
        rows.append((self.tr("Invoice"), ", ".join(offer.invoice_types) or self.tr("ask the supplier"), ""))
        rows.append((self.tr("One-piece delivery"), self.tr("yes") if offer.one_piece else self.tr("no"), ""))
        if offer.sold_total is not None:
            rows.append((self.tr("Sold so far"), exact_count(offer.sold_total), ""))
        rows.append((self.tr("Offer id"), str(offer.offer_id), ""))
        return [each for each in rows if each[1]]


def promise_text(shipping: Shipping) -> str:
    """ "24 h", from the platform's word; "" where there is none."""
    return {"shipIn24Hours": "24 h", "shipIn48Hours": "48 h"}.get(shipping.promise or "", shipping.promise or "")


def _attribute(attribute: OfferAttribute) -> tuple[str, str, str]:
    original = ", ".join(attribute.values)
    shown = ", ".join(attribute.values_translated) or original
    return (
        attribute.name_translated or attribute.name,
        shown[:MAX_VALUE],
        f"{isolated(attribute.name)}: {isolated(original, MAX_VALUE)}",
    )


def _grid(inside: QWidget) -> QGridLayout:
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, XS)
    grid.setHorizontalSpacing(S)
    grid.setVerticalSpacing(XXS + 2)
    grid.setColumnStretch(1, 1)
    return grid


def _fill(grid: QGridLayout, rows: list[tuple[str, str, str]]) -> None:
    """Names and values beside each other; the third text is the tooltip."""
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for at, (name, value, tip) in enumerate(rows):
        key = label(name, TextSize.CAPTION, "muted", wrap=True)
        key.setMaximumWidth(150)
        key.setMinimumWidth(96)
        shown = selectable(label(value, TextSize.CAPTION, wrap=True))
        shown.setToolTip(plain_tip(tip))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(key, at, 0, top)
        grid.addWidget(shown, at, 1, top)


def selectable(made: QLabel) -> QLabel:
    """A label whose text can be marked and copied with the mouse."""
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
