"""What things are and what is allowed: records, money, quantity rules. Standard library only; no I/O, no clock.

May import: ``sourcing_app.errors``.
"""
