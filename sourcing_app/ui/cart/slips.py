"""What the right side of the cart shows for each supplier: a preview with the buyer's choices, and its fate once placed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from sourcing_app.domain.address import Address
from sourcing_app.domain.approval import sum_is_known, total_with
from sourcing_app.domain.cart import SupplierGroup
from sourcing_app.domain.ids import IntentId, OrderId, SupplierId
from sourcing_app.domain.intent import FailedLine
from sourcing_app.domain.money import Money
from sourcing_app.domain.preview import OrderChoice, OrderPreview, Promotion, TradeMode

_CREDIT = ("creditBuy", "period")
"""Ways to trade that lend money: only ever chosen by the buyer (M15). Source: contract createCrossOrder, tradeType."""


class FateKind(Enum):
    """How far placing one order is. There is no "failed": what is not known is being checked.

    DOUBTED: the platform said no in a way that proves nothing; it is looked up too, but nothing has to wait for that.
    """

    WAITING = "waiting"
    PLACING = "placing"
    PLACED = "placed"
    REFUSED = "refused"
    CHECKING = "checking"
    DOUBTED = "doubted"
    CHANGED = "changed"
    NOT_SENT = "not_sent"

    @property
    def is_looked_up(self) -> bool:
        """Whether 1688 is asked about it again and again."""
        return self in (FateKind.CHECKING, FateKind.DOUBTED)

    @property
    def is_busy(self) -> bool:
        """Nothing about this order may be changed now."""
        return self in (FateKind.WAITING, FateKind.PLACING, FateKind.CHECKING)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one press of the button. error: why it was not placed. total: what was approved.

    reference: our own key of the order, by which it is looked up while that is unknown.

    differences: (what, approved, now) where something changed in between. failed_lines: left out by the platform;
    sums_differ: what was made costs something else than approved.
    """

    kind: FateKind
    supplier_id: SupplierId
    supplier_name: str
    total: Money
    order_ids: tuple[OrderId, ...] = ()
    intent_id: IntentId | None = None
    reference: str = ""
    error: Exception | None = None
    differences: tuple[tuple[str, str, str], ...] = ()
    failed_lines: tuple[FailedLine, ...] = ()
    sums_differ: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """One receipt. group: None when its lines have left the cart; stale: the preview is of other quantities or another address.

    error: why there is no preview. wanted: it is among those to be placed.
    """

    supplier_id: SupplierId
    supplier_name: str
    group: SupplierGroup | None = None
    preview: OrderPreview | None = None
    stale: bool = False
    error: Exception | None = None
    choice: OrderChoice = field(default_factory=lambda: OrderChoice(""))
    fate: Fate | None = None

    @property
    def total(self) -> Money | None:
        """What the order costs with the promotion chosen; None without a preview."""
        return total_with(self.preview, self.choice) if self.preview is not None else None

    @property
    def ready(self) -> bool:
        """Whether it can be placed at this moment."""
        busy = self.fate is not None and self.fate.kind.is_busy
        if busy or self.group is None or self.preview is None or self.stale or self.error is not None:
            return False
        return self.preview.placeable and bool(self.choice.trade_mode)


def trade_modes(preview: OrderPreview) -> tuple[TradeMode, ...]:
    """Modes that every part offers and allows, in the platform's order."""
    if not preview.parts:
        return ()
    shared = set.intersection(*({mode.code for mode in part.trade_modes if mode.usable} for part in preview.parts))
    return tuple(mode for mode in preview.parts[0].trade_modes if mode.code in shared)


def promotions(preview: OrderPreview) -> tuple[Promotion, ...]:
    """Discounts that can be chosen, each once; with any other one only the platform would know the sum."""
    found = {each.promotion_id: each for part in preview.parts for each in part.promotions}
    return tuple(each for each in found.values() if sum_is_known(preview, OrderChoice("", each.promotion_id)))


def choice_for(preview: OrderPreview, before: OrderChoice) -> OrderChoice:
    """The buyer's choice as far as this preview still offers it and its sum is known; else the first mode that is no credit,
    and the platform's own promotion, "" where its parts have different ones.

    A red envelope is never chosen by itself.
    """
    modes = [mode.code for mode in trade_modes(preview)]
    paid = next((mode for mode in modes if mode not in _CREDIT), next(iter(modes), ""))
    mode = before.trade_mode if before.trade_mode in modes else paid
    offered = {each.promotion_id for each in promotions(preview)}
    selected = next((each.promotion_id for each in promotions(preview) if each.selected), "")
    chosen = replace(before, trade_mode=mode)
    for promotion_id in (before.promotion_id, selected):
        chosen = replace(chosen, promotion_id=promotion_id)
        if promotion_id in offered and sum_is_known(preview, chosen):
            return chosen
    return replace(chosen, promotion_id="")


def is_for(preview: OrderPreview, group: SupplierGroup, address: Address) -> bool:
    """Whether a preview is of exactly these lines and this address."""
    asked = [(line.offer_id, line.spec_id, line.quantity) for line in preview.lines]
    wanted = [(each.line.offer_id, each.line.spec_id, each.line.quantity) for each in group.lines]
    return sorted(asked) == sorted(wanted) and preview.address == address


@dataclass(frozen=True, slots=True)
class Plan:
    """What the button would do. reason: why it is off, "" when it is on."""

    slips: tuple[Slip, ...]
    total: Money
    reason: str = ""
