"""Move a batch of the survey: a draft, checked, closed, or opened once more."""

from collections.abc import Collection, Sequence
from pathlib import PurePath

from cchc_score.app.look_into_journal import journal_of
from cchc_score.app.request_errors import UnknownFile
from cchc_score.app.take_into_journal import Clock, TakenIn
from cchc_score.app.write_acts import say_act
from cchc_score.appraisal.acts import SurveyBatch
from cchc_score.appraisal.survey_batches import survey_batches
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import no_progress
from cchc_score.year.parallel import Progress


def move_survey_batch(
    source: FolderSource,
    about: tuple[str, str],
    files: Sequence[str],
    reason: str,
    by: str,
    clock: Clock,
    progress: Progress = no_progress,
) -> TakenIn:
    """Write down the state of a batch from now on; `about` is its name and that state.

    Without `files` the batch keeps those that it has. An UnknownFile where the journal has no file of the survey of
    that name, in any of its folders.
    """
    journal = journal_of(source)
    name, state = about
    before = next((one for one in survey_batches(journal.state.acts).batches if one.batch == name), None)
    there = [path for path, versions in journal.state.files.items() if versions[-1].kind == "survey"]
    own = [_path(word, there) for word in files] or list(before.files if before else ())
    if not own:
        raise UnknownFile(name, tuple(there))
    keys = {"batch": name, "files": own, "state": state, "reason": reason}
    return say_act(source, SurveyBatch, keys, by, clock, progress)


def _path(word: str, there: Collection[str]) -> str:
    """The path in the year's folder of a file, or of a folder of files, that a word means.

    It may be written as seen from that folder, from elsewhere, or by its last part alone.
    """
    said = PurePath(word).parts
    folders = {parent.as_posix() for path in there for parent in PurePath(path).parents} - {"."}
    for known in sorted({*there, *folders}):
        parts = PurePath(known).parts
        if parts == said[-len(parts) :] or parts[-len(said) :] == said:
            return known
    raise UnknownFile(word, tuple(there))
