"""Where goods are delivered to."""

from __future__ import annotations

from dataclasses import dataclass, field

from sourcing_app.domain.ids import (
    AddressId,
)


@dataclass(frozen=True, slots=True)
class Address:
    """A delivery address in China. address_id: of a saved one, which is then all that is sent.

    area_code: the six-digit district code; town_code: told by the platform, never sent, so no part of what is compared.
    Source: contract alibaba.trade.receiveAddress.get.
    """

    full_name: str
    province: str
    city: str
    area: str
    street: str
    town: str = ""
    address_id: AddressId | None = None
    mobile: str = ""
    phone: str = ""
    post_code: str = ""
    area_code: str = ""
    is_default: bool = False
    town_code: str = field(default="", compare=False)

    @property
    def one_line(self) -> str:
        """For a receipt: region and street, without the person."""
        return " ".join(part for part in (self.province, self.city, self.area, self.town, self.street) if part)

    @property
    def in_full(self) -> str:
        """Everything a parcel needs: the person, the numbers, the place."""
        return " ".join(
            part for part in (self.full_name, self.mobile, self.phone, self.one_line, self.post_code) if part
        )
