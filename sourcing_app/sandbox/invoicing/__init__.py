"""Invoices of orders: titles, requests, and what sellers issue. Source: contracts trade.invoice*."""
