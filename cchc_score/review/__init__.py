"""Imported figures as a person looks through them: what was read from where, what needs a look, corrections."""
