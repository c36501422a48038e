"""Frozen data classes: what `dataclass(frozen=True, slots=True)` makes of the same fields, function by function."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.frozen import frozen
from tests.strategies import examples

Item = TypeVar("Item")


def fields_of_all_kinds(make):
    """A class with something of everything that the classes of the program have, made by one of the two."""

    @make
    class Figure(Generic[Item]):
        """A figure."""

        code: str
        points: tuple[Item, ...]
        notes: Mapping[str, int] = field(default_factory=dict)
        kept: list[int] = field(default_factory=list, compare=False, repr=False)
        name: str = "no name"
        seen: list[int] = field(init=False, default_factory=list, compare=False)
        length: int = field(init=False)
        places: int = field(init=False, default=2)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.points))

        @property
        def label(self) -> str:
            """The name, else the code."""
            return self.name or self.code

    return Figure


OWN, USUAL = fields_of_all_kinds(frozen), fields_of_all_kinds(dataclass(frozen=True, slots=True))


@frozen
class Single:
    """One field."""

    value: object


@frozen
class Nothing:
    """No field."""


def arguments():
    return st.fixed_dictionaries(
        {"code": st.sampled_from("ab"), "points": st.tuples() | st.tuples(st.integers(0, 2))},
        optional={"name": st.sampled_from(["", "x"]), "kept": st.lists(st.integers(0, 1), max_size=1)},
    )


@given(arguments(), arguments())
@examples(40)
def test_texts_equality_and_hashes_are_the_usual_ones(first, second):
    own, usual = [OWN(**one) for one in (first, second)], [USUAL(**one) for one in (first, second)]
    assert list(map(repr, own)) == list(map(repr, usual))
    assert (own[0] == own[1]) == (usual[0] == usual[1])
    assert own[0] != usual[0]
    assert [(one.label, one.length, one.places, one.seen, one.notes) for one in own] == [
        (one.label, one.length, one.places, one.seen, one.notes) for one in usual
    ]


@given(st.integers() | st.text(), st.integers() | st.text())
@examples(20)
def test_equal_values_have_equal_hashes(first, second):
    assert (Single(first) == Single(second)) == (first == second)
    assert hash(Single(first)) == hash(Single(first))
    assert len({Single(first), Single(second)}) == len({first, second})


def test_no_default_is_shared():
    assert OWN("a", ()).notes is not OWN("a", ()).notes
    assert OWN("a", ()).seen is not OWN("a", ()).seen


def test_nothing_can_be_changed_or_added():
    one = OWN("a", ())
    for change in (lambda: setattr(one, "code", "b"), lambda: setattr(one, "more", 1), lambda: delattr(one, "code")):
        with pytest.raises(FrozenInstanceError):
            change()
    assert not hasattr(one, "__dict__")
    assert one.code == "a"


@pytest.mark.parametrize("made", [OWN, USUAL], ids=["own", "usual"])
def test_what_python_says_of_wrong_arguments_names_the_class(made):
    with pytest.raises(TypeError, match=r"Figure\.__init__\(\) missing 1 required positional argument: 'points'"):
        made("a")


def test_the_tools_of_dataclasses_know_it():
    one = OWN("a", (1,), {"x": 1}, name="b")
    assert replace(one, points=(1, 2)).length == 2
    assert [own.name for own in dataclasses.fields(OWN)] == [usual.name for usual in dataclasses.fields(USUAL)]
    assert dataclasses.asdict(one) == dataclasses.asdict(USUAL("a", (1,), {"x": 1}, name="b"))
    assert OWN.__match_args__ == USUAL.__match_args__
    assert inspect.get_annotations(OWN.__init__) == inspect.get_annotations(USUAL.__init__)
    assert str(inspect.signature(OWN)) == str(inspect.signature(USUAL))
    assert OWN.__doc__ == USUAL.__doc__


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_copies_and_what_goes_to_another_process_are_equal(again):
    for one in (Single((1, 2)), Nothing()):
        assert again(one) == one
        assert type(again(one)) is type(one)


def test_what_holds_itself_can_be_shown():
    own: list[object] = []
    one = Single(own)
    own.append(one)
    assert repr(one) == "Single(value=[...])"


def test_without_fields_all_are_equal():
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert repr(Nothing()) == "Nothing()"
