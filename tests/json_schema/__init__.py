"""Tests of `cchc_score.json_schema`."""
