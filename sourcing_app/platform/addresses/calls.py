"""Delivery addresses. Section 5."""

from __future__ import annotations

from sourcing_app.platform.addresses import wire
from sourcing_app.platform.transport.calls import Call, nothing
from sourcing_app.platform.transport.endpoint import TRADE

SAVED = Call("alibaba.trade.receiveAddress.get", TRADE, section="5.1", write=nothing, read=wire.saved)
PARSE = Call("alibaba.trade.addresscode.parse", TRADE, section="5.2", write=wire.text_fields, read=wire.parsed)
"""A text turned into an address."""
