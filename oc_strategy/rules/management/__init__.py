"""Management and follow-up: who answers for the strategy, and whether anybody looks again."""
