"""One call: checked, confirmed where it moves money, sent, and its answer printed."""

from __future__ import annotations

import asyncio
import difflib
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, TextIO

from sourcing_app.domain.account import LIVE_GATEWAY, Dialect
from sourcing_app.domain.intent import new_out_order_id
from sourcing_app.errors import InvalidInput, NotPermitted, Refused, SourcingError, Throttled, Unreachable
from sourcing_app.platform import registry
from sourcing_app.platform.cli import advice, output, printing
from sourcing_app.platform.cli.contracts import Contract, Shape, contract
from sourcing_app.platform.cli.identity import Asked, Identity, account_of, identity
from sourcing_app.platform.cli.parameters import Ready, read_argument, ready
from sourcing_app.platform.cli.permissions import Permissions
from sourcing_app.platform.orders.calls import CREATE
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.registry import AnyCall
from sourcing_app.platform.system.calls import POSTPONE
from sourcing_app.platform.system.records import Tokens
from sourcing_app.platform.transport.endpoint import SIGN_IN, Kind
from sourcing_app.platform.transport.fields import Json
from sourcing_app.platform.transport.gateway_address import check_gateway_url

OUT_ORDER_ID = "outOrderId"
"""Our key of an order: without one, an order whose answer was lost could not be looked up, so none is sent without."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed after ``api call``. patience_s: how long in all to wait at the call limit."""

    name: str
    argument: str | None
    asked: Asked
    raw: bool = False
    yes: bool = False
    unchecked: bool = False
    patience_s: float = 60.0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the business parameters as typed. key: of the order to be made, "" for other calls; key_is_ours: it was
    not typed."""

    call: AnyCall
    given: dict[str, Any]
    key: str = ""
    key_is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Streams:
    """Where from and to, so that a test can own them."""

    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)


def call_named(name: str) -> AnyCall:
    """The call of this name: a contract's, an API id with namespace, or ours (``refunds.get``).

    Raises InvalidInput("name", "unknown") with what it may have been meant to be.
    """
    known = registry.calls()
    bare = name.strip().partition(":")[2].removesuffix("-1") if ":" in name else name.strip()
    if bare in known:
        return known[bare]
    by_lower = {each.lower(): call for each, call in known.items()}
    if bare.lower() in by_lower:
        return by_lower[bare.lower()]
    if (ours := registry.call_of_own_name(bare)) is not None:
        return ours
    raise InvalidInput("name", "unknown", names=[name], near=_suggestions(bare))


def _suggestions(name: str) -> list[str]:
    known = list(registry.calls())
    lower = {each.lower(): each for each in known}
    near = [lower[match] for match in difflib.get_close_matches(name.lower(), list(lower), 3, 0.6)]
    last = name.lower().rpartition(".")[2]
    return list(dict.fromkeys([*near, *[each for each in known if last and last in each.lower()][:3]]))[:5]


def call(wanted: Wanted, streams: Streams) -> int:
    """Make the call; the exit status. Prints the typed result, the raw answer, or the error object, on stdout.

    A raw answer is printed whatever it says; the exit status tells what it means all the same.
    """
    key = ""
    try:
        question = _question(wanted, streams)
        key = question.key
        result, error_in_it = _answered(wanted, streams, question)
    except SourcingError as error:
        return _failed(error, wanted, key, streams)
    try:
        printing.put(output.text(output.plain(result)), streams.stdout)
    except printing.NotPrinted as full:
        return _not_printed(full, question, result, error_in_it, streams)
    return 0 if error_in_it is None else advice.exit_status(error_in_it)


def _failed(error: SourcingError, wanted: Wanted, key: str, streams: Streams) -> int:
    told = output.text(advice.report(error, wanted.name, key))
    try:
        printing.put(told, streams.stdout)
    except printing.NotPrinted:
        printing.tell(told, streams.stderr)
    return advice.exit_status(error)


def _not_printed(
    full: printing.NotPrinted, question: Question, result: Any, error_in_it: SourcingError | None, streams: Streams
) -> int:
    """A read may be made again, and whoever closed the pipe of one has seen enough; a write must be told of."""
    what = question.call
    if error_in_it is not None:
        printing.tell(output.text(advice.report(error_in_it, what.full_name, question.key)), streams.stderr)
        return advice.exit_status(error_in_it)
    if not what.is_read:
        printing.tell_done(what.full_name, question.given, result, full.why, streams.stderr)
        return printing.NOT_PRINTED
    if full.closed:
        return 0
    printing.tell(f"the answer could not be printed: {full.why}", streams.stderr)
    return printing.NOT_PRINTED


def _question(wanted: Wanted, streams: Streams) -> Question:
    what = call_named(wanted.name)
    given = read_argument(wanted.argument, streams.stdin)
    key = str(given.get(OUT_ORDER_ID) or "")
    if what is not CREATE or key:
        return Question(what, given, key if what is CREATE else "")
    key = new_out_order_id(datetime.now(UTC))
    return Question(what, given | {OUT_ORDER_ID: key}, key, key_is_ours=True)


def _answered(wanted: Wanted, streams: Streams, question: Question) -> tuple[Any, SourcingError | None]:
    paper = contract(question.call.full_name)
    shape = _shape(paper, wanted.asked)
    try:
        return _made(wanted, streams, question, shape)
    except Refused as refused:
        is_read = question.call.is_read
        other = _other_dialect(wanted.asked, paper, shape, refused) if is_read else None
        if other is None:
            raise
        try:
            again = _made(replace(wanted, asked=other), streams, question, paper.seed or shape)
        except InvalidInput:
            raise refused from None
        printing.tell("the gateway speaks the older dialect; --dialect seed says so from the start", streams.stderr)
        return again


def _other_dialect(asked: Asked, paper: Contract, shape: Shape, refused: Refused) -> Asked | None:
    """With the older dialect, where none was told and the gateway misses a parameter that only the live spelling hides.

    For reads alone: whatever the gateway says, a write is never sent a second time by itself.
    """
    missed = refused.text.removeprefix("Required argument ").strip()
    hidden = paper.seed is not None and shape is paper.live and missed in {one.name for one in paper.seed.parameters}
    told = asked.dialect is not None or refused.code != "gw.ParamMissing"
    return None if told or not hidden else replace(asked, dialect=Dialect.SEED.value)


def _made(wanted: Wanted, streams: Streams, question: Question, shape: Shape) -> tuple[Any, SourcingError | None]:
    what, given = question.call, question.given
    requests = ready(shape, _with_own(what, given, wanted.asked), unchecked=wanted.unchecked)
    if wanted.asked.names_account:
        check_gateway_url(wanted.asked.gateway_url or LIVE_GATEWAY)
    if what.kind is Kind.MONEY and not wanted.yes:
        _confirm(what, given, wanted, streams)
    with identity(wanted.asked) as who:
        if question.key_is_ours:
            printing.tell(f"sent with {OUT_ORDER_ID} {question.key}, to find the order again", streams.stderr)
        try:
            return asyncio.run(_sent(what, shape, requests, who, wanted, streams))
        except KeyboardInterrupt:
            if what.kind is Kind.READ:
                raise
            unknown = advice.as_outcome(Unreachable("broken", "interrupted"), what.kind, wanted.name)
            raise unknown from unknown.__cause__


def _shape(paper: Contract, asked: Asked) -> Shape:
    account = account_of(asked)
    is_seed = account is not None and account.dialect is Dialect.SEED
    return paper.seed if is_seed and paper.seed is not None else paper.live


def _with_own(what: AnyCall, given: Mapping[str, Any], asked: Asked) -> Mapping[str, Any]:
    """The sign-in calls take the app's own key, secret and token as parameters; they need not be typed again."""
    if what.namespace != SIGN_IN:
        return given
    own = {"client_id": asked.app_key or "profile", "client_secret": asked.app_secret or "profile"}
    if what is POSTPONE:
        own["access_token"] = asked.access_token or "profile"
    return own | dict(given)


