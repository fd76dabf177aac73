"""Logistics companies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Carrier:
    """A logistics company. code: what a return parcel is reported with; spelling: pinyin, for search.

    Source: contract alibaba.logistics.OpQueryLogisticCompanyList.
    """

    carrier_id: str
    name: str
    code: str
    phone: str = ""
    spelling: str = ""
    prints_labels: bool | None = None
    created_at: datetime | None = None
    modified_at: datetime | None = None
