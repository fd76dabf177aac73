"""The switches of the sandbox, all of them with the default a newcomer wants."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Any


class OptionError(ValueError):
    """A switch that does not exist or a value that it does not take."""


CHOICES = {
    "dialect": ("live", "seed"),
    "repeated_out_order_id": ("again", "first", "refuse"),
    "unknown_parameters": ("tolerate", "refuse"),
    "create_reply": ("wrapped", "flat", "flat_false", "wrapped_false"),
    "list_out_order_id": ("attributes", "base", "none"),
    "preview_errors": ("top", "line"),
    "odd_values": ("plain", "text_booleans", "nulls", "missing", "all"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """
    dialect: "live", or "seed" for the older flat parameters and the ``data`` envelope.
    strict: refuse wrong types and missing members inside objects, as the contracts have them.
    unknown_parameters: "tolerate" (and count in ``/_sandbox/state``), or "refuse" with gw.ParamInvalid.
    single_user: the app acts for one account, so that a call without a token is the main buyer's.
    check_replies: log a reply that does not conform to its contract and count it in ``/_sandbox/state``.
    repeated_out_order_id: what a second create with the same outOrderId does.
    create_reply: form of createCrossOrder's reply; the ``false`` ones say success=false beside an order id.
    odd_values: legal oddities in replies: booleans as text, null members, missing members.
    split_above_lines: a create with more lines makes several orders; 0 splits every line.
    max_lines: a create with more lines is refused.
    list_delay_s: a new order shows up in getBuyerOrderList only after so many sandbox seconds.
    list_out_order_id: where getBuyerOrderList tells the outOrderId, if at all.
    pay_timeout_s, auto_receive_s, settle_s: deadlines of an order, in sandbox seconds.
    latency_ms: real milliseconds every call and picture takes.
    gzip: compress replies above 1 KB for clients that accept it.
    rate_per_s: calls per second of one app before gw.QosAppFrequencyLimit; 0 for no limit.
    timestamp_tolerance_s: refuse an _aop_timestamp further from real time than this; 0 does not look at it.
    denied: names of calls the app has no permission for; ``*`` at the end matches the rest.
    old_offset: dates in orders carry -0700 instead of +0800.
    web_only_sellers: member ids or login names whose orders offer no trade mode (tradeModeNameList is empty).
    preview_errors: a line that cannot be bought refuses the call ("top") or marks the entry ("line").
    autopilot_s: a seller and a carrier that do the next step so many sandbox seconds after the last; 0 waits for
        ``/_sandbox/`` calls.
    redirect_hosts: hosts that redirect_uri may name; empty for all.
    refund_agree_s, refund_modify_s, refund_return_s, refund_receive_s: how long a refund waits for the seller's
        answer, the buyer's change, the buyer's parcel, the seller's receipt, in sandbox seconds.
    refund_timer_lag_s: how much later than its deadline the platform acts.
    bare_refund_ids: refund messages carry the digits without ``TQ``.
    voucher_slashes: uploadRefundVoucher answers a host without scheme and a path that starts with a slash.
    downstream_checked: refuse reports about orders, shipments and purchases that nobody has told of.
    invoice_issue_s: how long a seller takes to issue an invoice, in sandbox seconds.
    """

    dialect: str = "live"
    strict: bool = True
    unknown_parameters: str = "tolerate"
    single_user: bool = False
    check_replies: bool = False
    repeated_out_order_id: str = "again"
    create_reply: str = "wrapped"
    odd_values: str = "plain"
    split_above_lines: int = 50
    max_lines: int = 100
    list_delay_s: float = 0.0
    list_out_order_id: str = "attributes"
    pay_timeout_s: int = 432000
    auto_receive_s: int = 864000
    settle_s: int = 60
    latency_ms: float = 0.0
    gzip: bool = False
    rate_per_s: float = 0.0
    timestamp_tolerance_s: float = 0.0
    denied: tuple[str, ...] = ()
    old_offset: bool = False
    redirect_hosts: tuple[str, ...] = ()
    web_only_sellers: tuple[str, ...] = ()
    preview_errors: str = "top"
    autopilot_s: float = 0.0
    refund_agree_s: int = 432000
    refund_modify_s: int = 604800
    refund_return_s: int = 864000
    refund_receive_s: int = 864000
    refund_timer_lag_s: int = 39
    bare_refund_ids: bool = False
    voucher_slashes: bool = False
    downstream_checked: bool = False
    invoice_issue_s: int = 259200

    def changed(self, changes: dict[str, Any]) -> Options:
        """A copy with some switches set. Raises OptionError, naming the switch."""
        known = {field.name: getattr(Options(), field.name) for field in fields(Options)}
        clean = {name: _checked(name, value, known) for name, value in changes.items()}
        return replace(self, **clean)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def _checked(name: str, value: Any, known: dict[str, Any]) -> Any:
    if name not in known:
        raise OptionError(f"no option is called {name}; there are {', '.join(sorted(known))}")
    if name in CHOICES and value not in CHOICES[name]:
        raise OptionError(f"{name} is one of {', '.join(CHOICES[name])}")
    default = known[name]
    if isinstance(default, tuple):
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
            raise OptionError(f"{name} is a list of texts")
        return tuple(value)
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise OptionError(f"{name} is true or false")
        return value
    if isinstance(default, (int, float)):
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
            raise OptionError(f"{name} is a number from 0 up")
        return type(default)(value)
    return value
