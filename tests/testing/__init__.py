"""Tests of what the program gives to those who write methods and schemes."""
