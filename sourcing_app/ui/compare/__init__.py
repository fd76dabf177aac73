"""The Compare tab: up to six offers side by side, at one quantity.

May import: results, models, widgets, theme, domain and errors; use cases only as types.
"""
