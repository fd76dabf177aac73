"""All calls of the platform, as a table or as JSON."""

from __future__ import annotations

import shutil
from typing import Any, TextIO

from sourcing_app.domain.account import Dialect
from sourcing_app.platform import registry
from sourcing_app.platform.cli import output
from sourcing_app.platform.cli.contracts import Parameter, Shape, contract
from sourcing_app.platform.cli.identity import Asked, account_of
from sourcing_app.platform.cli.permissions import Permissions
from sourcing_app.platform.cli.printing import put
from sourcing_app.platform.registry import AnyCall

_ALLOWED = {True: "yes", False: "no", None: "?"}


def rows(asked: Asked) -> list[dict[str, Any]]:
    """One object a call, in the order of the solution document, then what lies beyond it."""
    account = account_of(asked)
    permissions = Permissions(asked.folder, account) if account is not None else None
    return [_row(call, permissions) for call in registry.calls().values()]


def _row(call: AnyCall, permissions: Permissions | None) -> dict[str, Any]:
    paper = contract(call.full_name)
    return {
        "name": call.full_name,
        "section": call.section,
        "kind": call.kind.value,
        "contract": call.contract,
        "allowed": permissions.allowed(call.full_name) if permissions is not None else None,
        "summary": paper.title,
        "method": registry.own_name(call),
        "needs_token": paper.needs_token,
        "wrapper": paper.live.wrapper,
        "api": f"{call.namespace}:{call.name}-{call.version}",
    }


def show(asked: Asked, stdout: TextIO, *, as_json: bool) -> int:
    """Print the list."""
    listed = rows(asked)
    if as_json:
        put(output.text(listed), stdout)
        return 0
    width = max(len(row["name"]) for row in listed)
    wide = max(40, shutil.get_terminal_size((120, 24)).columns) if stdout.isatty() else None
    lines = [f"{'NAME':{width}}  {'SECTION':7}  {'KIND':5}  {'MAY':3}  WHAT IT DOES"]
    for row in listed:
        head = f"{row['name']:{width}}  {row['section'] or '-':7}  {row['kind']:5}  {_ALLOWED[row['allowed']]:3}  "
        lines.append((head + row["summary"])[:wide].rstrip())
    lines += [
        f"\n{len(listed)} calls. MAY: whether this account may make the call, as far as its own calls have shown.",
        "The contract of each is resources/platform/contract/NAME.json.",
    ]
    put("\n".join(lines), stdout)
    return 0


def describe(call: AnyCall, asked: Asked) -> str:
    """What a call takes and gives, for ``api call NAME --help``."""
    paper = contract(call.full_name)
    account = account_of(asked)
    is_seed = account is not None and account.dialect is Dialect.SEED and paper.seed is not None
    shape = paper.seed if is_seed and paper.seed is not None else paper.live
    lines = [
        f"{call.full_name}  ({call.kind.value})",
        f"  {paper.title}",
        f"  section {paper.section}; contract {call.contract}; {registry.own_name(call)}",
    ]
    if shape.wrapper:
        lines.append(f"  sent in {shape.wrapper}, which may be left out here")
    lines += ["", "Parameters (! required):", *_parameter_lines(shape.parameters, shape, "  ", set())]
    if not shape.parameters:
        lines.append("  none")
    sample = output.text(output.plain(dict(paper.sample_request)))
    return "\n".join([*lines, "", "Example:", sample])


def _parameter_lines(parameters: tuple[Parameter, ...], shape: Shape, margin: str, seen: set[str]) -> list[str]:
    lines = []
    for one in parameters:
        note = f"  {one.note}" if one.note else ""
        example = f"  e.g. {one.example}" if one.example not in (None, "") and not note else ""
        lines.append(f"{margin}{one.name}{'!' if one.required else ''}: {one.type}{note}{example}")
        inner = one.type.removeprefix("list<").removesuffix(">")
        if inner in shape.types and inner not in seen:
            lines += _parameter_lines(shape.types[inner], shape, margin + "    ", seen | {inner})
    return lines
