"""The built-in formats."""
