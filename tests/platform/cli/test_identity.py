"""Who calls: the command line's account, the profile's with its keychain, or the demo marketplace."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sourcing_app.config.settings import Settings, save_settings
from sourcing_app.domain.account import Account, Credentials, Dialect
from sourcing_app.domain.ids import AccountKey
from sourcing_app.errors import InvalidInput
from sourcing_app.platform.cli import identity as who
from sourcing_app.platform.cli.identity import Asked, identity
from sourcing_app.platform.cli.listing import rows
from sourcing_app.platform.transport.secrets import Keyring
from tests.platform.cli.desk import say
from tests.support.sandbox import RunningSandbox

ACCOUNT = Account("https://gw.open.1688.com", "1000000", "b2b-1", dialect=Dialect.SEED)
KEPT = Credentials("1000000", "kept-secret", "kept-token", "kept-refresh", datetime(2030, 1, 1, tzinfo=UTC))


class Box:
    """A keychain in memory."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        del self.held[service, username]


@pytest.fixture
def keychain(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    kept = Keyring(Box())
    monkeypatch.setattr(who, "Keyring", lambda: kept)
    return kept


def test_the_profiles_account_comes_with_what_the_keychain_holds(tmp_path: Path, keychain: Keyring) -> None:
    save_settings(tmp_path, Settings(account=ACCOUNT))
    keychain.save(ACCOUNT.key, KEPT)
    with identity(Asked(tmp_path)) as found:
        assert (found.account, found.credentials) == (ACCOUNT, KEPT)
        assert found.keep is not None
        found.keep(Credentials("1000000", "kept-secret", "fresh-token"))
    fresh = keychain.load(AccountKey(ACCOUNT.key))
    assert fresh is not None and fresh.access_token == "fresh-token"


def test_a_dialect_on_the_line_beats_the_profiles(tmp_path: Path, keychain: Keyring) -> None:
    save_settings(tmp_path, Settings(account=ACCOUNT))
    keychain.save(ACCOUNT.key, KEPT)
    with identity(Asked(tmp_path, dialect="live")) as found:
        assert found.account.dialect is Dialect.LIVE


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({}, "none"),
        ({"app_key": "1"}, "half"),
        ({"app_secret": "s"}, "half"),
        ({"gateway_url": "https://gw.open.1688.com"}, "half"),
    ],
)
def test_too_little_of_an_account_is_refused(tmp_path: Path, asked: dict[str, str], reason: str) -> None:
    with pytest.raises(InvalidInput) as error, identity(Asked(tmp_path, **asked)):
        pass
    assert (error.value.field, error.value.reason) == ("account", reason)


def test_a_profile_whose_secret_is_gone_says_so(tmp_path: Path, keychain: Keyring) -> None:
    save_settings(tmp_path, Settings(account=ACCOUNT))
    with pytest.raises(InvalidInput) as error, identity(Asked(tmp_path)):
        pass
    assert error.value.reason == "no_secret"


def test_the_marketplace_that_runs_already_is_used(sandbox: RunningSandbox, tmp_path: Path) -> None:
    folder = tmp_path / "demo-market"
    folder.mkdir()
    (folder / "port").write_text(sandbox.base_url.rpartition(":")[2], encoding="ascii")
    said = say(Asked(tmp_path, demo=True), "alibaba.account.basic")
    assert said.result["member_id"] == sandbox.member_id
    assert [one["api"] for one in sandbox.look("calls")["calls"]] == ["alibaba.account.basic"]


def test_the_marketplace_is_started_for_one_call_and_stopped(tmp_path: Path) -> None:
    said = say(Asked(tmp_path, demo=True), "system.currentTime")
    assert said.status == 0
    assert who._running_market(tmp_path / "demo-market") is None


def test_the_demo_keeps_what_is_known_of_its_permissions(sandbox: RunningSandbox, tmp_path: Path) -> None:
    (tmp_path / "demo-market").mkdir()
    (tmp_path / "demo-market" / "port").write_text(sandbox.base_url.rpartition(":")[2], encoding="ascii")
    say(Asked(tmp_path, demo=True), "alibaba.account.basic")
    allowed = {row["name"]: row["allowed"] for row in rows(Asked(tmp_path, demo=True))}
    assert (allowed["alibaba.account.basic"], allowed["alibaba.trade.cancel"]) == (True, None)
