"""The authorization page of the platform, as far as a client sees it. Source: gateway.md section 6."""

from __future__ import annotations

import asyncio
import html
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sourcing_app.sandbox.page import page
from sourcing_app.sandbox.tokens import ACCOUNTS, CODE_S, Tokens, account_of
from sourcing_app.sandbox.world import World


def signin_routes(world: World, tokens: Tokens) -> list[Route]:
    """``GET /oauth/authorize`` shows the accounts; choosing one redirects back with a code."""

    async def authorize(request: Request) -> Response:
        return await asyncio.to_thread(_show, world, request)

    async def chosen(request: Request) -> Response:
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        return await asyncio.to_thread(_redirect, world, tokens, form)

    return [
        Route("/oauth/authorize", authorize, methods=["GET"]),
        Route("/oauth/authorize", chosen, methods=["POST"]),
    ]


def _fault(world: World, asked: dict[str, str]) -> str | None:
    """The sentence of the platform's page for a request it does not take."""
    if not asked.get("redirect_uri") or not asked.get("client_id"):
        return "缺少必要参数"
    address = urlsplit(asked["redirect_uri"])
    hosts = world.options().redirect_hosts
    if asked["client_id"] != world.app_key or address.scheme not in ("http", "https") or not address.netloc:
        return "非法请求"
    if hosts and address.hostname not in hosts:
        return "非法请求"
    return None


def _show(world: World, request: Request) -> Response:
    asked = dict(request.query_params)
    fault = _fault(world, asked)
    if fault:
        return HTMLResponse(page("1688", f"<h1>{fault}</h1>"), 400)
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{html.escape(asked.get(name, ""), quote=True)}">'
        for name in ("client_id", "redirect_uri", "state")
    )
    buttons = "".join(
        f'<button name="login" value="{account.login}">{html.escape(account.company)} · {account.login}'
        f"{' · 子账号' if account.is_sub else ''}</button>"
        for account in ACCOUNTS
    )
    return HTMLResponse(
        page(
            "授权登录",
            f"<h1>授权登录</h1><p>应用 <b>{html.escape(asked['client_id'])}</b> 请求访问您的采购账号。"
            f"<br><small>Choose the account this app may act for.</small></p>"
            f'<form method="post" action="authorize">{hidden}{buttons}</form>',
        )
    )


def _redirect(world: World, tokens: Tokens, form: dict[str, str]) -> Response:
    fault = _fault(world, form)
    account = account_of(form.get("login", ""))
    if fault or account is None:
        return HTMLResponse(page("1688", f"<h1>{fault or '非法请求'}</h1>"), 400)
    code = tokens.give("code", account.login, CODE_S, form["redirect_uri"])
    answer = urlencode({"code": code, "state": form.get("state", "")})
    joint = "&" if urlsplit(form["redirect_uri"]).query else "?"
    return RedirectResponse(f"{form['redirect_uri']}{joint}{answer}", 302)
