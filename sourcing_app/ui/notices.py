"""From an error to a sentence and the next step: the only place where failures become words for the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from sourcing_app.domain.picture_formats import read_formats
from sourcing_app.errors import (
    NO_PICTURE_ID,
    AlreadySending,
    InvalidInput,
    NotPermitted,
    OfferGone,
    OrderDoubled,
    OutcomeUnknown,
    PaymentStarted,
    PictureUnreadable,
    PriceChanged,
    Refused,
    SignInNeeded,
    StoreUnavailable,
    Throttled,
    UnexpectedReply,
    UnprovenNo,
    Unreachable,
    UnsafeLink,
    WrongCredentials,
)
from sourcing_app.ui.format import clock_text
from sourcing_app.ui.texts import tr


class Severity(Enum):
    """How loud. The value is the colour's role."""

    GOOD = "good"
    INFO = "info"
    WARNING = "warning"
    DANGER = "danger"


class Step(Enum):
    """What a notice offers to do next. The page that shows it, or the window, does it."""

    NONE = "none"
    RETRY = "retry"
    UNDO = "undo"
    SIGN_IN = "sign_in"
    ACCOUNT = "account"
    SETTINGS = "settings"
    ORDERS = "orders"
    REVIEW = "review"
    COMPARE = "compare"
    STORAGE = "storage"
    COPY_LINK = "copy_link"


_OFFLINE = ("offline", "dns", "refused", "proxy_gone", "timeout", "market")
"""Kinds of Unreachable that say that nothing answers now, whatever is asked."""

ACCOUNT_STEPS = frozenset({Step.SIGN_IN, Step.ACCOUNT})
"""Those after which trying again alone would not help."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One message. sentence: what happened and what it means; step, step_label: the one thing to do about it.

    details: raw codes and ids, for the curious and for support; theirs: the platform's own words, shown marked as theirs.
    cause: notices with an equal cause are one, counted. is_offline: the connection, not this act, is what failed.
    """

    sentence: str
    severity: Severity = Severity.INFO
    step: Step = Step.NONE
    step_label: str = ""
    details: str = ""
    theirs: str = ""
    cause: str = ""
    is_offline: bool = False


def notice_of(error: BaseException) -> Notice:
    """The words for any error. What is not one of ours is a bug: said plainly, once."""
    match error:
        case (
            Unreachable() | Throttled() | SignInNeeded() | NotPermitted() | Refused() | UnexpectedReply() | UnprovenNo()
        ):
            return _of_platform(error)
        case OutcomeUnknown() | PriceChanged() | AlreadySending() | PaymentStarted() | OrderDoubled():
            return _of_money(error)
        case InvalidInput():
            return _invalid(error)
        case UnsafeLink():
            return Notice(
                tr("This link was not opened: {0} is not a page of 1688 or Alipay.").format(error.host or tr("the address")),
                Severity.DANGER, details=_details(reason=error.reason, host=error.host), cause=f"link {error.host}",
            )  # fmt: skip
        case StoreUnavailable():
            return _store(error)
    return Notice(
        tr("Something went wrong inside the program. Your data is safe; please report this."),
        Severity.DANGER, details=f"{type(error).__name__}: {error}", cause=f"bug {type(error).__name__}",
    )  # fmt: skip


def _of_platform(
    error: Unreachable | Throttled | SignInNeeded | NotPermitted | Refused | UnexpectedReply | UnprovenNo,
) -> Notice:
    """Nothing came back, or a no."""
    match error:
        case Unreachable():
            return _unreachable(error)
        case Throttled():
            return Notice(
                tr("1688 limits how often we may ask. Wait {0} s, then go on.").format(math.ceil(error.wait_s)),
                Severity.WARNING, Step.RETRY, tr("Try again"), str(error), cause="throttled",
            )  # fmt: skip
        case SignInNeeded():
            return Notice(
                tr("The sign-in to 1688 has ended. Nothing is lost; sign in again to go on."),
                Severity.WARNING, Step.SIGN_IN, tr("Sign in"), cause="sign_in",
            )  # fmt: skip
        case NotPermitted():
            return Notice(
                tr("Your 1688 app is not permitted to do this. Apply for {0} in the 1688 console.").format(error.api),
                Severity.WARNING, Step.ACCOUNT, tr("Account"), _details(api=error.api, request=error.request_id),
                cause=f"permission {error.api}",
            )  # fmt: skip
        case Refused():
            return _refused(error)
        case UnprovenNo():
            return Notice(
                tr("1688 said no, which does not prove that nothing was done. Look at it there before you try again."),
                Severity.WARNING, details=_details(code=error.code, api=error.api, request=error.request_id),
                theirs=no_in_words(error), cause=f"unproven {error.api} {error.code} {error.text}",
            )  # fmt: skip
        case UnexpectedReply():
            return Notice(
                tr("1688 answered in a way this version does not understand. Try again; if it stays, report it."),
                Severity.DANGER, Step.RETRY, tr("Try again"),
                _details(api=error.api, reason=error.reason, reply=error.raw[:1000]), cause=f"reply {error.api}",
            )  # fmt: skip


