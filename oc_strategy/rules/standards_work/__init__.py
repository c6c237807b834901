"""Rules on the work in committees: who sits there, how far a standard has come, and what it is for."""
