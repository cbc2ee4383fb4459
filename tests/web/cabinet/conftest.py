"""A country, and a browser in which a representative of its enterprise is signed in."""

import pytest
from django.test import Client

from tests.factories import Country, country, sign_in


@pytest.fixture
def made(db) -> Country:
    return country()


@pytest.fixture
def browser(made) -> Client:
    """The enterprise's own representative, who prepares, submits and signs."""
    return sign_in(Client(), made.people["applicant"])


@pytest.fixture
def stranger(made) -> Client:
    """The representative of another enterprise."""
    return sign_in(Client(), made.people["other"])
