"""Qt models that several rooms share: the SKU sheet and the cart's lines. They answer from memory and announce changes.

A model of one room alone stands in that room. May import: ui.quantity_text, ui.quantity_sentences, ui.format, domain.
"""