def _of_money(error: OutcomeUnknown | PriceChanged | AlreadySending | PaymentStarted | OrderDoubled) -> Notice:
    """What keeps an order from being bought twice, or at another price."""
    match error:
        case OutcomeUnknown(said_no=True):
            return Notice(
                tr(
                    "1688 said no, which does not prove that nothing was made. It was looked for and not found so far; looking"
                    " goes on. You may order again: it is looked for once more before anything is sent."
                ),
                Severity.WARNING, Step.ORDERS, tr("Show orders"), _details(reference=error.reference, code=error.code),
                no_in_words(error), cause=f"unknown {error.reference}",
            )  # fmt: skip
        case OutcomeUnknown():
            return Notice(
                tr("Checking with 1688 whether this order was made. Do not order it again until that is known."),
                Severity.WARNING, Step.ORDERS, tr("Show orders"), _details(reference=error.reference),
                cause=f"unknown {error.reference}",
            )  # fmt: skip
        case PriceChanged():
            changes = "\n".join(f"{what}: {before} → {now}" for what, before, now in error.differences)
            return Notice(
                tr("Something changed since you looked, so nothing was ordered. Review it and decide again."),
                Severity.WARNING, Step.REVIEW, tr("Review"), changes, cause="price changed",
            )  # fmt: skip
        case AlreadySending():
            return Notice(
                tr("These goods are already on their way to 1688. Wait until that order is settled."),
                Severity.WARNING, Step.ORDERS, tr("Show orders"), _details(orders=", ".join(error.intent_ids)),
                cause="already sending",
            )  # fmt: skip
        case OrderDoubled():
            return Notice(
                tr("Two orders for one decision. Cancel one of them before you pay, unless you want both."),
                Severity.WARNING, Step.ORDERS, tr("Show orders"), _details(orders=", ".join(error.order_ids)),
                cause=f"doubled {error.out_order_id}",
            )  # fmt: skip
        case PaymentStarted():
            return Notice(
                tr(
                    "A payment page was sent to your browser at {0} and the order is still unpaid. Check there before"
                    " paying again."
                ).format(clock_text(error.started_at)),
                Severity.WARNING, Step.ORDERS, tr("Show orders"), _details(orders=", ".join(error.order_ids)),
                cause="payment started",
            )  # fmt: skip


def no_in_words(error: OutcomeUnknown | UnprovenNo) -> str:
    """The platform's own words of a no that proves nothing; its code where it gave no words."""
    return error.text or error.code


def _unreachable(error: Unreachable) -> Notice:
    sentence = {
        "offline": tr("No connection. What is already here stays readable."),
        "dns": tr("The address of 1688 could not be found. Check the network or its name server."),
        "timeout": tr("1688 took too long to answer."),
        "refused": tr("Nothing answers at the gateway's address."),
        "market": tr("The demo marketplace is not running. Try again starts it."),
        "tls": tr("The connection to 1688 is not secure: its certificate was not accepted. Nothing was sent."),
        "proxy": tr("The proxy did not let the request through."),
        "proxy_gone": tr("The proxy that is set for this computer does not answer. Nothing was sent."),
        "proxy_address": tr("The proxy that is set for this computer cannot be used. Nothing was sent; see Details."),
        "server": tr("1688 has a problem of its own right now."),
        "html": tr("A web page answered instead of 1688. A sign-in page of this network may be in between."),
        "clock": tr("This computer's clock is wrong, so secure connections fail. Set the time, then try again."),
        "too_large": tr("The answer was too large to be right and was not read."),
        "broken": tr("The connection broke in the middle of the answer."),
    }.get(error.kind, tr("1688 could not be reached."))
    return Notice(
        sentence, Severity.WARNING, Step.RETRY, tr("Try again"), _details(kind=error.kind, detail=error.detail),
        cause=f"unreachable {error.kind}", is_offline=error.kind in _OFFLINE,
    )  # fmt: skip


