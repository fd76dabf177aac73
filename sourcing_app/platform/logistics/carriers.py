"""Logistics companies. Section 5.3."""

from __future__ import annotations

from sourcing_app.domain.carrier import Carrier
from sourcing_app.platform.refunds import refund_records
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.calls import LOGISTICS, Call
from sourcing_app.platform.transport.fields import Json, each
from sourcing_app.platform.transport.gateway import Gateway

ALL = Call("alibaba.logistics.OpQueryLogisticCompanyList", LOGISTICS, section="5.3")


class Carriers:
    """The platform's list of carriers: long, and rarely changed."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def all(self) -> tuple[Carrier, ...]:
        """Every carrier the platform knows. Contract alibaba.logistics.OpQueryLogisticCompanyList. Raises Refused (500)."""
        return decode_carriers(await self._gateway.read(ALL))


def decode_carriers(body: Json) -> tuple[Carrier, ...]:
    """5.3."""
    return each(answers.answered_list(ALL, body, "companyNo"), refund_records.carrier)[0]
