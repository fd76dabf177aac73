"""One kit for all tables: a column is a value with a name; model, view, look, copying and what is kept follow from it.

May import: widgets, theme.
"""
