"""The look of the few pages a person sees: sign-in and cashier."""

from __future__ import annotations

import html

STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1e; --soft: #6b6b70; --card: #fff; --ground: #f3f2ef; --line: #e4e2dd;
  --accent: #e8590c; }
@media (prefers-color-scheme: dark) { :root { --ink: #f1f0ee; --soft: #a5a4a0; --card: #232326; --ground: #161618;
  --line: #37373b; --accent: #ff7a33; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; padding: 24px; }
main { width: min(560px, 100%); background: var(--card); border: 1px solid var(--line); border-radius: 16px;
  padding: 32px; box-shadow: 0 12px 40px #0000001a; }
h1 { font-size: 22px; margin: 0 0 8px; } p { margin: 0 0 20px; color: var(--soft); } small { color: var(--soft); }
table { width: 100%; border-collapse: collapse; margin: 0 0 20px; font-variant-numeric: tabular-nums; }
td { padding: 10px 0; border-top: 1px solid var(--line); vertical-align: top; }
td:last-child { text-align: right; white-space: nowrap; padding-left: 16px; }
.sum td { font-size: 26px; font-weight: 650; border-top: 2px solid var(--ink); } .sum td:last-child { color: var(--accent); }
fieldset { border: 0; padding: 0; margin: 0 0 20px; display: grid; gap: 8px; }
td img { float: left; width: 56px; height: 56px; object-fit: cover; border-radius: 8px; margin-right: 12px; }
input { accent-color: var(--accent); } label small { margin-left: auto; }
label { display: flex; gap: 10px; align-items: center; border: 1px solid var(--line); border-radius: 10px;
  padding: 12px 14px; cursor: pointer; } label:has(:checked) { border-color: var(--accent); }
button { display: block; width: 100%; margin-top: 10px; padding: 14px; font: inherit; font-weight: 600; color: #fff;
  background: var(--accent); border: 0; border-radius: 10px; cursor: pointer; } button:hover { filter: brightness(1.08); }
.mark { display: inline-grid; place-items: center; width: 52px; height: 52px; border-radius: 50%; color: #fff;
  background: #2b8a3e; font-size: 28px; margin-bottom: 16px; }
.note { margin: 20px 0 0; font-size: 13px; }
"""


def page(title: str, body: str, note: str = "沙箱 · Sandbox: no money moves here.") -> str:
    """A whole HTML page; ``body`` is trusted markup, ``title`` and ``note`` are text."""
    return (
        f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>'
        f'<body><main>{body}<p class="note">{html.escape(note)}</p></main></body></html>'
    )
