"""Finding offers by other roads than words and pictures: of a supplier, alike, recommended, ranked; and what to search for.

Beyond the solution document.
"""

from __future__ import annotations

from sourcing_app.platform.discovery import wire
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.endpoint import CROSSBORDER

OF_SUPPLIER = Call(
    "product.search.querySellerOfferList",
    CROSSBORDER,
    wrapper="offerQueryParam",
    one_spelling=True,
    write=wire.supplier_fields,
    read=wire.of_supplier,
    in_full=wire.of_supplier_in_full,
)
RECOMMENDED = Call(
    "product.search.offerRecommend",
    CROSSBORDER,
    wrapper="recommendOfferParam",
    one_spelling=True,
    write=wire.recommended_fields,
    read=wire.recommended,
    in_full=wire.recommended_in_full,
)
RELATED = Call(
    "product.related.recommend",
    CROSSBORDER,
    wrapper="relatedQueryParams",
    one_spelling=True,
    write=wire.related_fields,
    read=wire.related,
    in_full=wire.related_in_full,
)
NAVIGATION = Call(
    "product.search.keywordSNQuery",
    CROSSBORDER,
    wrapper="snParams",
    one_spelling=True,
    write=wire.navigation_fields,
    read=wire.navigation,
)
HOT_KEYWORDS = Call(
    "product.search.topKeyword",
    CROSSBORDER,
    needs_token=False,
    wrapper="topSeKeywordParam",
    one_spelling=True,
    write=wire.hot_keyword_fields,
    read=wire.hot_keywords,
)
RANKING = Call(
    "product.topList.query",
    CROSSBORDER,
    wrapper="rankQueryParams",
    one_spelling=True,
    write=wire.ranking_fields,
    read=wire.ranking,
)
