"""Files that come with an answer: checked, and taken in together with what they prove."""

from collections.abc import Callable, Sequence

from cchc_score.files.disk import file_name
from cchc_score.findings import Words
from cchc_score.journal.bodies import Statement
from cchc_web.evidence_files import FOLDER, Upload, upload_fault
from cchc_web.file_intake import NewFile, free_path, take_files
from cchc_web.visits import Visit

MOST_TEXT = 2000
"""So many letters has an answer, as in a file of the year."""
TOO_LONG = Words("Dài quá: nhiều nhất 2.000 chữ.", "Too long: at most 2,000 letters.")


def answer_fault(text: str, files: Sequence[Upload]) -> Words | None:
    """What is wrong with an answer and its files; None where nothing is."""
    if not text:
        return Words("Phải ghi nội dung trả lời.", "An answer has to be written.")
    if len(text) > MOST_TEXT:
        return TOO_LONG
    return next((fault for file in files if (fault := upload_fault(file)) is not None), None)


def write_answer(visit: Visit, unit: str, files: Sequence[Upload], statement: Callable[[list[str]], Statement]) -> None:
    """Write an answer with its files into the journal; `statement` makes it of the paths of the files."""
    folder = f"{FOLDER}/{file_name(unit, '')}"
    new: list[NewFile] = []
    for file in files:
        path = free_path(visit.year, folder, str(file.name), [one.path for one in new])
        new.append(NewFile(path, unit, "other", file.read()))
    said = statement([one.path for one in new])
    take_files(visit.year, new, visit.person.name, visit.time.isoformat(), statements=[said])
