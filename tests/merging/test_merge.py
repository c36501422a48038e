"""Two sides made one: disjoint edits are all there, nothing is ever lost, and who is named first means nothing."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.merging.merge import merge
from tests.appraisal.kit import codes
from tests.merging.years import ROOT_FILES, content, entry, held, side, write
from tests.strategies import examples

UNITS = "ABCDE"
CSV = "reports/nam-2023.csv"


@pytest.fixture
def sides(tmp_path):
    """Makes the sides of a merge: the first, the second, and a base where there is one."""
    return lambda *folders: [side(tmp_path / name, files) for name, files in zip("abc", folders, strict=False)]


def merged(*folders):
    """The files of a merge without conflicts."""
    found = merge(*folders)
    assert found.conflicts == ()
    return content(found)


def edited(edits):
    """A folder after some edits: what each does, by its place."""
    rows = {code: str(n) for n, code in enumerate(UNITS)}
    files, blocks = {}, {"vong-1": [], "vong-2": []}
    for (kind, unit), value in sorted(edits.items()):
        if kind == "row":
            rows[unit] = value
        elif kind == "file":
            files[f"self-scores/{unit}.bin"] = value
        elif kind == "gone":
            files[f"reports/{unit}.txt"] = None
        else:
            blocks[kind].append(entry(unit, value, round=int(kind[-1])))
    files[CSV] = "unit,tin\n" + "".join(f"{unit},{value}\n" for unit, value in rows.items())
    return files | {f"appraisal/{name}.toml": "\n".join(texts) for name, texts in blocks.items() if texts}


def meaning(files):
    """What a merged folder says, without the order of its entries."""
    return {
        name: sorted(map(str.strip, data.decode().split("[[entry]]"))) if name.startswith("appraisal") else data
        for name, data in files.items()
    }


NOTES = {f"reports/{unit}.txt": f"Ghi chú {unit}\n" for unit in UNITS}
PLACES = [(kind, unit) for kind in ("row", "file", "gone", "vong-1", "vong-2") for unit in UNITS]


@st.composite
def disjoint(draw):
    """Edits of the one, of the other, and of both alike, no two of one place."""
    values = {
        "row": st.integers(10, 20).map(str), "file": st.binary(min_size=1, max_size=4), "gone": st.none(),
        "vong-1": st.sampled_from(["0.5", "1"]), "vong-2": st.sampled_from(["0.5", "1"]),
    }  # fmt: skip
    found = ({}, {}, {})
    for place in draw(st.lists(st.sampled_from(PLACES), unique=True, max_size=10)):
        found[draw(st.integers(0, 2))][place] = draw(values[place[0]])
    return found


@pytest.mark.full
@examples(25)
@given(disjoint())
def test_disjoint_edits_are_all_there(drawn):
    one, other, both = drawn
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        first, second = (side(root / name, NOTES | edited(both | own)) for name, own in (("a", one), ("b", other)))
        base = side(root / "c", NOTES)
        wanted = write(root / "d", NOTES | edited(both | one | other))
        found = merged(first, second, base)
        assert meaning(found) == meaning(held(wanted))
        assert found == merged(second, first, base)
        assert merged(first, first) == merged(first, first, base) == held(first.folder.root)
        assert meaning(merged(first, base, base)) == meaning(held(first.folder.root))


@pytest.mark.full
@examples(25)
@given(disjoint())
def test_without_a_base_what_is_added_is_added(drawn):
    one, other, both = ({place: new for place, new in own.items() if place[0] not in ("row", "gone")} for own in drawn)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        first, second = (side(root / name, edited(both | own)) for name, own in (("a", one), ("b", other)))
        wanted = write(root / "d", edited(both | one | other))
        assert meaning(merged(first, second)) == meaning(held(wanted))
        assert merged(first, second) == merged(second, first)


@pytest.mark.full
@examples(25)
@given(
    st.lists(
        st.tuples(st.sampled_from(UNITS[:3]), st.sampled_from(["0.5", "1", "1.5"]), st.integers(0, 2)), max_size=8
    ),
    st.booleans(),
)
def test_an_entry_is_in_the_merged_folder_or_in_a_conflict(drawn, based):
    own = ([], [], [])
    for n, (unit, new, who) in enumerate(drawn):
        own[who].append(entry(unit, new, id=f"e{n}"))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        texts = [{"appraisal/a.toml": "".join(one + own[2]) or None} for one in (own[0], own[1], [])]
        first, second, base = (side(root / name, text) for name, text in zip("abc", texts, strict=True))
        found = merge(first, second, *([base] if based else []))
        again = merge(second, first, *([base] if based else []))
        assert len(found.conflicts) == len(again.conflicts)
        if not found.conflicts:
            result = side(root / "d", content(found))
            assert set(result.places) == set(first.places) | set(second.places)


def test_the_same_entry_changed_twice_is_a_conflict_shown_with_both(sides):
    first, second = sides(
        {"appraisal/an.toml": entry("B", "0", "0.5", id="x")},
        {"appraisal/binh.toml": "\n\n" + entry("B", "2", "0.5", id="y", by="Bình", on="2023-12-22")},
    )
    (one,), (other,) = merge(first, second).conflicts, merge(second, first).conflicts
    assert one.code == other.code == "merge-entry"
    for text in (
        "a/appraisal/an.toml:2", "b/appraisal/binh.toml:4", "0,5 -> 0 (1.1; An, 20/12/2023)",
        "0,5 -> 2 (1.1; Bình, 22/12/2023)", "vòng 1",
    ):  # fmt: skip
        assert text in one.words()
        assert text in other.words()
    assert "0.5 -> 2" in one.words("en")


def test_an_entry_that_stands_in_place_of_one_of_the_other_side_is_no_conflict_as_check_has_it(sides):
    theirs = {"appraisal/an.toml": entry("B", "0", "0.5", id="x")}
    chosen = entry("B", "2", "0", id="y", by="Bình", on="2023-12-22", supersedes="x")
    first, second = sides(theirs, {"appraisal/binh.toml": chosen})
    found = merged(first, second)
    assert found == merged(second, first)
    assert {"appraisal/an.toml", "appraisal/binh.toml"} <= set(found)
    # Through a third, which both sides have.
    between = entry("B", "1", "0", id="z", supersedes="x")
    last = entry("B", "2", "1", id="y", supersedes="z")
    both = {"appraisal/z.toml": between}
    first, second = sides(theirs | both, {"appraisal/binh.toml": last} | both)
    assert not merge(first, second).conflicts
    # Two that both stand in place of a third are rivals, and so are two with one id.
    rival = entry("B", "1.5", "0", id="w", supersedes="x")
    first, second = sides(theirs | {"appraisal/w.toml": rival}, theirs | {"appraisal/binh.toml": chosen})
    assert codes(merge(first, second).conflicts) == ["merge-entry"]


def test_a_conflict_that_the_council_has_settled_is_none_and_both_entries_stay(sides):
    settled = """[[settlement]]
