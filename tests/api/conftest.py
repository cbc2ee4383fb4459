"""Programs that call the interface, each with a key of a person of the country, on the day of the factories."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from ondiris.domains.parties.keys import make_key
from tests.factories import DAY, Country, country

Answer = Any


@dataclass
class Program:
    """A program with a key; each write takes an Idempotency-Key of its own unless one is given."""

    secret: str = ""
    language: str = "en"
    writes: int = 0

    def headers(self, **more: str) -> dict[str, str]:
        return {
            "Accept-Language": self.language,
            **({"Authorization": f"Bearer {self.secret}"} if self.secret else {}),
            **more,
        }

    def get(self, path: str, **query: Any) -> Answer:
        return Client().get(f"/api/v1{path}", query, headers=self.headers())

    def post(self, path: str, body: Any = None, *, key: str | None = None, **extra: Any) -> Answer:
        """POST a JSON value, or bytes as they are."""
        self.writes += 1
        key = f"{id(self)}-{self.writes}" if key is None else key
        data = body if isinstance(body, bytes) else json.dumps({} if body is None else body)
        more = {"Idempotency-Key": key} if key else {}
        extra.setdefault("content_type", "application/json")
        return Client().post(f"/api/v1{path}", data, headers=self.headers(**more), **extra)

    def send(self, path: str, key: str, **parts: Any) -> Answer:
        """POST a form with a file."""
        return Client().post(f"/api/v1{path}", parts, headers=self.headers(**{"Idempotency-Key": key}))


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[Callable[[date], None]]:
    """The calendar stands on the factories' day; call it to go to another."""
    with time_machine.travel(datetime(DAY.year, DAY.month, DAY.day, 6, tzinfo=UTC), tick=False) as traveller:
        yield lambda day: traveller.move_to(datetime(day.year, day.month, day.day, 6, tzinfo=UTC))


@pytest.fixture
def made(db: None) -> Country:
    """The tests' country."""
    return country()


def program_as(made: Country, who: str) -> Program:
    """A program that acts as a person of the country."""
    user = made.people[who]
    organisation = user.mandates.select_related("organisation").first().organisation
    _key, secret = make_key(user, organisation, label=who, valid_from=date(2024, 1, 1), valid_to=date(2030, 1, 1))
    return Program(secret)


@pytest.fixture
def program(made: Country) -> Callable[[str], Program]:
    """Programs that act as people of the tests' country."""
    return lambda who: program_as(made, who)
