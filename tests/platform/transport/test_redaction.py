from __future__ import annotations

import logging

import httpx
import pytest

from sourcing_app.errors import Unreachable
from sourcing_app.platform.orders import calls as orders
from sourcing_app.platform.transport.redaction import RedactionFilter, redact, remember_secrets
from tests.platform.wire import SECRET, TOKEN, Wire, credentials, platform


@pytest.mark.parametrize(
    "text",
    [
        "POST https://gw/x?access_token=abc-123&a=1",
        '{"refresh_token": "abc-123"}',
        "{'client_secret': 'abc-123'}",
        "_aop_signature=abc-123",
        "https://abc-123:pw@proxy.example/",
        "callback?code=abc-123&state=x",
    ],
)
def test_what_is_called_a_secret_is_hidden(text: str) -> None:
    assert "abc-123" not in redact(text)


def test_a_remembered_secret_is_hidden_wherever_it_stands() -> None:
    remember_secrets(["planted-777777"])
    assert redact("in the middle planted-777777 of it") == "in the middle *** of it"


@pytest.mark.parametrize(
    "text", ['{"code": "SP0056"}', "keyword=杯&page=1", "2026-11-22 10:15:00 order 3317081160226242182"]
)
def test_ordinary_texts_stay(text: str) -> None:
    assert redact(text) == text


def record(message: object, *values: object, error: Exception | None = None) -> logging.LogRecord:
    exc_info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("x", logging.INFO, "x.py", 1, message, values, exc_info)


def test_x02_messages_arguments_and_tracebacks_are_cleaned() -> None:
    remember_secrets(["planted-888888"])
    found = record("token %s", "planted-888888", error=ValueError("planted-888888"))
    assert RedactionFilter().filter(found)
    assert "planted-888888" not in logging.Formatter().format(found)


def test_a_record_that_does_not_fit_its_arguments_is_still_written() -> None:
    found = record("%d", "not a number")
    RedactionFilter().filter(found)
    assert found.getMessage() == "%d"


async def test_x02_nothing_a_failing_call_writes_or_raises_holds_a_secret(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    given = credentials(refresh_token="REFRESH-planted-9")
    wire = Wire(httpx.ConnectError(f"could not send access_token={TOKEN}"))
    with pytest.raises(Unreachable) as caught:
        await platform(wire, credentials=given).gateway.read(orders.GET, {"orderId": "1"})
    written = caplog.text + str(caught.value) + repr(given) + repr(caught.value.__cause__)
    for secret in (SECRET, TOKEN, "REFRESH-planted-9"):
        assert secret not in written


def test_the_http_library_is_quiet_about_addresses() -> None:
    platform(Wire({}))
    assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
    assert not logging.getLogger("httpcore").isEnabledFor(logging.INFO)
