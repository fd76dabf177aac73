"""What is wrong with a quantity, and how to put it right: the words beside a grid, a line, a group."""

from __future__ import annotations

from sourcing_app.domain.cart import OfferTerms, Problem, QuantityProblem
from sourcing_app.ui.format import exact_count, money_text
from sourcing_app.ui.texts import tr


def problem_sentence(problem: QuantityProblem, name: str = "") -> str:
    """One sentence. name: of the variant it is about, "" where that is plain."""
    said = _sentence(problem)
    return f"{name}: {said}" if name else said


def _sentence(problem: QuantityProblem) -> str:
    limit = exact_count(problem.limit) if problem.limit is not None else ""
    match problem.kind:
        case Problem.BELOW_MINIMUM:
            return tr("{0} more to reach the minimum of {1}.").format(exact_count(problem.missing or 0), limit)
        case Problem.OFF_LOT:
            return tr("Sold in lots of {0}.").format(limit)
        case Problem.ABOVE_STOCK:
            return tr("Sold out.") if not problem.limit else tr("Only {0} in stock.").format(limit)
        case Problem.MIX_NOT_MET:
            return _mix_missing(problem)
        case Problem.TOO_LARGE:
            return tr("This is larger than anything on sale.")
        case Problem.GONE:
            return tr("Not for sale any more.")
        case Problem.PRICE_UNKNOWN:
            return tr("The price is not known.")
        case Problem.TOO_MANY_LINES:
            return tr("One order takes at most {0} lines. Leave some for a second one.").format(limit)


def _mix_missing(problem: QuantityProblem) -> str:
    pieces = exact_count(problem.missing) if problem.missing is not None else ""
    amount = money_text(problem.missing_amount) if problem.missing_amount is not None else ""
    if pieces and amount:
        return tr("{0} more pcs or {1} more to reach this supplier's mixed-order minimum.").format(pieces, amount)
    if pieces:
        return tr("{0} more pcs to reach this supplier's mixed-order minimum.").format(pieces)
    return tr("{0} more to reach this supplier's mixed-order minimum.").format(amount)


def terms_sentence(terms: OfferTerms) -> str:
    """The rules of an offer in a few words: "Minimum 24 · lots of 2 · may be mixed with others from CN¥300"."""
    parts = [tr("Minimum {0}").format(exact_count(terms.min_quantity))] if terms.min_quantity > 1 else []
    if terms.lot_size > 1:
        parts.append(tr("lots of {0}").format(exact_count(terms.lot_size)))
    mix = terms.mix_rule if terms.min_quantity > 1 else None
    if mix is not None and (mix.min_amount is not None or mix.min_pieces is not None):
        either = [money_text(mix.min_amount)] if mix.min_amount is not None else []
        if mix.min_pieces is not None:
            either.append(tr("{0} pcs").format(exact_count(mix.min_pieces)))
        parts.append(tr("or mixed with the supplier's other offers from {0}").format(tr(" or ").join(either)))
    return " · ".join(parts) or tr("No minimum")


def refused_sentence(text: str, reason: str) -> str:
    """Why what was typed as a quantity was not taken."""
    shown = " ".join(text.split())[:24]
    sentence = {
        "negative": tr("“{0}” is below zero; the quantity was kept."),
        "fraction": tr("“{0}” is not a whole number; the quantity was kept."),
        "ambiguous": tr(
            "“{0}” is one number here and another elsewhere: type it without “.” and “,”. The quantity was kept."
        ),
        "two_numbers": tr("“{0}” may be one number or several: type it without blanks. The quantity was kept."),
        "unit": tr("“{0}” has a word in it that may change the number: type digits alone. The quantity was kept."),
        "too_long": tr("“{0}” is larger than anything on sale; the quantity was kept."),
        "sold_out": tr("This variant is sold out; “{0}” was not taken."),
        "not_offered": tr("This combination is not offered; “{0}” was not taken."),
    }.get(reason, tr("“{0}” is not a number; the quantity was kept."))
    return sentence.format(shown)
