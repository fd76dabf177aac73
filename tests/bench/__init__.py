"""What is promised to be fast, measured: ratios within one run, medians. ``python3 dev.py bench``."""