def _refused(error: Refused) -> Notice:
    details = _details(code=error.code, api=error.api, request=error.request_id)
    match error:
        case OfferGone():
            sentence, severity = tr("This offer is not for sale any more."), Severity.WARNING
            return Notice(sentence, severity, details=details, theirs=error.text, cause=f"gone {error.request_id}")
        case WrongCredentials():
            return Notice(
                tr("App key and app secret do not belong together. Check both in the account settings."),
                Severity.DANGER, Step.ACCOUNT, tr("Account"), details, error.text, cause="credentials",
            )  # fmt: skip
    if error.code == NO_PICTURE_ID:
        return Notice(
            tr("1688 took the photo and gave it the number 0: it cannot be searched with. Try again, or take another photo."),
            Severity.WARNING, Step.RETRY, tr("Try again"), details, error.text, cause="no picture id",
        )  # fmt: skip
    if error.is_read:
        return Notice(
            tr("1688 refused to answer this. Ask for something else, or try again later."),
            Severity.WARNING, Step.RETRY, tr("Try again"), details, error.text,
            cause=f"refused {error.api} {error.code} {error.text}",
        )  # fmt: skip
    return Notice(
        tr("1688 said no. Nothing was changed there."), Severity.WARNING, details=details, theirs=error.text,
        cause=f"refused {error.api} {error.code} {error.text}",
    )  # fmt: skip


def _invalid(error: InvalidInput) -> Notice:
    sentence = picture_sentence(error) if isinstance(error, PictureUnreadable) else input_sentence(error)
    facts = "; ".join(f"{name}: {value}" for name, value in error.facts.items())
    return Notice(sentence, Severity.WARNING, details=facts, cause=f"input {error.field} {error.reason}")


def picture_sentence(error: PictureUnreadable) -> str:
    """Why a picture cannot be searched with."""
    if error.reason == "format":
        return _format_sentence(str(error.facts.get("kind", "")))
    if error.reason.startswith("web_"):
        return _web_sentence(error)
    return {
        "folder": tr("This folder has no picture in it."),
        "missing": tr("There is no file at that place any more."),
        "not_opened": tr("This file cannot be opened: {0}.").format(error.facts.get("detail", "")),
        "not_a_picture": tr("This is not a picture, whatever its name says."),
        "truncated": tr("This picture is cut off: the file is not complete."),
        "damaged": tr("This picture is damaged and cannot be read. Try another copy of it, or a screenshot."),
        "too_large": tr("This file is too large to be a photo. Up to 200 MB can be read."),
        "too_many_pixels": tr("This picture has too many pixels to be read safely."),
        "too_much_work": tr(
            "Reading this picture takes far more work than a photo of its size does. Try a screenshot of it instead."
        ),
        "too_small": tr("This picture is too small to search with. It needs at least 16 pixels a side."),
        "empty": tr("This file is empty."),
        "not_loaded": tr(
            "This picture could not be loaded. Only pictures of 1688 are; save or copy it, then drop or paste it."
        ),
    }.get(error.reason, tr("This picture cannot be read."))


def _web_sentence(error: PictureUnreadable) -> str:
    """Why the picture of another host was not got."""
    host = str(error.facts.get("host", ""))
    sentence = {
        "web_private": tr("{0} leads into a private network, so it was not asked for a picture."),
        "web_unreachable": tr("{0} could not be reached."),
        "web_refused": tr(
            "{0} does not give this picture away. Save or copy it in the browser, then drop or paste it."
        ),
        "web_page": tr("What {0} answered is not a picture. Save or copy it in the browser, then drop or paste it."),
        "web_too_large": tr("The picture at {0} is too large. Up to 32 MB are read."),
        "web_slow": tr("{0} took too long to answer."),
    }.get(error.reason)
    return sentence.format(host) if sentence and host else tr("No picture can be got from this address.")


