"""Coupons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimedCoupons:
    """Coupons that were taken for the account; none is a normal answer. Prices may change: preview again."""

    coupon_ids: tuple[str, ...]
