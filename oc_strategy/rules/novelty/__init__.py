"""Order of events and novelty."""
