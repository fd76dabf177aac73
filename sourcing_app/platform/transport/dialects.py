"""From business fields to form fields, in the spelling of the live gateway or of the seed document.

Source: gateway.md, section 2; quirks.md, section 8; enums.json, country.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from sourcing_app.domain.account import Dialect
from sourcing_app.platform.transport.endpoint import Endpoint

_SEED_COUNTRIES = {"ja": "japan", "vi": "vietnam", "ko": "korea", "th": "thailand", "id": "indonesia", "ru": "russia",
                   "fr": "france", "pt": "portugal", "es": "spain", "en": "malaysia"}  # fmt: skip
_SEED_SORT_KEYS = {"price": "onePPrice", "monthSold": "monthSoldOut"}


def form_fields(call: Endpoint, fields: Mapping[str, object], dialect: Dialect) -> dict[str, str]:
    """The business form fields of a call. None is left out, here and inside objects."""
    given = {name: value for name, value in fields.items() if value is not None}
    if call.wrapper is not None and (dialect is Dialect.LIVE or call.one_spelling):
        return {call.wrapper: json_text(given)}
    return {name: _field_text(value) for name, value in given.items()}


def json_text(value: object) -> str:
    """Compact JSON, Chinese as it is, no nulls: the text that is signed is the text that is sent."""
    return json.dumps(_without_none(value), ensure_ascii=False, separators=(",", ":"), default=_scalar)


def country(language: str, dialect: Dialect) -> str:
    """What goes into ``country``: a language code live, a country's English name in the seed."""
    return language if dialect is Dialect.LIVE else _SEED_COUNTRIES.get(language, "malaysia")


def sort_text(key: str, descending: bool, dialect: Dialect) -> str | None:
    """The JSON text of ``sort``; None for the platform's own order."""
    if not key:
        return None
    spelt = _SEED_SORT_KEYS.get(key, key) if dialect is Dialect.SEED else key
    return json_text({spelt: "desc" if descending else "asc"})


def date_text(moment: datetime) -> str:
    """``yyyyMMddHHmmssSSSZ``. moment: aware."""
    return f"{moment:%Y%m%d%H%M%S}{moment.microsecond // 1000:03d}{moment:%z}"


def wire_id(value: str) -> int | str:
    """An id for a JSON member of type long: a number where it is one (Python keeps it exact)."""
    return int(value) if value.isascii() and value.isdigit() else value


def _field_text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list | tuple):
        return json_text(value)
    scalar = _scalar(value) if isinstance(value, datetime | Decimal) else value
    return str(scalar)


def _scalar(value: object) -> str:
    if isinstance(value, datetime):
        return date_text(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    raise TypeError(f"not for the wire: {type(value).__name__}")


def _without_none(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_none(item) for name, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [_without_none(item) for item in value if item is not None]
    return value
