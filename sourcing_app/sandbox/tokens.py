"""Accounts of the marketplace and the tokens that act for them.

Access tokens live 10 hours on the sandbox clock, refresh tokens half a year; the tokens printed at the start never
end, like the permanent ones of the platform's console. Source: gateway.md section 6.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sourcing_app.sandbox.clock import at, compact
from sourcing_app.sandbox.world import World

ACCESS_S = 36000
REFRESH_S = 182 * 86400
POSTPONE_S = 30 * 86400
CODE_S = 120

TABLES = """
CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, kind TEXT NOT NULL, login TEXT NOT NULL, ends REAL, redirect_uri TEXT);
"""


@dataclass(frozen=True, slots=True)
class Account:
    """login: "buyer_demo_01"; a sub-account is "buyer_demo_01:sub1" and shares the member id of its main account."""

    login: str
    member_id: str
    user_id: int
    company: str

    @property
    def is_sub(self) -> bool:
        return ":" in self.login


ACCOUNTS = (
    Account("buyer_demo_01", "b2b-2200000000001", 2200000000001, "示范采购有限公司"),
    Account("buyer_demo_01:sub1", "b2b-2200000000001", 2200000000001, "示范采购有限公司"),
    Account("buyer_demo_02", "b2b-2200000000002", 2200000000002, "第二采购行"),
)
MAIN, SUB, SECOND = ACCOUNTS

APP_KEY = "8800001"


def derived(name: str) -> str:
    """A credential that is the same on every machine: it guards nothing but a toy."""
    digest = hashlib.sha256(f"sourcing sandbox {name}".encode()).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"


APP_SECRET = derived("secret").replace("-", "")[:12]


def new_name() -> str:
    """A name that nobody can guess."""
    return secrets.token_hex(16)


class Tokens:
    """Gives out, checks and ends tokens."""

    def __init__(self, world: World, fresh: Callable[[], str] = new_name) -> None:
        """fresh: where the names of new tokens come from."""
        self.world = world
        self._fresh = fresh
        world.state.own(TABLES)
        world.on_reset(self._plant)
        self._plant(world)

    def _plant(self, world: World) -> None:
        for account in ACCOUNTS:
            world.state.execute(
                "INSERT OR IGNORE INTO tokens VALUES (?, 'access', ?, NULL, NULL)",
                derived(f"access {account.login}"),
                account.login,
            )
            ends = self.world.clock.seconds() + REFRESH_S
            world.state.execute(
                "INSERT OR IGNORE INTO tokens VALUES (?, 'refresh', ?, ?, NULL)",
                derived(f"refresh {account.login}"),
                account.login,
                ends,
            )

    def credentials(self) -> dict[str, Any]:
        """What the sandbox prints at its start."""
        return {
            "app_key": self.world.app_key,
            "app_secret": self.world.app_secret,
            "access_token": derived(f"access {MAIN.login}"),
            "refresh_token": derived(f"refresh {MAIN.login}"),
            "member_id": MAIN.member_id,
            "sub_access_token": derived(f"access {SUB.login}"),
            "second_access_token": derived(f"access {SECOND.login}"),
            "second_member_id": SECOND.member_id,
        }

    def account(self, token: str, kind: str = "access") -> Account | None:
        """Whose token this is; None for an unknown or ended one."""
        row = self.world.state.row("SELECT login, ends FROM tokens WHERE token = ? AND kind = ?", token, kind)
        if row is None or (row["ends"] is not None and row["ends"] <= self.world.clock.seconds()):
            return None
        return account_of(row["login"])

    def give(self, kind: str, login: str, seconds: float, redirect_uri: str | None = None) -> str:
        token = derived(self._fresh())
        self.world.state.insert(
            "tokens",
            token=token,
            kind=kind,
            login=login,
            ends=self.world.clock.seconds() + seconds,
            redirect_uri=redirect_uri,
        )
        return token

    def end(self, token: str) -> None:
        self.world.state.execute("DELETE FROM tokens WHERE token = ?", token)

    def end_access(self, login: str) -> None:
        """Let every access token of an account expire, the permanent one as well."""
        self.world.state.execute(
            "UPDATE tokens SET ends = ? WHERE login = ? AND kind = 'access'", self.world.clock.seconds(), login
        )

    def ends(self, token: str) -> float | None:
        found = self.world.state.value("SELECT ends FROM tokens WHERE token = ?", token)
        return None if found is None else float(found)

    # -- the two calls -------------------------------------------------------------------------------------

    def get_token(self, params: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """system.oauth2/getToken: status and body."""
        wrong = self._wrong_client(params)
        if wrong:
            return wrong
        grant = params.get("grant_type", "")
        if grant == "authorization_code":
            return self._by_code(params)
        if grant == "refresh_token":
            return self._by_refresh(params)
        return oauth_error("unsupported_grant_type", f"grant_type {grant or 'is missing'}")

    def _by_code(self, params: dict[str, str]) -> tuple[int, dict[str, Any]]:
        code = params.get("code", "")
        account = self.account(code, "code")
        registered = self.world.state.value("SELECT redirect_uri FROM tokens WHERE token = ?", code)
        self.end(code)
        if account is None:
            return oauth_error("invalid_grant", "code is used, unknown or older than two minutes")
        if params.get("redirect_uri") not in (registered, "default"):
            return oauth_error("invalid_grant", "redirect_uri is not the one of the authorization")
        body = self._token_body(account)
        if params.get("need_refresh_token") == "true":
            refresh = self.give("refresh", account.login, REFRESH_S)
            body |= self._refresh_members(refresh)
        return 200, body

    def _by_refresh(self, params: dict[str, str]) -> tuple[int, dict[str, Any]]:
        account = self.account(params.get("refresh_token", ""), "refresh")
        if account is None:
            return oauth_error("invalid_grant", "refresh_token is unknown or dead")
        return 200, self._token_body(account)

    def postpone(self, params: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """system.oauth2/postponeToken: only in the last 30 days of the refresh token, which then dies."""
        wrong = self._wrong_client(params)
        if wrong:
            return wrong
        old = params.get("refresh_token", "")
        account = self.account(old, "refresh")
        if account is None or self.account(params.get("access_token", "")) is None:
            return oauth_error("invalid_grant", "refresh_token or access_token is dead")
        left = (self.ends(old) or 0.0) - self.world.clock.seconds()
        if left > POSTPONE_S:
            return oauth_error("invalid_request", "refresh token can be postponed in its last 30 days only")
        self.end(old)
        refresh = self.give("refresh", account.login, REFRESH_S)
        return 200, self._token_body(account) | self._refresh_members(refresh)

    def _wrong_client(self, params: dict[str, str]) -> tuple[int, dict[str, Any]] | None:
        right = (self.world.app_key, self.world.app_secret)
        if (params.get("client_id"), params.get("client_secret")) != right:
            return oauth_error("invalid_client", "client_id and client_secret do not match")
        return None

    def _token_body(self, account: Account) -> dict[str, Any]:
        return {
            "access_token": self.give("access", account.login, ACCESS_S),
            "expires_in": str(ACCESS_S),
            "resource_owner": account.login,
            "memberId": account.member_id,
            "aliId": str(account.user_id),
        }

    def _refresh_members(self, refresh: str) -> dict[str, Any]:
        ends = at(self.ends(refresh) or 0.0)
        return {
            "refresh_token": refresh,
            "refresh_token_timeout": compact(ends - timedelta(microseconds=ends.microsecond)),
        }


def oauth_error(error: str, description: str) -> tuple[int, dict[str, Any]]:
    return 400, {"error": error, "error_description": description}


def account_of(login: str) -> Account | None:
    return next((account for account in ACCOUNTS if account.login == login), None)


def main_account(member_id: str) -> Account:
    """The main account of a member id; one for a buyer made up by a test if there is none."""
    for account in ACCOUNTS:
        if account.member_id == member_id and not account.is_sub:
            return account
    number = int("".join(c for c in member_id if c.isdigit()) or "1")
    return Account(f"buyer_{number}", member_id, number, "采购方")
