"""The saved delivery addresses."""

from __future__ import annotations

from sourcing_app.domain.address import Address
from sourcing_app.platform.addresses import calls as address_calls
from sourcing_app.usecases.keeping import keep
from sourcing_app.usecases.session import Session


class ListAddresses:
    """The addresses saved at the platform."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def __call__(self) -> tuple[Address, ...]:
        """All of them, the default one first."""
        session = self._session
        found = await session.platform.send(address_calls.SAVED)
        ordered = tuple(sorted(found, key=lambda address: not address.is_default))
        await keep(session.cache.addresses.save(session.key, "", ordered, session.clock()))
        return ordered

    async def cached(self) -> tuple[Address, ...]:
        """The same as last seen; () if never."""
        known = await self._session.cache.addresses.load(self._session.key, "")
        return known.value if known is not None else ()
