"""Rules on what standards bodies ask of patent holders: disclose, license, keep the promise."""
