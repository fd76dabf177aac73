"""Loads a shop from a folder of JSON and pictures (``--catalogue DIR``). The format: docs/sandbox-catalogue.md."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from sourcing_app.sandbox.shop.entry import CatalogueError, Entry
from sourcing_app.sandbox.shop.filters import FILTERS
from sourcing_app.sandbox.shop.offers import TODAY
from sourcing_app.sandbox.shop.records import (
    Attribute,
    MixRule,
    OfferDetails,
    PriceStep,
    Region,
    ShopCategory,
    ShopOffer,
    ShopSku,
    ShopSupplier,
    SkuValue,
)
from sourcing_app.sandbox.shop.shop import Shop
from sourcing_app.sandbox.shop.words import Phrase, say, word

__all__ = ["CatalogueError", "load_shop"]

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
LEVELS = 3


def load_shop(folder: Path) -> Shop:
    """Raises: CatalogueError, naming the file, the place in it and what is wrong."""
    main = folder / "catalogue.json"
    if not folder.is_dir():
        raise CatalogueError(folder, "", "is not a folder")
    if not main.is_file():
        raise CatalogueError(main, "", "is missing")
    whole = Entry(main, _json(main))
    reader = _Reader(folder)
    reader.read_suppliers(whole)
    reader.read_categories(whole)
    for entry in whole.entries("offers", required=False):
        reader.read_offer(entry)
    for path in sorted((folder / "offers").glob("*.json")):
        found = _json(path)
        for place, row in enumerate(found if isinstance(found, list) else [found]):
            reader.read_offer(Entry(path, row, f"[{place}]"))
    if not reader.offers:
        raise CatalogueError(main, "offers", "there is not one offer")
    return Shop(
        seed=reader.seed(),
        suppliers=tuple(reader.suppliers.values()),
        categories=tuple(reader.categories.values()),
        offers=tuple(reader.offers),
        files=reader.files,
    )


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise CatalogueError(path, "", f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise CatalogueError(path, "", f"is not JSON: {error}") from error


class _Reader:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.suppliers: dict[str, ShopSupplier] = {}
        self.categories: dict[int, ShopCategory] = {}
        self.offers: list[ShopOffer] = []
        self.files: dict[str, Path] = {}
        self._ids: set[int] = set()

    def seed(self) -> int:
        """Differs from folder to folder, so that kept pictures do not mix."""
        return int(hashlib.sha1(str(self._folder.resolve()).encode()).hexdigest()[:8], 16)

    def read_suppliers(self, whole: Entry) -> None:
        for number, entry in enumerate(whole.entries("suppliers")):
            key = entry.text("id")
            masked = hashlib.sha256(key.encode()).hexdigest()
            mix = entry.entry("mix")
            self.suppliers[key] = ShopSupplier(
                number=number,
                member_id=f"b2b-{2209000000000 + int(masked[:8], 16)}",
                login_id=entry.text("login", key),
                open_id=f"BBB{masked[:21]}",
                company=entry.text("company"),
                region=Region(
                    entry.text("province", "浙江省"),
                    entry.text("city", "金华市"),
                    entry.text("district", "义乌市"),
                    "330782",
                ),
                years=entry.whole("years", 3),
                medal=entry.whole("medal", 3),
                scores=(4.5,) * 6,
                repeat_rate=0.3,
                identities=("tp_member",),
                mix=MixRule(mix.whole("amount", 100), mix.whole("pieces", 2)) if mix else None,
                template_id=2400000 + number,
                collect_24h=0.97,
                collect_48h=0.99,
                since=TODAY - timedelta(days=900),
            )

    def read_categories(self, whole: Entry) -> None:
        for entry in whole.entries("categories"):
            category_id, parent = entry.whole("id"), entry.whole("parent", 0)
            if parent and parent not in self.categories:
                raise entry.wrong("parent", f"no category {parent} before this one")
            level = self.categories[parent].level + 1 if parent else 1
            if level > LEVELS:
                raise entry.wrong("parent", f"a tree has {LEVELS} levels")
            self.categories[category_id] = ShopCategory(
                category_id, parent, level, entry.phrase("name"), str(category_id)
            )

    def _path(self, category: ShopCategory) -> tuple[int, ...]:
        """Three ids; a category high in the tree stands for what is missing below it."""
        ids = [category.category_id]
        while category.parent_id:
            category = self.categories[category.parent_id]
            ids.insert(0, category.category_id)
        return tuple(ids + ids[-1:] * (LEVELS - len(ids)))

    def _picture(self, entry: Entry, name: str, supplier: ShopSupplier) -> str:
        path = self._folder / "pictures" / name
        if path.suffix.lower() not in PICTURES:
            raise entry.wrong("pictures", f"{name}: a picture is one of {', '.join(PICTURES)}")
        if not path.is_file() or self._folder.resolve() not in path.resolve().parents:
            raise entry.wrong("pictures", f"{name}: no such file in pictures/")
        wire = f"O1CN01{hashlib.sha1(name.encode()).hexdigest()[:11]}_!!{supplier.member_id.removeprefix('b2b-')}-0-cib"
        self.files[wire] = path
        return f"{wire}.jpg"

    def read_offer(self, entry: Entry) -> None:
        supplier = self.suppliers.get(entry.text("supplier"))
        if supplier is None:
            raise entry.wrong("supplier", f"no supplier {entry.text('supplier')!r}")
        category = self.categories.get(entry.whole("category"))
        if category is None:
            raise entry.wrong("category", f"no category {entry.whole('category')}")
        offer_id = entry.whole("id", 690_000_000_000 + len(self.offers))
        if offer_id in self._ids:
            raise entry.wrong("id", f"{offer_id} is there twice")
        self._ids.add(offer_id)
        self.offers.append(self._offer(entry, offer_id, supplier, category))

    def _offer(self, entry: Entry, offer_id: int, supplier: ShopSupplier, category: ShopCategory) -> ShopOffer:
        title = entry.phrase("title")
        images = tuple(self._picture(entry, name, supplier) for name in entry.texts("pictures"))
        if not images:
            raise entry.wrong("pictures", "an offer has at least one picture")
        skus = tuple(
            self._sku(row, offer_id, number, supplier)
            for number, row in enumerate(entry.entries("skus", required=False))
        )
        minimum = entry.whole("minimum", 1)
        steps = self._steps(entry, minimum)
        quote, price = _quote_and_price(entry, skus, steps)
        details = OfferDetails(skus, self._attributes(entry), images, None, self._description(entry, supplier))
        sold, weight = entry.whole("month_sold", 0), entry.decimal("weight_kg")
        return ShopOffer(
            offer_id=offer_id,
            index=len(self.offers),
            supplier=supplier,
            category=category,
            path=self._path(category),
            phrases=(title,),
            title=lambda language: say(title, language),
            quote_type=quote,
            price_fen=price,
            tiers=steps or (PriceStep(minimum, price),),
            promotion_fen=None,
            consign_fen=None,
            min_quantity=minimum,
            lot_size=entry.whole("lot", 0) or None,
            stock=entry.whole("stock", 0) or sum(sku.stock for sku in skus),
            unit=entry.phrase("unit", word("unit", "piece")),
            weight_g=None if weight is None else round(weight * 1000),
            size_cm=None if weight is None else (20.0, 15.0, 10.0),
            main_image=images[0],
            month_sold=sold,
            week_sold=sold // 4,
            total_sold=sold * 6,
            repurchase=0.2,
            score=4.7,
            marks=self._marks(entry) | ({"mix"} if supplier.mix else set()),
            ship_hours=48,
            created=TODAY - timedelta(days=60),
            modified=TODAY - timedelta(days=2),
            free_shipping="isOnePsaleFreePost" in entry.texts("marks"),
            status=_status(entry),
            flags=frozenset(),
            cargo_number=entry.text("cargo_number", f"C-{len(self.offers) + 1}"),
            source=lambda _: details,
        )

    def _marks(self, entry: Entry) -> frozenset[str]:
        marks = entry.texts("marks")
        unknown = [mark for mark in marks if mark not in FILTERS]
        if unknown:
            raise entry.wrong("marks", f"{unknown[0]!r} is not a filter key")
        return frozenset(marks)

    def _steps(self, entry: Entry, minimum: int) -> tuple[PriceStep, ...]:
        steps = [PriceStep(row.whole("from"), row.fen("price")) for row in entry.entries("tiers", required=False)]
        if not steps and entry.has("price"):
            steps = [PriceStep(minimum, entry.fen("price"))]
        return tuple(sorted(steps, key=lambda step: step.start_quantity))

    def _sku(self, entry: Entry, offer_id: int, number: int, supplier: ShopSupplier) -> ShopSku:
        image = self._picture(entry, entry.text("picture"), supplier) if entry.has("picture") else None
        values = []
        for place, row in enumerate(entry.entries("attributes")):
            name, value = row.phrase("name"), row.phrase("value")
            values.append(SkuValue(_attribute_id(name), name, value, image if place == 0 else None))
        return ShopSku(
            sku_id=entry.whole("id", 6_000_000_000_000 + offer_id % 10**9 * 1000 + number),
            spec_id=hashlib.md5(f"{offer_id}:{number}".encode()).hexdigest(),
            price_fen=entry.fen("price") if entry.has("price") else None,
            stock=entry.whole("stock", 0),
            attributes=tuple(values),
            cargo_number=entry.text("cargo_number", ""),
        )

    def _attributes(self, entry: Entry) -> tuple[Attribute, ...]:
        rows = entry.entries("attributes", required=False)
        return tuple(
            Attribute(_attribute_id(row.phrase("name")), row.phrase("name"), row.phrase("value")) for row in rows
        )

    def _description(self, entry: Entry, supplier: ShopSupplier) -> str:
        """The seller's HTML; ``{picture:NAME}`` becomes the address of a picture of the folder."""
        html = entry.text("description", "")
        while "{picture:" in html:
            before, _, rest = html.partition("{picture:")
            name, _, after = rest.partition("}")
            html = f"{before}{{base}}/img/ibank/{self._picture(entry, name, supplier)}{after}"
        return html


def _attribute_id(name: Phrase) -> int:
    return 1000 + int(hashlib.sha1(name["zh"].encode()).hexdigest()[:6], 16)


def _quote_and_price(entry: Entry, skus: tuple[ShopSku, ...], steps: tuple[PriceStep, ...]) -> tuple[int, int]:
    """The quote type, said or found out, and the lowest price in fen. Raises CatalogueError where they do not agree."""
    priced = [sku.price_fen for sku in skus if sku.price_fen is not None]
    quote = entry.whole("quote_type", 1 if len(priced) == len(skus) > 0 else 2 if skus else 0)
    price = min(priced) if quote == 1 and priced else steps[0].price_fen if steps else None
    if price is None or (quote == 1 and not skus) or (quote == 0 and skus):
        fits = "0 no SKUs and tiers, 1 a price on each SKU, 2 SKUs and tiers"
        raise entry.wrong("price", f"does not fit quote_type {quote}: {fits}")
    return quote, price


def _status(entry: Entry) -> str:
    status = entry.text("status", "published")
    if status not in ("published", "delisted", "gone", "forbidden"):
        raise entry.wrong("status", "is published, delisted, gone or forbidden")
    return status
