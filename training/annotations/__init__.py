"""Hand annotations of what articles report, as offsets and labels without texts; see README.md."""
