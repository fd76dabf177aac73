"""Errors as one JSON object each: class, code, text, request id, and a sentence on what to do. And their exit status."""

from __future__ import annotations

import re
from typing import Any

from sourcing_app.errors import (
    InvalidInput,
    NotPermitted,
    OfferGone,
    OutcomeUnknown,
    Refused,
    SignInNeeded,
    SourcingError,
    StoreUnavailable,
    Throttled,
    UnexpectedReply,
    UnprovenNo,
    Unreachable,
    WrongCredentials,
)
from sourcing_app.platform.cli.contracts import contract
from sourcing_app.platform.transport.endpoint import Kind
from sourcing_app.platform.transport.gateway import TOO_LARGE_TO_SEND
from sourcing_app.platform.transport.redaction import redact

EXIT = {
    "InvalidInput": 2,
    "Refused": 3,
    "OfferGone": 4,
    "WrongCredentials": 5,
    "SignInNeeded": 6,
    "NotPermitted": 7,
    "Throttled": 8,
    "Unreachable": 9,
    "UnexpectedReply": 10,
    "OutcomeUnknown": 11,
    "NotConfirmed": 12,
    "StoreUnavailable": 13,
}
"""Exit status by class; 0 is a success, 1 a fault of this program."""


class NotConfirmed(SourcingError):
    """A call that moves money was not confirmed, so nothing was sent."""


def exit_status(error: SourcingError) -> int:
    """The number for a class, the nearest known ancestor's for a subclass."""
    for kind in type(error).__mro__:
        if kind.__name__ in EXIT:
            return EXIT[kind.__name__]
    return 1


def as_outcome(error: SourcingError, kind: Kind, name: str) -> SourcingError:
    """A write without an answer that proves something is not a failure: its outcome is not known."""
    if kind is Kind.READ or _never_left(error):
        return error
    if isinstance(error, Unreachable | UnexpectedReply | UnprovenNo):
        no = error if isinstance(error, UnprovenNo) else None
        unknown = OutcomeUnknown(name, no.code, no.text, said_no=True) if no is not None else OutcomeUnknown(name)
        unknown.__cause__ = error
        return unknown
    return error


_NEVER_LEFT = ("dns", "refused", "tls", "clock", "offline", "proxy", "proxy_gone", "proxy_address")


def _never_left(error: SourcingError) -> bool:
    return isinstance(error, Unreachable) and error.kind in _NEVER_LEFT


def report(error: SourcingError, name: str, key: str = "") -> dict[str, Any]:
    """The JSON object for an error. name: of the call; key: the outOrderId of the order that was to be made."""
    found: dict[str, Any] = {
        "class": type(error).__name__,
        "code": _code(error),
        "text": redact(_text(error)),
        "request_id": getattr(error, "request_id", None),
        "advice": advice(error, name, key),
        "call": name,
    }
    if key:
        found["out_order_id"] = key
    if isinstance(error, InvalidInput):
        found |= {
            "field": error.field,
            **{key: value for key, value in error.facts.items() if value not in (None, [], "")},
        }
    if isinstance(error, UnexpectedReply):
        found["reply"] = error.raw[:1000]
    if isinstance(error, OutcomeUnknown) and error.__cause__ is not None:
        found["because"] = redact(str(error.__cause__))[:300]
        if isinstance(error.__cause__, UnexpectedReply):
            found["reply"] = error.__cause__.raw[:1000]
    return found


def _code(error: SourcingError) -> str:
    match error:
        case Refused() | OutcomeUnknown():
            return error.code
        case NotPermitted():
            return "gw.APIACLDecline"
        case SignInNeeded():
            return "401"
        case Throttled():
            return "gw.QosAppFrequencyLimit"
        case Unreachable() | StoreUnavailable():
            return error.kind
        case InvalidInput():
            return error.reason
        case _:
            return ""


