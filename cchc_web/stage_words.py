"""The stages of a year as people choose them."""

from cchc_score.appraisal.stages import Stages
from cchc_score.findings import Words
from cchc_score.text import Lang, pick

_NAMES = {
    "reported": Words("theo số liệu báo cáo", "by reported figures"),
    "self": Words("tự chấm", "self-score"),
    "appraised": Words("sau thẩm định", "appraised"),
    "final": Words("cuối cùng", "final"),
}


def stage_words(stage: str, lang: Lang) -> str:
    """A stage by its name in words."""
    if stage in _NAMES:
        return pick(lang, *_NAMES[stage])
    round = stage.removeprefix("round-")
    return pick(lang, f"vòng {round}", f"round {round}")


def stage_choices(stages: Stages, lang: Lang) -> list[tuple[str, str]]:
    """The stages that a year has, with their words."""
    return [(name, stage_words(name, lang)) for name in stages.names]
