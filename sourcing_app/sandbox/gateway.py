"""The gateway: refuses in the platform's order, then lets the call be answered. Source: gateway.md sections 4 and 5."""

from __future__ import annotations

import collections
import fnmatch
import itertools
import logging
import threading
import time
from dataclasses import dataclass
from typing import Any

from sourcing_app.sandbox import envelope, registry
from sourcing_app.sandbox.contracts import BadArgument, Contract, by_address
from sourcing_app.sandbox.faults import Fault
from sourcing_app.sandbox.registry import BusinessNo, Call
from sourcing_app.sandbox.tokens import MAIN, Account, Tokens
from sourcing_app.sandbox.wire import Wire, signed_rightly
from sourcing_app.sandbox.world import World

log = logging.getLogger("sourcing_app.sandbox")

CATALOGUE = ("product.search.", "product.image.", "product.related.", "product.analyze.", "product.topList.")


class Refusal(Exception):
    """The gateway's own no."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.status = status


@dataclass(slots=True)
class Answer:
    """body: JSON value. committed: the handler ran to its end and what it wrote was kept."""

    status: int
    body: Any
    committed: bool = False


class Gateway:
    """Checks and dispatches. Knows nothing of sockets."""

    def __init__(self, world: World, tokens: Tokens) -> None:
        self.world = world
        self.tokens = tokens
        self.calls: collections.Counter[str] = collections.Counter()
        self.refused: collections.Counter[str] = collections.Counter()
        self.unknown: collections.Counter[str] = collections.Counter()
        self.reply_faults: collections.Counter[str] = collections.Counter()
        self.crashes: collections.Counter[str] = collections.Counter()
        self.journal: collections.deque[dict[str, Any]] = collections.deque(maxlen=500)
        self._request_ids = itertools.count(1)
        self._recent: collections.deque[float] = collections.deque()
        self._rate_lock = threading.Lock()

    def forget(self) -> None:
        for counter in (self.calls, self.refused, self.unknown, self.reply_faults, self.crashes):
            counter.clear()
        self.journal.clear()
        self._recent.clear()

    def answer(self, wire: Wire, struck: dict[str, Fault]) -> Answer:
        """Run in a worker thread."""
        api = wire.address.name
        self.calls[api] += 1
        try:
            answer = self._accepted(wire, struck)
        except Refusal as no:
            self.refused[no.code] += 1
            answer = Answer(no.status, self._refusal_body(no))
        except Exception as error:
            log.exception("%s failed", api)
            self.crashes[f"{api}: {error!r}"] += 1
            answer = Answer(500, self._refusal_body(Refusal("500", "System error")))
        self._note(wire, answer)
        return answer

    def _note(self, wire: Wire, answer: Answer) -> None:
        entry = {"api": wire.address.name, "params": _shortened(wire.business), "status": answer.status}
        if isinstance(answer.body, dict) and "error_code" in answer.body:
            entry["error_code"] = answer.body["error_code"]
        self.journal.append(entry)

    def _refusal_body(self, no: Refusal) -> dict[str, str]:
        return {
            "error_code": no.code,
            "error_message": no.message,
            "exception": no.message,
            "request_id": f"sandbox{next(self._request_ids):013d}",
        }

    def _accepted(self, wire: Wire, struck: dict[str, Fault]) -> Answer:
        contract = self._known_and_signed(wire)
        if contract.namespace == "system.oauth2":
            return self._oauth(contract, wire)
        account = self._account(contract, wire, struck)
        self._permission(contract, struck)
        self._rate(struck)
        try:
            calls = self._arguments(contract, wire)
        except BadArgument as bad:
            raise _argument_refusal(bad) from None
        return self._dispatched(contract, account, calls)

    # -- the order of refusal -------------------------------------------------------------------------------

    def _known_and_signed(self, wire: Wire) -> Contract:
        address = wire.address
        if address.app_key != self.world.app_key:
            raise Refusal("gw.AppKeyMissing", "AppKey is missing or unknown")
        contract = by_address().get((address.namespace, address.name))
        if contract is None or contract.needs_signature:
            if not wire.texts.get("_aop_signature"):
                raise Refusal("gw.SignatureMissing", "Signature is missing")
            if not signed_rightly(wire, self.world.app_secret):
                raise Refusal("gw.SignatureInvalid", "Invalid signature")
        if self._stale(wire.texts.get("_aop_timestamp")):
            raise Refusal("gw.RequestExpired", "Request timestamp is out of range")
        protocols = ("param2", "http") if address.namespace == "system.oauth2" else ("param2",)
        if contract is None or address.version != "1" or address.protocol not in protocols:
            raise Refusal("gw.APIUnsupported", f"Unsupported API {address.namespace}:{address.name}")
        return contract

    def _stale(self, stamp: str | None) -> bool:
        """Whether a timestamp (milliseconds as text) is further from real time than allowed."""
        tolerance = self.world.options().timestamp_tolerance_s
        if not tolerance or stamp is None:
            return False
        return not stamp.isdecimal() or abs(int(stamp) / 1000 - time.time()) > tolerance

    def _account(self, contract: Contract, wire: Wire, struck: dict[str, Fault]) -> Account | None:
        if not contract.needs_token:
            return None
        token = wire.texts.get("access_token", "")
        if "expired_token" in struck:
            raise Refusal("401", "User authorization is required", 401)
        if not token:
            if self.world.options().single_user:
                return MAIN
            raise Refusal("401", "Request need user authorized", 401)
        account = self.tokens.account(token)
        if account is None:
            raise Refusal("401", "Request need user authenticated", 401)
        return account

    def _permission(self, contract: Contract, struck: dict[str, Fault]) -> None:
        denied = any(fnmatch.fnmatchcase(contract.name, one) for one in self.world.options().denied)
        if denied or "no_permission" in struck:
            raise Refusal("gw.APIACLDecline", "AppKey is not allowed(acl)")

    def _rate(self, struck: dict[str, Fault]) -> None:
        if "throttle" in struck or self._too_fast(self.world.options().rate_per_s):
            raise Refusal("gw.QosAppFrequencyLimit", "App call exceeds limited frequency")

    def _too_fast(self, limit: float) -> bool:
        """Count this call in; True if it is one too many. A limit of 0 is none; 0.1 is one call in ten seconds."""
        if not limit:
            return False
        now, window = time.monotonic(), max(1.0, 1 / limit)
        with self._rate_lock:
            while self._recent and self._recent[0] < now - window:
                self._recent.popleft()
            if len(self._recent) >= max(1.0, limit):
                return True
            self._recent.append(now)
            return False

    def _arguments(self, contract: Contract, wire: Wire) -> list[dict[str, Any]]:
        """Parameters of the call, or of the several calls that one of the older dialect stands for."""
        options = self.world.options()
        texts = wire.business | dict.fromkeys(wire.files, "")
        if options.dialect == "seed" and envelope.speaks_seed(contract):
            return envelope.fold_seed(contract, texts, strict=options.strict)
        parsed = contract.parse(texts, strict=options.strict)
        for name in contract.unknown(texts):
            if options.unknown_parameters == "refuse":
                raise BadArgument(name, missing=False, why="unknown argument")
            self.unknown[f"{contract.name}.{name}"] += 1
        return [parsed | wire.files]

    # -- the call itself ------------------------------------------------------------------------------------

    def _dispatched(self, contract: Contract, account: Account | None, calls: list[dict[str, Any]]) -> Answer:
        handler = registry.handler_for(contract.name)
        if handler is None:
            raise Refusal("gw.APIUnsupported", f"Unsupported API {contract.name}")
        options = self.world.options()
        body: Any = None
        committed = False
        for params in calls:
            call = Call(
                contract.name, params, options.dialect, account.member_id if account else None, self.world,
                account.login if account else None,
            )  # fmt: skip
            try:
                body = self._run(contract, handler, call)
                committed = True
            except BusinessNo as no:
                body = no.body
                break
        if options.check_replies:
            for fault in contract.reply_faults(body):
                self.reply_faults[f"{contract.name}: {fault}"] += 1
                log.warning("reply of %s does not conform: %s", contract.name, fault)
        return Answer(200, self._shaped(contract, body), committed)

    def _run(self, contract: Contract, handler: registry.Handler, call: Call) -> Any:
        try:
            if call.api.startswith(CATALOGUE):
                return handler(call)
            self.world.settle()
            with self.world.state.transaction():
                return handler(call)
        except (TypeError, ValueError, LookupError, AttributeError, OverflowError):
            # Not looked into when the call came (lenient): then the argument may be what is wrong, not the handler.
            if not self.world.options().strict:
                _refuse_bad(contract, call.params)
            raise

    def _shaped(self, contract: Contract, body: Any) -> Any:
        options = self.world.options()
        if options.odd_values != "plain":
            body = envelope.untidy_body(body, options.odd_values)
        return envelope.seed_body(contract, body) if options.dialect == "seed" else body

    def _oauth(self, contract: Contract, wire: Wire) -> Answer:
        act = self.tokens.get_token if contract.raw["wire_name"] == "getToken" else self.tokens.postpone
        with self.world.state.transaction():
            status, body = act(wire.texts)
        return Answer(status, body, status == 200)


def _refuse_bad(contract: Contract, params: dict[str, Any]) -> None:
    try:
        contract.converted(params)
    except BadArgument as bad:
        raise _argument_refusal(bad) from None


def _argument_refusal(bad: BadArgument) -> Refusal:
    if bad.missing:
        return Refusal("gw.ParamMissing", f"Required argument {bad.name}")
    return Refusal("gw.ParamInvalid", f"Invalid argument {bad.name}: {bad.why}")


def _shortened(params: dict[str, str]) -> dict[str, str]:
    return {name: text if len(text) <= 2000 else f"{text[:200]}... ({len(text)})" for name, text in params.items()}
