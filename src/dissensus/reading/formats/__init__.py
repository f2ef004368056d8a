"""One module a format; `dissensus.reading.registry` finds them."""
