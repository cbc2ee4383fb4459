"""What the tests of every domain begin with."""

import pytest

from tests.factories import Country, country


@pytest.fixture
def made(db) -> Country:
    """The tests' country, with 500 million tenge in the grant's programme."""
    return country()
