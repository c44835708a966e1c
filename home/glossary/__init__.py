"""Short words and what they mean: read once, marked in texts, and a set of them to begin with."""
