"""How much a PDF may ask for; told by one process, held by the other."""

MAX_PAGES = 300
MEGABYTES = 1_536
SECONDS = 120
"""Of a processor, and by the clock."""
