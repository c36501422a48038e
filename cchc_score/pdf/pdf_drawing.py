"""What a page draws, in its order, and what of that nobody sees: text without ink, and text that is clipped away."""

from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.utils import apply_matrix_pt
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

CLIPPED = "clipped"
"""The mark of a letter outside of the area to which drawing was limited."""
_HIDDEN_MODES = (3, 7)
_Area = tuple[float, float, float, float]


class _Drawing(PDFPageAggregatorWithMarkedContent):
    """What a page draws, numbered in order; text that is drawn without ink, as behind a scan, is left out."""

    drawn = 0
    clip: _Area | None = None

    def tag_cur_item(self) -> None:
        # In place of the number and the name of a marked content, which are of no use here.
        if self.cur_item._objs:
            self.drawn += 1
            item: Any = self.cur_item._objs[-1]
            item.mcid = self.drawn
            item.tag = CLIPPED if self.clip is not None and not _holds(self.clip, item) else None

    def render_string(self, textstate: Any, *args: Any) -> None:
        before = len(self.cur_item._objs)
        super().render_string(textstate, *args)
        if textstate.render in _HIDDEN_MODES:
            # Drawn all the same, because it moves what is drawn after it.
            del self.cur_item._objs[before:]


def _holds(area: _Area, item: Any) -> bool:
    """Whether the middle of something lies in an area."""
    x, y = (item.x0 + item.x1) / 2, (item.y0 + item.y1) / 2
    return bool(area[0] <= x <= area[2] and area[1] <= y <= area[3])


class _Interpreter(PDFPageInterpreter):
    """Follows what a page draws, and to which area its drawing is limited; the area is taken as a box."""

    device: _Drawing

    def init_state(self, ctm: Any) -> None:
        super().init_state(ctm)
        self.kept: list[_Area | None] = []

    def do_q(self) -> None:
        super().do_q()
        self.kept.append(self.device.clip)

    def do_Q(self) -> None:
        super().do_Q()
        if self.kept:
            self.device.clip = self.kept.pop()

    def do_W(self) -> None:
        self._limit()

    def do_W_a(self) -> None:
        self._limit()

    def do_Do(self, xobjid_arg: Any) -> None:
        before = self.device.clip
        super().do_Do(xobjid_arg)
        self.device.clip = before

    def _limit(self) -> None:
        """Limit what is drawn from now on to the path that was just begun, and to what it was limited to before."""
        points = [
            apply_matrix_pt(self.ctm, (float(part[at]), float(part[at + 1])))
            for part in self.curpath
            for at in range(1, len(part) - 1, 2)
        ]
        if not points:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        area = min(xs), min(ys), max(xs), max(ys)
        old = self.device.clip
        if old is not None:
            area = max(area[0], old[0]), max(area[1], old[1]), min(area[2], old[2]), min(area[3], old[3])
        self.device.clip = area


class SeenPage(Page):
    """A page by what people see on it."""

    @property
    def layout(self) -> Any:
        """Everything that is drawn."""
        if not hasattr(self, "_layout"):
            device = _Drawing(self.pdf.rsrcmgr, pageno=self.page_number, laparams=None)
            _Interpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            self._layout = device.get_result()
        return self._layout
