"""Connect a 1688 account: try the keys, sign in, learn whose account it is, keep the secrets in the keyring."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol
from urllib.parse import urlsplit

from sourcing_app.domain.account import Account, AccountForm, Connected, Credentials, SignInPage
from sourcing_app.domain.ids import AccountKey
from sourcing_app.errors import InvalidInput, NotPermitted, Refused, StoreUnavailable, Throttled, Unreachable
from sourcing_app.platform.members import calls as member_calls
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.auth import AUTHORIZE_URL, authorize_url, code_from, exchange_code, new_state
from sourcing_app.platform.transport.sign_in import RedirectListener, comes_back_here


class SecretStore(Protocol):
    """The system's keyring, as far as this use case goes."""

    def save(self, key: AccountKey, credentials: Credentials) -> None: ...
    def forget(self, key: AccountKey) -> None: ...


class ConnectAccount:
    """open_platform: makes the client of an account; keyring: None where the system has none."""

    def __init__(
        self, open_platform: Callable[[Account, Credentials], Platform], keyring: SecretStore | None = None
    ) -> None:
        self._open_platform = open_platform
        self._keyring = keyring
        self._one_listener = asyncio.Lock()
        self._listener: RedirectListener | None = None

    def check(self, form: AccountForm) -> None:
        """Raises InvalidInput with the field that is missing or wrong; nothing is sent."""
        for field in ("app_key", "app_secret"):
            if not getattr(form, field).strip():
                raise InvalidInput(field, "empty")
        if not form.app_key.strip().isdigit():
            raise InvalidInput("app_key", "digits")

    def sign_in_page(self, form: AccountForm) -> SignInPage:
        """The page at which the buyer lets this program in, for a real browser. Raises InvalidInput."""
        self.check(form)
        if not form.redirect_uri.strip().startswith(("https://", "http://")):
            raise InvalidInput("redirect_uri", "address")
        state = new_state()
        page = _authorize_page(form.account().gateway_url)
        return SignInPage(authorize_url(form.app_key.strip(), form.redirect_uri.strip(), state, page=page), state)

    async def redirected(self, form: AccountForm) -> str | None:
        """The address the browser comes back to, where the registered one is a port of this computer; None where it is not,
        nobody came, or ``stop_waiting`` was called: then it is pasted."""
        redirect = form.redirect_uri.strip()
        if not comes_back_here(redirect):
            return None
        self.stop_waiting()
        self._listener = listener = RedirectListener(redirect)
        try:
            async with self._one_listener, listener:
                return await listener.address()
        except Unreachable:
            return None

    def stop_waiting(self) -> None:
        """Do not listen for the browser any longer."""
        if self._listener is not None:
            self._listener.give_up()

    async def with_answer(self, form: AccountForm, page: SignInPage, pasted: str) -> Connected:
        """Finish a sign-in with the address the browser was sent back to. Raises InvalidInput, Refused, Unreachable."""
        code = code_from(pasted, page.state)
        account, keys = form.account(), form.credentials()
        platform = self._open_platform(account, keys)
        try:
            redirect, now = form.redirect_uri.strip(), datetime.now(UTC)
            credentials = await exchange_code(platform.transport, account.gateway_url, keys, code, redirect, now)
        finally:
            await platform.close()
        return await self._connected(account, credentials)

    async def with_token(self, form: AccountForm) -> Connected:
        """With a permanent token, or none for an app of a single user. Raises WrongCredentials, SignInNeeded, ..."""
        self.check(form)
        return await self._connected(form.account(), form.credentials())

    async def _connected(self, account: Account, credentials: Credentials) -> Connected:
        platform = self._open_platform(account, credentials)
        try:
            await platform.self_test()
            account = await self._spoken(platform, await self._named(platform, account))
            credentials = platform.tokens.credentials
        finally:
            await platform.close()
        return Connected(account, credentials, await asyncio.to_thread(self._keep, account, credentials))

    async def _named(self, platform: Platform, account: Account) -> Account:
        """With member id and login name; as it is when the app may not ask for them."""
        try:
            member = await platform.send(member_calls.ME)
        except (NotPermitted, Refused):
            return account
        return replace(account, member_id=member.member_id, name=member.login or member.company)

    async def _spoken(self, platform: Platform, account: Account) -> Account:
        """In the dialect the gateway speaks, where it tells; as it was chosen otherwise."""
        try:
            told = await platform.spoken_dialect()
        except (Throttled, Unreachable):
            return account
        return account if told is None else replace(account, dialect=told)

    def _keep(self, account: Account, credentials: Credentials) -> bool:
        """Whether the keyring has them. A locked one must not cost a sign-in that 1688 has granted."""
        if self._keyring is None:
            return False
        try:
            self._keyring.save(account.key, credentials)
        except StoreUnavailable:
            return False
        return True


def _authorize_page(gateway_url: str) -> str:
    """The platform's own page; a marketplace on another host has its page on that host."""
    host = urlsplit(gateway_url).hostname or ""
    return AUTHORIZE_URL if host == "1688.com" or host.endswith(".1688.com") else f"{gateway_url}/oauth/authorize"
