"""What sending costs inside China, suppliers' freight rules and mixed-batch rules. Beyond the solution document."""

from __future__ import annotations

from sourcing_app.platform.freight import wire
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.endpoint import CROSSBORDER, LOGISTICS, TRADE

ESTIMATE = Call(
    "product.freight.estimate",
    CROSSBORDER,
    wrapper="productFreightQueryParamsNew",
    one_spelling=True,
    write=wire.estimate_fields,
    read=wire.estimate,
)
TEMPLATES = Call(
    "alibaba.logistics.myFreightTemplate.list.get", LOGISTICS, write=wire.template_fields, read=wire.templates
)
MIX_RULE = Call("alibaba.trade.OpQueryMarketingMixConfig", TRADE, write=wire.mix_fields, read=wire.mix_rule)
"""Refused (500_1) where neither member id nor login is given."""
