"""Connecting an account at the real marketplace, whatever was chosen in the form."""

from __future__ import annotations

import pytest

from sourcing_app.client.platform import Platform
from sourcing_app.domain.account import AccountForm, Dialect
from sourcing_app.usecases.connect_account import ConnectAccount
from tests.support.sandbox import RunningSandbox


def form(sandbox: RunningSandbox, dialect: Dialect) -> AccountForm:
    return AccountForm(
        app_key=sandbox.app_key,
        app_secret=sandbox.app_secret,
        token=sandbox.access_token,
        gateway_url=sandbox.base_url,
        dialect=dialect,
    )


@pytest.mark.parametrize("spoken", list(Dialect))
@pytest.mark.parametrize("chosen", list(Dialect))
async def test_an_account_is_kept_with_the_dialect_its_gateway_speaks(
    sandbox: RunningSandbox, spoken: Dialect, chosen: Dialect
) -> None:
    sandbox.control("options", dialect=spoken.value)
    connected = await ConnectAccount(Platform).with_token(form(sandbox, chosen))
    assert connected.account.dialect is spoken
    assert connected.account.member_id == sandbox.member_id


async def test_a_gateway_that_does_not_tell_its_dialect_is_believed_to_speak_the_chosen_one(
    sandbox: RunningSandbox,
) -> None:
    sandbox.control("options", denied=["product.search.*"])
    connected = await ConnectAccount(Platform).with_token(form(sandbox, Dialect.SEED))
    assert connected.account.dialect is Dialect.SEED
