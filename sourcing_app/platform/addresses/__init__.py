"""Delivery addresses: those saved at the platform, and texts turned into one."""
