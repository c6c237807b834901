"""What was found in projects that have not changed since, kept from one run to the next.

Nothing is imported here: a project that is checked alone needs its `entry`, but nothing that keeps it.
"""
