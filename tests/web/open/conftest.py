"""What tests of the open pages begin with."""

import pytest
from django.test import Client

from tests.factories import Country, country


@pytest.fixture
def made(db: None) -> Country:
    """A small country."""
    return country()


@pytest.fixture
def page(made: Country) -> Client:
    """The browser of a visitor who has not signed in."""
    return Client()
