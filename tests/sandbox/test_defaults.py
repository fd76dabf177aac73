"""How the marketplace behaves, and what its records say, where nobody told anything else."""

from tests.support.defaults import decided

DAY = 86_400

OPTIONS = {
    "Options.auto_receive_s": 10 * DAY,
    "Options.create_reply": "wrapped",
    "Options.dialect": "live",
    "Options.invoice_issue_s": 3 * DAY,
    "Options.list_out_order_id": "attributes",
    "Options.max_lines": 100,
    "Options.odd_values": "plain",
    "Options.pay_timeout_s": 5 * DAY,
    "Options.preview_errors": "top",
    "Options.refund_agree_s": 5 * DAY,
    "Options.refund_modify_s": 7 * DAY,
    "Options.refund_receive_s": 10 * DAY,
    "Options.refund_return_s": 10 * DAY,
    "Options.refund_timer_lag_s": 39,
    "Options.repeated_out_order_id": "again",
    "Options.settle_s": 60,
    "Options.split_above_lines": 50,
    "Options.strict": True,
    "Options.unknown_parameters": "tolerate",
    "Settings.app_key": "8800001",
    "Settings.app_secret": "21b9af066f54",
}

RECORDS = {
    "Fault.chunk": 64,
    "Fault.code": "TIMEOUT",
    "Fault.lines": 1,
    "Fault.megabytes": 200,
    "Fault.seconds": 1.0,
    "Fault.text": "调用超时",
    "Fault.times": 1,
    "Fault.url": "https://example.invalid/",
    "Line.logistics_status": 1,
    "Line.status": "waitbuyerpay",
    "Order.flow": "general",
    "Order.trade_type": "assureTrade",
    "Parcel.node": "CONSIGN",
    "Parcel.type": "0",
    "Refund.last_role": "user",
    "Stage.pay_status": 1,
    "TradeMode.shares": (100,),
    "TradeMode.supported": True,
}


def test_what_nobody_told_is_empty_unless_it_is_decided_here() -> None:
    assert decided("sandbox") == OPTIONS | RECORDS
