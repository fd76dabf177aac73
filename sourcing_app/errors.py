"""Everything that may be expected to fail, one class each. Anything else that is raised is a bug.

The classes carry facts, never sentences for the screen: those are made in one place, ``ui/notices.py``.
"""

from __future__ import annotations

from datetime import datetime


class SourcingError(Exception):
    """The root of all expected failures."""


class Unreachable(SourcingError):
    """No usable answer: no network, time-out, 5xx, a page of HTML. Reads have already been retried.

    kind: "offline", "dns", "timeout", "refused", "tls", "proxy" (it answered, with a no), "proxy_gone" (it did not answer),
    "proxy_address" (it is set in a form or of a kind that cannot be used; nothing was tried), "server" (5xx), "html" (not
    the platform speaking),
    "clock" (the certificate is not valid at this computer's time), "too_large" or "broken" (cut off in the middle),
    "market" (the demo marketplace is not running).
    """

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}" if detail else kind)
        self.kind = kind
        self.detail = detail


class Throttled(SourcingError):
    """The platform's call limit is reached and the patience for waiting is used up. wait_s: seconds until a try makes sense.

    text, request_id: the gateway's own, where it gave them.
    """

    def __init__(self, wait_s: float, text: str = "", request_id: str | None = None) -> None:
        super().__init__(f"call limit reached, wait {wait_s:.0f} s")
        self.wait_s = wait_s
        self.text = text
        self.request_id = request_id


class SignInNeeded(SourcingError):
    """The token was refused, and one refresh did not help (or there is nothing to refresh with).

    text, request_id: the gateway's own, where it gave them.
    """

    def __init__(self, detail: str = "", text: str = "", request_id: str | None = None) -> None:
        super().__init__(detail)
        self.text = text
        self.request_id = request_id


class NotPermitted(SourcingError):
    """The app lacks the permission for this call (``gw.APIACLDecline``): to be applied for in the platform's console."""

    def __init__(self, api: str, request_id: str | None = None, text: str = "") -> None:
        super().__init__(api)
        self.api = api
        self.request_id = request_id
        self.text = text


NO_PICTURE_ID = "no picture id"
"""Ours, as a code of Refused: the platform took a photo and gave it the number 0, or none."""


class Refused(SourcingError):
    """The platform understood and said no. For a write: nothing was made, since the code is known to be said before that.

    code: the platform's word, may be empty. text: the platform's own (usually Chinese) sentence, as data.
    is_read: it was only asked for something, so there is nothing that could have been changed.
    """

    def __init__(
        self, code: str, text: str, request_id: str | None = None, api: str = "", *, is_read: bool = False
    ) -> None:
        super().__init__(f"{code}: {text}" if code else text)
        self.code = code
        self.text = text
        self.request_id = request_id
        self.api = api
        self.is_read = is_read


class OfferGone(Refused):
    """The offer does not exist any more or is off sale (SP0056, 已下架)."""


class WrongCredentials(Refused):
    """App key and secret do not match (``gw.SignatureInvalid``, ``gw.AppKeyMissing``)."""


class UnprovenNo(SourcingError):
    """A write was answered with a no that proves nothing: its code is not known to be said before anything is made.

    code, text, request_id: the platform's own, or those of whatever answered in its place.
    """

    def __init__(self, code: str, text: str, request_id: str | None = None, api: str = "") -> None:
        super().__init__(f"{code}: {text}" if code else text)
        self.code = code
        self.text = text
        self.request_id = request_id
        self.api = api


class UnexpectedReply(SourcingError):
    """JSON in none of the documented shapes. raw: the reply, secrets removed, cut to 4,000 characters."""

    def __init__(self, api: str, reason: str, raw: str = "") -> None:
        super().__init__(f"{api}: {reason}")
        self.api = api
        self.reason = reason
        self.raw = raw


class OutcomeUnknown(SourcingError):
    """A write was sent and no answer came that proves anything: what it was to make may exist. Settle before trying again.

    reference: our own key of the write (an order's ``out_order_id``), by which it can be looked up. said_no: the platform
    answered with a no that proves nothing (see ``UnprovenNo``); code, text: its own words. False: there was silence.
    """

    def __init__(self, reference: str, code: str = "", text: str = "", *, said_no: bool = False) -> None:
        super().__init__(reference)
        self.reference = reference
        self.code = code
        self.text = text
        self.said_no = said_no


class PriceChanged(SourcingError):
    """What would be ordered is not what was approved. differences: (what, approved, now), as text."""

    def __init__(self, differences: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__("; ".join(f"{what}: {before} -> {now}" for what, before, now in differences))
        self.differences = differences


class AlreadySending(SourcingError):
    """The same cart is already on its way, or an earlier try of it is not settled yet. intent_ids: which."""

    def __init__(self, intent_ids: tuple[str, ...]) -> None:
        super().__init__(", ".join(intent_ids))
        self.intent_ids = intent_ids


class OrderDoubled(SourcingError):
    """More orders stand under one key of ours than the decision behind it made: one is to be cancelled, or all are wanted.

    order_ids: all that are neither closed nor ended. out_order_id: the key.
    """

    def __init__(self, order_ids: tuple[str, ...], out_order_id: str) -> None:
        super().__init__(", ".join(order_ids))
        self.order_ids = order_ids
        self.out_order_id = out_order_id


class PaymentStarted(SourcingError):
    """A payment page was opened for these orders before and they are still unpaid: to be checked before another is opened.

    order_ids: which; started_at: when, aware, of the latest.
    """

    def __init__(self, order_ids: tuple[str, ...], started_at: datetime) -> None:
        super().__init__(", ".join(order_ids))
        self.order_ids = order_ids
        self.started_at = started_at


class InvalidInput(SourcingError):
    """What the user gave cannot be used. field: which input; reason: a short word that notices.py turns into a sentence."""

    def __init__(self, field: str, reason: str, **facts: object) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason
        self.facts = facts


class PictureUnreadable(InvalidInput):
    """A picture that cannot be searched with. reason: "folder" (no picture in it), "missing", "not_opened" (the system does not
    open it; detail says why), "not_a_picture", "format" (known, not read; kind is its name), "truncated", "damaged",
    "too_large", "too_many_pixels", "too_small", "empty", "not_loaded" (no answer from its address), "web_..." (another host's
    picture was not got, as in ``client/web_pictures.py``; host says whose), "too_much_work" (took longer to
    decode than any honest picture of its size), "cancelled"."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__("picture", reason, **facts)


class UnsafeLink(SourcingError):
    """An address the program will not open. reason: "scheme", "host", "port", "user", "characters"."""

    def __init__(self, reason: str, host: str) -> None:
        super().__init__(f"{reason}: {host}")
        self.reason = reason
        self.host = host


class StoreUnavailable(SourcingError):
    """The disk said no. kind: "full", "locked", "damaged", "newer", "read_only"; path: the file or folder it is about.

    Where kind is "damaged": path is where the file was set aside, backup the newest good copy that can be restored, None
    if there is none.
    """

    def __init__(self, kind: str, path: str, detail: str = "", backup: str | None = None) -> None:
        super().__init__(f"{kind}: {path} {detail}".rstrip())
        self.kind = kind
        self.path = path
        self.detail = detail
        self.backup = backup
