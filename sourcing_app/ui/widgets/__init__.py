"""Parts that know nothing of this app: chips, panels, labels, layouts. They take text and roles, and emit signals.

May import: ui.theme, ui.texts, ui.typed_number, PySide6.
"""
