"""Ownership and funding: whose the results are, and who must agree."""
