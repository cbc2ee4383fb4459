"""The list of goods of a year goes from information through five steps to suppliers."""

from tests.factories.planning import goods_list


def test_the_whole_way(made):
    found = goods_list(made)
    assert found.state == "placed"
