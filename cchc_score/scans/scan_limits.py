"""How much a scan may ask for; told by one process, held by the other."""

MAX_PAGES = 40
"""The longest real report with its appendix has about as many; each page takes seconds."""
MEGABYTES = 4_096
SECONDS = 600
"""Of a processor, and by the clock."""
DPI = 300
"""At so many dots an inch every page is read, however it was scanned."""
LEAST_DPI = 100
"""A page that is too large to be drawn so finely is not read."""
MAX_PIXELS = 30_000_000
"""Twice as many as a page of A3 has at 300 dots an inch."""
MAX_CELLS = 2_000
"""More cells on a page are a pattern, and no table."""
