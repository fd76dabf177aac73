"""Payments: cashier links, channels, credit terms, payment without password."""
