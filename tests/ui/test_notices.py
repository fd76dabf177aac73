"""Every error class and kind has its own sentence; codes are in the details, never in the sentence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sourcing_app import errors
from sourcing_app.domain.picture_formats import FORMATS, read_formats
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
    SourcingError,
    StoreUnavailable,
    Throttled,
    UnexpectedReply,
    UnprovenNo,
    Unreachable,
    UnsafeLink,
    WrongCredentials,
)
from sourcing_app.ui.notices import Severity, Step, notice_of

KINDS = (
    "offline",
    "dns",
    "timeout",
    "refused",
    "tls",
    "proxy",
    "proxy_gone",
    "proxy_address",
    "server",
    "html",
    "clock",
    "too_large",
    "broken",
    "market",
)
STORE_KINDS = ("full", "locked", "damaged", "newer", "read_only")
PICTURE_REASONS = (
    "folder", "missing", "not_opened", "not_a_picture", "format", "truncated", "damaged", "too_large", "too_many_pixels",
    "too_much_work", "too_small", "empty",
)  # fmt: skip
TABLE: list[tuple[SourcingError, Step, str]] = [
    *((Unreachable(kind, "d"), Step.RETRY, "kind: " + kind) for kind in KINDS),
    *((StoreUnavailable(kind, "/p", "d"), Step.STORAGE, "path: /p") for kind in STORE_KINDS),
    *((PictureUnreadable(reason, width=3), Step.NONE, "width: 3") for reason in PICTURE_REASONS),
    (Throttled(2.2), Step.RETRY, "call limit"),
    (SignInNeeded(), Step.SIGN_IN, ""),
    (NotPermitted("a.b", "r1"), Step.ACCOUNT, "request: r1"),
    (Refused("C1", "不行", "r2", "a.b"), Step.NONE, "code: C1"),
    (Refused(NO_PICTURE_ID, "成功", "r2", "a.b", is_read=True), Step.RETRY, "code: no picture id"),
    (Refused("C2", "不行", "r2", "a.b", is_read=True), Step.RETRY, "code: C2"),
    (OfferGone("SP0056", "已下架", "r3"), Step.NONE, "code: SP0056"),
    (WrongCredentials("gw.SignatureInvalid", "x", "r4"), Step.ACCOUNT, "request: r4"),
    (UnexpectedReply("a.b", "no result", "{}"), Step.RETRY, "reason: no result"),
    (UnprovenNo("C3", "调用超时", "r5", "a.b"), Step.NONE, "code: C3"),
    (OutcomeUnknown("out-1"), Step.ORDERS, "out-1"),
    (OutcomeUnknown("out-1", "C4", "调用超时", said_no=True), Step.ORDERS, "code: C4"),
    (PriceChanged((("freight", "5.00", "8.00"),)), Step.REVIEW, "5.00"),
    (PaymentStarted(("o1",), datetime(2026, 11, 22, tzinfo=UTC)), Step.ORDERS, "o1"),
    (OrderDoubled(("o1", "o2"), "src-1"), Step.ORDERS, "o1, o2"),
    (AlreadySending(("i1",)), Step.ORDERS, "i1"),
    (UnsafeLink("host", "evil.test"), Step.NONE, "host: evil.test"),
    (InvalidInput("price", "reversed"), Step.NONE, ""),
]


@pytest.mark.parametrize(("error", "step", "detail"), TABLE, ids=lambda value: str(value)[:40])
def test_an_error_has_a_sentence_a_step_and_its_details(error: SourcingError, step: Step, detail: str) -> None:
    notice = notice_of(error)
    assert notice.sentence.endswith(".")
    assert notice.step is step
    assert bool(notice.step_label) == (step is not Step.NONE)
    assert detail in notice.details


def test_every_class_of_errors_is_in_the_table() -> None:
    classes = {each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, SourcingError)}
    assert {type(error) for error, _, _ in TABLE} == classes - {SourcingError}


def test_no_two_errors_share_a_sentence() -> None:
    sentences = [notice_of(error).sentence for error, _, _ in TABLE]
    assert len(set(sentences)) == len(sentences)


def test_the_platforms_words_are_kept_apart_from_ours() -> None:
    notice = notice_of(Refused("C1", "商品不存在", "r"))
    assert notice.theirs == "商品不存在"
    assert "商品" not in notice.sentence


def test_an_unknown_outcome_never_reads_as_failed() -> None:
    sentence = notice_of(OutcomeUnknown("x")).sentence.casefold()
    assert "checking" in sentence
    assert "fail" not in sentence
    assert "try again" not in sentence


def test_m08_a_no_that_proves_nothing_shows_the_platforms_reason_and_never_says_that_nothing_was_changed() -> None:
    for error in (UnprovenNo("C", "调用超时"), OutcomeUnknown("x", "C", "调用超时", said_no=True)):
        notice = notice_of(error)
        assert notice.theirs == "调用超时"
        assert "does not prove" in notice.sentence and "Nothing was changed" not in notice.sentence


def test_a_bug_is_said_plainly_with_its_class_in_the_details() -> None:
    notice = notice_of(KeyError("secret"))
    assert notice.severity is Severity.DANGER
    assert "KeyError" in notice.details
    assert "KeyError" not in notice.sentence


def test_waiting_is_rounded_up() -> None:
    assert "3 s" in notice_of(Throttled(2.2)).sentence


@pytest.mark.parametrize("kind", [each.name for each in FORMATS if not each.is_read])
def test_a_picture_that_is_known_but_not_read_is_named_with_a_way_out(kind: str) -> None:
    sentence = notice_of(PictureUnreadable("format", kind=kind)).sentence
    assert kind in sentence
    assert "screenshot" in sentence or "JPEG" in sentence.split(".")[1]
    assert all(name in sentence for name in read_formats())
