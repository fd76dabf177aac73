"""Numbers as people of any country write them: the number that is meant, or refused; never silently another one."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from sourcing_app.errors import InvalidInput
from sourcing_app.ui.typed_number import MAX_DIGITS, MAX_TYPED, Signs, read_number

ENGLISH = Signs.of(QLocale("en_US"))
GERMAN = Signs.of(QLocale("de_DE"))
FRENCH = Signs.of(QLocale("fr_FR"))
GERMAN_READS_ENGLISH = Signs.of(QLocale("en"), QLocale("de_DE"))
ALL_SIGNS = (ENGLISH, GERMAN, FRENCH, GERMAN_READS_ENGLISH, Signs.of(QLocale("de_CH")), Signs.of(QLocale("ar_EG")))
LOCALES = ("en_US", "en_IN", "de_DE", "de_CH", "fr_FR", "es_ES", "pt_BR", "it_IT", "ru_RU", "pl_PL", "sv_SE", "ja_JP", "zh_CN",
           "ko_KR", "vi_VN", "th_TH", "hi_IN", "bn_BD", "mr_IN", "ar_EG", "fa_IR", "he_IL", "tr_TR", "id_ID",
           "my_MM", "ne_NP")  # fmt: skip


def read(text: str, signs: Signs = ENGLISH) -> Decimal | str | None:
    try:
        return read_number(text, "quantity", ("pcs",), signs)
    except InvalidInput as error:
        return error.reason


@pytest.mark.parametrize("signs", ALL_SIGNS)
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("1'000", "1000"), ("1’000", "1000"), ("1\u00a0000", "1000"),
        ("1\u202f000", "1000"), ("1\u2009000", "1000"), ("١٬٠٠٠", "1000"), ("١٢٣", "123"), ("۱۲۳", "123"), ("१२३", "123"),
        ("১২৩", "123"), ("๑๒๓", "123"), ("１２３", "123"), ("１2", "12"), ("1,00,000", "100000"), ("१,००,०००", "100000"),
        ("1.234,50", "1234.50"), ("1,234.50", "1234.50"), ("1\u00a0234,5", "1234.5"), ("1'234.50", "1234.50"), ("١٫٥", "1.5"),
        ("1.5", "1.5"), ("1,5", "1.5"), ("0.125", "0.125"), ("0,125", "0.125"), ("+5", "5"), ("12 pcs", "12"), ("12Pcs.", "12"),
        ("007", "7"), ("\u200e12\u200f", "12"), ("\ufeff12", "12"), (" 12\t", "12"), ("1234.567", "1234.567"), ("5.", "5"),
    ],
)  # fmt: skip
def test_what_has_one_reading_everywhere_is_read_everywhere(text: str, number: str, signs: Signs) -> None:
    assert read(text, signs) == Decimal(number)


@pytest.mark.parametrize("signs", ALL_SIGNS)
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("½", "not_a_number"), ("1½", "not_a_number"), ("²", "not_a_number"), ("5²", "not_a_number"), ("5₂", "not_a_number"),
        ("①", "not_a_number"), ("Ⅻ", "not_a_number"), ("一千", "not_a_number"), ("1千", "unit"), ("3万", "unit"), ("2k", "unit"),
        ("3 dozen", "unit"), ("1e3", "unit"), ("0x10", "unit"), ("5元5", "unit"), ("12 34", "two_numbers"),
        ("12\n345", "not_a_number"),
        ("12\t345", "not_a_number"), ("1/2", "not_a_number"), ("5-10", "not_a_number"), ("1 , 5", "two_numbers"),
        ("=1+1", "not_a_number"),
        ("-5", "negative"), ("−5", "negative"), ("－5", "negative"), ("5-", "negative"), ("(5)", "negative"),
        ("-1,234.50", "negative"),
        ("12,34,5", "not_a_number"), ("1,0000", "ambiguous"), ("1,2345,6789", "not_a_number"), ("1.234'567", "not_a_number"),
        ("1,234'567", "not_a_number"), ("0,123,456", "not_a_number"), ("1٢", "not_a_number"), ("१2", "not_a_number"),
        ("𑁦1", "not_a_number"),
        ("5%", "not_a_number"), ("++5", "not_a_number"), (".", "not_a_number"), ("pcs", "not_a_number"), ("1、000", "not_a_number"),
        ("1·000", "not_a_number"), ("1_000", "not_a_number"), ("9" * 13, "too_long"), ("1" + " " * 80 + "2", "too_long"),
        ("NaN", "not_a_number"),
    ],
)  # fmt: skip
def test_what_may_mean_another_number_is_refused(text: str, reason: str, signs: Signs) -> None:
    assert read(text, signs) == reason


@pytest.mark.parametrize(
    ("text", "signs", "meant"),
    [
        ("1,000", ENGLISH, Decimal(1000)), ("1.000", ENGLISH, "ambiguous"), ("1,000", GERMAN, "ambiguous"),
        ("1.000", GERMAN, Decimal(1000)), ("1,000", GERMAN_READS_ENGLISH, "ambiguous"),
        ("1.000", GERMAN_READS_ENGLISH, "ambiguous"), ("1,000", FRENCH, "ambiguous"), ("1 000", FRENCH, Decimal(1000)),
        ("1 000", ENGLISH, "two_numbers"), ("１，０００", ENGLISH, Decimal(1000)), ("１．０００", ENGLISH, "ambiguous"),
        ("١,٠٠٠", GERMAN, "ambiguous"),
    ],
)  # fmt: skip
def test_one_mark_is_of_thousands_only_where_nobody_here_means_decimals(
    text: str, signs: Signs, meant: Decimal | str
) -> None:
    assert read(text, signs) == meant


@given(
    st.integers(0, 10**MAX_DIGITS - 1),
    st.sampled_from(LOCALES),
    st.sampled_from(LOCALES),
    st.sampled_from(["en", "ja"]),
)
def test_what_any_country_writes_for_a_whole_number_is_that_number_or_refused(
    number: int, written: str, computer: str, language: str
) -> None:
    text = QLocale(written).toString(number)
    said = read(text, Signs.of(QLocale(language), QLocale(computer)))
    assert said == number or isinstance(said, str)


@given(st.integers(0, 10**9), st.integers(0, 3), st.sampled_from(LOCALES), st.sampled_from(LOCALES))
def test_what_any_country_writes_with_decimals_is_that_number_or_refused(
    number: int, places: int, written: str, computer: str
) -> None:
    text = QLocale(written).toString(number / 10**places, "f", places)
    said = read(text, Signs.of(QLocale("en"), QLocale(computer)))
    assert said == Decimal(number).scaleb(-places) or isinstance(said, str)


@pytest.mark.parametrize("name", LOCALES)
def test_a_computer_reads_what_it_writes(name: str) -> None:
    signs = Signs.of(QLocale(name))
    for number in (0, 7, 999, 1000, 12345, 1234567, 123456789):
        assert read(QLocale(name).toString(number), signs) == number


@given(st.text(max_size=MAX_TYPED))
def test_any_text_is_a_number_its_digits_spell_or_refused(text: str) -> None:
    said = read(text)
    if isinstance(said, Decimal):
        digits = "".join(str(unicodedata.decimal(each)) for each in text if unicodedata.decimal(each, None) is not None)
        assert said == said.to_integral_value() or "." in str(said)
        assert str(said).replace(".", "").lstrip("0") == digits.lstrip("0")


@given(st.lists(st.sampled_from("0123456789.,' \u00a0\u202f٬٫-+½²千k"), max_size=14).map("".join))
def test_no_text_of_digits_and_signs_is_read_as_two_numbers_by_two_computers(text: str) -> None:
    said = {read(text, signs) for signs in (ENGLISH, GERMAN_READS_ENGLISH, FRENCH)}
    assert len({each for each in said if isinstance(each, Decimal)}) <= 1


def test_nothing_typed_is_no_number() -> None:
    assert read("") is None and read(" \u00a0\u200b") is None


def test_the_signs_are_those_of_the_computer_too() -> None:
    code = (
        "from PySide6.QtCore import QLocale; QLocale.setDefault(QLocale('en'))\n"
        "from sourcing_app.ui.typed_number import signs_here\n"
        "print(signs_here().are_thousands(','))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "LC_ALL": name, "LANG": name},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for name in ("de_DE.UTF-8", "en_US.UTF-8")
    ]
    assert said == ["False", "True"] or sys.platform != "linux"
