"""Consistency: whether what is written can be what it says."""
