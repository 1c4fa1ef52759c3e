"""Partners: their keys, plans and counts of requests."""
