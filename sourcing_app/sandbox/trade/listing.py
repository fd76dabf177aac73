"""``GET /_sandbox/offers``: find an offer that has what a test or a demo needs."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.registry import JsonValue
from sourcing_app.sandbox.shop.naming import open_offer_id
from sourcing_app.sandbox.shop.records import ShopOffer
from sourcing_app.sandbox.world import World

MOST = 200


def list_offers(world: World, body: dict[str, Any]) -> JsonValue:
    """Narrowed by ``quote_type``, ``seller`` (member id or login), ``mix``, ``lot`` (yes or no), ``min_skus``,
    ``max_minimum``, ``status`` (published by default), ``promotion`` (yes: its seller runs some), ``limit``."""
    limit = min(MOST, int(body.get("limit", 20)))
    found: list[ShopOffer] = []
    for offer in world.shop.offers:
        if len(found) == limit:
            break
        if _fits(offer, body):
            found.append(offer)
    return {"count": len(found), "offers": [_shown(world, offer) for offer in found]}


def _fits(offer: ShopOffer, body: dict[str, Any]) -> bool:
    supplier = offer.supplier
    asked_sku_count = int(body.get("min_skus", 0))
    return (
        offer.status == body.get("status", "published")
        and str(offer.quote_type) == str(body.get("quote_type", offer.quote_type))
        and body.get("seller", supplier.member_id) in (supplier.member_id, supplier.login_id)
        and body.get("mix", _yes(offer.mix)) == _yes(offer.mix)
        and body.get("lot", _yes(offer.lot_size)) == _yes(offer.lot_size)
        and body.get("promotion", _yes(supplier.number % 3 == 0)) == _yes(supplier.number % 3 == 0)
        and offer.min_quantity <= int(body.get("max_minimum", offer.min_quantity))
        and (not asked_sku_count or len(offer.skus) >= asked_sku_count)
    )


def _yes(value: object) -> str:
    return "yes" if value else "no"


def _shown(world: World, offer: ShopOffer) -> dict[str, Any]:
    offer_id = offer.offer_id
    return {
        "offer_id": offer_id,
        "open_offer_id": open_offer_id(offer_id),
        "title": offer.title_zh,
        "seller": offer.supplier.member_id,
        "seller_login": offer.supplier.login_id,
        "seller_open_id": offer.supplier.open_id,
        "quote_type": offer.quote_type,
        "min_quantity": offer.min_quantity,
        "lot_size": offer.lot_size,
        "mix": {"amount_yuan": offer.mix.amount_yuan, "pieces": offer.mix.pieces} if offer.mix else None,
        "stock": world.stock(offer_id),
        "price_fen": world.price_fen(offer_id, None if not offer.skus else offer.skus[0].spec_id, offer.min_quantity),
        "free_shipping": offer.free_shipping,
        "skus": [
            {
                "sku_id": sku.sku_id,
                "spec_id": sku.spec_id,
                "stock": world.stock(offer_id, sku.spec_id),
                "price_fen": world.price_fen(offer_id, sku.spec_id, offer.min_quantity),
                "values": [value.value["zh"] for value in sku.attributes],
            }
            for sku in offer.skus
        ],
    }
