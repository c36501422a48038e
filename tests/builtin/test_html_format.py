"""One self-contained HTML page: well formed, nothing of a name becomes markup, numbers stand on the right."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.formats.html_format import write
from cchc_score.formats import Heading, Page, Sheet


class Reader(HTMLParser):
    """The tags of a page in order, each closed by its own, and the text between them."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.texts = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if data.strip():
            self.texts.append(data)


def page(cell):
    sheet = Sheet((Heading(cell), Heading("Điểm", "right")), ((cell, "1,5"),), cell, (cell,))
    return Page(cell, (sheet,), (cell,))


TAGS = ["html", "head", "meta", "title", "style", "body", "h1", "h2", "table", "thead", "tr", "th", "th", "tbody"]


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"]), min_size=1))
def test_any_text_stays_text(text):
    read = Reader(write(page(text)))
    assert read.tags == [*TAGS, "tr", "td", "td", "p", "p"]
    assert read.texts.count(text) == 7
    assert not read.open


def test_it_needs_nothing_from_elsewhere_and_aligns_numbers():
    text = write(page("Xã <An> & \x1bBình"))
    assert "Xã &lt;An&gt; &amp; \\u001bBình" in text
    assert '<td class="right">1,5</td>' in text
    assert '<html lang="vi">' in text
    assert '<html lang="en">' in write(Page("", (), lang="en"))
    assert '<meta charset="utf-8">' in text
    assert not any(word in text for word in ("src=", "href=", "<script", "http"))


def test_without_titles_there_are_no_empty_headings():
    text = write(Page("", (Sheet((Heading("A"),), ()),)))
    assert "<h1>" not in text
    assert "<h2>" not in text
