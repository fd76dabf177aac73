"""The message bus: what the platform tells by itself is kept here, to be pushed or asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from sourcing_app.sandbox.clock import Clock, plain
from sourcing_app.sandbox.push.delivery import Courier
from sourcing_app.sandbox.push.outbox import HELD_FOR_S, Filter, Message, Outbox
from sourcing_app.sandbox.push.payloads import business_key, complete
from sourcing_app.sandbox.state import State

FAULTS: dict[str, Any] = {"duplicate": 0, "lose": 0, "disorder": False, "data_as_text": False}
"""Mischief on request: how many of the next messages come twice or never; whether each pair comes the wrong way
round; whether ``data`` goes out as JSON text instead of an object."""


class Owner(Protocol):
    """The world, as far as the bus must know it."""

    app_secret: str

    def on_reset(self, tidier: Callable[[Any], None]) -> None: ...


class Bus:
    """Stores each message in the transaction of the change it tells of; a thread of its own pushes it.

    Without a push address a message is held at once, as on the platform when the callback cannot be reached.
    """

    def __init__(self, state: State, clock: Clock, push_url: str | None = None) -> None:
        self.state = state
        self.clock = clock
        self.push_url = self._first_url = push_url
        self.outbox = Outbox(state)
        self._owner: Owner | None = None
        self.courier = Courier(
            self.outbox,
            address=lambda: self.push_url,
            secret=lambda: self._owner.app_secret if self._owner else "",
            as_text=lambda: bool(self.faults()["data_as_text"]),
        )

    def attach(self, owner: Owner) -> None:
        """Called by the world once it stands: it knows the app's secret."""
        self._owner = owner
        owner.on_reset(self._start_over)

    def _start_over(self, _: object) -> None:
        self.push_url = self._first_url
        self.state.remember("push_faults", FAULTS)

    def publish(self, topic: str, member_id: str, data: dict[str, Any]) -> None:
        """Tell ``member_id`` something; ``data`` is the topic's payload as messages.json has it.

        ``msgSendTime`` and ``buyerMemberId`` are filled in where the topic has them. Raises PayloadError.
        """
        data = complete(topic, data, member_id, plain(self.clock.now()))
        with self.state.transaction():
            faults = self.faults()
            lost = self._use(faults, "lose")
            doubled = self._use(faults, "duplicate")
            kept_back = bool(faults["disorder"]) and not self.outbox.waits()
            to = "lost" if lost else "waiting" if kept_back else self._first_state()
            msg_id = self.outbox.add(
                topic=topic, member_id=member_id, born_ms=self.clock.millis(), biz_key=business_key(data),
                data=data, to=to,
            )  # fmt: skip
            if doubled:
                self.outbox.copy(msg_id, to)
            if to not in ("lost", "waiting"):
                self.outbox.release_waiting(self._first_state())
        self._wake()

    def _first_state(self) -> str:
        return "held" if self.push_url is None else "queued"

    def _use(self, faults: dict[str, Any], name: str) -> bool:
        """Take one off a counted fault; True while it lasted."""
        if faults[name] <= 0:
            return False
        faults[name] -= 1
        self.state.remember("push_faults", faults)
        return True

    def _wake(self) -> None:
        if self.push_url is not None:
            self.courier.wake()

    # -- what the control calls do ---------------------------------------------------------------------------

    def faults(self) -> dict[str, Any]:
        return {**FAULTS, **self.state.setting("push_faults", {})}

    def set_faults(self, changes: dict[str, Any]) -> dict[str, Any]:
        """Changes as in ``FAULTS``. Turning disorder off lets go what was kept back."""
        faults = {**self.faults(), **changes}
        self.state.remember("push_faults", faults)
        if not faults["disorder"]:
            self.flush()
        return faults

    def set_url(self, url: str | None) -> None:
        """Push to another address from now on; None: hold everything."""
        self.push_url = url
        if url is None:
            self.outbox.hold_all_queued()
        self._wake()

    def flush(self) -> int:
        """Let go a message that disorder has kept back; answers how many there were."""
        released = self.outbox.release_waiting(self._first_state())
        self._wake()
        return released

    def repeat(self, msg_id: int) -> bool:
        """Send a message again under its old id. False: there is none."""
        found = self.outbox.copy(msg_id, self._first_state())
        self._wake()
        return found

    # -- what the catch-up calls read ------------------------------------------------------------------------

    def held(self, wanted: Filter, limit: int, skip: int = 0) -> list[Message]:
        return self.outbox.held(wanted, self._oldest_ms(), limit, skip)

    def held_count(self, wanted: Filter) -> int:
        return self.outbox.held_count(wanted, self._oldest_ms())

    def confirm(self, msg_ids: list[int]) -> None:
        """Unknown and already confirmed ids are passed over. Source: contract push.message.confirm."""
        self.outbox.confirm(msg_ids)

    def _oldest_ms(self) -> int:
        return self.clock.millis() - HELD_FOR_S * 1000

    def close(self) -> None:
        self.courier.close()
