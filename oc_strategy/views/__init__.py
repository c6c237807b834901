"""Each diagram before it is a diagram: which nodes and edges, how grouped, in which tones."""
