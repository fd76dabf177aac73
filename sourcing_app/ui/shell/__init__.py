"""The window around the pages: header, omnibox, tabs, status line, command palette, drop veil. Knows no offers or orders.

May import: ui.theme, ui.widgets, ui.notices, ui.actions, PySide6.
"""
