"""Ids are text from the wire to the screen: 19-digit ids do not survive a float or a 32-bit signal.

``SkuId`` (13 digits) is what freight and channel prices take, ``SpecId`` (32 hex digits) what an order line takes;
they are not interchangeable. Source: quirks.md, 33.
"""

from __future__ import annotations

from typing import NewType

OfferId = NewType("OfferId", str)
SkuId = NewType("SkuId", str)
SpecId = NewType("SpecId", str)
SupplierId = NewType("SupplierId", str)
CategoryId = NewType("CategoryId", str)
OrderId = NewType("OrderId", str)
EntryId = NewType("EntryId", str)
ParcelId = NewType("ParcelId", str)
AddressId = NewType("AddressId", str)
RefundId = NewType("RefundId", str)
ImageId = NewType("ImageId", str)
IntentId = NewType("IntentId", str)
AccountKey = NewType("AccountKey", str)
"""Whose data a row is: the gateway's host, the app key and the member id, joined; the demo marketplace is one of its own."""

NO_SPEC = SpecId("")
"""The spec of an offer without SKUs: such an offer is ordered by its offer id alone."""
