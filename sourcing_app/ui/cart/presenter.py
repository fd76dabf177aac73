"""What the cart page knows and may do: groups on the left, slips on the right, one plan for the button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_app.domain.address import Address
from sourcing_app.domain.cart import Cart, SupplierGroup, split_by_supplier
from sourcing_app.domain.ids import AccountKey, SupplierId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.money import ExchangeRate, Money, total
from sourcing_app.domain.preview import OrderChoice
from sourcing_app.ui.account_part import AccountPart
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.cart.placing import Placing
from sourcing_app.ui.cart.previews import Previews
from sourcing_app.ui.cart.slips import Plan, Slip, choice_for

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

LARGE_SUM = Money.from_yuan(100_000)
"""From this sum on the button asks a second time, unless the settings say otherwise."""


class CartPresenter(AccountPart):
    """cart_changed: groups or their choice; slips_changed: anything on the right; failed: an error for the bar;
    large_sum: the sum that is to be confirmed before anything is placed."""

    cart_changed = Signal()
    slips_changed = Signal()
    failed = Signal(object)
    large_sum = Signal(object)
    ordered = Signal(object)

    def __init__(self, edits: CartEdits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edits = edits
        self.previews = Previews(self)
        self.placing = Placing(self)
        self.large_limit = LARGE_SUM
        self._account: AccountKey | None = None
        self._groups: tuple[SupplierGroup, ...] = ()
        self._left_out: set[SupplierId] = set()
        self._choices: dict[SupplierId, OrderChoice] = {}
        self._addresses: tuple[Address, ...] = ()
        self._addresses_error: Exception | None = None
        self._address: Address | None = None
        edits.changed.connect(self._show)
        edits.failed.connect(self.failed)
        self.previews.changed.connect(self._previews_changed)
        self.placing.changed.connect(self._placing_changed)
        self.placing.ordered.connect(self._ordered)
        self.placing.price_changed.connect(self._price_changed)

    def attach(self, use_cases: UseCases) -> None:
        """Work with this account: its addresses, its open orders, its cart."""
        if self._account != use_cases.account.key:
            self._account = use_cases.account.key
            self._addresses, self._address = (), None
            self._choices.clear()
            self._left_out.clear()
        super().attach(use_cases)
        self.large_limit = use_cases.preferences.ask_above or LARGE_SUM
        self.previews.attach(use_cases.preview_order)
        self.placing.attach(use_cases)
        self.tasks.start("known addresses", use_cases.list_addresses.cached(), self._show_known)
        self.load_addresses()
        if self.edits.cart is not None:
            self._show(self.edits.cart)

    def detach(self) -> None:
        """What is on screen stays readable."""
        super().detach()
        self.previews.detach()
        self.placing.detach()
        self.slips_changed.emit()

    @property
    def rate(self) -> ExchangeRate | None:
        """To the person's own currency, where one is set."""
        return self._use_cases.preferences.rate if self._use_cases is not None else None

    # --- left -------------------------------------------------------------------------------------------------------

    @property
    def groups(self) -> tuple[SupplierGroup, ...]:
        """Lines by supplier."""
        return self._groups

    def is_chosen(self, supplier_id: SupplierId) -> bool:
        """Whether this supplier's lines are among those to be ordered."""
        return supplier_id not in self._left_out

    def set_chosen(self, supplier_id: SupplierId, chosen: bool) -> None:
        """Order this supplier's lines with the others, or leave them for later."""
        (self._left_out.discard if chosen else self._left_out.add)(supplier_id)
        self._want()
        self.cart_changed.emit()
        self.slips_changed.emit()

    def is_locked(self, supplier_id: SupplierId) -> bool:
        """Whether these lines are on their way to the platform and must not be edited."""
        fate = self.placing.fate(supplier_id)
        return fate is not None and fate.kind.is_busy

    def refresh(self) -> None:
        """F5: prices and stock, then previews and addresses."""
        self.edits.recheck()
        self.previews.renew()
        self.load_addresses()

    # --- right ------------------------------------------------------------------------------------------------------

    @property
    def addresses(self) -> tuple[Address, ...]:
        """The saved ones."""
        return self._addresses

    @property
    def addresses_error(self) -> Exception | None:
        """Why the saved addresses could not be read."""
        return self._addresses_error

    @property
    def address(self) -> Address | None:
        """Where all of it is to be delivered."""
        return self._address

    def load_addresses(self) -> None:
        """Read the saved addresses again."""
        self._start("addresses", lambda uses: uses.list_addresses(), self._show_addresses, self._no_addresses)

    def set_address(self, address: Address) -> None:
        """Deliver there; all previews are asked for again."""
        if address != self._address:
            self._address = address
            self._want()
            self.slips_changed.emit()

    def slips(self) -> tuple[Slip, ...]:
        """One a chosen supplier, and one an order placed whose lines have left the cart."""
        chosen = [group for group in self._groups if self.is_chosen(group.supplier_id)]
        here = [self._slip(group) for group in chosen if group.ready or self.placing.fate(group.supplier_id)]
        known = {group.supplier_id for group in chosen}
        gone = [
            Slip(fate.supplier_id, fate.supplier_name, fate=fate)
            for fate in self.placing.fates
            if fate.supplier_id not in known
        ]
        return (*gone, *here)

    def choose(self, supplier_id: SupplierId, **changes: object) -> None:
        """Change a choice: trade_mode, promotion_id, use_red_envelope, message."""
        before = self._choice(supplier_id)
        self._choices[supplier_id] = replace(before, **changes)  # type: ignore[arg-type]
        self.slips_changed.emit()

    def plan(self) -> Plan:
        """What the button would do now."""
        slips = self.slips()
        ready = tuple(slip for slip in slips if slip.ready)
        plan = Plan(ready, total([slip.total for slip in ready if slip.total is not None]))
        return replace(plan, reason=self._obstacle(slips, ready))

    def place(self, *, confirmed: bool = False) -> None:
        """Place what the plan says. A very large sum is asked for a second time first."""
        plan = self.plan()
        if plan.reason or self.placing.busy:
            return
        if plan.total >= self.large_limit and not confirmed:
            self.large_sum.emit(plan.total)
            return
        self.placing.place(plan.slips)

    # --- inside -----------------------------------------------------------------------------------------------------

    def _obstacle(self, slips: tuple[Slip, ...], ready: tuple[Slip, ...]) -> str:
        if not self.attached:
            return self.tr("Not connected yet.")
        if self.placing.busy:
            return self.tr("Orders are being placed…")
        if self.edits.pending:
            return self.tr("Saving what you changed…")
        if not any(slip.group is not None for slip in slips):
            return self.tr("Tick a supplier whose checks have passed.")
        if self._address is None:
            return self.tr("Choose a delivery address.")
        pending = [slip for slip in slips if slip.group is not None and slip.stale and slip.error is None]
        pending = [slip for slip in pending if slip.fate is None or not slip.fate.kind.is_busy]
        if pending:
            return self.tr("Asking 1688 for the exact sums…")
        return "" if ready else self.tr("Nothing can be ordered as it is; each receipt says why.")

    def _slip(self, group: SupplierGroup) -> Slip:
        supplier_id = group.supplier_id
        preview = self.previews.preview(supplier_id)
        return Slip(
            supplier_id,
            group.supplier_name,
            group,
            preview,
            self.previews.is_stale(supplier_id),
            self.previews.error(supplier_id),
            self._choice(supplier_id),
            self.placing.fate(supplier_id),
        )

    def _choice(self, supplier_id: SupplierId) -> OrderChoice:
        before = self._choices.get(supplier_id, OrderChoice(""))
        preview = self.previews.preview(supplier_id)
        return choice_for(preview, before) if preview is not None else before

    def _show(self, cart: Cart) -> None:
        self._groups = split_by_supplier(cart)
        self._want()
        self.cart_changed.emit()
        self.slips_changed.emit()

    def _want(self) -> None:
        """Previews of what could be ordered; lines on their way keep the one they were placed with."""
        wanted = [
            group
            for group in self._groups
            if group.ready and self.is_chosen(group.supplier_id) and not self.is_locked(group.supplier_id)
        ]
        self.previews.want(tuple(wanted), self._address)

    def _previews_changed(self) -> None:
        self.slips_changed.emit()

    def _placing_changed(self) -> None:
        self._want()
        self.slips_changed.emit()
        self.cart_changed.emit()

    def _price_changed(self, supplier_id: str) -> None:
        """The old preview is worth nothing: the next press needs a new one."""
        self._want()
        self.previews.renew(SupplierId(supplier_id))

    def _ordered(self, intent: OrderIntent) -> None:
        self._choices.pop(intent.supplier_id, None)
        self.edits.ordered((line.offer_id, line.spec_id) for line in intent.lines)
        self.previews.renew(intent.supplier_id)  # one preview, one order: the same goods once more need another
        self.ordered.emit(intent)

    def _show_known(self, addresses: tuple[Address, ...]) -> None:
        if addresses and not self._addresses:
            self._show_addresses(addresses)

    def _show_addresses(self, addresses: tuple[Address, ...]) -> None:
        self._addresses, self._addresses_error = addresses, None
        if self._address not in addresses:
            default = next((each for each in addresses if each.is_default), None)
            self._address = default or next(iter(addresses), None)
            self._want()
        self.slips_changed.emit()

    def _no_addresses(self, error: Exception) -> None:
        self._addresses_error = error
        self.slips_changed.emit()
