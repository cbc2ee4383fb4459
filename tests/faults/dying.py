"""A process whose children each do one act and are killed in it, ever later, before a statement or the commit.

`python -m tests.faults.dying DATABASE` says how each child ended, and waits for a line before it begins the next.
Every second place is tried, beginning with the first or the second by chance.
"""

import os
import random
import signal
import sys
from collections.abc import Callable
from itertools import count
from typing import Any

from django.db import connection

from tests.faults.worker import KINDS, say, steps


def die_before(place: int) -> None:
    """From now on, kill this process before it sends its statement of this place to the database, or its commit."""
    places = count(1)

    def step() -> None:
        if next(places) == place:
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(execute: Callable[..., Any], *args: Any) -> Any:
        step()
        return execute(*args)

    commit = connection._commit

    def last_statement() -> None:
        step()
        commit()

    connection.execute_wrappers.append(statement)
    connection._commit = last_statement


def child(kind: str, place: int) -> None:
    act = next(act for name, act in steps() if name == kind)
    die_before(place)
    act()


def main(database: str) -> None:
    connection.settings_dict["NAME"] = database
    for kind in KINDS:
        for place in count(random.randint(1, 2), 2):
            pid = os.fork()
            if pid == 0:
                child(kind, place)
                os._exit(0)
            _pid, status = os.waitpid(pid, 0)
            ended = "killed" if os.WIFSIGNALED(status) else "failed" if status else "done"
            say(f"{ended} {kind} {place}")
            sys.stdin.readline()
            if ended != "killed":
                break


if __name__ == "__main__":
    main(sys.argv[1])
