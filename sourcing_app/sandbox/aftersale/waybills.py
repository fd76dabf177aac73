"""Which way-bill numbers a carrier hands out, as far as their form tells."""

from __future__ import annotations

import re

_FORMS = {
    "SF": r"SF\d{12,13}|\d{12}",
    "ZTO": r"7\d{13}|(?:73|75|76|77|78)\d{10,12}|[246]\d{11}",
    "YTO": r"(?:YT)\d{13,15}|[DGV]?\d{10,12}",
    "STO": r"(?:77|88|66|55|33|22)\d{11,13}|[268]\d{11}",
    "YUNDA": r"(?:3|4|1|2)\d{12,14}",
    "HTKY": r"(?:A|B|D|E|5|7)\d{12,14}",
    "JTSD": r"JT\d{13}",
    "EMS": r"[A-Z]{2}\d{9}[A-Z]{2}|\d{13}",
    "POSTB": r"[A-Z]{2}\d{9}[A-Z]{2}|\d{13}",
    "JDKD": r"JD[0-9A-Z]{11,15}",
    "DBKD": r"DPK\d{12}|\d{8,15}",
}

_ANY = r"[0-9A-Z]{6,30}"
"""For carriers without a known form."""


def fits(carrier_no: str, waybill: str) -> bool:
    """Whether this carrier could have given this number."""
    return re.fullmatch(_FORMS.get(carrier_no, _ANY), waybill.strip().upper()) is not None
