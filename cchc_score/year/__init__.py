"""The folder of a year: its configuration, its files, and everything loaded from them."""
