"""What runs before the rest is imported: splash screen, event loop, signals, garbage collection, imports.

May import: nothing of ours. Third parties: PySide6, qasync.
"""
