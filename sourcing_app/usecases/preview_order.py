"""What an order to one supplier would be, asked of the platform."""

from __future__ import annotations

from sourcing_app.domain.address import Address
from sourcing_app.domain.cart import SupplierGroup
from sourcing_app.domain.preview import OrderLine, OrderPreview
from sourcing_app.errors import InvalidInput
from sourcing_app.usecases.session import Session


class PreviewOrder:
    """Previews for the cart's groups."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def __call__(self, group: SupplierGroup, address: Address) -> OrderPreview:
        """The platform's sums, discounts, trade modes, and what cannot be bought and why.

        Raises InvalidInput("cart", "not_ready") while the group breaks a rule.
        """
        if not group.ready:
            raise InvalidInput("cart", "not_ready", problems=group.problems)
        return await self._session.platform.orders.preview(
            order_lines(group), address, group.supplier_id, group.supplier_name
        )


def order_lines(group: SupplierGroup) -> tuple[OrderLine, ...]:
    """The lines to be, with the prices that were shown."""
    return tuple(
        OrderLine(
            entry.line.offer_id,
            entry.line.spec_id,
            entry.line.quantity,
            entry.line.title,
            entry.line.spec_text,
            entry.line.picture_url,
            entry.unit_price,
        )
        for entry in group.lines
    )