def _confirm(what: AnyCall, given: Mapping[str, Any], wanted: Wanted, streams: Streams) -> None:
    """Ask a person. Raises NotConfirmed when nobody is there or the answer is not yes."""
    if wanted.argument == "-" or not streams.stdin.isatty():
        raise advice.NotConfirmed("nobody to ask")
    question = f"{what.full_name} moves money:\n{output.text(output.plain(dict(given)))}\nSend it? Type yes: "
    try:
        print(question, end="", file=streams.stderr, flush=True)
    except (OSError, ValueError):
        raise advice.NotConfirmed("nobody can be asked") from None
    if streams.stdin.readline().strip().lower() not in ("yes", "y"):
        raise advice.NotConfirmed("not confirmed")


async def _sent(
    what: AnyCall, shape: Shape, requests: Ready | list[Ready], who: Identity, wanted: Wanted, streams: Streams
) -> tuple[Any, SourcingError | None]:
    """The typed result, or the raw answer with what is wrong with it."""
    permissions = Permissions(wanted.asked.folder, who.account)
    platform = Platform(
        who.account,
        who.credentials,
        on_credentials=who.keep,
        on_wait=_Patience(wanted.patience_s, streams.stderr).wait,
    )
    body: Json = None
    try:
        body, fields = await _exchange(platform, what, shape, requests, who)
        result = what.answer(body, fields)
    except NotPermitted:
        permissions.note(what.full_name, allowed=False)
        raise
    except Refused as refused:
        if not refused.code.startswith("gw."):
            permissions.note(what.full_name, allowed=True)
        if wanted.raw and body is not None:
            return body, refused
        raise
    except Throttled as error:
        told = error.__context__
        raise Throttled(error.wait_s, error.text or str(told or ""), getattr(told, "request_id", None)) from error
    except SourcingError as error:
        outcome = advice.as_outcome(error, what.kind, what.full_name)
        if wanted.raw and body is not None:
            return body, outcome
        raise outcome from error
    finally:
        await platform.close()
    permissions.note(what.full_name, allowed=True)
    _keep_tokens(result, who)
    return body if wanted.raw else result, None


