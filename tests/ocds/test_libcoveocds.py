"""What does the Open Contracting Partnership's own validator say of our packages?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ocds.program import ABSENT, PROGRAM, against, checked, serving, standard_in

pytestmark = pytest.mark.skipif(not PROGRAM, reason=ABSENT)


@pytest.fixture
def host() -> Iterator[str]:
    with serving() as at:
        yield at


@pytest.fixture
def standard(tmp_path: Path) -> Path:
    return standard_in(tmp_path)


@pytest.mark.parametrize("name", ["ocds-releases", "ocds-records"])
@pytest.mark.parametrize("prices", [False, True], ids=["as it is", "with prices"])
def test_it_finds_no_error(contracts, published, host, standard, name, prices, request):
    if prices:
        request.getfixturevalue("with_prices")
    said = checked(published(name, host), standard)
    assert said["version_used"] == "1.1"
    assert said["extensions"]["is_extended_schema"]
    assert not said["extensions"]["invalid_extension"]
    assert against(said) == {}


def test_it_would_find_one(contracts, published, host, standard):
    package = published("ocds-releases", host)
    package["releases"][0]["contracts"][0]["contractKind"] = "gift"
    package["releases"][0]["contracts"][0]["awardID"] = None
    said = checked(package, standard)
    assert said["validation_errors"]
    assert said["additional_closed_codelist_values"]
