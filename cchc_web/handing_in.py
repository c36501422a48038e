"""Handing in: a sheet, or a file as it is, becomes the report or the self-score of a unit, in place of earlier ones."""

from pathlib import PurePosixPath

from cchc_score.app.look_into_journal import FileReceipt, receipt_for
from cchc_score.app.typed_figures import figures_toml
from cchc_score.appraisal.acts import SentThing
from cchc_score.appraisal.self_score_toml import self_score_text
from cchc_score.files.disk import file_name
from cchc_score.findings import Words
from cchc_score.journal.fold import JournalState
from cchc_score.model import Value
from cchc_web.access import About, Action
from cchc_web.commune import Commune
from cchc_web.drafts import drop_draft
from cchc_web.evidence_files import EvidencePaths, draft_folder, evidence_paths
from cchc_web.file_intake import NewFile, take_files
from cchc_web.visits import Visit

_ACTIONS: dict[SentThing, Action] = {"report": "hand-in-figures", "self-score": "hand-in"}
_NAMES: dict[SentThing, str] = {"report": "so-lieu", "self-score": "tu-cham"}


def hand_in_sheet(commune: Commune, thing: SentThing) -> bool:
    """Hand in what is typed, and forget the draft; False where it is, to the byte, what was handed in before.

    A CchcError where it can no longer be, as the unit has sent something else meanwhile.
    """
    visit = commune.visit
    if thing == "report":
        data, evidence = _figures(commune), EvidencePaths({}, ())
    else:
        state = visit.working.source.journal.state
        evidence = evidence_paths(visit.year, commune.unit.code, commune.claims_draft.fields, state)
        claims = commune.read_claims(commune.claims_draft.fields, evidence.paths).claims
        data = self_score_text(commune.unit, claims, visit.person.name, visit.moment).encode()
    file = NewFile(path_of_sent(visit, commune.unit.code, thing, ".toml"), commune.unit.code, thing, data)
    is_new = _take(commune, thing, file, evidence.new)
    drop_draft(visit.year, commune.draft_key(thing), commune.draft(thing).version)
    for proof in evidence.new:
        (draft_folder(visit.year, commune.unit.code) / proof.sha256).unlink(missing_ok=True)
    return is_new


def hand_in_file(commune: Commune, thing: SentThing, name: str, data: bytes) -> bool:
    """Hand in a file as it is, as above; what was typed into the sheet besides stays a draft."""
    path = path_of_sent(commune.visit, commune.unit.code, thing, PurePosixPath(name).suffix.lower())
    return _take(commune, thing, NewFile(path, commune.unit.code, thing, data), ())


def _figures(commune: Commune) -> bytes:
    working = commune.visit.working
    scheme, form = working.stages.scheme, working.year.rules.form
    values = {**_not_asked(commune), **commune.figures.values}
    return figures_toml(commune.unit, values, scheme.indicators, scheme.period, form.code if form else "").encode()


def _not_asked(commune: Commune) -> dict[str, Value]:
    """The figures of earlier files of the unit that the form does not ask for: they go along."""
    working = commune.visit.working
    table, row = working.stages.reported_table, commune.row
    own = set(sent_paths(working.source.journal.state, commune.unit.code, "report"))
    return {
        code: table.value(row, code)
        for code in table.columns
        if code not in commune.asked
        and table.known(row, code)
        and (origin := table.origins.get((row, code))) is not None
        and origin.file in own
    }


def path_of_sent(visit: Visit, unit: str, thing: SentThing, suffix: str) -> str:
    """Where what a unit sends stands in the year, each time in the same place."""
    config = visit.working.source.config
    assert config is not None, "a year of the server has its configuration"
    folders = config.reports if thing == "report" else config.self_scores
    # One folder for both would have the second take the place of the first.
    shared = not set(config.reports).isdisjoint(config.self_scores)
    return f"{folders[0]}/{file_name(f'{_NAMES[thing]}-{unit}' if shared else unit, suffix)}"


def replaced_by(visit: Visit, file: NewFile, thing: SentThing) -> list[tuple[str, str]]:
    """The earlier files of a unit, with its code, that a new one stands for."""
    paths = sent_paths(visit.working.source.journal.state, file.unit, thing)
    return [(file.unit, path) for path in paths if path != file.path]


def _take(commune: Commune, thing: SentThing, file: NewFile, more: tuple[NewFile, ...]) -> bool:
    visit = commune.visit
    earlier = replaced_by(visit, file, thing)
    time, since = visit.time.isoformat(), visit.working.number
    return bool(take_files(visit.year, (*more, file), visit.person.name, time, earlier, since=since))


def closed_to_send(commune: Commune, thing: SentThing) -> Words | None:
    """Why a unit cannot send something now, in a sentence."""
    handed_in = commune.visit.working.source.handed_in()
    about = About(commune.unit.code, sent_again=(commune.unit.code, thing) in handed_in)
    return commune.visit.closed(_ACTIONS[thing], about)


def sent_paths(state: JournalState, unit: str, thing: SentThing) -> tuple[str, ...]:
    """The files that are what a unit has sent by now."""
    there = {path: versions[-1] for path, versions in state.files.items() if versions[-1].sha256}
    own = [path for path, version in there.items() if (version.unit, version.kind) == (unit, thing)]
    return tuple(sorted(own, key=lambda path: there[path].number))


def times_sent(visit: Visit, unit: str, thing: SentThing) -> int:
    """How often a unit has sent something, whatever the files were called."""
    events = visit.working.source.journal.events
    sent = (one.happening for one in events if one.happening.kind == "file" and one.happening.unit == unit)
    return sum(one.body.get("of") == thing for one in sent)


def last_receipt(visit: Visit, unit: str, thing: SentThing) -> FileReceipt | None:
    """The receipt for what a unit has sent last; None where it has sent nothing."""
    journal = visit.working.source.journal
    paths = sent_paths(journal.state, unit, thing)
    return receipt_for(journal, paths[-1]) if paths else None
