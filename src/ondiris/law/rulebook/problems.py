"""What is wrong with the facts handed in, and where?"""

from collections.abc import Iterable
from dataclasses import dataclass

from ondiris.base.words import N_

UNKNOWN_FACT = N_("is not a fact that is asked for")
NOT_A_LIST = N_("must be a list of rows")
NOT_A_ROW = N_("must be an object with facts")
NO_CASE = N_("is missing: every case needs its own")
CASE_TWICE = N_("stands twice")
NO_SUCH_CASE = N_("names a case that is not there")
NO_CASES = N_("There is no case in the file")
NOT_READABLE = N_("The file cannot be read as what its name says it is")
FLOATING = N_("is a floating-point column, which is not exact: decimals, whole numbers or text are")
WRONG_COLUMN = N_("is a column of another type")
NO_FORMAT = N_("Facts are read from json, csv or parquet")
NAME_TWICE = N_("is given twice")


@dataclass(frozen=True)
class Problem:
    """One thing wrong: `field` is the fact (empty for the file as a whole), `row` counts from 1, `found` what stood
    there. `message` is English and marked for translation."""

    field: str
    message: str
    row: int | None = None
    case: str | None = None
    found: str = ""

    def __str__(self) -> str:
        where = [f"row {self.row}" if self.row else "", f"case {self.case}" if self.case else "", self.field]
        text = f"{', '.join(part for part in where if part)}: {self.message}".removeprefix(": ")
        return f"{text} (found: {self.found})" if self.found else text


class BadFacts(ValueError):
    """The facts cannot be judged: `problems` names every field at fault."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
