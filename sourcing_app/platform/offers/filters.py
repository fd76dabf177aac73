"""The filter configuration, and the fixed lists for a gateway that does not offer it."""

from __future__ import annotations

from sourcing_app.domain.offer import FilterChoice, FilterSection
from sourcing_app.errors import NotPermitted, Refused, UnexpectedReply, WrongCredentials
from sourcing_app.platform.offers.calls import FILTERS
from sourcing_app.platform.transport.gateway import Gateway


class Filters:
    """What can be ticked; the fixed lists where the gateway does not offer the call, as the live one does not."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._not_offered = False

    async def sections(self, language: str) -> tuple[FilterSection, ...]:
        """In the platform's order. Raises WrongCredentials, Unreachable, Throttled, SignInNeeded.

        Contract: product.filterData.queryConfig; enums.json, filter_groups.
        """
        if self._not_offered:
            return FIXED_FILTERS
        try:
            return (await self._gateway.send(FILTERS, language)).filters or FIXED_FILTERS
        except WrongCredentials:
            raise
        except UnexpectedReply:
            return FIXED_FILTERS
        except (NotPermitted, Refused) as error:
            self._not_offered = isinstance(error, NotPermitted) or error.code.startswith("gw.")
            return FIXED_FILTERS


def _group(name: str, **choices: str) -> tuple[FilterChoice, ...]:
    return tuple(FilterChoice(key, label, name) for key, label in choices.items())


FIXED_FILTERS: tuple[FilterSection, ...] = (
    FilterSection(
        "Service Quality",
        (
            FilterChoice("certifiedFactory", "Certified factory"),
            *_group(
                "Overall experience score", totalEpScoreLv1="5 stars", totalEpScoreLv2="4.5 to 5 stars",
                totalEpScoreLv3="4 to 4.5 stars", totalEpScoreLv4="below 4 stars",
            ),
            *_group(
                "Picked up within 24 h", getRate24HLv3="at least 99 %", getRate24HLv2="at least 95 %",
                getRate24HLv1="below 95 %",
            ),
            *_group(
                "Picked up within 48 h", getRate48HLv3="at least 99 %", getRate48HLv2="at least 95 %",
                getRate48HLv1="below 95 %",
            ),
        ),
    ),
    FilterSection(
        "Service Assurance",
        (
            FilterChoice("freeCredit", "Credit purchase without fee"),
            FilterChoice("shipInToday", "Ships today"),
            FilterChoice("shipIn24Hours", "Ships within 24 h"),
            FilterChoice("shipIn48Hours", "Ships within 48 h"),
            FilterChoice("noReason7DReturn", "7-day return"),
            FilterChoice("isOnePsale", "One-piece dropship"),
            FilterChoice("isOnePsaleFreePost", "One piece with free shipping"),
            FilterChoice("dyCiphertext", "Masked label printing Douyin"),
            FilterChoice("ksCiphertext", "Masked label printing Kuaishou"),
        ),
    ),
    FilterSection(
        "Pools and novelty",
        (
            FilterChoice("1688Selection", "1688 selection"),
            FilterChoice("jxhy", "Curated distribution supply"),
            FilterChoice("new7", "New within 7 days"),
            FilterChoice("new30", "New within 30 days"),
            FilterChoice("isQqyx", "Global selection"),
            FilterChoice("isSelect", "Cross-border select pool"),
        ),
    ),
)  # fmt: skip
"""Source: enums.json, filter_groups."""
