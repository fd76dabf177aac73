from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sourcing_app.domain.account import Credentials
from sourcing_app.domain.ids import AccountKey
from sourcing_app.errors import StoreUnavailable
from sourcing_app.platform.transport.secrets import LONGEST_SECRET, Keyring

ACCOUNT = AccountKey("gw.open.1688.com/1000000/b2b-1")
FULL = Credentials(
    "1000000",
    "SECRET-01",
    "ACCESS-02",
    "REFRESH-03",
    datetime(2026, 1, 1, tzinfo=UTC),
    datetime(2027, 1, 1, tzinfo=UTC),
)


class Chain:
    """A keychain in memory, as strict as the one of Windows."""

    def __init__(self) -> None:
        self.entries: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get(f"{service}:{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        assert len(password.encode("utf-16-le")) <= 2560
        self.entries[f"{service}:{username}"] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[f"{service}:{username}"]


class LockedChain(Chain):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked: SECRET-01")

    set_password = delete_password = get_password  # type: ignore[assignment]


class PlaintextKeyring(Chain):
    """What a library may offer where there is no keychain: a readable file."""


def test_what_is_kept_comes_back() -> None:
    ring = Keyring(Chain())
    ring.save(ACCOUNT, FULL)
    assert ring.load(ACCOUNT) == FULL


def test_each_secret_has_an_entry_of_its_own() -> None:
    chain = Chain()
    Keyring(chain).save(ACCOUNT, Credentials("1000000", "s" * 1000, "a" * 1000, "r" * 1000))
    assert sorted(map(len, chain.entries.values()))[-3:] == [1000, 1000, 1000]


def test_a_secret_that_is_gone_is_forgotten() -> None:
    chain = Chain()
    ring = Keyring(chain)
    ring.save(ACCOUNT, FULL)
    ring.save(ACCOUNT, Credentials("1000000", "SECRET-01"))
    assert ring.load(ACCOUNT) == Credentials("1000000", "SECRET-01")
    assert "ACCESS-02" not in chain.entries.values()


def test_a_forgotten_account_leaves_nothing() -> None:
    chain = Chain()
    ring = Keyring(chain)
    ring.save(ACCOUNT, FULL)
    ring.forget(ACCOUNT)
    assert (chain.entries, ring.load(ACCOUNT)) == ({}, None)


def test_accounts_are_kept_apart() -> None:
    ring = Keyring(Chain())
    ring.save(ACCOUNT, FULL)
    assert ring.load(AccountKey("gw.open.1688.com/1000000/b2b-2")) is None


@pytest.mark.parametrize("facts", ["", "{", "[]", '{"app_key": 7}'])
def test_damaged_facts_are_no_credentials(facts: str) -> None:
    chain = Chain()
    Keyring(chain).save(ACCOUNT, FULL)
    chain.set_password("Sourcing", f"{ACCOUNT}#facts", facts)
    assert Keyring(chain).load(ACCOUNT) is None


def test_x01_a_readable_file_is_no_keychain() -> None:
    chain = PlaintextKeyring()
    ring = Keyring(chain)
    assert not ring.available
    with pytest.raises(StoreUnavailable):
        ring.save(ACCOUNT, FULL)
    assert chain.entries == {}


def test_x01_without_a_keychain_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backends.fail import Keyring as NoKeyring

    monkeypatch.setattr(keyring, "get_keyring", NoKeyring)
    ring = Keyring()
    assert not ring.available
    with pytest.raises(StoreUnavailable) as caught:
        ring.load(ACCOUNT)
    assert caught.value.kind == "no_keychain"


def test_a_locked_keychain_says_so_without_telling_a_secret() -> None:
    with pytest.raises(StoreUnavailable) as caught:
        Keyring(LockedChain()).load(ACCOUNT)
    assert "SECRET-01" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_secret_too_long_for_some_keychains_is_refused_on_all() -> None:
    with pytest.raises(StoreUnavailable):
        Keyring(Chain()).save(ACCOUNT, Credentials("1", "s" * (LONGEST_SECRET + 1)))


def test_a_keyring_library_that_cannot_find_its_backend_is_no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.module.Keyring")
    monkeypatch.setattr("keyring.core._keyring_backend", None)
    ring = Keyring()
    assert not ring.available
    with pytest.raises(StoreUnavailable) as raised:
        ring.load(ACCOUNT)
    assert raised.value.kind == "no_keychain"
