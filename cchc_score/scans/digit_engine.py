"""Single lines of figures, read by RapidOCR with the models that its package holds."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import cv2

from cchc_score.scans.page_pictures import Picture


class ModelsAbsent(Exception):
    """The package holds no models: it would fetch them from the network."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What was read in a picture of one line, and how sure that is, from 0 to 100."""

    text: str = ""
    sure: float = 0.0


class DigitEngine:
    """The engine, whose models are loaded once it is needed: that takes a second."""

    @cached_property
    def _engine(self) -> Any:
        import rapidocr

        folder = Path(rapidocr.__file__).parent / "models"
        # Named as files, so that nothing is ever fetched.
        paths = {f"{part.title()}.model_path": _model(folder, part) for part in ("det", "cls", "rec")}
        # Figures are short: made wide for long lines, as is usual, a picture takes twice as long and is read the same.
        size = {"Rec.rec_img_shape": [3, 48, 128], "EngineConfig.onnxruntime.intra_op_num_threads": 1}
        return rapidocr.RapidOCR(params={"Global.log_level": "critical", **size, **paths})

    def read(self, pictures: Sequence[Picture]) -> list[ReadLine]:
        """What stands in each picture of one line."""
        return [self._line(picture) for picture in pictures]

    def _line(self, picture: Picture) -> ReadLine:
        colours = cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)
        found = self._engine(colours, use_det=False, use_cls=False, use_rec=True)
        if not found.txts:
            return ReadLine()
        # Its alphabet has marks and digits of Chinese width.
        text = unicodedata.normalize("NFKC", found.txts[0]).replace("。", ".").replace("、", ",")
        return ReadLine(text.strip(), 100 * float(found.scores[0]))


def _model(folder: Path, part: str) -> str:
    found = sorted(folder.glob(f"*_{part}_*.onnx"))
    if not found:
        raise ModelsAbsent
    return str(found[0])
