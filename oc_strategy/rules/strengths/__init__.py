"""Strengths: what is well guarded, and by what."""
