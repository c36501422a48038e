"""Scheme files: TOML of one decision, checked whole and turned into a frozen `Scheme`."""

from cchc_score.schemes.scheme_file import read_scheme

__all__ = ["read_scheme"]
