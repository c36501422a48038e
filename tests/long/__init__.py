"""Runs that take too long for every day: started by hand, never collected."""
