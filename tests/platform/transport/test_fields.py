from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_app.domain.money import Money
from sourcing_app.platform.transport import fields
from sourcing_app.platform.transport.fields import CHINA

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
READERS = [
    fields.text, fields.plain, fields.optional, fields.id_text, fields.decimal, fields.yuan, fields.fen, fields.count,
    fields.flag, fields.fraction, fields.when, fields.rows, fields.members, fields.texts,
]  # fmt: skip


@given(ANY_JSON)
def test_no_json_value_makes_a_reader_raise(value: object) -> None:
    for read in READERS:
        read(value)


@given(st.integers(min_value=1, max_value=10**19))
def test_m13_an_id_survives_as_number_and_as_text(number: int) -> None:
    parsed = fields.parse_json(json.dumps({"number": number, "text": str(number)}).encode())
    assert fields.id_text(parsed["number"]) == fields.id_text(parsed["text"]) == str(number)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_money_is_the_same_from_fen_yuan_text_and_yuan_number(amount: int) -> None:
    spelt = f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"
    parsed = fields.parse_json(f'{{"number": {spelt}, "text": "{spelt}", "fen": {amount}}}'.encode())
    assert fields.yuan(parsed["number"]) == fields.yuan(parsed["text"]) == fields.fen(parsed["fen"])
    assert fields.fen(parsed["fen"]).fen == amount


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)), st.integers(-12 * 60, 14 * 60))
def test_a_compact_date_keeps_its_instant_whatever_its_offset(moment: datetime, minutes: int) -> None:
    aware = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert fields.when(f"{aware:%Y%m%d%H%M%S}000{aware:%z}") == aware


@pytest.mark.parametrize(
    ("wire", "moment"),
    [
        ("20180614101942000+0800", datetime(2018, 6, 14, 10, 19, 42, tzinfo=CHINA)),
        ("20121222222222+0800", datetime(2012, 12, 22, 22, 22, 22, tzinfo=CHINA)),
        ("20180614101942123-0700", datetime(2018, 6, 14, 10, 19, 42, 123000, tzinfo=timezone(timedelta(hours=-7)))),
        ("2024-08-09 09:44:24", datetime(2024, 8, 9, 9, 44, 24, tzinfo=CHINA)),
        ("2024-08-09T09:44:24+08:00", datetime(2024, 8, 9, 9, 44, 24, tzinfo=CHINA)),
        ("20240701", datetime(2024, 7, 1, tzinfo=CHINA)),
        (1723167864904, datetime(2024, 8, 9, 1, 44, 24, 904000, tzinfo=UTC)),
        ("1723167864904", datetime(2024, 8, 9, 1, 44, 24, 904000, tzinfo=UTC)),
        ("20241301", None),
        ("2024-02-30 00:00:00", None),
        ("soon", None),
        ("", None),
        (7, None),
    ],
)
def test_a_date_in_any_of_the_platforms_forms(wire: object, moment: datetime | None) -> None:
    assert fields.when(wire) == moment


@pytest.mark.parametrize(
    ("wire", "rate"),
    [("22%", "0.22"), ("99.12%", "0.9912"), ("0.4666", "0.4666"), ("11", "0.11"), ("0%", "0"), ("", None), ("—", None)],
)
def test_a_rate_is_read_by_its_shape(wire: str, rate: str | None) -> None:
    assert fields.fraction(wire) == (None if rate is None else Decimal(rate))


@pytest.mark.parametrize(
    ("wire", "truth"),
    [
        (True, True),
        ("true", True),
        ("FALSE", False),
        ("Y", True),
        (0, False),
        ("", None),
        (None, None),
        ("maybe", None),
        (2, None),
    ],
)
def test_a_flag_may_be_a_text(wire: object, truth: bool | None) -> None:
    assert fields.flag(wire) is truth


@pytest.mark.parametrize(
    ("wire", "amount"), [("26", "26"), ("8.3", "8.3"), ("125.0", "125"), ("¥1,234.50", "1234.5"), ("0.125", "0.125")]
)
def test_a_price_in_any_spelling_is_exact(wire: str, amount: str) -> None:
    assert fields.yuan(wire) == Money(Decimal(amount))


@pytest.mark.parametrize("wire", ["", "free", "1e400", "NaN", "Infinity", "9" * 50, {}, [], True, None])
def test_m14_what_is_not_a_sane_price_is_no_price(wire: object) -> None:
    assert fields.yuan(wire) is None


def test_a_price_never_passes_through_a_float() -> None:
    assert fields.yuan(fields.parse_json(b'{"p": 0.1000000000000000055}')["p"]) == Money(
        Decimal("0.1000000000000000055")
    )


def test_entities_in_titles_are_resolved_once() -> None:
    assert fields.plain("Cups &amp; mugs &lt;b&gt; &amp;amp;") == "Cups & mugs <b> &amp;"


def test_a_single_object_is_a_list_of_one() -> None:
    assert fields.rows({"a": 1}) == [{"a": 1}]
    assert fields.rows(None) == fields.rows("x") == []


@pytest.mark.parametrize("raw", [b"", b"{", b"NaN", b"[Infinity]", b"\xff\xfe", b"<html>", b"[" * 100_000, b"9" * 5000])
def test_what_is_not_json_is_a_value_error(raw: bytes) -> None:
    with pytest.raises(ValueError):
        fields.parse_json(raw)


@given(st.binary(max_size=200))
def test_any_bytes_are_json_or_a_value_error(raw: bytes) -> None:
    try:
        fields.parse_json(raw)
    except ValueError:
        return


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    parsed = fields.parse_json(b'{"a": "\\ud83d", "b": "\\ud83d\\ude00", "c": ["\\udc00x"]}')
    assert parsed == {"a": "\ufffd", "b": "😀", "c": ["\ufffdx"]}
