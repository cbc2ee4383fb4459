"""Letters: what a letter says, how it looks, and how it is kept as it was sent."""
