"""What the platform tells by itself: sixteen topics, pushed to an address and held for catch-up when that fails.

payloads.py knows the topics, outbox.py keeps the messages, delivery.py signs and posts them on a thread of its own,
bus.py is what the rest of the sandbox sees, control.py the acts under ``/_sandbox/push``.
"""
