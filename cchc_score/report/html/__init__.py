"""The report of a year as a page: one file that any browser opens and any printer prints."""
