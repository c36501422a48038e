"""The documentation: its pages tell the truth, and what is written by the program is complete."""