def _text(error: SourcingError) -> str:
    match error:
        case Refused() | NotPermitted() | SignInNeeded() | Throttled():
            return error.text or str(error)
        case UnexpectedReply():
            return error.reason
        case Unreachable():
            return ": ".join(filter(None, (_HAPPENED.get(error.kind), error.detail)))
        case InvalidInput():
            return _input_text(error)
        case OutcomeUnknown():
            return error.text or ("sent, but no answer came that proves anything" if not error.said_no else error.code)
        case _:
            return str(error)


def _input_text(error: InvalidInput) -> str:
    facts = error.facts
    listed = facts.get("names")
    names = ", ".join(map(str, listed)) if isinstance(listed, list) else error.field
    match error.reason:
        case "missing":
            return f"missing required parameter{'s' if ',' in names else ''}: {names}"
        case "unknown":
            if error.field == "name":
                return f"no call has the name {names}"
            missing = facts.get("missing")
            more = f"; missing: {', '.join(map(str, missing))}" if isinstance(missing, list) and missing else ""
            return f"not in the contract: {names}{more}"
        case "none" | "half" | "no_secret" if error.field == "account":
            return _NO_ACCOUNT[error.reason]
        case "address" if error.field == "gateway_url":
            return "not the address of a gateway"
        case "https" if error.field == "gateway_url":
            return "http:// is refused, except on this computer"
        case "type":
            return f"{error.field} must be {facts.get('wanted')}, got {facts.get('got')}"
        case "json":
            at = f" at line {facts['line']}, column {facts['column']}" if "line" in facts else ""
            return f"not JSON{at}: {facts.get('why')}"
        case "object":
            return f"{error.field} must be a JSON object, got {facts.get('got')}"
        case "not_text":
            return f"{error.field} is not whole text: {facts.get('why')}"
        case "file":
            return f"{facts.get('path')}: {facts.get('why')}"
        case _:
            return str(error)


def advice(error: SourcingError, name: str, key: str = "") -> str:  # noqa: C901 - one match, one case a class
    """What to do now, in a sentence or two."""
    match error:
        case WrongCredentials():
            return (
                "App key and secret do not match. Check both in the platform's console; "
                "'api call system.currentTime' tests them without any permission."
            )
        case OfferGone():
            return "The offer does not exist any more or is off sale. Nothing can be done with it; look for another."
        case Refused():
            return _refused_advice(error, name)
        case NotPermitted():
            return (
                f"The app lacks the permission for {error.api}. Apply for this API in the platform's console; "
                "trying again does not help."
            )
        case SignInNeeded():
            return (
                "The access token is missing, expired or revoked. Sign in again in the program, or pass a fresh one in "
                "SOURCING_ACCESS_TOKEN."
            )
        case Throttled():
            return f"The app calls too often. Wait {error.wait_s:.0f} s, then try again; --patience lets this program wait longer."
        case Unreachable():
            if error.kind == "too_large" and error.detail == TOO_LARGE_TO_SEND:
                return "What was sent is too large for the gateway. Send a smaller picture."
            return _UNREACHABLE.get(error.kind, "The gateway could not be reached. Try again later.")
        case OutcomeUnknown():
            return _unproven(error) + _look_first(key)
        case UnexpectedReply():
            return "The gateway answered in a shape that no document describes. --raw shows it; please report it."
        case NotConfirmed():
            return "This call moves money. Answer yes when asked, or pass --yes."
        case StoreUnavailable():
            return "The system's keychain cannot be read. Pass key, secret and token with --credentials instead."
        case InvalidInput():
            return _input_advice(error, name)
        case _:
            return "Please report this."


def _unproven(error: OutcomeUnknown) -> str:
    """Why a no of the platform does not settle it; "" where it said nothing."""
    if not error.said_no:
        return ""
    if error.code == "401":
        return (
            "The token was refused, usually before the call runs, but not always. It was renewed where it can be (sign in "
            "again otherwise); the call was not repeated. "
        )
    return "1688 said no, in its own words above, but its code is not known to be said before anything is done. "


def _look_first(key: str) -> str:
    if key:
        question = f'api call alibaba.trade.getBuyerOrderList \'{{"outOrderId": "{key}"}}\''
        return (
            f"The order may exist. Do NOT send it again. Look for it, now and some minutes later: {question}. Not found at "
            "once proves nothing."
        )
    return (
        "It may have happened. Do NOT send it again before looking: read the order, the refund list or the held "
        "messages, whichever it would have changed."
    )


