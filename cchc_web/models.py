"""The tables: the years, and the journal of each, to which rows are only added."""

from django.db import models


class KeptYear(models.Model):
    """A year that the server keeps; `folder` is the name of its folder below that of the server.

    `origin` is the folder that it was taken in from, and `taken` the hash of each of its files when it last was.
    """

    folder = models.CharField(max_length=100, unique=True)
    origin = models.TextField(blank=True)
    taken = models.JSONField(default=dict)

    class Meta:
        ordering = ["folder"]


class JournalLine(models.Model):
    """One event of a year's journal: `line` is the truth, to the byte as in a folder's file of events.

    The other columns say parts of it again, so that the database can look for them.
    """

    year = models.ForeignKey(KeptYear, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    time = models.CharField(max_length=40)
    by = models.TextField()
    kind = models.CharField(max_length=20)
    unit = models.TextField(blank=True)
    line = models.TextField()

    class Meta:
        ordering = ["year", "number"]
        constraints = [models.UniqueConstraint(fields=["year", "number"], name="one_line_a_number")]
