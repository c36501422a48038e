"""Jobs: files that take more than a moment, made one after the other by a thread of the server."""

from collections.abc import Mapping
from pathlib import Path
from shutil import rmtree
from threading import Lock, Thread
from time import monotonic

from django.conf import settings
from django.db import connections

from cchc_score.errors import CchcError
from cchc_score.files.disk import make_folder, write_atomic
from cchc_score.text import LANGUAGES
from cchc_web.job_files import JOBS
from cchc_web.models import Job, KeptYear
from cchc_web.year_journal import READER

MOST_KEPT = 40
"""So many files are kept; older ones are taken away, and can be made again."""
_TOLD_EVERY = 0.5
"""So many seconds pass between two words about how far a job is."""


def ask_for(year: KeptYear, kind: str, asked: Mapping[str, str], lang: str, by: str) -> Job:
    """A job that waits for its turn; the thread that does them begins, if it does not run."""
    number = READER.journal(year).state.number
    job = Job.objects.create(year=year, kind=kind, asked=dict(asked), lang=lang, by=by, number=number)
    for old in Job.objects.filter(state__in=("done", "failed"))[MOST_KEPT:]:
        rmtree(folder_of(old), ignore_errors=True)
        old.delete()
    WORKER.wake()
    return job


def folder_of(job: Job) -> Path:
    """The folder with the file of a job."""
    home: Path = settings.HOME
    return home / "ket-xuat" / str(job.pk)


def run_next() -> bool:
    """Do the job that has waited the longest; whether there was one."""
    job = Job.objects.filter(state="waiting").last()
    if job is None:
        return False
    # Of several processes of a server one alone does it.
    if not Job.objects.filter(pk=job.pk, state="waiting").update(state="running"):
        return True
    said = 0.0

    def progress(done: int, total: int, what: str = "") -> None:
        nonlocal said
        if monotonic() - said > _TOLD_EVERY:
            said = monotonic()
            Job.objects.filter(pk=job.pk).update(done=done, whole=total)

    lang = next(one for one in LANGUAGES if one == job.lang)
    try:
        name, data = JOBS[job.kind](job.year, job.asked, lang, progress)
        make_folder(folder_of(job))
        write_atomic(folder_of(job) / name, data, force=True)
        Job.objects.filter(pk=job.pk).update(state="done", file=name)
    except CchcError as error:
        told = "\n".join(finding.words(lang) for finding in error.findings)
        Job.objects.filter(pk=job.pk).update(state="failed", told=told)
    except BaseException:
        Job.objects.filter(pk=job.pk).update(state="failed")
        raise
    return True


class Worker:
    """The thread that does the jobs; it ends when there are none."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._thread: Thread | None = None

    def wake(self) -> None:
        """Let it begin, if it does not run."""
        with self._lock:
            if self._thread is None:
                self._thread = Thread(target=self._run, name="cchc-jobs", daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Wait until it has nothing more to do."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        try:
            while self._is_needed():
                pass
        finally:
            # Those of this thread; nobody else would close them.
            connections.close_all()

    def _is_needed(self) -> bool:
        try:
            if run_next():
                return True
        except BaseException:
            with self._lock:
                self._thread = None
            raise
        # Whoever asks for a job now finds no thread and begins one; a job that was written before is seen here.
        with self._lock:
            if Job.objects.filter(state="waiting").exists():
                return True
            self._thread = None
            return False


WORKER = Worker()


def take_up_again() -> None:
    """Let jobs that a server had begun when it ended be done once more."""
    if Job.objects.filter(state="running").update(state="waiting") or Job.objects.filter(state="waiting").exists():
        WORKER.wake()
