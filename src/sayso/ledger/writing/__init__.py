"""Writing: what was read is kept, which reading counts, and what is judged to be one happening or one actor."""