def _format_sentence(kind: str) -> str:
    """What the file is, and a way to make a picture of it that can be read. kind: as in domain/picture_formats."""
    read = tr("{0} and {1} can be read.").format(", ".join(read_formats()[:-1]), read_formats()[-1])
    way = {
        "SVG": tr("This is an SVG drawing. Open it in a browser and take a screenshot, or save it as PNG."),
        "PDF": tr("This is a PDF document. Take a screenshot of the picture in it, then paste that."),
        "RAW": tr("This is a RAW file of a camera. Save the photo as JPEG in the camera's program first."),
        "Photoshop": tr("This is a Photoshop document. Save it as JPEG or PNG first."),
    }.get(kind)
    if way is None:
        way = tr("This is a picture of the kind {0}. Save it as JPEG or PNG first, or paste a screenshot of it.")
        way = way.format(kind) if kind else tr("Pictures of this kind cannot be read.")
    return f"{way} {read}"


TWO_READINGS = ("ambiguous", "two_numbers", "unit")
"""Reasons why a number was not read that say how to write it."""


def input_sentence(error: InvalidInput) -> str:
    """What is wrong with something typed, said beside its field."""
    limit = error.facts.get("limit", "")
    if error.field == "price" and error.reason == "too_long":
        return tr("This is larger than anything on sale.")
    return {
        "empty": tr("Type something to look for, or drop a photo."),
        "too_long": tr("That is too long. Up to {0} characters are searched.").format(limit or 200),
        "characters": tr("There is nothing in it that can be searched for."),
        "several_offers": tr("These are links to several offers. Paste one of them."),
        "short_link": tr(
            "This is a short link of the 1688 app. Open it in a browser and paste the address you end at."
        ),
        "local_file": tr(
            "This names a file on your computer. Nothing was sent to 1688; drop the photo itself to search by it."
        ),
        "placed": tr("This was ordered already. Look at a new preview before you order the same once more."),
        "not_a_number": tr("This is not a number."),
        "ambiguous": tr("This can be read as two numbers. Type it without a thousands sign, or with two decimals."),
        "two_numbers": tr("This may be one number or several. Type it without blanks."),
        "unit": tr("There is a word in it that may change the number. Type digits alone."),
        "negative": tr("This must not be below zero."),
        "reversed": tr("The lower price is above the higher one."),
        "too_large": tr("This is larger than anything on sale."),
        "https": tr("The gateway's address must begin with https."),
        "address": tr("This is not an address."),
        "state": tr("This sign-in answer belongs to another attempt. Start again."),
        "below_minimum": tr("The minimum is {0}.").format(limit),
        "off_lot": tr("This is sold in lots of {0}.").format(limit),
        "above_stock": tr("There are only {0} in stock.").format(limit),
    }.get(error.reason, tr("This cannot be used: {0}.").format(error.reason.replace("_", " ")))


def _store(error: StoreUnavailable) -> Notice:
    if error.kind == "no_keychain":
        return Notice(
            tr("The system's keyring is locked or cannot be read. Unlock it, then try again."),
            Severity.WARNING, Step.RETRY, tr("Try again"), _details(detail=error.detail), cause="keyring",
        )  # fmt: skip
    sentence = {
        "full": tr("The disk is full, so nothing can be saved. Free some space; what you see is not lost."),
        "locked": tr("Another program holds our data file. Close it, then try again."),
        "damaged": tr("The data file is damaged. It was left untouched; a copy can be restored."),
        "newer": tr(
            "This data was written by a newer version of the program. Update to open it; it was left untouched."
        ),
        "read_only": tr("The data folder cannot be written to. Choose another, or allow writing."),
    }.get(error.kind, tr("Our data file cannot be used."))
    return Notice(
        sentence, Severity.DANGER, Step.STORAGE, tr("Storage"), _details(path=error.path, detail=error.detail),
        cause=f"store {error.kind}",
    )  # fmt: skip


def _details(**facts: str | None) -> str:
    return "\n".join(f"{name}: {value}" for name, value in facts.items() if value)
