"""Refunds and returns: reasons, applications, lists, evidence."""
