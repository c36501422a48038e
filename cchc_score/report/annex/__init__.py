"""The report of a year as an annex that an office signs: a document of Word, or a PDF that holds what it was made of."""
