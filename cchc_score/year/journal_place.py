"""Where a folder has its journal."""

FOLDER = "nhat-ky"
EVENTS = "su-kien.jsonl"
KEPT = "tep"
"""The folder of the files that were taken in, beside the events."""
