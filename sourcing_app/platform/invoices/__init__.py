"""Invoices: amounts, titles, applications."""
