"""The closed side: what must stay closed, and whether it can."""
