"""The price at each quantity: the tier reached is lit, and how far the next one is stands beside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_app.domain.cart import OfferTotal
from sourcing_app.domain.money import ExchangeRate, Money
from sourcing_app.domain.offer import Offer, PriceTier, QuoteType
from sourcing_app.ui.format import exact_count, local_text, money_text
from sourcing_app.ui.theme import TextSize, colours_of, font, paint_icon
from sourcing_app.ui.theme.spacing import RADIUS_CARD, XS, XXS, M, S
from sourcing_app.ui.widgets.flow_layout import FlowLayout
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.surface import row


class TierCard(QWidget):
    """One tier: from how many, what a unit costs, and its local amount. lit: it is the one reached."""

    def __init__(self, above: str, price: str, local: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above, self._price, self._local = above, price, local
        self._lit = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_lit(False)

    @property
    def lit(self) -> bool:
        """Whether this is the price that holds."""
        return self._lit

    def set_lit(self, lit: bool) -> None:
        """Light it or not."""
        self._lit = lit
        reached = self.tr(", reached") if lit else ""
        self.setAccessibleName(f"{self._above}: {self._price}{reached}")
        self.update()

    def sizeHint(self) -> QSize:
        from PySide6.QtGui import QFontMetrics

        price = QFontMetrics(font(TextSize.TITLE, strong=True, figures=True))
        small = QFontMetrics(font(TextSize.CAPTION))
        above = small.horizontalAdvance(self._above) + 18
        if self._local:
            above += small.horizontalAdvance(self._local) + XS
        wide = max(price.horizontalAdvance(self._price), above)
        return QSize(wide + 2 * S, price.height() + small.height() + XS + XXS)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.price if self._lit else now.line, 1))
        painter.setBrush(now.tint("price", 0.08) if self._lit else now.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        left, top, wide = S, XS - 2, self.width() - 2 * S
        painter.setPen(now.text if self._lit else now.muted)
        painter.setFont(font(TextSize.CAPTION))
        line = painter.fontMetrics().height()
        painter.drawText(left, top, wide, line, int(Qt.AlignmentFlag.AlignLeft), self._above)
        after = left + painter.fontMetrics().horizontalAdvance(self._above) + 4
        if self._lit:
            paint_icon(painter, "check", QRectF(after, top + (line - 14) / 2, 14, 14), now.price)
        painter.setPen(now.muted)
        painter.drawText(left, top, wide, line, int(Qt.AlignmentFlag.AlignRight), self._local)
        top += line
        painter.setPen(now.price if self._lit else now.text)
        painter.setFont(font(TextSize.TITLE, strong=True, figures=True))
        painter.drawText(left, top, wide, painter.fontMetrics().height(), int(Qt.AlignmentFlag.AlignLeft), self._price)


class TierBar(QWidget):
    """All tiers of an offer, or the span of its SKUs' prices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiers: tuple[PriceTier, ...] = ()
        self._cards: list[TierCard] = []
        self._flow = FlowLayout(spacing=XS)
        self._next = label("", TextSize.BODY, "good")
        box = row(self, spacing=M)
        box.addLayout(self._flow, 1)
        box.addWidget(self._next, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self._next.hide()

    @property
    def cards(self) -> tuple[TierCard, ...]:
        """The tiers shown."""
        return tuple(self._cards)

    def distance(self) -> str:
        """What stands beside: how far the next price is."""
        return self._next.text()

    def show_offer(self, offer: Offer, rate: ExchangeRate | None) -> None:
        """Draw another offer's prices."""
        for each in self._cards:
            self._flow.removeWidget(each)
            each.deleteLater()
        self._tiers = offer.tiers if offer.quote_type is not QuoteType.BY_SKU or not _own_prices(offer) else ()
        if self._tiers:
            self._cards = [self._card(tier, rate) for tier in self._tiers]
        else:
            self._cards = self._span(offer, rate)
        for each in self._cards:
            self._flow.addWidget(each)
            each.show()
        self.updateGeometry()

    def show_total(self, total: OfferTotal, unit: str) -> None:
        """Light what the quantities reach."""
        for tier, each in zip(self._tiers, self._cards, strict=False):
            each.set_lit(tier == total.tier and total.quantity >= tier.from_quantity)
        text = ""
        reached = self._tiers and total.quantity >= self._tiers[0].from_quantity
        if reached and total.next_tier is not None and total.to_next_tier is not None:
            text = self.tr("{0} more for {1} each").format(
                exact_count(total.to_next_tier), money_text(total.next_tier.unit_price)
            )
        self._next.setText(text)
        self._next.setVisible(bool(text))

    def _card(self, tier: PriceTier, rate: ExchangeRate | None) -> TierCard:
        price = tier.unit_price
        return TierCard(
            self.tr("from {0}").format(exact_count(tier.from_quantity)), money_text(price), local_text(price, rate)
        )

    def _span(self, offer: Offer, rate: ExchangeRate | None) -> list[TierCard]:
        prices = _own_prices(offer)
        if not prices:
            return []
        low, high = min(prices), max(prices)
        text = money_text(low) if low == high else f"{money_text(low)} – {money_text(high)}"
        above = self.tr("price of every variant") if low == high else self.tr("price by variant")
        made = TierCard(above, text, local_text(low, rate))
        made.set_lit(True)
        return [made]


def _own_prices(offer: Offer) -> list[Money]:
    prices = [offer.unit_price_for(sku.spec_id, 1) for sku in offer.skus if sku.unit_price is not None]
    return [price for price in prices if price is not None]
