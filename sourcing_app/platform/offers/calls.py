"""Finding offers and reading them. Section 2."""

from __future__ import annotations

from sourcing_app.platform.offers import offer_detail, offer_facts, wire
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.endpoint import CROSSBORDER

KEYWORD_QUERY = Call(
    "product.search.keywordQuery",
    CROSSBORDER,
    section="2.1",
    wrapper="offerQueryParam",
    write=wire.keyword_fields,
    older=wire.older_keyword_fields,
    read=wire.found,
    in_full=offer_facts.found_in_full,
)
"""Offers for words or a category."""

IMAGE_UPLOAD = Call(
    "product.image.upload",
    CROSSBORDER,
    section="2.2",
    wrapper="uploadImageParam",
    timeout_s=60.0,
    write=wire.picture,
    read=wire.image_id,
)
"""The id, for some hours, of the photo that is searched with. Makes nothing that a repeat would double, so it is a read."""

IMAGE_QUERY = Call(
    "product.search.imageQuery",
    CROSSBORDER,
    section="2.3",
    wrapper="offerQueryParam",
    timeout_s=60.0,
    write=wire.image_fields,
    older=wire.older_image_fields,
    read=wire.found,
    in_full=offer_facts.found_in_full,
)
"""Offers that look like an uploaded photo, or the part of it that counts."""

DETAIL = Call(
    "product.search.queryProductDetail",
    CROSSBORDER,
    section="2.4",
    wrapper="offerDetailParam",
    write=offer_detail.detail_fields,
    older=offer_detail.older_detail_fields,
    read=offer_detail.offer,
    in_full=offer_facts.offer_in_full,
)
"""One offer with its SKUs. Raises OfferGone when it is off sale."""

FILTERS = Call(
    "product.filterData.queryConfig",
    CROSSBORDER,
    section="2.5",
    write=wire.filter_fields,
    older=wire.older_filter_fields,
    read=wire.filter_config,
)
"""What can be ticked, in sections, and what can be sorted by. The live gateway does not offer it: see ``Filters``."""
