"""Finding offers by other roads than words and pictures."""
