"""PDF documents read as tables of cells, in a process of their own."""
