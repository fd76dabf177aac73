"""Everything a handler can reach: the shop, the state, the clock, the bus and the switches."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sourcing_app.sandbox.clock import Clock
from sourcing_app.sandbox.faults import Faults
from sourcing_app.sandbox.options import Options
from sourcing_app.sandbox.state import State

if TYPE_CHECKING:
    from sourcing_app.sandbox.push.bus import Bus
    from sourcing_app.sandbox.shop.shop import Shop

OVERRIDES = """
CREATE TABLE IF NOT EXISTS overrides (
    offer_id INTEGER NOT NULL, spec_id TEXT NOT NULL DEFAULT '',
    stock INTEGER, price_fen INTEGER, off_sale INTEGER, PRIMARY KEY (offer_id, spec_id));
CREATE TABLE IF NOT EXISTS reserved (
    offer_id INTEGER NOT NULL, spec_id TEXT NOT NULL DEFAULT '', quantity INTEGER NOT NULL,
    PRIMARY KEY (offer_id, spec_id));
"""


class World:
    """One marketplace. Built by the server; tests may build one without a server."""

    def __init__(
        self,
        *,
        shop: Shop,
        state: State,
        clock: Clock,
        bus: Bus,
        base_url: str = "http://127.0.0.1",
        options: Options | None = None,
    ) -> None:
        self.shop = shop
        self.state = state
        self.clock = clock
        self.bus = bus
        self.base_url = base_url
        self.app_key = ""
        self.app_secret = ""
        self.faults = Faults()
        self.resets = 0
        self.start_options = options or Options()
        self._options = self.start_options
        self._settling = threading.local()
        self._timers: list[Callable[[World], None]] = []
        self._tidiers: list[Callable[[World], None]] = []
        state.own(OVERRIDES)
        bus.attach(self)

    def options(self) -> Options:
        return self._options

    def set_options(self, changes: dict[str, Any]) -> Options:
        """Raises OptionError."""
        self._options = self._options.changed(changes)
        return self._options

    # -- time ---------------------------------------------------------------------------------------------

    def on_tick(self, timer: Callable[[World], None]) -> None:
        """``timer`` is run before a call, after a control act, and a few times a second.

        It does what has fallen due (close unpaid orders, let refunds time out) inside a transaction.
        """
        self._timers.append(timer)

    def on_reset(self, tidier: Callable[[World], None]) -> None:
        """``tidier`` puts back what an area needs in an emptied state (accounts, addresses)."""
        self._tidiers.append(tidier)

    def settle(self) -> None:
        """Do everything that has fallen due by now."""
        if getattr(self._settling, "on", False):
            return
        self._settling.on = True
        try:
            with self.state.transaction():
                for timer in self._timers:
                    timer(self)
        finally:
            self._settling.on = False

    def reset(self) -> None:
        """As on the first day: no orders, switches as at the start, clock at the real time."""
        with self.state.transaction():
            self.resets += 1
            self.state.reset()
            self._options = self.start_options
            self.faults.clear()
            self.clock.reset()
            for tidier in self._tidiers:
                tidier(self)

    # -- what orders and the control calls did to the shop --------------------------------------------------

    def stock(self, offer_id: int, spec_id: str | None = None) -> int:
        """Pieces that can be bought now: the catalogue's stock or its override, less what orders hold.

        spec_id None or "": the offer itself (an offer without SKUs), or the sum over its SKUs.
        An offer unknown to the shop has 0.
        """
        offer = self.shop.offer(offer_id)
        if offer is None:
            return 0
        if not spec_id and offer.skus:
            return sum(self.stock(offer_id, sku.spec_id) for sku in offer.skus)
        spec = spec_id or ""
        override = self.state.value("SELECT stock FROM overrides WHERE offer_id = ? AND spec_id = ?", offer_id, spec)
        held = self.state.value("SELECT quantity FROM reserved WHERE offer_id = ? AND spec_id = ?", offer_id, spec)
        if override is None:
            sku = self.shop.sku(offer_id, spec) if spec else None
            override = sku.stock if sku else offer.stock
        return max(0, int(override) - int(held or 0))

    def price_fen(self, offer_id: int, spec_id: str | None, total_quantity: int) -> int | None:
        """Price of one unit in fen when ``total_quantity`` of the offer is bought; None: no price."""
        for spec in dict.fromkeys((spec_id or "", "")):
            override = self.state.value(
                "SELECT price_fen FROM overrides WHERE offer_id = ? AND spec_id = ?", offer_id, spec
            )
            if override is not None:
                return int(override)
        offer = self.shop.offer(offer_id)
        if offer is None:
            return None
        return self.shop.unit_price_fen(offer, spec_id or None, total_quantity)

    def price_override_fen(self, offer_id: int, spec_id: str | None = None) -> int | None:
        """A price set by a control call for exactly this SKU (or offer), in fen; None where none was set."""
        found = self.state.value(
            "SELECT price_fen FROM overrides WHERE offer_id = ? AND spec_id = ?", offer_id, spec_id or ""
        )
        return None if found is None else int(found)

    def off_sale(self, offer_id: int) -> bool:
        """Taken off sale by a control call."""
        return bool(self.state.value("SELECT off_sale FROM overrides WHERE offer_id = ? AND spec_id = ''", offer_id))

    def override(self, offer_id: int, spec_id: str = "", **columns: object) -> None:
        """Set stock, price_fen or off_sale of an offer or of one of its SKUs."""
        self.state.execute("INSERT OR IGNORE INTO overrides (offer_id, spec_id) VALUES (?, ?)", offer_id, spec_id)
        for name, value in columns.items():
            self.state.execute(
                f"UPDATE overrides SET {name} = ? WHERE offer_id = ? AND spec_id = ?",
                value,
                offer_id,
                spec_id,
            )

    def hold_stock(self, offer_id: int, spec_id: str, quantity: int) -> None:
        """Take pieces out of stock; a negative quantity puts them back."""
        self.state.execute(
            "INSERT INTO reserved VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET quantity = quantity + ?",
            offer_id, spec_id, quantity, quantity,
        )  # fmt: skip
