"""The shop as the rest of the sandbox sees it: read-only, found by id, priced by one rule."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from sourcing_app.sandbox.shop.categories import groups, leaves
from sourcing_app.sandbox.shop.gallery import Gallery, drawn_by, opened_from
from sourcing_app.sandbox.shop.naming import open_offer_id
from sourcing_app.sandbox.shop.offers import make_offer
from sourcing_app.sandbox.shop.prints import Index, prints_of_files
from sourcing_app.sandbox.shop.recipe import Recipe, make_recipe
from sourcing_app.sandbox.shop.records import ShopCategory, ShopOffer, ShopSku, ShopSupplier
from sourcing_app.sandbox.shop.search import Search
from sourcing_app.sandbox.shop.similarity import Similarity
from sourcing_app.sandbox.shop.suppliers import make_suppliers
from sourcing_app.sandbox.shop.uploads import Uploads
from sourcing_app.sandbox.shop.words import FOLDER

PER_LEAF = 54
INDEX = FOLDER / "pictures.index"
VERSION = 1
"""Raised when the drawing changes, so that kept pictures are drawn again."""


@dataclass(frozen=True)
class Shop:
    """All offers in their order, and what is needed to draw and to search them.

    recipes: of generated offers, in the order of ``index``; empty for a shop loaded from a folder.
    files: of a shop loaded from a folder: picture name -> file.
    """

    seed: int
    suppliers: tuple[ShopSupplier, ...]
    categories: tuple[ShopCategory, ...]
    offers: tuple[ShopOffer, ...]
    recipes: tuple[Recipe, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)

    @classmethod
    def generated(cls, seed: int = 1688, per_leaf: int = PER_LEAF) -> Shop:
        """The built-in shop. Same seed, same shop."""
        every_leaf = leaves()
        tops = [group.key for group in groups() if group.level == 1]
        top_key = {group.category_id: group.key for group in groups()}
        by_top: dict[str, list[ShopSupplier]] = {}
        suppliers = make_suppliers(seed, tops)
        for supplier, top in suppliers:
            by_top.setdefault(top, []).append(supplier)
        recipes = tuple(
            make_recipe(seed, index, every_leaf[index % len(every_leaf)]) for index in range(per_leaf * len(every_leaf))
        )
        offers = []
        for recipe in recipes:
            sellers = by_top[top_key[recipe.leaf.path[0]]]
            offers.append(make_offer(recipe, sellers[recipe.twist // 7 % len(sellers)]))
        categories = groups() + tuple(leaf.category for leaf in every_leaf)
        return cls(seed, tuple(supplier for supplier, _ in suppliers), categories, tuple(offers), recipes)

    @cached_property
    def gallery(self) -> Gallery:
        """The pictures. Kept in a temporary place unless ``open_gallery`` named one before."""
        return self._gallery_in(Path(tempfile.mkdtemp(prefix="sandbox-pictures-")))

    def open_gallery(self, state_dir: Path) -> None:
        """Keep drawn pictures below ``state_dir``, apart for each shop."""
        self.__dict__["gallery"] = self._gallery_in(state_dir / "pictures" / f"{VERSION}-{self.seed}")
        self.__dict__["uploads"] = Uploads(state_dir / "uploads")

    @cached_property
    def uploads(self) -> Uploads:
        """Uploaded pictures, in a temporary place unless ``open_gallery`` named one before."""
        return Uploads(Path(tempfile.mkdtemp(prefix="sandbox-uploads-")))

    @cached_property
    def similarity(self) -> Similarity:
        """Of the built-in shop from its shipped index; of a folder computed from its pictures."""
        if self.recipes:
            return Similarity(Index.read(INDEX))
        pictures = ((offer.offer_id, partial(self.gallery.image, offer.main_image)) for offer in self.listed)
        return Similarity(Index.of(prints_of_files(pictures)))

    def _gallery_in(self, folder: Path) -> Gallery:
        if self.files:
            return Gallery(folder, opened_from(self.files))
        return Gallery(folder, drawn_by(self.seed, self.recipes))

    @cached_property
    def search(self) -> Search:
        return Search(self)

    @cached_property
    def _by_id(self) -> dict[int, ShopOffer]:
        return {offer.offer_id: offer for offer in self.offers}

    @cached_property
    def _category_by_id(self) -> dict[int, ShopCategory]:
        return {category.category_id: category for category in self.categories}

    @cached_property
    def listed(self) -> tuple[ShopOffer, ...]:
        """Offers that search shows."""
        return tuple(offer for offer in self.offers if offer.status == "published")

    def offer(self, offer_id: int) -> ShopOffer | None:
        return self._by_id.get(int(offer_id))

    def offer_of_open_id(self, open_id: str) -> ShopOffer | None:
        """By the encrypted form of its id."""
        return self._by_open_id.get(open_id)

    @cached_property
    def _by_open_id(self) -> dict[str, ShopOffer]:
        return {open_offer_id(offer.offer_id): offer for offer in self.offers}

    def sku(self, offer_id: int, spec_id: str) -> ShopSku | None:
        offer = self.offer(offer_id)
        return offer.sku(spec_id) if offer else None

    def category(self, category_id: int) -> ShopCategory | None:
        return self._category_by_id.get(category_id)

    def children(self, category_id: int) -> list[ShopCategory]:
        return [category for category in self.categories if category.parent_id == category_id]

    def supplier(self, key: str) -> ShopSupplier | None:
        """By member id, open id or login id."""
        return self._supplier_by_key.get(key)

    @cached_property
    def _supplier_by_key(self) -> dict[str, ShopSupplier]:
        found: dict[str, ShopSupplier] = {}
        for supplier in self.suppliers:
            found |= dict.fromkeys((supplier.login_id, supplier.open_id, supplier.member_id), supplier)
        return found

    def unit_price_fen(self, offer: ShopOffer, spec_id: str | None, total_quantity: int) -> int | None:
        """What one unit costs when ``total_quantity`` of the offer (over all its SKUs) is bought.

        Channel price before promotion price before list price; by SKU for quote type 1, else the price step that the
        total reaches (below the first step: the first). None: unknown SKU, or nothing says a price.
        Source: contract product.search.queryProductDetail, quirks.
        """
        sku = offer.sku(spec_id) if spec_id else None
        if offer.skus and sku is None:
            return None
        if sku and sku.channel_fen is not None:
            return sku.channel_fen
        if offer.quote_type == 1 and sku:
            return sku.promotion_fen if sku.promotion_fen is not None else sku.price_fen
        if not offer.tiers:
            return None
        step = offer.tiers[0]
        for candidate in offer.tiers:
            if candidate.start_quantity <= total_quantity:
                step = candidate
        return step.promotion_fen if step.promotion_fen is not None else step.price_fen
