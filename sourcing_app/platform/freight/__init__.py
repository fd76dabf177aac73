"""What sending costs inside China, suppliers' freight rules and mixed-batch rules."""
