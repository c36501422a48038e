"""What was made of documents before: of the same document on the same rules, and of no other."""

from cchc_score.documents import Record
from cchc_score.year.kept_readings import KeptReadings


def test_a_document_is_read_once_until_it_or_the_rules_change():
    kept, first, second = KeptReadings(), Record({"a": 1}), Record({"a": 1})
    made = []

    def read(document, basis, name="a.toml"):
        made.append(document)
        return kept.of("report", basis).made(name, [document], lambda: made.append("read") or len(made))

    once = read(first, (1,))
    assert read(first, (1,)) == once
    assert made.count("read") == 1
    # Equal, and another document all the same.
    assert read(second, (1,)) != once
    assert read(second, (2,))
    assert made.count("read") == 3
    assert kept.of("work", (2,)).made("a.toml", [second], lambda: "other") == "other"


def test_what_several_reports_say_is_made_anew_where_one_more_says_something():
    kept, first, second, made = KeptReadings(), Record({"a": 1}), Record({"b": 2}), []

    def figures(*reports):
        return kept.of("figures", ()).made("M01", reports, lambda: made.append("made") or len(made))

    assert figures() == figures() == 1
    assert figures(first) == figures(first) == 2
    assert figures(first, second) == 3
    assert figures(second, first) == 4
