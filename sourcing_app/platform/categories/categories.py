"""The tree of categories, with translated names where the platform has them."""

from __future__ import annotations

from sourcing_app.domain.category import CategoryFamily
from sourcing_app.domain.ids import CategoryId
from sourcing_app.errors import NotPermitted, Refused
from sourcing_app.platform.categories.calls import CHINESE, TRANSLATED
from sourcing_app.platform.transport.gateway import Gateway


class Categories:
    """Categories by id, from the translated call, or from the Chinese one once the gateway was found not to offer it."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._untranslated = False

    async def family(self, category_id: CategoryId, language: str) -> CategoryFamily:
        """A category and those below it, in the platform's order; ROOT gives the top. Raises Refused for an unknown id, and
        what a read raises.

        Contract: category.translation.getById; alibaba.category.get (Chinese only) where that is not offered.
        """
        if not self._untranslated:
            try:
                return await self._gateway.send(TRANSLATED, category_id, language)
            except NotPermitted:
                self._untranslated = True
            except Refused as error:
                if error.code != "gw.APIUnsupported":
                    raise
                self._untranslated = True
        return await self._gateway.send(CHINESE, category_id)
