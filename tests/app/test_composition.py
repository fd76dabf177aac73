"""Accounts come and go through one door, and the stores open behind it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

import pytest

from sourcing_app.app.composition import Entrance, Rooms
from sourcing_app.config.settings import Settings
from sourcing_app.domain.account import Account, Credentials
from sourcing_app.errors import StoreUnavailable, Unreachable
from sourcing_app.platform.transport.secrets import Keyring
from sourcing_app.store.ledger import FILE_NAME
from sourcing_app.ui.doors import UseCases
from sourcing_app.usecases.search_offers import SearchOffers

ENTRANCE = Entrance(Account("http://127.0.0.1:9", "1"), Credentials("1", "s"))


def rooms_of(profile: Path) -> Rooms:
    """Opening."""
    return Rooms.begin(profile, Settings(), lambda seconds: None)


def is_left(use_cases: UseCases) -> bool:
    """Whether nothing more is asked for them."""
    return cast(SearchOffers, use_cases.search_offers)._session.platform.transport.closed


async def test_two_that_enter_at_once_leave_nobody_behind(tmp_path: Path) -> None:
    rooms = rooms_of(tmp_path)
    first, second = await asyncio.gather(*(rooms.enter(ENTRANCE, Settings()) for _ in range(2)))
    await rooms.opened()
    await rooms.close()
    assert is_left(first) and is_left(second)
    with pytest.raises(Unreachable):
        await rooms.enter(ENTRANCE, Settings())


async def test_what_is_asked_before_the_stores_are_open_is_answered_once_they_are(tmp_path: Path) -> None:
    rooms = rooms_of(tmp_path)
    use_cases = await rooms.enter(ENTRANCE, Settings())
    assert await use_cases.search_history.recent() == ()
    await rooms.close()


async def test_a_ledger_that_cannot_be_opened_sends_out_who_is_in(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database")
    rooms = rooms_of(tmp_path)
    use_cases = await rooms.enter(ENTRANCE, Settings())
    with pytest.raises(StoreUnavailable):
        await rooms.opened()
    assert is_left(use_cases)
    with pytest.raises(StoreUnavailable):
        await use_cases.edit_cart.load()
    with pytest.raises(Unreachable):
        await rooms.enter(ENTRANCE, Settings())


async def test_no_marketplace_is_started_for_stores_that_could_not_be_opened(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database")
    rooms = rooms_of(tmp_path)
    with pytest.raises(StoreUnavailable):
        await rooms.opened()
    with pytest.raises(Unreachable):
        await rooms.demo()
    assert rooms.market.process_id is None


async def test_a_marketplace_that_was_starting_is_ended_when_the_stores_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database")
    rooms = rooms_of(tmp_path)
    starting = asyncio.create_task(rooms.demo())
    with pytest.raises(StoreUnavailable):
        await rooms.opened()
    with pytest.raises(Unreachable):
        await starting
    assert rooms.market.process_id is None


class Locked:
    """A keychain that nobody unlocks."""

    def get_password(self, service: str, username: str, /) -> str | None:
        raise RuntimeError("locked")

    def set_password(self, service: str, username: str, password: str, /) -> None:
        raise RuntimeError("locked")

    def delete_password(self, service: str, username: str, /) -> None:
        raise RuntimeError("locked")


async def test_an_account_behind_a_locked_keyring_can_be_entered_and_says_why_nobody_is_signed_in(
    tmp_path: Path,
) -> None:
    rooms = rooms_of(tmp_path)
    rooms.keyring = Keyring(Locked())
    entrance = await rooms.kept(ENTRANCE.account)
    assert not entrance.is_signed_in and entrance.failure is not None and entrance.failure.kind == "no_keychain"
    use_cases = await rooms.enter(entrance, Settings())
    assert await use_cases.list_orders() == () and rooms.is_without_secrets
    await rooms.close()


async def test_refreshed_tokens_that_the_keyring_does_not_take_cost_no_call(tmp_path: Path) -> None:
    rooms = rooms_of(tmp_path)
    rooms.keyring = Keyring(Locked())
    use_cases = await rooms.enter(Entrance(ENTRANCE.account, ENTRANCE.credentials, keep=True), Settings())
    tokens = cast(SearchOffers, use_cases.search_offers)._session.platform.tokens
    tokens._keep(Credentials("1", "s", "fresh"))
    assert tokens.credentials.access_token == "fresh"
    await rooms.close()


async def test_who_signed_out_is_not_in_any_more(tmp_path: Path) -> None:
    rooms = rooms_of(tmp_path)
    await rooms.enter(ENTRANCE, Settings())
    await rooms.leave()
    assert rooms.entrance is None, "a setting changed afterwards must not bring the account back"
    await rooms.close()
