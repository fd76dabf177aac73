"""Without the keyring's secrets an account can still be read: orders and what is open are there, and a sign-in is offered."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sourcing_app.config.settings import Settings, save_settings
from sourcing_app.domain.account import Account
from tests.journeys.desk import Start, account_of, easy, fill_cart, intent_states
from tests.support.sandbox import RunningSandbox

CREATE = "alibaba.trade.createCrossOrder"


def stored_account(box: RunningSandbox, profile: Path) -> Account:
    """The account whose orders are in the ledger, as settings name it."""
    with closing(sqlite3.connect(profile / "ledger.sqlite3")) as connection:
        ((key,),) = connection.execute("SELECT DISTINCT account FROM intents").fetchall()
    return Account(box.gateway_url, box.app_key, key.partition(f"/{box.app_key}")[2].removeprefix("/"))


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        ("keyring.backends.fail.Keyring", "locked or cannot be read"),
        ("tests.support.keychains.Locked", "locked or cannot be read"),
        ("no.such.module.Keyring", "locked or cannot be read"),
        ("tests.support.keychains.Emptied", "has no secrets for this account"),
    ],
)
def test_without_the_keyrings_secrets_orders_and_open_intents_are_read_and_a_sign_in_is_offered(
    sandbox: RunningSandbox, tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch, backend: str, said: str
) -> None:
    first, second, *_ = easy(sandbox)
    profile = tmp_path / "profile"
    buyer = start(profile, *account_of(sandbox))
    buyer.tell("enter")
    fill_cart(buyer, first)
    buyer.tell("preview")
    order_id = buyer.tell("place")["order_id"]
    fill_cart(buyer, second)
    buyer.tell("preview")
    sandbox.control("faults", api=CREATE, kind="delay", seconds=25)
    buyer.tell("press_place")
    buyer.tell("await_sent")
    buyer.kill()
    sandbox.control("faults/clear")
    save_settings(profile, Settings(account=stored_account(sandbox, profile)))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    calls = len(sandbox.look("calls")["calls"])
    again = start(profile)
    again.tell("await", text=said)
    seen = again.tell("enter")
    assert order_id in seen["orders"] and len(seen["open"]) == 1
    assert any(said in each for each in seen["notices"]) and "data file" not in "".join(seen["notices"])
    assert len(sandbox.look("calls")["calls"]) == calls, "nothing is sent that cannot be signed"
    again.tell("click", text="Sign in again")
    again.tell("await", text="Connect a 1688 account")
    again.begin("close")
    again.kill()
    assert "unknown" in intent_states(profile)


def test_a_keyring_that_was_unlocked_is_asked_again_with_f5(
    sandbox: RunningSandbox, tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile, keys = tmp_path / "profile", tmp_path / "keys.json"
    account = Account(sandbox.gateway_url, sandbox.app_key, sandbox.member_id)
    profile.mkdir()
    save_settings(profile, Settings(account=account))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.support.keychains.UnlockedLater")
    monkeypatch.setenv("SOURCING_TEST_KEYS", str(keys))
    buyer = start(profile)
    assert any("locked" in each for each in buyer.tell("enter")["notices"])
    secrets = {"app_secret": sandbox.app_secret, "access_token": sandbox.access_token}
    entries = secrets | {"facts": json.dumps({"app_key": sandbox.app_key})}
    keys.write_text(json.dumps({f"{account.key}#{name}": value for name, value in entries.items()}), "utf-8")
    buyer.tell("keys", keys="F5")
    assert buyer.tell("search", words="bag")["count"] > 0
    assert not any("nobody is signed in" in each for each in buyer.tell("see")["notices"])
