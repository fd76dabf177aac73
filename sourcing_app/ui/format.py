"""Values as text for the screen: money, counts, shares, ages, dates. Language comes in as a QLocale where it matters."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QDateTime, QLocale

from sourcing_app.domain.money import CNY, ExchangeRate, Money
from sourcing_app.ui.texts import tr

CHINA = timezone(timedelta(hours=8), "CST")

_PREFIX = {
    "CNY": "CN¥",
    "JPY": "¥",
    "USD": "US$",
    "EUR": "€",
    "GBP": "£",
    "KRW": "₩",
    "VND": "₫",
    "THB": "฿",
    "INR": "₹",
}
_WHOLE = {"JPY", "KRW", "VND", "IDR"}


def money_text(amount: Money | None, locale: QLocale | None = None) -> str:
    """ "CN¥1,234.50": yuan are never a bare "¥", fen never dropped, more than two decimals kept. None is "—"."""
    if amount is None:
        return "—"
    plain = amount.as_text() if amount.currency == CNY else _rounded(amount)
    sign = "−" if plain.startswith("-") else ""
    return f"{sign}{currency_mark(amount.currency)}{grouped(plain.lstrip('-'), locale)}"


def currency_mark(currency: str) -> str:
    """What stands before an amount: "CN¥", "US$", else the code and a space."""
    return _PREFIX.get(currency, f"{currency} ")


def local_text(amount: Money | None, rate: ExchangeRate | None, locale: QLocale | None = None) -> str:
    """ "≈ ¥266", the amount in the person's own currency; "" without a rate or an amount of yuan."""
    if amount is None or rate is None or amount.currency != CNY:
        return ""
    return f"≈ {money_text(rate.convert(amount), locale)}"


def rate_text(rate: ExchangeRate) -> str:
    """ "CN¥1 = ¥21.3 (2026-11-21)"."""
    return f"CN¥1 = {currency_mark(rate.currency)}{rate.per_yuan.normalize():f} ({rate.as_of})"


def _rounded(amount: Money) -> str:
    step = Decimal(1) if amount.currency in _WHOLE else Decimal("0.01")
    return f"{amount.amount.quantize(step, ROUND_HALF_UP):f}"


def grouped(plain: str, locale: QLocale | None = None) -> str:
    """Decimal text with the locale's marks: exact, never through a float."""
    locale = locale or QLocale()
    whole, _, decimals = plain.partition(".")
    groups: list[str] = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    text = locale.groupSeparator().join([whole, *groups])
    return f"{text}{locale.decimalPoint()}{decimals}" if decimals else text


def count_text(count: int | None) -> str:
    """For reading at a glance: 999, "1.3k", "24k", "1.2M". None is "—"."""
    if count is None:
        return "—"
    for limit, divisor, mark in ((1_000, 1, ""), (1_000_000, 1_000, "k"), (10**9, 10**6, "M"), (10**15, 10**9, "B")):
        if count < limit:
            return _short(count, divisor, mark)
    return _short(count, 10**12, "T")


def _short(count: int, divisor: int, mark: str) -> str:
    if divisor == 1:
        return str(count)
    tenths = count * 10 // divisor
    return f"{tenths // 10}{mark}" if tenths >= 100 or tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}{mark}"


def exact_count(count: int, locale: QLocale | None = None) -> str:
    """ "1,284"."""
    return grouped(str(count), locale)


def percent_text(share: Decimal | None) -> str:
    """A fraction as "22%"; one decimal under ten where it says something. None is "—"."""
    if share is None:
        return "—"
    value = (share * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    whole = value == value.to_integral_value() or value >= 10
    return f"{value.quantize(Decimal(1), ROUND_HALF_UP) if whole else value}%"


def age_text(then: datetime, now: datetime) -> str:
    """How long ago, in one unit: "just now", "2 min", "3 h", "5 d"."""
    seconds = max(0, int((now - then).total_seconds()))
    if seconds < 60:
        return tr("just now")
    for limit, divisor, unit in ((3600, 60, tr("{0} min")), (86_400, 3600, tr("{0} h")), (10**12, 86_400, tr("{0} d"))):
        if seconds < limit:
            return unit.format(seconds // divisor)
    return ""


def ago_text(then: datetime, now: datetime) -> str:
    """The same as a moment: "just now", "2 h ago"."""
    age = age_text(then, now)
    return age if (now - then).total_seconds() < 60 else tr("{0} ago").format(age)


def left_text(until: datetime, now: datetime) -> str:
    """How long still, in one or two units: "23 h 10 min", "3 d 4 h"; "overdue" when past."""
    minutes = int((until - now).total_seconds() // 60)
    if minutes < 0:
        return tr("overdue")
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return tr("{0} d {1} h").format(days, hours)
    return tr("{0} h {1} min").format(hours, rest) if hours else tr("{0} min").format(rest)


def when_text(when: datetime | None, locale: QLocale | None = None) -> str:
    """Date and time in the person's zone, short. None is "—"."""
    if when is None:
        return "—"
    moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return (locale or QLocale()).toString(moment, tr("d MMM yyyy HH:mm"))


def clock_text(when: datetime) -> str:
    """The time of day in the person's zone: "14:32"."""
    return QDateTime.fromSecsSinceEpoch(int(when.timestamp())).toString("HH:mm")


def china_time_text(when: datetime | None) -> str:
    """The same moment in China, for a tooltip: "2026-11-22 09:10 China time"."""
    return tr("{0} China time").format(when.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")) if when is not None else "—"


def size_text(count: int) -> str:
    """Bytes: "212 KB", "1.4 MB"."""
    return (
        QLocale()
        .formattedDataSize(count, 1 if count >= 1_000_000 else 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        .replace("kB", "KB")
    )
