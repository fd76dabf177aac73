"""What every documented answer means, written by hand from the contracts: a subset of the typed result as JSON.

By contract and sample. Money is ``cny("12.50")``; a ``Refusal`` is an answer that says no.
"""

from __future__ import annotations

from typing import Any

from tests.contracts.expected_trade import TRADE
from tests.contracts.meaning import CUP, DOCUMENTED, DONE, OLDER, OLDER_CUP, ORDER, PAID_MESSAGE, cny

EXPECTED: dict[str, dict[str, Any]] = TRADE | {
    "account.user.register": {DOCUMENTED: DONE, OLDER: DONE},
    "account.wangwangUrl.get": {DOCUMENTED: "https://www.1688.com/?sample-chat-link"},
    "category.translation.getById": {
        DOCUMENTED: {
            "category": {
                "category_id": "10166", "name": "女装", "name_translated": "レディース服", "level": 1, "is_leaf": False
            },
            "children": [{"category_id": "1031910", "name_translated": "ワンピース", "parent_id": "10166", "is_leaf": True}],
        }
    },
    "category.translation.getByKeyword": {
        DOCUMENTED: [
            {"category_id": "10170", "name_translated": "婦人綿靴", "parent_id": "125372002", "level": 3, "is_leaf": True},
            {"category_id": "10179", "is_leaf": False},
            {"category_id": "1043349", "name": "袜子"},
        ]
    },
    "coupon.optimal.claim": {DOCUMENTED: {"coupon_ids": ["5600812521"]}},
    "logistics.delivery.urge": {DOCUMENTED: DONE},
    "order.receiveAddress.buyerUpdate": {DOCUMENTED: DONE},
    "order.relation.write": {DOCUMENTED: DONE, OLDER: DONE},
    "product.analyze.getPerdaySellQuantityTrendNew": {
        DOCUMENTED: [
            {"day": "2024-07-01", "sold": 20}, {"sold": 18}, {"sold": 25}, {"sold": 20},
            {"day": "2024-07-05", "sold": None},
        ]
    },
    "product.analyze.getRepurchaseRateTrendNew": {
        DOCUMENTED: [{"rate": 0.21}, {"rate": 0.22}, {"rate": 0.22}, {"rate": 0.23}, {"rate": None}]
    },
    "product.analyze.getThirtyDayMedianPriceTrendNew": {
        DOCUMENTED: [
            {"day": "2024-07-01", "price": cny("12.50")}, {}, {"price": cny("12.10")}, {}, {"price": None}
        ]
    },
    "product.filterData.queryConfig": {
        DOCUMENTED: {
            "filters": [
                {"name": "Service Quality", "choices": [{"key": "certifiedFactory", "name": "Certified Factory"}, ...]},
                {"name": "Service Assurance"},
            ],
            "sorts": [{"key": "onePPrice", "name": "Price Sorting"}, {"key": "rePurchaseRate"}, {"key": "monthSoldOut"}],
        }
    },
    "product.freight.estimate": {
        DOCUMENTED: {
            "offer_id": "745612849923", "freight": cny("6.90"), "included": False, "template_kind": "2", "service": "0",
            "charged_by": "1", "first_fee": cny("2.90"), "next_fee": cny("2.00"), "discount": None,
            "box": {"weight_kg": 0.35}, "boxes": [["5104790281451", {"weight_kg": 0.35}]],
        }
    },
    "product.image.upload": {DOCUMENTED: "1490507813791335080", OLDER: "1490507813791335080"},
    "product.kjdistribute.addRelation": {DOCUMENTED: DONE},
    "product.kjdistribute.removeRelation": {DOCUMENTED: DONE},
    "product.related.recommend": {
        DOCUMENTED: {
            "offers": [
                {"offer_id": "688766724229", "unit_price": cny("17.80"), "sold_30_days": None, "sold_90_days": 98374}
            ]
        }
    },
    "product.search.imageQuery": {DOCUMENTED: {"offers": [CUP], "total": 75, "has_more": True}, OLDER: OLDER_CUP},
    "product.search.keywordQuery": {
        DOCUMENTED: {
            "offers": [CUP, {"offer_id": "688766724221", "unit_price": cny("8.30"), "list_price": None, "score": 5.0}],
            "total": 2, "has_more": False, "skipped": 0,
        },
        OLDER: OLDER_CUP,
    },
    "product.search.keywordSNQuery": {
        DOCUMENTED: [
            {
                "group_id": "973", "name": "风格", "name_translated": "Style",
                "values": [{"refinement_id": "973:28105", "name_translated": "Korean version"}],
            }
        ]
    },
    "product.search.offerRecommend": {
        DOCUMENTED: {"offers": [{"offer_id": "666353603800", "unit_price": cny("1.70"), "one_piece": False}]}
    },
    "product.search.queryProductDetail": {
        DOCUMENTED: {
            "offer_id": "745612849923", "category_id": "1034057", "quote_type": 1, "min_quantity": 2, "lot_size": 1,
            "unit": "个", "unit_translated": "piece", "mix_rule": {"min_amount": cny("100.00"), "min_pieces": 2},
            "sold_total": 12342, "score": 4.8, "channel_prices": {"5104790281451": cny("12.10")},
            "skus": [
                {"sku_id": "5104790281451", "spec_id": "2b36920d5139fd431a2030090d1e2599", "stock": 9965},
                {"sku_id": "5104790281452", "stock": 0},
            ],
            "supplier": {"supplier_id": "BBBwSAMPLEzRPzBkv7BYPJRQ", "score": {"repeat_rate": 0.4666, "medal": 5}},
            "shipping": {"origin": "浙江省金华市", "weight_g": 350, "promise": "shipIn48Hours"},
        },
        OLDER: {
            "offer_id": "745612849923", "min_quantity": 2, "stock": 9965,
            "skus": [{"sku_id": "5104790281451", "spec_id": "2b36920d5139fd431a2030090d1e2599", "stock": 9965}],
        },
    },
    "product.search.querySellerOfferList": {
        DOCUMENTED: {"offers": [{"offer_id": "745612849924", "unit_price": cny("9.90")}], "total": 1, "has_more": False}
    },
    "product.search.topKeyword": {DOCUMENTED: [{"word": "大型宠物犬", "translated": "Large Pet Dog"}]},
    "product.topList.query": {
        DOCUMENTED: {
            "category_id": "1038378", "kind": "hot", "name": "Best sellers",
            "offers": [
                {
                    "offer_id": "699490252651", "rank": 1, "buyers": 1334, "sold": 433454, "score": 5,
                    "services": ["sendGoods48H"], "title_translated": "Thick-soled sandals",
                }
            ],
        }
    },
    "push.cursor.messageList": {DOCUMENTED: {"messages": [PAID_MESSAGE], "total": None}},
    "push.message.confirm": {DOCUMENTED: DONE},
    "push.query.messageList": {DOCUMENTED: {"messages": [PAID_MESSAGE], "total": 1}},
    "system.currentTime": {DOCUMENTED: "2026-09-25T10:10:10+08:00"},
    "system.oauth2.getToken": {
        DOCUMENTED: {
            "access_token": "f14da3b8-b0b1-4f73-a5de-9bed637e0188", "expires_in_s": 36000,
            "refresh_token": "479f9564-1049-456e-ab62-29d3e82277d9", "login": "samplebuyer01",
            "refresh_expires_at": "2024-12-12T22:22:22+08:00", "member_id": "b2b-1623492085", "ali_id": "8888888888",
        }
    },
    "system.oauth2.postponeToken": {
        DOCUMENTED: {"refresh_token": "b7d1c1f2-2f0a-4a66-8d2f-9d6f5e1a7c33", "refresh_expires_at": "2025-06-12T22:22:22+08:00"}
    },
    "trade.cross.logisticsOrderSync": {DOCUMENTED: DONE, OLDER: DONE},
    "trade.cross.logisticsStatusSync": {DOCUMENTED: DONE},
    "trade.cross.orderStatusSync": {DOCUMENTED: DONE},
    "trade.cross.orderSync": {DOCUMENTED: DONE, OLDER: DONE},
    "trade.invoice.apply": {
        DOCUMENTED: {"accepted": [{"order_id": ORDER, "ok": True, "order_completed": True}], "refused": []}
    },
    "trade.invoice.getListBuyerView": {
        DOCUMENTED: [
            {
                "invoice_id": "123", "status": "ISSUED", "amount": cny("44.00"), "kind": "VATAX_COMM", "is_red": False,
                "number": "26330000000000000001", "file_type": "PDF",
            }
        ]
    },
    "trade.invoiceAmount.getList": {DOCUMENTED: [{"order_id": ORDER, "amount": cny("44.00")}]},
    "trade.invoiceApply.getPageListBuyerView": {
        DOCUMENTED: {"total": 1, "page": 1, "invoices": [{"invoice_id": "123", "status": "ISSUING", "reference": ORDER}]}
    },
    "trade.invoiceTitle.getPageList": {
        DOCUMENTED: {
            "total": 1,
            "titles": [{"title_id": "123", "kind": "COMPANY", "taxpayer": "91330000000000000X", "is_default": True}],
        }
    },
    "trade.order.buyerdelete": {DOCUMENTED: DONE},
    "trade.orderpay.analysis": {
        DOCUMENTED: {
            "channel": "kjpayV2", "available": True, "order_ids": [ORDER], "count": 1, "total": cny("44.00")
        }
    },
    "trade.receivegoods.confirm": {DOCUMENTED: DONE},
}  # fmt: skip
