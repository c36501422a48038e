"""The report of a year as an annex that an office signs: in Word, or as a PDF that holds what it was made of."""
