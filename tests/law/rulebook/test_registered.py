"""Whether the register as shipped holds a provision throughout a period."""

from datetime import date

import pytest

from ondiris.law.rulebook.registered import RegisteredProvisions


@pytest.mark.parametrize(
    ("provision", "since", "until", "held"),
    [
        ("25.5:1", date(2023, 1, 10), None, True),
        ("25.5:1", date(2023, 1, 9), None, False),  # article 25 was amended; its earlier wording is not held
        ("42.2", date(2022, 1, 8), None, True),
        ("42.2", date(2022, 1, 7), None, False),
        ("36.1", date(2022, 1, 8), date(2023, 6, 29), True),  # there in the temporary wording alone
        ("36.1", date(2022, 1, 8), date(2023, 6, 30), False),
        ("25.9", date(2023, 1, 10), None, False),
    ],
)
def test_a_provision_is_held_throughout_the_period(provision: str, since: date, until: date | None, held: bool) -> None:
    assert RegisteredProvisions().in_force_during(provision, since, until) is held


def test_what_is_no_id_is_refused() -> None:
    with pytest.raises(ValueError, match="is not an id"):
        RegisteredProvisions().in_force_during("article 25", date(2023, 1, 10), None)
