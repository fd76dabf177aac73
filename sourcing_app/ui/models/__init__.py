"""Qt models over records: they answer from memory and announce changes, nothing more."""
