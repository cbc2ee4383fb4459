"""Connections of their own to a test's database, with real commits."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import psycopg
from django.db import connection

T = TypeVar("T")
R = TypeVar("R")


def connect(user: str = "") -> psycopg.Connection[Any]:
    """A plain connection to the database of the test; as another role where `user` is given."""
    known = connection.settings_dict
    return psycopg.connect(
        host=known["HOST"],
        port=known["PORT"],
        dbname=known["NAME"],
        user=user or known["USER"],
        password=known["PASSWORD"],
    )


def at_once(do: Callable[[T], R], things: Iterable[T], *, threads: int) -> list[R | Exception]:
    """What each call gave or raised, in the order of things; every call has a connection of its own."""

    def one(thing: T) -> R | Exception:
        try:
            return do(thing)
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(one, things))
