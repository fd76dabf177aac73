"""Over the list: orders whose fate is being checked, and those that 1688 refused. Never "failed" for what is not known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from sourcing_app.domain.foreign_text import isolated
from sourcing_app.domain.ids import OrderId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.ui.format import age_text, ago_text, money_text, when_text
from sourcing_app.ui.orders.attention import AnyOrder
from sourcing_app.ui.orders.settling import Settling
from sourcing_app.ui.texts import tr
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, XXS, M, S
from sourcing_app.ui.widgets.buttons import IconButton, button
from sourcing_app.ui.widgets.inputs import CheckBox
from sourcing_app.ui.widgets.labels import ElidedLabel, label
from sourcing_app.ui.widgets.mark import Mark
from sourcing_app.ui.widgets.plain_tip import plain_mnemonic
from sourcing_app.ui.widgets.surface import Surface, clear_layout, column, row

_LOWEST = 220
"""So much it may take in any window; two fifths of a larger one."""


class IntentCard(Surface):
    """One order that is being checked."""

    def __init__(
        self, intent: OrderIntent, settling: Settling, order_of: Callable[[OrderId], AnyOrder | None], now: datetime,
        shown: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__("card")
        self.intent = intent
        self._settling = settling
        self.marks: dict[OrderId, CheckBox] = {}
        box = column(self, margin=S, spacing=XXS)
        box.addLayout(self._head())
        box.addWidget(label(self._facts(now), TextSize.CAPTION, "muted", wrap=True))
        goods = ", ".join(f"{line.quantity} × {isolated(' '.join(line.title.split()), 200)}" for line in intent.lines)
        box.addWidget(ElidedLabel(goods, lines=1, size=TextSize.CAPTION, tone="muted"))
        if intent.said_no:
            box.addWidget(label(said_by_platform(intent), TextSize.CAPTION, wrap=True))
        if intent.candidates:
            box.addLayout(self._candidates(order_of, shown))
        box.addLayout(self._acts())

    def _head(self) -> QBoxLayout:
        head = row(spacing=XS)
        head.addWidget(Mark("clock", "warning"))
        words = self.tr("Checking with 1688 whether this order exists")
        if self.intent.said_no:
            words = self.tr("1688 said no; whether the order was made all the same is being checked")
        head.addWidget(label(words, tone="warning", wrap=True), 1)
        head.addWidget(label(money_text(self.intent.approved_total), TextSize.STRONG))
        self.setAccessibleName(
            f"{words}: {isolated(self.intent.supplier_name)}, {money_text(self.intent.approved_total)}"
        )
        return head

    def _facts(self, now: datetime) -> str:
        intent = self.intent
        sent = self.tr("sent {0}").format(when_text(intent.created_at))
        asked = self.tr("not asked yet")
        if intent.last_asked_at is not None:
            asked = self.tr("asked {0}").format(ago_text(intent.last_asked_at, now))
        lines = self.tr("{0} lines", "", len(intent.lines)).format(len(intent.lines))
        reference = self.tr("our reference {0}").format(intent.out_order_id)
        return " · ".join((isolated(intent.supplier_name), lines, sent, asked, reference))

    def _candidates(self, order_of: Callable[[OrderId], AnyOrder | None], shown: Callable[[str], None]) -> QBoxLayout:
        box = column(spacing=0)
        sentence = self.tr(
            "1688 has orders under our reference that are not exactly what was sent. Nothing was taken over; which are yours?"
        )
        box.addWidget(label(sentence, TextSize.CAPTION, wrap=True))
        for order_id in self.intent.candidates:
            order = order_of(order_id)
            total = money_text(order.total) if order is not None else ""
            mark = CheckBox(plain_mnemonic(f"{order_id}   {total}".rstrip()))
            see = button(self.tr("Show"), "link", small=True)
            see.clicked.connect(partial(shown, str(order_id)))
            line = row(spacing=XS)
            line.addWidget(mark)
            line.addWidget(see)
            line.addStretch(1)
            box.addLayout(line)
            self.marks[order_id] = mark
        return box

    def _acts(self) -> QBoxLayout:
        acts = row(spacing=XS)
        attached = self._settling.attached
        self.check_button = button(self.tr("Check now"), "plain", icon_name="refresh", small=True)
        self.check_button.setEnabled(attached and not self._settling.asking)
        self.check_button.clicked.connect(self._settling.ask_now)
        acts.addWidget(self.check_button)
        self.absent_button = button(self.tr("It does not exist…"), "quiet", small=True)
        self.absent_button.setEnabled(attached)
        self.absent_button.clicked.connect(partial(self._settling.ask_absent, self.intent))
        acts.addWidget(self.absent_button)
        self.mine_button = button(self.tr("The ticked ones are mine…"), "quiet", small=True)
        self.mine_button.setVisible(bool(self.intent.candidates))
        self.mine_button.setEnabled(False)
        self.mine_button.clicked.connect(self._ask_mine)
        for mark in self.marks.values():
            mark.toggled.connect(self._ticked)
        acts.addWidget(self.mine_button)
        acts.addStretch(1)
        return acts

    def _ticked(self) -> None:
        self.mine_button.setEnabled(self._settling.attached and any(each.isChecked() for each in self.marks.values()))

    def _ask_mine(self) -> None:
        chosen = tuple(order_id for order_id, mark in self.marks.items() if mark.isChecked())
        self._settling.ask_created(self.intent, chosen)


class RefusalCard(Surface):
    """An order that was not made, with the platform's own words."""

    def __init__(self, intent: OrderIntent, settling: Settling) -> None:
        super().__init__("card")
        self.intent = intent
        box = column(self, margin=S, spacing=XXS)
        head = row(spacing=XS)
        head.addWidget(Mark("error", "danger"))
        words = self.tr("1688 refused this order; nothing was made")
        if intent.said_no:
            words = self.tr("1688 refused this order; nothing was found under its reference")
        head.addWidget(label(words, tone="danger", wrap=True), 1)
        head.addWidget(label(money_text(intent.approved_total), TextSize.STRONG))
        self.close_button = IconButton("close", self.tr("Put away"), small=True)
        self.close_button.clicked.connect(partial(settling.put_refusal_away, intent.intent_id))
        head.addWidget(self.close_button)
        box.addLayout(head)
        facts = f"{isolated(intent.supplier_name)} · {when_text(intent.created_at)}"
        box.addWidget(label(facts, TextSize.CAPTION, "muted", wrap=True))
        self.reason = label(said_by_platform(intent), TextSize.CAPTION, wrap=True)
        box.addWidget(self.reason)
        self.setAccessibleName(f"{words}: {isolated(intent.supplier_name)}. {said_by_platform(intent)}")


