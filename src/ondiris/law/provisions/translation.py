"""Where does the English translation of the law lag behind the Russian text, or say something else?"""

import tomllib
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import RegisterError, register
from ondiris.law.provisions.register import Day, Flag, Id, Register, Sentence, Words

FILE = "english.toml"
_STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


@dataclass(frozen=True, config=_STRICT)
class Mark:
    """A provision that the translation lacks, or renders otherwise: the words of both texts, and what differs."""

    unit: Id
    words: Words
    absent: Flag = False
    russian: Sentence | None = None
    english: Sentence | None = None


@dataclass(frozen=True, config=_STRICT)
class Translation:
    """The translation: it knows no change that took effect on `edition_before` or later."""

    edition_before: Day
    marks: Annotated[tuple[Mark, ...], Field(alias="mark")] = field(default=())

    @property
    def by_unit(self) -> Mapping[ProvisionId, Mark]:
        return {mark.unit: mark for mark in self.marks}

    def is_behind(self, wording_from: date) -> bool:
        """Whether a wording in force from that day is younger than the translation."""
        return wording_from >= self.edition_before


@cache
def translation() -> Translation:
    """The translation as the shipped file marks it. RegisterError where a mark is wrong."""
    return read_translation((files("ondiris.law") / "register" / FILE).read_text(encoding="utf-8"), register())


def read_translation(text: str, known: Register) -> Translation:
    """The marks of a file's text. RegisterError where one is misshaped or of a unit that the register lacks."""
    try:
        raw = tomllib.loads(text)
        raw["mark"] = [_with_words(mark) for mark in raw.get("mark", [])]
        read = TypeAdapter(Translation).validate_python(raw)
    except tomllib.TOMLDecodeError as wrong:
        raise RegisterError(f"{FILE}: not TOML: {wrong}") from None
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise RegisterError(f"{FILE}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    seen: set[ProvisionId] = set()
    for mark in read.marks:
        if trouble := _trouble(mark, known, seen):
            raise RegisterError(f"{FILE}: {mark.unit}: {trouble}")
        seen.add(mark.unit)
    return read


def _with_words(mark: dict[str, object]) -> dict[str, object]:
    words = {language: mark[language] for language in ("en", "ru", "kk") if language in mark}
    return {key: value for key, value in mark.items() if key not in words} | {"words": words}


def _trouble(mark: Mark, known: Register, seen: set[ProvisionId]) -> str | None:
    if mark.unit not in known:
        return "the register has no such provision"
    if mark.unit in seen:
        return "it is marked twice"
    if mark.absent == bool(mark.russian and mark.english):
        return "it is either absent or has the words of both texts"
    return None
