"""Short passages of our own in which one attribution stands inside another one's content."""
