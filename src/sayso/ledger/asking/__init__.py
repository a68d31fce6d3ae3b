"""Asking: claims, texts, actors, places and incidents that fit a question; what a search finds; what changed."""
