"""What tests of the desk begin with."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from tests.factories import DAY, Country, country, sign_in

Desk = Callable[[str], Client]
Move = Callable[[date], None]


@pytest.fixture
def made(db: None) -> Country:
    """A small country."""
    return country()


@pytest.fixture
def today() -> Iterator[Move]:
    """It is the day on which the factories' cases begin; call it to move on."""
    travels: list[time_machine.travel] = []

    def move(day: date) -> None:
        travel = time_machine.travel(datetime.combine(day, time(10), ZoneInfo("Asia/Almaty")), tick=False)
        travel.start()
        travels.append(travel)

    move(DAY)
    yield move
    for travel in reversed(travels):
        travel.stop()


@pytest.fixture
def desk(made: Country, today: Move) -> Desk:
    """The browser of a person of the country, signed in."""
    return lambda who: sign_in(Client(), made.people[who])