round = 1
unit = "A"
criterion = "1.1"
between = ["an", "binh"]
chosen = "binh"
reason = "họp"
by = "Hội đồng"
on = 2023-12-20
"""
    files = {"appraisal/hoi-dong.toml": settled}
    mine, theirs = entry("A", "1", id="an"), entry("A", "0.5", id="binh", by="Bình")
    both = sides({"appraisal/an.toml": mine}, {"appraisal/binh.toml": theirs})
    assert codes(merge(*both).conflicts) == ["merge-entry"]
    for first, second in ((files, {}), ({}, files)):
        found = merge(*sides({"appraisal/an.toml": mine, **first}, {"appraisal/binh.toml": theirs, **second}))
        assert codes(found.conflicts) == []
        assert {"appraisal/an.toml", "appraisal/binh.toml", "appraisal/hoi-dong.toml"} <= found.files.keys()


def test_two_entries_with_one_id_are_a_conflict(sides):
    first, second = sides(
        {"appraisal/a.toml": entry("B", "0", "0.5", id="x")}, {"appraisal/a.toml": entry("C", "0", "1", id="x")}
    )
    assert codes(merge(first, second).conflicts) == ["merge-entry"]


def test_entries_about_one_thing_in_two_rounds_are_none(sides):
    first, second = sides(
        {"appraisal/a.toml": entry("B", "0", "0.5")}, {"appraisal/b.toml": entry("B", "2", "0", round=2)}
    )
    assert set(merged(first, second)) == {*ROOT_FILES, "appraisal/a.toml", "appraisal/b.toml"}


def test_an_entry_that_one_side_edited_is_taken_with_a_base_and_a_conflict_without(sides):
    old, new = entry("B", "0", "0.5", id="x"), entry("B", "2", "0.5", id="x")
    more = entry("C", "0", "1", id="z")
    first, second, base = sides(
        {"appraisal/a.toml": old + "\n" + more}, {"appraisal/a.toml": new}, {"appraisal/a.toml": old}
    )
    assert codes(merge(first, second).conflicts) == ["merge-entry"]
    found = merged(first, second, base)
    assert found == merged(second, first, base)
    text = found["appraisal/a.toml"].decode()
    assert text.count("[[entry]]") == 2
    assert "new = 2" in text
    assert 'id = "z"' in text


def test_an_entry_that_one_side_deleted_stays(sides):
    old = entry("B", "0", "0.5", id="x")
    both = {"appraisal/a.toml": old, "appraisal/b.toml": entry("C", "0", "1", id="y")}
    first, second, base = sides(both, {"appraisal/a.toml": entry("D", "0", "1.5", id="z")}, both)
    text = merged(first, second, base)
    assert text["appraisal/a.toml"].decode().count("[[entry]]") == 2
    assert text["appraisal/b.toml"] == both["appraisal/b.toml"].encode()


def test_the_same_entry_written_in_other_words_counts_once(sides):
    one = entry("B", "0", "0.5", id="x")
    other = entry("B", "0", '"0,5"', id="x").replace('unit = "B"', 'unit = "Xã B"')
    first, second = sides({"appraisal/a.toml": one}, {"appraisal/a.toml": "# Vòng 1\n\n" + other})
    assert merged(first, second)["appraisal/a.toml"].decode().count("[[entry]]") == 1


def test_comments_and_what_cannot_be_read_stay_with_their_entries(sides):
    broken = entry("Z", "0", id="q")
    first, second = sides(
        {"appraisal/a.toml": "# Vòng 1\n\n# của An\n" + entry("B", "0", "0.5").lstrip()},
        {"appraisal/a.toml": "# Vòng 1\n\n# của Bình\n" + entry("C", "0", "1").lstrip() + "\n" + broken.lstrip()},
    )
    text = merged(first, second)["appraisal/a.toml"].decode()
    for words in ("# của An\n[[entry]]", "# của Bình\n[[entry]]", 'unit = "Z"'):
        assert words in text
    assert text.count("# Vòng 1") == 1


def test_explanations_are_joined(sides):
    def answer(text):
        return f'[[explanation]]\nunit = "A"\nentry = "x"\ntext = "{text}"\nby = "B"\non = 2023-12-22\n'

    first, second = sides({"appraisal/g.toml": answer("một")}, {"appraisal/g.toml": answer("hai")})
    assert merged(first, second)["appraisal/g.toml"].decode().count("[[explanation]]") == 2


INLINE = 'entry = [{ id = "x", round = 1, unit = "B", criterion = "1.1", old = 0.5, new = %s, reason = "R", evidence = "E", by = "A", on = 2023-12-20 }]\n'


def test_a_file_whose_entries_cannot_be_taken_apart_is_never_given_up(sides):
    other = {"appraisal/a.toml": "# nothing\n"}
    first, second, base = sides({"appraisal/a.toml": INLINE % "0"}, other, {"appraisal/a.toml": INLINE % "0"})
    assert codes(merge(first, second, base).conflicts) == ["merge-text"]
    first, second, base = sides({"appraisal/a.toml": INLINE % "0"}, {}, {"appraisal/a.toml": INLINE % "0"})
    assert merged(first, second, base)["appraisal/a.toml"] == (INLINE % "0").encode()


def test_files_without_a_base(sides):
    first, second = sides(
        {"x.txt": "một\nhai\n", "y.pdf": b"\xff1", "z.txt": "z"}, {"x.txt": "một\nba\n", "y.pdf": b"\xff2"}
    )
    text, binary = merge(first, second).conflicts
    assert (text.code, text.place.line) == ("merge-text", 2)
    assert "'hai'" in text.words()
    assert "b/x.txt:2 'ba'" in text.words()
    assert binary.code == "merge-file"


def test_files_with_a_base(sides):
    first, second, base = sides(
        {"x": "1", "y": "0", "both": "2", "gone": None, "left": "0"},
        {"x": "0", "y": "3", "both": "2", "gone": "0", "left": "1"},
        {"x": "0", "y": "0", "both": "0", "gone": "0", "left": "0"},
    )
    found = merged(first, second, base)
    assert {key: found[key] for key in set(found) - set(ROOT_FILES)} == {
        "x": b"1",
        "y": b"3",
        "both": b"2",
        "left": b"1",
    }


def test_a_file_deleted_here_and_changed_there_is_a_conflict(sides):
    first, second, base = sides({"x": None}, {"x": "1"}, {"x": "0"})
    for found in (merge(first, second, base), merge(second, first, base)):
        (one,) = found.conflicts
        assert (one.code, one.place.file[-3:]) == ("merge-gone", "b/x")


def test_lines_of_a_table_are_merged(sides):
    table = ROOT_FILES[CSV]
    first, second, base = sides({CSV: table.replace("A,0", "A,7")}, {CSV: table.replace("E,4", "E,8")}, {})
    text = merged(first, second, base)[CSV].decode()
    assert text == "unit,tin\nA,7\nB,1\nC,2\nD,3\nE,8\n"
    assert codes(merge(first, second).conflicts) == ["merge-row", "merge-row"]


def test_a_table_of_which_no_line_has_a_name_is_merged_as_a_whole(sides):
    first, second, base = sides({"x.csv": "a,b\n,1\n"}, {"x.csv": "a,b\n,2\n"}, {"x.csv": "a,b\n,0\n"})
    assert codes(merge(first, second, base).conflicts) == ["merge-text"]


def test_a_line_that_both_changed_is_a_conflict_shown_with_both(sides):
    table = ROOT_FILES[CSV]
    first, second, base = sides({CSV: table.replace("A,0", "A,7")}, {CSV: table.replace("A,0\n", "")}, {})
    (one,) = merge(first, second, base).conflicts
    assert one.code == "merge-row"
    assert "dòng 'A' khác nhau: ở đây 'A,7'" in one.words()
    assert "'(không có)'" in one.words()


def test_a_merged_file_that_could_not_be_read_again_is_not_written(sides, monkeypatch):
    first, second = sides({"appraisal/a.toml": entry("B", "0", "0.5")}, {"appraisal/a.toml": entry("C", "0", "1")})
    monkeypatch.setattr("cchc_score.builtin.readers.MAX_TOML_KEYS", 1)
    monkeypatch.setattr("cchc_score.builtin.readers.MAX_KEYS_PER_TABLE", 1)
    assert codes(merge(first, second).conflicts) == ["merge-large"]


def test_names_that_differ_only_in_case_are_a_conflict(sides):
    first, second = sides({"minh-chung/KH.pdf": "x"}, {"minh-chung/kh.pdf": "x"})
    for found in (merge(first, second), merge(second, first)):
        assert codes(found.conflicts) == ["merge-name"]


@st.composite
def rewritten(draw):
    """A base of entries in two files, and what two people make of it: moved, edited, commented, answered, added."""

    def folder(blocks):
        texts = {"F": "# F\n", "G": "# G\n"}
        for unit in UNITS:
            for file, text in blocks.get(unit, ()):
                texts[file] += f"\n{text}"
        return {f"appraisal/{name}.toml": text for name, text in texts.items() if "[[" in text}

    base = {unit: [(draw(st.sampled_from("FG")), entry(unit, "1"))] for unit in UNITS[:4]}
    versions = []
    for who in ("an", "binh"):
        mine = dict(base)
        for unit in UNITS[:4]:
            act = draw(st.sampled_from(("keep", "keep", "move", "edit", "note", "answer")))
            ((file, text),) = base[unit]
            other = "G" if file == "F" else "F"
            mine[unit] = {
                "keep": [(file, text)],
                "move": [(other, text)],
                "edit": [(file, entry(unit, "2", reason=f"{who} {unit}"))],
                "note": [(draw(st.sampled_from((file, other))), f"# {who} about {unit}\n{text}")],
                "answer": [(file, text), (other, ANSWER.format(unit=unit, who=who))],
            }[act]
        if draw(st.booleans()):
            mine["E"] = [(draw(st.sampled_from("FG")), entry("E", "3", id="E"))]
        versions.append(folder(mine))
    return folder(base), *versions


ANSWER = (
    '[[explanation]]\nunit = "{unit}"\nentry = "{unit}-1"\ntext = "{who}"\nevidence = "KH"\nby = "X"\non = 2024-01-02\n'
)


@pytest.mark.full
@examples(60)
@given(rewritten(), st.booleans())
def test_no_entry_answer_or_comment_is_lost_or_doubled_wherever_it_was_moved(drawn, based):
    with tempfile.TemporaryDirectory() as folder:
        base, one, other = (side(Path(folder) / str(n), files) for n, files in enumerate(drawn))
        found, turned = (merge(*pair, base if based else None) for pair in ((one, other), (other, one)))
        if found.conflicts:
            assert turned.conflicts
            return
        assert content(found) == content(turned)
        files = {name: data.decode() for name, data in content(found).items() if name.startswith("appraisal")}
        result = side(Path(folder) / "result", files)
    lines = "\n".join(files.values()).split("\n")
    assert len(result.statements) == len(result.places)
    for mine, theirs, written in ((one, other, drawn[1]), (other, one, drawn[2])):
        for told in mine.places.keys() - result.places.keys():
            # Only what the other side wrote anew is gone, and only in its old words.
            assert based
            assert told in base.places
            assert told not in theirs.places
        assert all(line in lines for line in "\n".join(written.values()).split("\n") if " about " in line)


@pytest.mark.full
def test_an_entry_moved_to_another_file_is_there_once(sides):
    both = entry("A", "1") + "\n" + entry("B", "1")
    first = {"appraisal/F.toml": entry("B", "1"), "appraisal/G.toml": entry("A", "1")}
    for base in ({"appraisal/F.toml": both}, {}):
        files = merged(*sides(first, {"appraisal/F.toml": both}, base))
        text = b"".join(data for name, data in files.items() if name.startswith("appraisal")).decode()
        assert (text.count('id = "A-1"'), text.count('id = "B-1"')) == (1, 1)
    moved = {"appraisal/G.toml": both}
    assert "appraisal/F.toml" not in merged(*sides(moved, {"appraisal/F.toml": both}, {"appraisal/F.toml": both}))


@pytest.mark.full
def test_comments_that_one_side_wrote_stay(sides):
    plain = "# Vòng 1\n\n" + entry("A", "1")
    noted = "# Vòng 1, của An\n\n# hỏi lại\n" + entry("A", "1").replace("by = ", "by  = ", 1) + "# cuối\n"
    for base in ([{"appraisal/v.toml": plain}], []):
        files = merged(*sides({"appraisal/v.toml": plain}, {"appraisal/v.toml": noted}, *base))
        assert all(words in files["appraisal/v.toml"].decode() for words in ("của An", "# hỏi lại", "# cuối"))
    edited = {"appraisal/v.toml": plain.replace("new = 1", "new = 2")}
    kept = merged(*sides(edited, {"appraisal/v.toml": noted}, {"appraisal/v.toml": plain}))["appraisal/v.toml"].decode()
    assert "new = 2" in kept
    assert "new = 1" not in kept
    assert "# hỏi lại" in kept


@pytest.mark.full
def test_an_answer_that_one_side_rewrote_replaces_its_old_words_and_two_rewritings_are_a_conflict(sides):
    head = entry("A", "1") + "\n"
    base, first, second = ({"appraisal/v.toml": head + ANSWER.format(unit="A", who=who)} for who in ("x", "an", "binh"))
    text = merged(*sides(first, base, base))["appraisal/v.toml"].decode()
    assert ('text = "an"' in text, 'text = "x"' in text) == (True, False)
    assert codes(merge(*sides(first, second, base)).conflicts) == ["merge-text"]
    assert not merge(*sides(first, second)).conflicts


def test_units_that_stand_in_other_orders_are_a_conflict_and_lines_of_reports_are_none(sides):
    units = "code,name\n" + "".join(f"{code},Xã {code}\n" for code in "EDCBA")
    report = "unit,tin\n" + "".join(f"{code},{n}\n" for n, code in reversed(list(enumerate("ABCDE"))))
    first, second, base = sides({}, {"units.csv": units, "reports/nam-2023.csv": report}, {})
    assert [one.code for one in merge(first, second).conflicts] == ["merge-order"]
    assert merged(first, second, base)["units.csv"] == units.encode()
