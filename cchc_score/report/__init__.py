"""The report of a year as a file: one module makes a file of one kind."""
