"""Secrets out of texts and log records, whoever wrote them (X02)."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterable

HIDDEN = "***"
_NAMES = (
    "access_token|refresh_token|client_secret|app_secret|appSecret|accessToken|refreshToken|_aop_signature|code"
    "|authorization|proxy-authorization"
)
_FORM = re.compile(rf"(?i)\b({_NAMES})(=)([^&\s\"'<>]+)")
_JSON = re.compile(rf"(?i)([\"'](?:{_NAMES})[\"']\s*:\s*[\"'])([^\"']*)([\"'])")
_USER_INFO = re.compile(r"(?i)\b(https?://)[^/@\s]+@")
_known: set[str] = set()


def remember_secrets(secrets: Iterable[str | None]) -> None:
    """From now on these texts are replaced wherever ``redact`` passes. Very short ones are left: they would eat words."""
    _known.update(secret for secret in secrets if secret and len(secret) >= 6)


def redact(text: str) -> str:
    """The text without known secrets, tokens, signatures, authorization codes and user names in addresses."""
    for secret in sorted(_known, key=len, reverse=True):
        if secret in text:
            text = text.replace(secret, HIDDEN)
    text = _FORM.sub(rf"\1\2{HIDDEN}", text)
    text = _JSON.sub(_hide_json, text)
    return _USER_INFO.sub(rf"\1{HIDDEN}@", text)


def _hide_json(match: re.Match[str]) -> str:
    """Business codes ("code":"SP0056") stay: only long values of ``code`` are authorization codes."""
    is_code = '"code"' in match[1].lower() or "'code'" in match[1].lower()
    return match[0] if is_code and len(match[2]) < 20 else f"{match[1]}{HIDDEN}{match[3]}"


class RedactionFilter(logging.Filter):
    """For every log handler: message, arguments and traceback pass through ``redact``."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = redact(_message(record))
        record.args = ()
        if record.exc_info and record.exc_info[0] is not None:
            record.exc_text = redact("".join(traceback.format_exception(*record.exc_info)).rstrip())
            record.exc_info = None
        elif record.exc_text:
            record.exc_text = redact(record.exc_text)
        if record.stack_info:
            record.stack_info = redact(record.stack_info)
        return True


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        return str(record.msg)


def quiet_http_logs() -> None:
    """The HTTP libraries write whole addresses at INFO; they may speak from WARNING on, redacted."""
    for name in ("httpx", "httpcore"):
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))
        if not any(isinstance(item, RedactionFilter) for item in logger.filters):
            logger.addFilter(RedactionFilter())
