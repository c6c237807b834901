"""Across projects: what several of them say or do about one thing."""