_NO_ACCOUNT = {
    "none": "no account is connected in this profile",
    "half": "an account needs both an app key and an app secret",
    "no_secret": "the keychain holds nothing for this profile's account",
}

_UNREACHABLE = {
    "offline": "There is no connection. Check the network, then try again.",
    "dns": "The gateway's host name is not known here. Check --gateway-url and the network's name server.",
    "timeout": "The gateway took too long. A read may simply be tried again.",
    "refused": "Nothing listens at the gateway's address. Check --gateway-url and its port.",
    "tls": "The gateway's certificate was not accepted, so nothing was sent. A proxy or a filter may sit in between.",
    "proxy": "The proxy did not let the request through. Check the proxy settings of this system.",
    "proxy_gone": "The proxy that is set for this system does not answer, so nothing was sent. Check https_proxy and all_proxy.",
    "proxy_address": "The proxy that is set cannot be used, so nothing was sent. http://, https:// and socks5:// are spoken.",
    "server": "The platform has a fault of its own. Try again later.",
    "html": "A web page answered instead of the platform: a sign-in page of this network, or a wrong --gateway-url.",
    "clock": "This computer's clock is wrong, so secure connections fail. Set the time, then try again.",
    "too_large": "The answer was too large to be right and was not read.",
    "broken": "The answer broke off in the middle. A read may simply be tried again.",
}

_HAPPENED = {
    "html": "a web page, not an answer",
    "server": "the platform's own fault",
    "timeout": "no answer in time",
    "broken": "an answer cut short",
    "dns": "no such host",
    "refused": "nobody listens",
    "tls": "no trusted connection",
    "clock": "no trusted connection at this time of the clock",
    "proxy": "stopped at the proxy",
    "proxy_gone": "no proxy there",
    "proxy_address": "no usable proxy",
    "offline": "no connection",
    "too_large": "too large",
}

_GATEWAY = {
    "gw.APIUnsupported": "The gateway does not offer this call. Some calls of the solution document exist nowhere else.",
    "gw.ParamMissing": "The gateway misses a parameter; its name is in the text. 'api call NAME --help' lists what the call takes.",
    "gw.ParamInvalid": "The gateway could not read a parameter; its name is in the text.",
    "403": "The account or the app is blocked. The platform's console tells why.",
}

_WORDS = {
    "没有该商品的查询权限": "The account has no right to read this offer. Trying again does not help.",
    "不是自己的订单": "The order belongs to another account. Check which account is used.",
    "order.nopermission.buyer": "The order belongs to another account. Check which account is used.",
}
"""By what the platform says, or its code, whatever the call. Source: gateway.md, 5.3."""

_SIGNING_IN = {
    "system.oauth2.getToken": (
        "The code was used or is older than two minutes, the refresh token is dead, or redirect_uri is not the registered "
        "one. Sign in again."
    ),
    "system.oauth2.postponeToken": (
        "A refresh token can be extended in the last 30 days before its end only; a dead one needs a new sign-in."
    ),
}

_RANGE = re.compile(r"([0-9_]+)\.\.([0-9_]+)")
_CODE = re.compile(r"[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*")

