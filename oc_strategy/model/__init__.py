"""Pure frozen values: nodes, links, treatments, dates as intervals, the graph, diagnostics."""
