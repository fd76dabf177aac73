"""What every documented answer of the ``alibaba.`` calls means, written by hand from the contracts."""

from __future__ import annotations

from typing import Any

from tests.contracts.meaning import CASHIER, DOCUMENTED, DONE, ORDER, REFUND, STEPS, UNPAID, Refusal, cny

TRADE: dict[str, dict[str, Any]] = {
    "alibaba.account.basic": {
        DOCUMENTED: {
            "member_id": "b2b-1623492085", "login": "samplebuyer01", "user_id": "1623492085", "kind": "PERSONAL",
            "created_at": "2013-03-12T16:08:28+08:00", "is_enterprise": True, "is_person": False, "is_factory": False,
            "category_id": "10166", "buyer_level": 3, "paid_years": 0, "cross_border": None,
            "icon_url": "https://cbu01.alicdn.com/cms/upload/2011/116/401/104611_sample.png",
        }
    },
    "alibaba.accountPeriod.list.buyerView": {
        DOCUMENTED: {
            "total": 1,
            "terms": [
                {
                    "supplier_login": "seller_demo_02", "limit": cny("90000.00"), "available": cny("88000.00"),
                    "status": "有效", "term": "60天", "overdue": 0, "granted_at": "2026-01-10T11:41:40+08:00",
                }
            ],
        }
    },
    "alibaba.alipay.url.get": {DOCUMENTED: {"url": f"{CASHIER};3317081160226242201", "not_covered": []}},
    "alibaba.category.get": {
        DOCUMENTED: {
            "category": {"category_id": "0", "is_leaf": False, "children": ["54", "311", "1038378"]},
            "children": [
                {"category_id": "54", "name": "服饰配件、饰品", "name_translated": None, "parent_id": "0"},
                {"category_id": "311"},
                {"category_id": "1038378", "name": "鞋", "is_leaf": False},
            ],
        }
    },
    "alibaba.createOrder.preview": {
        DOCUMENTED: {
            "parts": [
                {
                    "goods": cny("36.00"), "freight": cny("8.00"), "total": cny("44.00"), "discount": cny("0.00"),
                    "flow": "general", "pay_channels": ["alipay", "shegou"],
                    "trade_modes": [{"code": "assureTrade", "name": "担保交易", "usable": True}],
                    "lines": [
                        {
                            "offer_id": "548818919805", "sku_id": "3332085412530", "quantity": 2,
                            "unit_price": cny("18.00"), "amount": cny("36.00"), "ok": True,
                        }
                    ],
                }
            ]
        },
        "out_of_stock": Refusal("500_004"),
        "not_orderable_by_api": {
            "parts": [{"total": cny("44.00"), "trade_modes": [{"code": "assureTrade", "usable": False}]}]
        },
        "would_split": {"parts": [{"total": cny("612.00"), "freight": cny("12.00")}, {"total": cny("368.00")}]},
    },
    "alibaba.creditPay.url.get": {DOCUMENTED: {"url": CASHIER, "covers": [ORDER], "not_covered": []}},
    "alibaba.crossBorderPay.url.get": {DOCUMENTED: {"url": CASHIER, "covers": [ORDER], "not_covered": []}},
    "alibaba.logistics.OpQueryLogisticCompanyList": {
        DOCUMENTED: [
            {"carrier_id": "8", "name": "圆通速递", "code": "YTO", "phone": "95554", "prints_labels": False},
            {"carrier_id": "3", "name": "顺丰速运", "code": "SF", "spelling": "shunfengsuyun"},
        ]
    },
    "alibaba.logistics.myFreightTemplate.list.get": {
        DOCUMENTED: [{"template_id": "2324342", "origin": "广东省 广州市 天河区", "origin_code": "440106", "plans": []}]
    },
    "alibaba.order.memoAdd": {DOCUMENTED: DONE, "failed_with_success_true": Refusal("400_4")},
    "alibaba.subAccount.list": {
        DOCUMENTED: {
            "member_id": "b2b-1000001", "login": "buyer_demo_01", "user_id": "1000001",
            "sub_accounts": [{"login": "buyer_demo_01:sub1", "user_id": "4001370001"}],
        }
    },
    "alibaba.trade.OpQueryMarketingMixConfig": {
        DOCUMENTED: {
            "on": True, "min_amount": cny("100.00"), "min_pieces": 5, "created_at": "2025-11-27T16:46:31+08:00"
        }
    },
    "alibaba.trade.addFeedback": {DOCUMENTED: DONE},
    "alibaba.trade.addresscode.parse": {
        DOCUMENTED: {"street": "网商路699号", "area_code": "330108", "post_code": "310051", "is_default": False}
    },
    "alibaba.trade.cancel": {
        DOCUMENTED: DONE, "too_fast": Refusal("CLOSE_ORDER_TOO_FAST"), "already_paid": Refusal("ORDER_STATUS_ERROR")
    },
    "alibaba.trade.createCrossOrder": {
        DOCUMENTED: {"orders": [{"order_id": ORDER, "total": cny("44.00"), "freight": cny("8.00")}], "failed_lines": []},
        "partial": {
            "orders": [{"order_id": "3317081160226242190", "total": cny("15.80"), "freight": cny("6.00")}],
            "failed_lines": [
                {
                    "offer_id": "554456348334", "spec_id": "b266e0726506185beaf205cbae88530d", "code": "500_004",
                    "text": "库存不足",
                }
            ],
        },
        "refused": Refusal("400"),
        "several_orders": {
            "orders": [
                {"order_id": "3317081160226242201", "total": cny("612.00"), "freight": cny("12.00")},
                {"order_id": "3317081160226242202", "total": cny("368.00"), "freight": cny("8.00")},
            ]
        },
        "flat_with_false_success": {"orders": [{"order_id": ORDER, "total": cny("44.00")}]},
        "account_period_flat": {"orders": [{"order_id": "3317081160226242183", "total": cny("44.00")}]},
    },
    "alibaba.trade.createRefund": {
        DOCUMENTED: {
            "refund_id": "TQ398765432109876501", "reason_id": "20021", "freight": cny("0.00"), "has_vouchers": True
        }
    },
    "alibaba.trade.get.buyerView": {
        DOCUMENTED: UNPAID
        | {
            "out_order_id": "srcapp-20261122-000017", "pay_before": "2026-11-27T10:15:00+08:00", "is_detail": True,
            "trade_mode": "assureTrade",
        }
    },
    "alibaba.trade.getBuyerOrderList": {
        DOCUMENTED: {
            "total": 2, "skipped": 0,
            "orders": [
                UNPAID,
                {
                    "order_id": "3317081160226242100", "status": "cancel", "total": cny("0.01"),
                    "discount": cny("-39.89"), "close_reason": "BUYER_NO_PAY",
                },
            ],
        }
    },
    "alibaba.trade.getLogisticsInfos.buyerView": {
        DOCUMENTED: [
            {
                "parcel_id": "LP00616288919385", "order_id": ORDER, "carrier": "圆通速递", "status": "TRANSPORT",
                "waybill": "YT0000000000001", "items": [{"entry_id": ORDER, "quantity": 2}],
            }
        ],
        "not_shipped": [],
    },
    "alibaba.trade.getLogisticsTraceInfo.buyerView": {
        DOCUMENTED: {
            "parcels": [
                {
                    "parcel_id": "LP00616288919385", "waybill": "YT0000000000001", "order_id": ORDER,
                    "steps": [
                        {"at": "2026-11-23T09:30:00+08:00", "text": "【广州市】已揽收"},
                        {"at": "2026-11-24T03:01:41+08:00"},
                        {"at": "2026-11-25T13:33:11+08:00", "text": "已签收"},
                    ],
                }
            ]
        },
        "no_trace_live": {"parcels": [], "overseas": []},
        "no_trace_documented": {"parcels": []},
        "too_old": Refusal("order.createtime.history"),
    },
    "alibaba.trade.getRefundReasonList": {
        DOCUMENTED: [
            {"reason_id": "20021", "needs_voucher": True, "freight_excluded": False, "tip": "请上传照片"},
            {"reason_id": "20028", "needs_voucher": False, "freight_excluded": True, "tip": ""},
        ]
    },
    "alibaba.trade.grouppay.url.get": {
        DOCUMENTED: {"url": f"https://payment2.m.1688.com/page/cashier.html?orderId={ORDER}", "covers": [ORDER]}
    },
    "alibaba.trade.pay.protocolPay.isopen": {
        DOCUMENTED: [
            {"channel": "shegou", "signed": False, "bound": False, "sign_url": None},
            {
                "channel": "alipay", "signed": False, "bound": True,
                "sign_url": "https://mapi.alipay.com/gateway.do?service=demo",
            },
        ]
    },
    "alibaba.trade.pay.protocolPay.preparePay": {
        DOCUMENTED: {"order_id": ORDER, "paid": True, "channel": "alipay"},
        "unclear": {"paid": False, "channel": None},
        "refused": Refusal("PAY_FAILED"),
    },
    "alibaba.trade.payWay.query": {
        DOCUMENTED: {
            "order_id": ORDER, "amount": cny("44.00"), "deadline": "2026-11-27T10:15:00+08:00",
            "channels": [["1", "支付宝"], ["20", "跨境宝"]],
        }
    },
    "alibaba.trade.queryOrderByInsure": {DOCUMENTED: {"order_id": "2987650012345678901"}},
    "alibaba.trade.receiveAddress.get": {
        DOCUMENTED: [
            {
                "address_id": "593861699", "full_name": "测试收货人", "province": "浙江省", "city": "杭州市",
                "area": "滨江区", "town": "长河街道", "street": "网商路699号", "post_code": "310051",
                "mobile": "13900000000", "area_code": "330108", "is_default": True,
            },
            {"address_id": "584414269", "province": "广东省", "city": "东莞市", "area": "", "is_default": False},
        ]
    },
    "alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus": {DOCUMENTED: {"refunds": [REFUND], "skipped": 0}},
    "alibaba.trade.refund.OpQueryOrderRefund": {
        DOCUMENTED: REFUND
        | {
            "deadline": "2026-05-23T09:00:00+08:00", "entry_ids": ["2987650012345678902"],
            "quantities": {"2987650012345678902": 2}, "steps": STEPS,
            "return_place": {"name": "示例仓库", "mobile": "13000000000", "address": "示例省 示例市 示例路 8 号"},
        }
    },
    "alibaba.trade.refund.OpQueryOrderRefundOperationList": {DOCUMENTED: {"steps": STEPS, "skipped": 0}},
    "alibaba.trade.refund.buyer.queryOrderRefundList": {
        DOCUMENTED: {
            "page": 0,
            "refunds": [
                REFUND,
                {
                    "refund_id": "TQ398765432109876777", "status": "refundclose", "agreed": cny("25.60"),
                    "completed_at": "2026-05-22T10:15:39+08:00", "extra": {"opRole": "timeout"},
                },
            ],
        }
    },
    "alibaba.trade.refund.returnGoods": {DOCUMENTED: DONE},
    "alibaba.trade.uploadRefundVoucher": {
        DOCUMENTED: {"url": "https://cbu01.alicdn.com/img/ibank/2026/000/001/demo-voucher.jpg"}
    },
}  # fmt: skip
