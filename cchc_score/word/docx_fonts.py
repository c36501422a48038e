"""Runs of a Word document in fonts of before Unicode (.VnTime, VNI-Times), put into Unicode where that is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cchc_score.findings import Finding
from cchc_score.legacy_text import Encoding, decode, font_encoding, is_coded, shows_capitals
from cchc_score.recoding import Recoding
from cchc_score.word.docx_xml import Element, ancestor, attribute, descendants, part, parts, setting

_BASED = 12
"""A style follows at most so many others: Word allows no more, and a circle has no end."""
_SOFT_HYPHEN = "\u00ad"
"""What TCVN3 has for ư; Word may store it as a mark of its own."""


@dataclass(slots=True)
class _RunFonts:
    """The fonts of runs: their own, else those of the styles of run, paragraph and table, else that of the document."""

    styles: Mapping[str, Element]
    usual: str | None
    default: str
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, run: Element) -> str:
        """The name of a run's font."""
        rules = part(run, "rPr")
        own = _font(rules)
        if own:
            return own
        paragraph, table = ancestor(run, "p"), ancestor(run, "tbl")
        named = (
            setting(rules, "rStyle"),
            setting(paragraph, "pPr", "pStyle") or self.usual,
            setting(table, "tblPr", "tblStyle"),
        )
        return next((font for name in named if name and (font := self._style(name))), self.default)

    def _style(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = next((font for style in self._chain(name) if (font := _font(part(style, "rPr")))), "")
        return self._known[name]

    def _chain(self, name: str | None) -> Iterator[Element]:
        for _ in range(_BASED):
            style = self.styles.get(name or "")
            if style is None:
                return
            yield style
            name = setting(style, "basedOn")


def recode_runs(root: Element, styles: Element | None, encoding: Encoding | None, name: str) -> Iterator[Finding]:
    """Put the runs in fonts of an encoding into Unicode, in the tree itself; findings tell of them and of others."""
    if not any(_is_named(tree) for tree in (root, styles)):
        return
    fonts, recoding = _run_fonts(styles), Recoding(name, encoding)
    for run in descendants(root, "r"):
        font = fonts.of(run)
        own = font_encoding(font)
        if own is not None:
            _recode(run, own, shows_capitals(font), recoding)
    yield from recoding.findings()


def _recode(run: Element, own: Encoding, capitals: bool, recoding: Recoding) -> None:
    for hyphen in list(descendants(run, "softHyphen")) if own == "tcvn3" else ():
        hyphen.tag, hyphen.text = hyphen.tag.replace("softHyphen", "t"), _SOFT_HYPHEN
    texts = [text for text in descendants(run, "t") if text.text]
    whole = "".join(text.text for text in texts)
    # Of words in Latin letters alone the capitals are all that the font changes, and they say the same.
    if is_coded(whole) and recoding.meets(own, whole, decode(whole, own, capitals)):
        for text in texts:
            text.text = decode(text.text, own, capitals)


def _is_named(tree: Element | None) -> bool:
    return tree is not None and any(font_encoding(_name(fonts)) for fonts in descendants(tree, "rFonts"))


def _run_fonts(styles: Element | None) -> _RunFonts:
    by_id = {} if styles is None else {attribute(style, "styleId") or "": style for style in parts(styles, "style")}
    paragraphs = (name for name, style in by_id.items() if attribute(style, "type") == "paragraph")
    usual = next((name for name in paragraphs if attribute(by_id[name], "default") in ("1", "true")), None)
    return _RunFonts(by_id, usual, _font(part(styles, "docDefaults", "rPrDefault", "rPr")))


def _font(rules: Element | None) -> str:
    fonts = part(rules, "rFonts")
    return "" if fonts is None else _name(fonts)


def _name(fonts: Element) -> str:
    # The letters beyond those of English have a font of their own, which is nearly always the same.
    return attribute(fonts, "hAnsi") or attribute(fonts, "ascii") or ""
