"""What a use case works with: one account, its platform, the stores, and the language of translations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sourcing_app.domain.account import Account
from sourcing_app.domain.ids import AccountKey, IntentId
from sourcing_app.domain.intent import new_out_order_id

if TYPE_CHECKING:
    from sourcing_app.platform.platform import Platform
    from sourcing_app.store.cache import Cache
    from sourcing_app.store.ledger import Ledger


def utc_now() -> datetime:
    """The moment, aware."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Session:
    """One account at work. clock: of this computer; deadlines come from the platform. new_key: see ``new_out_order_id``.

    sending: intents this program is sending right now, so that settling leaves them alone.
    """

    account: Account
    platform: Platform
    ledger: Ledger
    cache: Cache
    language: str = "en"
    clock: Callable[[], datetime] = utc_now
    new_key: Callable[[datetime], str] = new_out_order_id
    sending: set[IntentId] = field(default_factory=set)

    @property
    def key(self) -> AccountKey:
        """What rows of this account are kept under."""
        return self.account.key
