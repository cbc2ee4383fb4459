"""Which acts and flows does the system have?"""

import pkgutil
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

from ondiris import domains
from ondiris.base.acts import ACTS, BEGINNINGS, Act, Beginning
from ondiris.base.flow import Flow

_OF_ERRORS = re.compile(r"[A-Z]\w*[a-z][A-Z]|Trouble|Stale")


def acts() -> Mapping[str, Act[Any]]:
    """Every act on a thing, by its full name, in the order of names."""
    _import_all()
    return dict(sorted(ACTS.items()))


def beginnings() -> Mapping[str, Beginning[Any]]:
    """Every act that makes something new, by its name, in the order of names."""
    _import_all()
    return dict(sorted(BEGINNINGS.items()))


def flows() -> list[Flow]:
    """The flows that acts move things through, in the order of names."""
    return sorted({act.flow for act in acts().values()}, key=lambda flow: flow.name)


def words_of(flow: Flow) -> Mapping[Any, str]:
    """How the states of a flow are called on pages, in English: they stand beside the states, in WORDS or in words apart."""
    beside = vars(import_module(flow.states.__module__))
    apart: list[Mapping[Any, str]] = [words for name, words in beside.items() if name.endswith("_WORDS")]
    words: Mapping[Any, str] = beside["WORDS"]
    return next((own for own in apart if any(type(state) is flow.states for state in own)), words)


def said_of(documented: object) -> str:
    """The first line of a docstring, without its sentences on errors (`BadInput for …`), which programmers read."""
    first = (documented.__doc__ or "").strip().partition("\n")[0]
    return " ".join(sentence for sentence in re.split(r"(?<=\.) ", first) if not _OF_ERRORS.match(sentence))


@cache
def _import_all() -> None:
    """An act is registered when its module is imported."""
    for module in pkgutil.walk_packages(domains.__path__, f"{domains.__name__}."):
        if ".actions." in module.name:
            import_module(module.name)
