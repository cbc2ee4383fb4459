"""Where do the register and the official text differ, article by article?

Compared are the units, their levels and what the text says of time: the acts in the notes and the days that
their clauses allow. A day that a clause names must be the row's, and established. Where a clause counts
from a publication whose day the text does not give, the row has the earliest possible day (the act signed
and published on one day) and says so. Kind, bearers and words are set by reading and are not compared.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ondiris.law.provisions.check_dates import wrong_dates
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.official import OfficialArticle, OfficialText
from ondiris.law.provisions.register import Provision, Register


class DifferenceKind(StrEnum):
    LACKS = "the register lacks it"
    SURPLUS = "the text has no such unit"
    LEVEL = "another level"
    DATES = "dated otherwise"
    TEXT = "the text itself"


@dataclass(frozen=True, slots=True)
class Difference:
    provision: ProvisionId
    kind: DifferenceKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """What was found of an article: how many rows the register has, and where they differ from the text."""

    article: ProvisionId
    rows: int
    differences: tuple[Difference, ...]

    @property
    def complete(self) -> bool:
        return not self.differences


@dataclass(frozen=True, slots=True)
class Report:
    articles: tuple[ArticleReport, ...]

    @property
    def complete(self) -> bool:
        return all(article.complete for article in self.articles)


def check(register: Register, text: OfficialText, articles: Collection[ProvisionId] | None = None) -> Report:
    """Compare the register with the official text: all articles of either, or those given."""
    by_id = {article.id: article for article in text.articles}
    chosen = articles if articles is not None else articles_of(register, text)
    return Report(tuple(_report(register, text, by_id.get(article), article) for article in sorted(chosen)))


def articles_of(register: Register, text: OfficialText) -> set[ProvisionId]:
    """The articles of the register and of the text, and those that the text's numbering passes over."""
    known = register.articles.keys() | {article.id for article in text.articles}
    last = max(known).numbers[0][0]
    return known | {ProvisionId(((number, 0),)) for number in range(1, last + 1)}


def _report(
    register: Register, text: OfficialText, official: OfficialArticle | None, article: ProvisionId
) -> ArticleReport:
    rows = register.articles[article].provisions if article in register.articles else ()
    if official is None:
        differences = [Difference(article, DifferenceKind.TEXT, "the text has no such article")]
    else:
        differences = [
            *_of_the_text(text, official),
            *_of_the_units(rows, official, text),
            *(Difference(row, DifferenceKind.DATES, what) for row, what in wrong_dates(rows, official, text)),
        ]
    return ArticleReport(article, len(rows), tuple(sorted(differences, key=lambda d: d.provision)))


def _of_the_text(text: OfficialText, official: OfficialArticle) -> Iterator[Difference]:
    seen: set[ProvisionId] = set()
    for unit in official.units:
        if unit.id in seen:
            yield Difference(unit.id, DifferenceKind.TEXT, "the text has this unit twice")
        seen.add(unit.id)
    if len(official.units) == 1 and "\n" not in official.units[0].text:
        yield Difference(official.id, DifferenceKind.TEXT, "the article has a heading and nothing below it")
    if [article.id for article in text.articles].count(official.id) > 1:
        yield Difference(official.id, DifferenceKind.TEXT, "the text has this article twice")
    for named in official.notes_on - {official.id}:
        yield Difference(official.id, DifferenceKind.TEXT, f"a note below this article speaks of article {named}")


def _of_the_units(rows: Collection[Provision], official: OfficialArticle, text: OfficialText) -> Iterator[Difference]:
    levels = {unit.id: unit.level for unit in official.units}
    for wording in text.temporary_of(official.id):
        levels |= {unit.id: unit.level for unit in wording.units}
    for lacking in levels.keys() - {row.id for row in rows}:
        yield Difference(lacking, DifferenceKind.LACKS, levels[lacking].label)
    for row in rows:
        if row.id not in levels:
            yield Difference(row.id, DifferenceKind.SURPLUS)
        elif row.level is not levels[row.id]:
            yield Difference(row.id, DifferenceKind.LEVEL, f"{row.level} in the register, {levels[row.id]} in the text")
