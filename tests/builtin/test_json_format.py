"""JSON is written entry by entry, as if it had been written whole, and never held as a whole."""

import json
import weakref

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.formats.json_format import write
from cchc_score.formats import Entries, Page
from tests.strategies import examples

TEXTS = st.text(alphabet='aế"\\\n\r\t\u2028 {[', max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@examples(100)
@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_data_in_entries_read_as_the_same_data_whole(data):
    page = Page("", (), make_data=lambda: {key: _in_entries(value) for key, value in data.items()})
    whole = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    written = write(page).decode()
    # Signs that nobody sees are escaped; read and written again they are as in the whole.
    assert json.dumps(json.loads(written), ensure_ascii=False, indent=2) + "\n" == whole
    assert [len(line) - len(line.lstrip(" ")) for line in written.split("\n")] == [
        len(line) - len(line.lstrip(" ")) for line in whole.split("\n")
    ]
    assert page.data == data


def _in_entries(value):
    return Entries(lambda: iter(value)) if isinstance(value, list) else value


class Entry(dict):
    """An entry that can be watched."""


def test_an_entry_is_gone_when_the_next_is_written():
    alive = []

    def made():
        for number in range(100):
            entry = Entry(number=number)
            watched.append(weakref.ref(entry))
            yield entry
            alive.append(sum(one() is not None for one in watched))

    watched = []
    assert json.loads(write(Page("", (), make_data=lambda: {"a": Entries(made)})))["a"][99] == {"number": 99}
    # The one that is made, and the one before it.
    assert max(alive) <= 2
