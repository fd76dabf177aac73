"""Offers found, as cards and as rows: one model, one selection, shared by search and photo search.

May import: ui.theme, ui.widgets, ui.pictures, ui.format, domain, PySide6.
"""
