"""The tables: the years, the journal of each, to which rows are only added, accounts, drafts, jobs."""

from collections.abc import Iterator
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac


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


class Account(AbstractBaseUser):
    """Who may sign in: `name` is what the journal bears, `units` are the codes of a clerk's communes.

    `must_change` asks for a password of one's own at the next sign-in. `sessions` counts how often the person has ended
    all sessions at once: one that began before knows another number, and is over.
    """

    login = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    roles = models.JSONField(default=list)
    units = models.JSONField(default=list)
    is_active = models.BooleanField(default=True)
    must_change = models.BooleanField(default=False)
    sessions = models.PositiveIntegerField(default=0)

    objects: ClassVar[BaseUserManager["Account"]] = BaseUserManager()
    USERNAME_FIELD = "login"

    class Meta:
        ordering = ["login"]

    def get_session_auth_hash(self) -> str:
        """What a session of this account knows: it ends when the password changes, or all sessions are ended."""
        return salted_hmac(
            "cchc_web.models.Account", f"{self.sessions}:{self.password}", algorithm="sha256"
        ).hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """None: the server signs with one secret."""
        return iter(())


class AccountEvent(models.Model):
    """What somebody did with an account, and what the account said from then on; rows are only added.

    `deed` is 'made', 'changed', 'password' (one for one sign-in, which opens a closed account), 'own-password' or
    'closed'; `by` is empty for whoever sits at the server itself.
    """

    time = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=200, blank=True)
    deed = models.CharField(max_length=20)
    login = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    roles = models.JSONField(default=list)
    units = models.JSONField(default=list)

    class Meta:
        ordering = ["-pk"]


class Draft(models.Model):
    """What somebody has typed and not handed in: texts by the names of their fields, as typed.

    `version` grows with each save: whoever saves over a version that they have not seen is told.
    """

    year = models.ForeignKey(KeptYear, models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=0)
    fields = models.JSONField(default=dict)
    by = models.CharField(max_length=200)
    saved = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["year", "key"]
        constraints = [models.UniqueConstraint(fields=["year", "key"], name="one_draft_a_key")]


class KeptPost(models.Model):
    """What somebody sent to an address when the session had ended: the fields as pairs of name and text.

    `files` are the names of files that were sent with them, which are not kept.
    """

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    path = models.CharField(max_length=500)
    fields = models.JSONField(default=list)
    files = models.JSONField(default=list)
    saved = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["account", "-saved", "-pk"]
        constraints = [models.UniqueConstraint(fields=["account", "path"], name="one_kept_post_an_address")]


class Job(models.Model):
    """A file that takes more than a moment to make: who wants what, how far it is, and where it lies when it is done.

    `asked` are the words of the form; `file` is its name, below the folder of the job.
    """

    year = models.ForeignKey(KeptYear, models.CASCADE, related_name="+")
    by = models.CharField(max_length=200)
    lang = models.CharField(max_length=2)
    kind = models.CharField(max_length=20)
    asked = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default="waiting")
    done = models.PositiveIntegerField(default=0)
    whole = models.PositiveIntegerField(default=0)
    number = models.PositiveIntegerField(default=0)
    file = models.CharField(max_length=200, blank=True)
    told = models.TextField(blank=True)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
