"""The gate: scores against gold files that stand outside the repository, and floors that they may not fall below."""
