"""The self-score of one unit as our own TOML, which says the same when it is read."""

from collections.abc import Iterable, Iterator

from cchc_score.appraisal.appraisal_model import Claim, Evidence
from cchc_score.appraisal.marks import as_toml
from cchc_score.appraisal.moments import Moment
from cchc_score.catalogue.labels import MARK_OUTCOMES
from cchc_score.files.toml_file import toml_string, toml_value
from cchc_score.model import Outcome, Unit
from cchc_score.text import visible


def self_score_text(unit: Unit, claims: Iterable[Claim], by: str, on: Moment) -> str:
    """The file of a unit's claims, in whose name and when they are made."""
    # A line end in the name would make TOML of what follows it.
    lines = [f"# {visible(unit.label)}", "[self_score]", f"unit = {toml_string(unit.code)}", f"by = {toml_string(by)}"]
    lines += [f"on = {toml_value(on)}", "", "[claims]"]
    lines += [f"{toml_string(claim.criterion)} = {{ {', '.join(_keys(claim))} }}" for claim in claims]
    return "\n".join(lines) + "\n"


def _keys(claim: Claim) -> Iterator[str]:
    scored = claim.mark.outcome == Outcome.SCORED
    points = as_toml(claim.mark.points) if scored else MARK_OUTCOMES[claim.mark.outcome.name][0]
    yield f"points = {toml_value(points)}"
    if claim.evidence:
        yield f"evidence = [{', '.join(_evidence(one) for one in claim.evidence)}]"
    if claim.explanation:
        yield f"explanation = {toml_string(claim.explanation)}"


def _evidence(evidence: Evidence) -> str:
    texts = {"document": evidence.document, "file": evidence.file, "address": evidence.address}
    parts = [f"{key} = {toml_string(text)}" for key, text in texts.items() if text]
    if evidence.day is not None:
        parts.append(f"date = {toml_value(evidence.day)}")
    return f"{{ {', '.join(parts)} }}"
