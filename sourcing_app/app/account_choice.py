"""Whose account this run is: the command line's, else the one that was chosen last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcing_app.app.known_members import KnownMembers
from sourcing_app.config.command_line import Launch
from sourcing_app.config.settings import Settings
from sourcing_app.domain.account import Account, Credentials, Dialect

if TYPE_CHECKING:
    from pathlib import Path

    from sourcing_app.app.composition import Entrance, Rooms
    from sourcing_app.domain.ids import AccountKey


def known_account(launch: Launch, settings: Settings, profile: Path) -> AccountKey | None:
    """Whose results may be shown before any account is opened."""
    if launch.gateway_url and launch.app_key:
        return _given(launch, KnownMembers(profile).of(launch)).key
    return settings.account.key if settings.account is not None else None


def _given(launch: Launch, member_id: str = "") -> Account:
    """The account of the command line."""
    url, key = (launch.gateway_url or "").rstrip("/"), launch.app_key or ""
    return Account(url, key, member_id, dialect=Dialect(launch.dialect))


def is_real(launch: Launch, settings: Settings) -> bool:
    """Whether there is an account of a gateway, which can be asked while the stores are opening."""
    account = settings.account
    return bool(launch.gateway_url) or (not launch.demo and account is not None and not account.is_demo)


async def entrance_of(launch: Launch, settings: Settings, rooms: Rooms) -> Entrance | None:
    """With what signs its calls; None when the first run must ask.

    Raises Unreachable for a marketplace that does not start. For an account of the command line: Unreachable, Throttled
    where it cannot be learnt whose it is, since several buyers may use one app.
    """
    from sourcing_app.app.composition import Entrance  # loads everything: not before the first paint

    account = settings.account
    if launch.gateway_url and launch.app_key and launch.app_secret:
        credentials = Credentials(launch.app_key, launch.app_secret, launch.access_token)
        members = KnownMembers(rooms.profile)
        member_id = members.of(launch)
        if not member_id:
            member_id = await rooms.member_of(Entrance(_given(launch), credentials))
            if member_id:
                members.remember(launch, member_id)
        return Entrance(_given(launch, member_id), credentials)
    if account is not None and account.is_demo and rooms.ledger.is_read_only:
        return await rooms.demo_to_read(account)
    if launch.demo or (account is not None and account.is_demo):
        return await rooms.demo()
    return await rooms.kept(account) if account is not None else None