_BUSINESS = {
    (
        "alibaba.trade.cancel",
        "CLOSE_ORDER_TOO_FAST",
    ): "An order can be cancelled 10 seconds after it was made. Wait a moment, then try again.",
    (
        "alibaba.trade.cancel",
        "ORDER_STATUS_ERROR",
    ): "The order does not wait for payment any more. Read it; a paid order needs a refund instead.",
    ("alibaba.trade.cancel", "ORDER_NOT_EXIST"): "There is no such order. Check that its id was not rounded.",
    ("alibaba.trade.cancel", "400_3"): "The order belongs to another account. Check which account is used.",
    (
        "alibaba.trade.createRefund",
        "5004",
    ): "The reason does not fit. Fetch alibaba.trade.getRefundReasonList for exactly this order, lines and goodsStatus.",
    (
        "alibaba.trade.createRefund",
        "5005",
    ): "This reason needs a voucher. Upload one with alibaba.trade.uploadRefundVoucher.",
    ("alibaba.trade.createRefund", "5006"): "This reason does not refund freight. Set applyCarriage to 0.",
    (
        "alibaba.trade.createRefund",
        "5010",
    ): "A refund of these lines may run already. List the refunds of the order before anything else.",
    (
        "alibaba.trade.createRefund",
        "5011",
    ): "The sum is wrong: at most what was paid, and exactly that before shipment (fen).",
    ("alibaba.trade.createRefund", "5012"): "The description must have 2 to 150 characters.",
    ("alibaba.trade.refund.returnGoods", "4004"): "Carrier and waybill do not fit together. Check both.",
    ("alibaba.trade.refund.returnGoods", "4007"): "The refund does not wait for a parcel any more. Read it again.",
    (
        "alibaba.trade.payWay.query",
        "500_2",
    ): "Only the buyer's main account may see the channels. The pay links work for sub-accounts too.",
    (
        "alibaba.trade.refund.buyer.queryOrderRefundList",
        "APPLY_TIME_ERROR",
    ): "The list reaches back 730 days. Ask for a later start.",
    (
        "alibaba.trade.getLogisticsTraceInfo.buyerView",
        "order.createtime.history",
    ): "Tracking is kept for one year; the order is older. Steps that were read before are all there is.",
}


def _documented(name: str, code: str) -> str:
    """What the contract says of a code: what it means, and what to do."""
    try:
        errors = contract(name).errors
    except KeyError:
        return ""
    found = errors.get(code) or next((said for key, said in errors.items() if _names_code(key, code)), ())
    sentences = (part.strip().rstrip(".") for part in found)
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in sentences if part)


def _names_code(key: str, code: str) -> bool:
    """Whether a contract's line is about a code: "500_001..500_009", "500 / inner 003002", "errorCode 500_1 and similar"."""
    if not code or key.startswith("gw."):
        return False
    bounds = _RANGE.fullmatch(key)
    if bounds is None:
        return len(code) > len("500") and code in _CODE.findall(key)
    return len(bounds[1]) == len(code) and bounds[1] <= code <= bounds[2]


def _has_two_spellings(name: str) -> bool:
    try:
        return contract(name).seed is not None
    except KeyError:
        return False


def _refused_advice(error: Refused, name: str) -> str:
    if error.code == "gw.ParamMissing" and _has_two_spellings(name):
        return f"{_GATEWAY[error.code]} The gateway may speak the other dialect: see --dialect."
    if error.code in _GATEWAY:
        return _GATEWAY[error.code]
    if (name, error.code) in _BUSINESS:
        return _BUSINESS[name, error.code]
    documented = _documented(name, error.code)
    if documented:
        return documented
    for words, sentence in _WORDS.items():
        if words in error.text or words == error.code:
            return sentence
    if name in _SIGNING_IN:
        return _SIGNING_IN[name]
    if error.code.startswith("gw."):
        return "The gateway refused the call before it ran. The code and the text say why; nothing was made."
    if not error.code and not error.text:
        return "The platform said no without a reason. Nothing was made; --raw shows its answer."
    return "The platform understood and said no, in its own words above. Nothing was made."


def _input_advice(error: InvalidInput, name: str) -> str:
    near = error.facts.get("near")
    hint = f" Did you mean {', '.join(map(str, near))}?" if isinstance(near, list) and near else ""
    if error.field == "name":
        return f"There is no such call.{hint} 'api list' names them all."
    if error.field == "gateway_url":
        return "The gateway's address must start with https:// (http:// is for this computer only)."
    if error.field == "account":
        return "Connect an account in the program, or pass key, secret and token with --credentials."
    if error.reason == "unknown":
        return f"Nothing was sent.{hint} 'api call {name} --help' lists what it takes; --unchecked sends it anyway."
    return f"Nothing was sent. 'api call {name} --help' lists what the call takes."
