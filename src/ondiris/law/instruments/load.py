"""Which acts does the law call for, who drafts, agrees and approves each, and which provisions go by it?

They stand in `instruments.toml` beside this module, with the provisions that only sound as if they called for one.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from pydantic import ConfigDict, StringConstraints, TypeAdapter
from pydantic.dataclasses import dataclass

from ondiris.law.instruments.terms import Sort
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Id, Sentence, Words
from ondiris.law.provisions.terms import Bearer, Language

_STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]


@dataclass(frozen=True, config=_STRICT)
class Instrument:
    """An act that the law calls for: rules, a list, a form and so on.

    `called_for_by`: the provisions that say that it is to be, or by whom; `used_in`: those that go by it. Nobody in
    `drafted_by`, `agreed_with` or `approved_by` means that the law names nobody.
    """

    id: Slug
    sort: Sort
    name: Words
    called_for_by: tuple[Id, ...]
    used_in: tuple[Id, ...] = ()
    drafted_by: tuple[Bearer, ...] = ()
    agreed_with: tuple[Bearer, ...] = ()
    approved_by: tuple[Bearer, ...] = ()

    @property
    def provisions(self) -> tuple[ProvisionId, ...]:
        """Those that call for it, then those that go by it."""
        return (*self.called_for_by, *self.used_in)


@dataclass(frozen=True, config=_STRICT)
class Exemption:
    """Provisions that only sound as if they called for an act, and why they call for none."""

    why: Sentence
    provisions: tuple[Id, ...]


@dataclass(frozen=True, config=_STRICT)
class Instruments:
    """All that the file says; ValueError where an id, or a provision without an act, stands twice."""

    instruments: tuple[Instrument, ...]
    exemptions: tuple[Exemption, ...]

    def __post_init__(self) -> None:
        twice = [
            *_twice(instrument.id for instrument in self.instruments),
            *_twice(provision for exemption in self.exemptions for provision in exemption.provisions),
        ]
        if twice:
            raise ValueError(f"these stand twice: {', '.join(map(str, twice))}")


def instruments() -> Mapping[str, Instrument]:
    """Every act that the law calls for by its id, those of one subject together."""
    return {instrument.id: instrument for instrument in load().instruments}


@cache
def load() -> Instruments:
    """The file as shipped. ValueError where a row is wrong."""
    return read((files("ondiris.law.instruments") / "instruments.toml").read_text(encoding="utf-8"))


def read(text: str) -> Instruments:
    """The acts and exemptions of a file's text. ValueError where a row is wrong."""
    raw = tomllib.loads(text)
    return TypeAdapter(Instruments).validate_python(
        {"instruments": [_named(row) for row in raw["instrument"]], "exemptions": raw["exception"]}
    )


def _named(row: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in row.items() if k not in set(Language)} | {
        "name": {language: row.get(language) for language in Language}
    }


def _twice(of: Iterable[object]) -> list[object]:
    return [one for one, count in Counter(of).items() if count > 1]