async def _exchange(
    platform: Platform, what: AnyCall, shape: Shape, requests: Ready | list[Ready], who: Identity
) -> tuple[Json, dict[str, Any]]:
    """The answer, and the business fields that were asked, out of their wrapper."""
    first = requests[0] if isinstance(requests, list) else requests
    inner: Any = [one.fields for one in requests] if isinstance(requests, list) else first.fields
    fields = _filled(what, first.fields, who)
    sent: dict[str, Any] = fields
    if shape.wrapper is not None and what.wrapper is None:
        sent = {shape.wrapper: inner}
    if what.is_read:
        return await platform.gateway.read(what, sent), fields
    return await platform.gateway.write(what, sent, first.files or None, proof=what.proof), fields


def _filled(what: AnyCall, fields: dict[str, Any], who: Identity) -> dict[str, Any]:
    if what.namespace != SIGN_IN:
        return fields
    own = {
        "client_id": who.credentials.app_key,
        "client_secret": who.credentials.app_secret,
        "access_token": who.credentials.access_token,
        "refresh_token": who.credentials.refresh_token,
    }
    return {name: own.get(name) if value == "profile" else value for name, value in fields.items()}


def _keep_tokens(result: object, who: Identity) -> None:
    """New tokens of the profile's account go where the old ones are: the old may be dead already."""
    if isinstance(result, Tokens) and who.keep is not None:
        old = who.credentials
        who.keep(
            replace(
                old,
                access_token=result.access_token,
                refresh_token=result.refresh_token or old.refresh_token,
                refresh_expires_at=result.refresh_expires_at or old.refresh_expires_at,
            )
        )


class _Patience:
    """How long to wait at the call limit in all; says each wait, and gives up before one that is too long."""

    def __init__(self, seconds: float, stderr: TextIO) -> None:
        self._left = seconds
        self._stderr = stderr

    def wait(self, seconds: float) -> None:
        """Raises Throttled when there is no patience left for this."""
        if seconds > self._left:
            raise Throttled(seconds)
        self._left -= seconds
        printing.tell(f"call limit reached: waiting {seconds:.0f} s", self._stderr)
