"""Sourcing: a desktop program for buyers who source from 1688. Start with ``python -m sourcing_app``."""

__version__ = "0.1.0"
