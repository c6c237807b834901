"""Foreign files read into plain values: every one is hostile until it was looked at."""
