"""The main job, done by a script in the real window: ``python3 dev.py tour``. Each step asserts what a person would see."""
