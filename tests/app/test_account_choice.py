"""Whose account the command line's is: asked before anybody enters, remembered without the token."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from sourcing_app.app.account_choice import entrance_of, known_account
from sourcing_app.app.composition import Entrance, Rooms
from sourcing_app.app.known_members import FILE, KnownMembers
from sourcing_app.config.command_line import Launch
from sourcing_app.config.settings import Settings
from sourcing_app.domain.account import Account
from sourcing_app.errors import Unreachable
from tests.support.sandbox import RunningSandbox


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    made = Rooms.begin(tmp_path, Settings(), lambda seconds: None)
    await made.opened()
    yield made
    await made.close()


def launch_of(box: RunningSandbox, token: str = "access_token") -> Launch:
    return Launch(
        gateway_url=box.base_url, app_key=box.app_key, app_secret=box.app_secret, access_token=box.credentials[token]
    )


async def entered(launch: Launch, rooms: Rooms) -> Account:
    entrance = await entrance_of(launch, Settings(), rooms)
    assert isinstance(entrance, Entrance)
    return entrance.account


async def test_two_tokens_of_one_app_are_the_accounts_of_two_members(sandbox: RunningSandbox, rooms: Rooms) -> None:
    first = await entered(launch_of(sandbox), rooms)
    second = await entered(launch_of(sandbox, "second_access_token"), rooms)
    assert first.member_id == sandbox.credentials["member_id"]
    assert second.member_id == sandbox.credentials["second_member_id"]
    assert first.key != second.key


async def test_a_member_is_asked_for_once_and_known_offline_from_then_on(
    sandbox: RunningSandbox, rooms: Rooms, tmp_path: Path
) -> None:
    launch = launch_of(sandbox)
    first = await entered(launch, rooms)
    sandbox.control("faults", api="alibaba.account.basic", kind="lost_before", times=0)
    assert await entered(launch, rooms) == first
    assert known_account(launch, Settings(), tmp_path) == first.key
    kept = (tmp_path / FILE).read_text()
    assert first.member_id in kept
    for secret in (launch.access_token, launch.app_secret):
        assert secret is not None and secret not in kept


async def test_nobody_enters_while_it_cannot_be_learnt_whose_the_token_is(
    sandbox: RunningSandbox, rooms: Rooms
) -> None:
    launch = replace(launch_of(sandbox), gateway_url="http://127.0.0.1:9")
    with pytest.raises(Unreachable):
        await entrance_of(launch, Settings(), rooms)


async def test_an_app_that_may_not_ask_enters_without_a_member(sandbox: RunningSandbox, rooms: Rooms) -> None:
    sandbox.control("options", denied=["alibaba.account.basic"])
    assert (await entered(launch_of(sandbox), rooms)).member_id == ""


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b'{"x": 1}', b"[" * 200_000])
def test_a_damaged_file_of_members_is_no_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    members, launch = KnownMembers(tmp_path), Launch(gateway_url="https://x", app_key="1", app_secret="s")
    assert members.of(launch) == ""
    members.remember(launch, "b2b-1")
    assert members.of(launch) == "b2b-1" and members.of(replace(launch, access_token="t")) == ""