def said_by_platform(intent: OrderIntent) -> str:
    """The platform's own words of its no, marked as theirs."""
    said = " ".join(part for part in (isolated(intent.reason_text, 300), f"({intent.reason_code})") if part != "()")
    return tr("1688 says: {0}").format(said)


class IntentStrip(QScrollArea):
    """All of them; hidden when there are none. shown(order id): one found is to be looked at."""

    shown = Signal(str)

    def __init__(
        self, settling: Settling, order_of: Callable[[OrderId], AnyOrder | None], clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._settling, self._order_of, self._clock = settling, order_of, clock
        self._shown: object = None
        self.cards: list[IntentCard] = []
        self.refusals: list[RefusalCard] = []
        inside = QWidget()
        self._box = column(inside, margin=S, spacing=XS)
        self._box.setContentsMargins(M, S, M, S)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        settling.changed.connect(self.show_all)
        self.show_all()

    def show_all(self) -> None:
        """As they are now; nothing moves while they say the same. Ticks stay."""
        facts = self._facts()
        if facts == self._shown:
            return
        self._shown = facts
        ticked = {each for card in self.cards for each, mark in card.marks.items() if mark.isChecked()}
        clear_layout(self._box)
        now = self._clock()
        settling = self._settling
        self.cards = [
            IntentCard(intent, settling, self._order_of, now, self.shown.emit) for intent in settling.open_ones
        ]
        self.refusals = [RefusalCard(intent, settling) for intent in settling.refused]
        for card in (*self.cards, *self.refusals):
            self._box.addWidget(card)
            card.show()
        for intent_card in self.cards:
            for order_id in ticked & intent_card.marks.keys():
                intent_card.marks[order_id].setChecked(True)
        self.setVisible(bool(self.cards or self.refusals))
        self._box.activate()
        self._fit()

    def _facts(self) -> object:
        settling, now = self._settling, self._clock()
        open_ones = [
            (
                each,
                age_text(each.last_asked_at, now) if each.last_asked_at else "",
                [*map(self._order_of, each.candidates)],
            )
            for each in settling.open_ones
        ]
        return open_ones, settling.refused, settling.asking, settling.attached

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        """As high as the cards, up to a limit."""
        width = max(self.viewport().width(), 100)
        wanted = self._box.heightForWidth(width) if self._box.hasHeightForWidth() else self._box.sizeHint().height()
        self.setFixedHeight(min(max(wanted, 0), max(_LOWEST, self.window().height() * 2 // 5)))
