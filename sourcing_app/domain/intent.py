"""Our own note of sending an order: on disk before anything is sent, so that no order is bought twice or forgotten."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sourcing_app.domain.address import Address
from sourcing_app.domain.ids import (
    AccountKey,
    IntentId,
    OfferId,
    OrderId,
    SpecId,
    SupplierId,
)
from sourcing_app.domain.money import Money
from sourcing_app.domain.preview import OrderChoice, OrderLine

SUMS_DIFFER = "SUMS_DIFFER"
"""reason_code of a created intent whose orders do not add up to the approved total (M10)."""

FOUND_AFTER_ALL = "FOUND_AFTER_ALL"
"""reason_code of a created intent whose order turned up when it counted as refused, or a person had given it up (M29)."""


def new_out_order_id(now: datetime) -> str:
    """Our key of one order to be: short ASCII, never used twice."""
    random = base64.b32encode(secrets.token_bytes(10)).decode("ascii").lower()[:10]
    return f"src-{now:%Y%m%d}-{random}"


class IntentState(Enum):
    """How far an order intent is. UNKNOWN: sent, no usable answer; ABSENT: a person decided that nothing exists."""

    SENDING = "sending"
    CREATED = "created"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    ABSENT = "absent"

    @property
    def is_open(self) -> bool:
        """Whether it may still become an order, so that the same lines must not be sent again."""
        return self in (IntentState.SENDING, IntentState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class CreateRequest:
    """A create call, ready: the business parameters exactly as they will be signed and sent, by name."""

    out_order_id: str
    parameters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FailedLine:
    """A line that was not ordered although an order exists."""

    offer_id: OfferId
    spec_id: SpecId
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class CreatedOrder:
    """An order that a create call made. total, freight: None where the reply left them out."""

    order_id: OrderId
    total: Money | None = None
    freight: Money | None = None


@dataclass(frozen=True, slots=True)
class CreateResult:
    """What a create call made: at least one order, and possibly lines that were left out."""

    orders: tuple[CreatedOrder, ...]
    failed_lines: tuple[FailedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderIntent:
    """Our own note, on disk before a create call is sent; ``out_order_id`` is its key at the platform.

    approved_total: what the buyer saw on the button. order_ids: filled when created (several after a split).
    reason_code, reason_text: of a refusal, as the platform gave them; of a created one, see above. candidates: orders found
    under our key that differ from what was asked for; nothing is adopted then (M06).

    said_no: the platform's answer was a no that does not prove that nothing was made (M08); reason_code and reason_text are
    its own. Such an intent is looked up like any other of unknown outcome, but the buyer may order the same goods again
    once a last look-up finds nothing. previewed_at: of the preview it was made of, which makes one order only (M30).
    doubles: more orders under our key than this decision made, since the network delivered the request twice (M28).
    """

    intent_id: IntentId
    out_order_id: str
    account: AccountKey
    state: IntentState
    supplier_id: SupplierId
    supplier_name: str
    lines: tuple[OrderLine, ...]
    address: Address
    choice: OrderChoice
    approved_total: Money
    approved_freight: Money
    request: CreateRequest
    created_at: datetime
    settled_at: datetime | None = None
    last_asked_at: datetime | None = None
    order_ids: tuple[OrderId, ...] = ()
    failed_lines: tuple[FailedLine, ...] = ()
    reason_code: str = ""
    reason_text: str = ""
    candidates: tuple[OrderId, ...] = ()
    said_no: bool = False
    previewed_at: datetime | None = None
    doubles: tuple[OrderId, ...] = ()

    @property
    def all_order_ids(self) -> tuple[OrderId, ...]:
        """Those it made, and their doubles."""
        return (*self.order_ids, *self.doubles)
