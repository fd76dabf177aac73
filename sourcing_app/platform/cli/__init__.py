"""The command line to the platform: ``python -m sourcing_app api``. A room at the level of the app, without a window.

May import: platform, config, domain, errors.
"""

from __future__ import annotations

import argparse
import sys

from sourcing_app.config.account_options import CredentialsUnreadable, add_account_options, named_account
from sourcing_app.config.private_files import begin_private
from sourcing_app.errors import InvalidInput
from sourcing_app.platform.cli.calling import Streams, Wanted, call, call_named
from sourcing_app.platform.cli.identity import Asked
from sourcing_app.platform.cli.listing import describe, show
from sourcing_app.platform.cli.printing import NOT_PRINTED, NotPrinted, put, tell

_ABOUT = """\
Every call of the 1688 Open Platform from the command line: signed, checked against its contract before anything is sent,
and answered with typed JSON. The account is the profile's (its secrets come from the system's keychain) unless the
options, a file or the environment name another one."""

_LIST_ABOUT = """\
Print every call with its section of the solution document, its kind (read, write, money), its contract, and whether
this account may make it. The last is known only for calls that were made: nothing is tried out."""

_CALL_ABOUT = """\
Make one call and print its typed result as JSON.

NAME is the name of the contract (alibaba.trade.cancel), the whole API id (com.alibaba.trade:alibaba.trade.cancel-1) or
our own (orders.cancel). 'api call NAME --help' lists what a call takes.

The parameters are one JSON object: typed here, in a file (@order.json), or on standard input (-). They have the names
of the contract; a wrapper such as offerQueryParam may be left out. Numbers, texts, dates and lists are put into their
wire form; "@photo.jpg" gives a file where a call takes a picture. webSite need not be given."""

_CALL_MORE = """\
results   ids are text, money is {"amount": "12.50", "currency": "CNY"}, dates carry their zone, words of the platform
          are kept even where this version does not know them
errors    one JSON object: class, code, text (the platform's own), request_id, advice
kinds     reads are tried again after network trouble and at the call limit; writes are sent once
money     calls that move money ask first; --yes answers
orders    createCrossOrder is never sent without an outOrderId: one is made where none was typed, said before sending, and
          printed with the result or the error, so that the order can be found again

exit      0 done            5 wrong key or secret     9 not reachable
          1 our own fault   6 sign in again          10 answer not understood
          2 bad input       7 no permission          11 sent, outcome unknown
          3 refused         8 call limit             12 money not confirmed
          4 offer gone                               13 keychain not readable
         14 done, but the answer could not be printed (its ids are on standard error)

examples
  sourcing api call system.currentTime
  sourcing api call product.search.keywordQuery '{"keyword": "cup", "beginPage": 1, "pageSize": 20, "country": "en"}'
  sourcing api call alibaba.trade.get.buyerView '{"orderId": "3317081160226242182"}'
  sourcing api call alibaba.trade.getBuyerOrderList '{"modifyStartTime": "2026-11-01T00:00:00+08:00"}' | jq .orders
  sourcing api call alibaba.createOrder.preview @order.json
  sourcing api call alibaba.trade.uploadRefundVoucher '{"imageData": "@crack.jpg"}'
  echo '{"orderId": 3317081160226242182}' | sourcing api call logistics.delivery.urge -"""

_EXAMPLES = """\
examples
  sourcing api list
  sourcing api list --json | jq '.[] | select(.kind == "money") | .name'
  sourcing api call alibaba.account.basic
  sourcing api call alibaba.trade.cancel --help

'python -m sourcing_app api' is the same as 'sourcing api'."""


def main(argv: list[str]) -> int:
    """Do what the words after ``api`` say; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = _parser()
    given = parser.parse_args(argv)
    asked = _asked(parser, given)
    begin_private(asked.folder)
    streams = Streams()
    try:
        if given.command == "list":
            return show(asked, streams.stdout, as_json=given.json)
        if given.help:
            return _help(given, parser, asked, streams)
        if given.name is None:
            parser.error("which call? 'api list' names them all")
        wanted = Wanted(given.name, given.parameters, asked, given.raw, given.yes, given.unchecked, given.patience)
        return call(wanted, streams)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except NotPrinted as full:
        if not full.closed:
            tell(f"nothing could be printed: {full.why}", streams.stderr)
        return 0 if full.closed else NOT_PRINTED


def _asked(parser: argparse.ArgumentParser, given: argparse.Namespace) -> Asked:
    """Whose account is meant; leaves with a sentence for a file of credentials that cannot be used."""
    if given.credentials == "-" and getattr(given, "parameters", None) == "-":
        parser.error("standard input is read once: for the credentials or for the parameters, not for both")
    try:
        account = named_account(given)
    except CredentialsUnreadable as error:
        parser.error(str(error))
    return Asked(
        given.profile, account.gateway_url, account.app_key, account.app_secret, account.access_token, given.dialect,
        given.demo,
    )  # fmt: skip


def _help(given: argparse.Namespace, parser: argparse.ArgumentParser, asked: Asked, streams: Streams) -> int:
    if given.name is None:
        put(_call_parser(parser).format_help().rstrip("\n"), streams.stdout)
        return 0
    try:
        put(describe(call_named(given.name), asked), streams.stdout)
    except InvalidInput:
        return call(Wanted(given.name, None, asked), streams)
    return 0


def _call_parser(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    commands = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    found = commands.choices["call"]
    assert isinstance(found, argparse.ArgumentParser)
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sourcing api",
        description=_ABOUT,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_account_options(parser)  # before the command as well as after it
    commands = parser.add_subparsers(dest="command", required=True, metavar="list | call")
    listing = commands.add_parser(
        "list", help="print every call", description=_LIST_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    listing.add_argument("--json", action="store_true", help="as a JSON list")
    add_account_options(listing, argparse.SUPPRESS)
    calling = commands.add_parser(
        "call",
        help="make one call",
        description=_CALL_ABOUT,
        epilog=_CALL_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    calling.add_argument("name", nargs="?", metavar="NAME", help="which call")
    calling.add_argument("parameters", nargs="?", metavar="JSON|@FILE|-", help="its parameters; {} when left out")
    calling.add_argument("-h", "--help", action="store_true", help="this text; after a NAME, what that call takes")
    calling.add_argument("--raw", action="store_true", help="print the platform's own answer instead of the typed one")
    calling.add_argument("--yes", action="store_true", help="do not ask before a call that moves money")
    calling.add_argument("--unchecked", action="store_true", help="send parameters the contract does not know, too")
    calling.add_argument(
        "--patience", type=float, default=60.0, metavar="SECONDS", help="how long to wait at the call limit (60)"
    )
    add_account_options(calling, argparse.SUPPRESS)
    return parser
