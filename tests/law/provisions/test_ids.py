import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondiris.law.provisions.ids import ProvisionId, parse_articles

counts = st.integers(1, 99)
numbers = st.tuples(counts, st.integers(0, 9))
ids = st.builds(
    ProvisionId,
    st.lists(numbers, min_size=1, max_size=3).map(tuple),
    st.integers(1, 9),
    st.none() | counts,
)


def provision(text: str) -> ProvisionId:
    return ProvisionId.parse(text)


@given(ids)
def test_an_id_is_read_back_as_it_is_printed(one):
    assert provision(str(one)) == one


@given(ids, ids, ids)
def test_ids_stand_in_one_order(one, two, three):
    first, second, third = sorted([one, two, three])
    assert first <= second <= third
    assert (one < two) + (one == two) + (one > two) == 1


@given(ids)
def test_a_unit_comes_before_what_stands_in_it(one):
    assert one.parent is None or one.parent < one
    assert one.within(one.article)


@given(numbers, numbers)
def test_a_hyphenated_number_comes_after_its_whole_number_and_before_the_next(one, two):
    assert (ProvisionId((one,)) < ProvisionId((two,))) == (one < two)


def test_ids_sort_as_the_law_counts():
    ordered = ["13.5.10", "13.5.10p2", "13.5.10-1", "13.5.10-2", "13.5.11", "49.2", "49.2:1", "49.2.1", "49.2.2"]
    ordered += ["49.2p2", "49.2p2:1", "49.3", "50"]
    assert [str(one) for one in sorted(map(provision, reversed(ordered)))] == ordered


@pytest.mark.parametrize(
    ("unit", "parent"),
    [
        ("25.5:1", "25.5"),
        ("5.2p3", "5.2"),
        ("49.2p2:1", "49.2p2"),
        ("13.5.10-1", "13.5"),
        ("54:4", "54"),
        ("25", "None"),
    ],
)
def test_each_unit_knows_what_it_stands_in(unit, parent):
    assert str(provision(unit).parent) == parent


@pytest.mark.parametrize(
    "text",
    ["", "25.", "25.5.1.2", "025", "25-", "25.5p1", "25.5p", "25.5:0", "25.5:1p2", "25.5 ", "ст. 25", "٢٥", "9" * 5000],
)
def test_what_is_no_id_is_refused(text):
    with pytest.raises(ValueError, match="ids look like"):
        provision(text)


KNOWN = [provision(text) for text in ("24", "25", "25-1", "26", "27", "42")]


@pytest.mark.parametrize(
    ("selection", "articles"),
    [
        ("25-27,42", "25 25-1 26 27 42"),
        ("42, 25", "25 42"),
        ("25-1", "25-1"),
        ("26-26", "26"),
        ("26,25-27", "25 25-1 26 27"),
    ],
)
def test_a_selection_of_articles_is_read(selection, articles):
    assert " ".join(map(str, parse_articles(selection, KNOWN))) == articles


@pytest.mark.parametrize(
    ("selection", "why"),
    [
        ("27-25", "backwards"),
        ("25-70", "no article 70"),
        ("1", "no article 1"),
        ("25.5", "no article 25.5"),
        ("", "not an article"),
        ("25,", "not an article"),
        ("25–27", "not an article"),
        ("all", "not an article"),
    ],
)
def test_a_wrong_selection_says_why(selection, why):
    with pytest.raises(ValueError, match=why):
        parse_articles(selection, KNOWN)
