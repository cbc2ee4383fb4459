"""What did the law say on a day, and how sure is that?"""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router
from pydantic import BaseModel, Field

from ondiris.api.calling import Request
from ondiris.api.reading import On
from ondiris.base.errors import NotFound
from ondiris.domains.legislation.models import AmendingAct
from ondiris.domains.legislation.queries import amended_register, confirmed_acts, texts_of_standings
from ondiris.law.coverage import coverage
from ondiris.law.provisions.acts import Made, made_by_acts
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Article, Words
from ondiris.law.provisions.standing import Standing, standing

router = Router()


class WordsOut(BaseModel):
    """One text in the three languages."""

    kk: str
    ru: str
    en: str

    @classmethod
    def of(cls, words: Words) -> "WordsOut":
        """The words of the register."""
        return cls(kk=words.kk, ru=words.ru, en=words.en)


class VersionOut(BaseModel):
    """A provision from one day, included, to another, excluded, as one act made it."""

    valid_from: date
    valid_to: date | None
    act: str = Field(examples=["177-VII"])
    certainty: str = Field(description="established, inferred or earliest: how sure the first day is")
    held: bool = Field(description="Whether this wording is at hand.")
    located: bool = Field(description="Whether the source names the very unit that the act changed.")
    status: str
    wording: str
    known_since: date | None


class ProvisionOut(BaseModel):
    """A provision as it stands on a day.

    `summary` is the register's own words of the wording in force that day. It is null where nothing was in force, and
    where the wording of that day is not held: later words never stand for an earlier wording.
    """

    id: str = Field(examples=["25.6"])
    level: str
    kind: str
    bearers: list[str]
    systems: list[str]
    state: str = Field(description="not_yet, in_force, not_held, suspended, excluded, unknown or ended")
    version: VersionOut
    summary: WordsOut | None
    coverage: str | None = Field(
        description="carried_out, in_part, needs_nothing or not_yet: how far this system carries it out; see /law/coverage"
    )
    official: dict[str, str] | None = Field(
        description="The official text by language, where it is loaded and is the wording in force that day."
    )


class ArticleLine(BaseModel):
    """An article and how many provisions of it are registered."""

    id: str
    heading: WordsOut
    provisions: int


class Articles(BaseModel):
    """The articles of the register, in the law's order."""

    articles: list[ArticleLine]


class ArticleOut(ArticleLine):
    """An article with all its provisions as they stand on a day."""

    on: date
    rows: list[ProvisionOut]


class WithinOut(BaseModel):
    """A provision and all that stands in it, as they stand on a day."""

    on: date
    provision: ProvisionOut
    within: list[ProvisionOut]


class MadeOut(BaseModel):
    """What an act made of one provision."""

    provision: str = Field(examples=["8.3-1"])
    effect: str | None = Field(
        description="changed, added or excluded; null where the act is named for the whole article, and which of its "
        "provisions it changed is not established."
    )
    valid_from: date
    certainty: str
    held: bool
    known_since: date | None


class EnteredOut(BaseModel):
    """The head of an act that officials entered."""

    title: str
    signed_on: date
    published_on: date | None
    source: str


class ActOut(BaseModel):
    """An act that changed the law."""

    number: str = Field(examples=["107-VIII"])
    entered: EnteredOut | None = Field(description="Its head, where officials entered it; null where it is shipped.")
    changes: list[MadeOut]


class Acts(BaseModel):
    """The acts that changed the law, those with the newest first day first."""

    acts: list[ActOut]


@router.get("/acts", response=Acts)
def list_acts(request: HttpRequest) -> Acts:
    """The acts that changed the law, as shipped and as officials entered and confirmed them, with what each changed."""
    entered = {one.act_number: one for one in confirmed_acts()}
    made = made_by_acts(amended_register())
    return Acts(acts=[_act(number, entered.get(number), changes) for number, changes in made.items()])


def _act(number: str, entered: AmendingAct | None, changes: list[Made]) -> ActOut:
    return ActOut(
        number=number,
        entered=None if entered is None else _entered(entered),
        changes=[
            MadeOut(
                provision=str(made.provision.id),
                effect=made.effect and made.effect.value,
                valid_from=made.version.valid_from,
                certainty=made.version.certainty.value,
                held=made.version.held,
                known_since=made.version.known_since,
            )
            for made in changes
        ],
    )


@router.get("/articles", response=Articles)
def list_articles(request: HttpRequest) -> Articles:
    """The articles that the register holds."""
    return Articles(articles=[ArticleLine(**_line(article)) for article in amended_register().articles.values()])


@router.get("/articles/{article}", response=ArticleOut)
def show_article(request: Request, article: str, on: On = None) -> ArticleOut:
    """An article with its provisions as they stood, stand or will stand on a day, today where none is given."""
    found, day = amended_register().articles.get(_id(article)), on or request.day
    if found is None:
        raise NotFound
    return ArticleOut(**_line(found), on=day, rows=_rows([standing(one, day) for one in found.provisions]))


@router.get("/provisions/{provision}", response=WithinOut, url_name="provision")
def show_provision(request: Request, provision: str, on: On = None) -> WithinOut:
    """A provision, such as 25.6, 5.2p3 or 25.5:1, and all that stands in it, on a day, today where none is given."""
    day = on or request.day
    found = amended_register().within(_id(provision))
    if not found or str(found[0].id) != provision:
        raise NotFound
    own, *inner = _rows([standing(one, day) for one in found])
    return WithinOut(on=day, provision=own, within=inner)


def _entered(act: AmendingAct) -> EnteredOut:
    return EnteredOut(title=act.title, signed_on=act.signed_on, published_on=act.published_on, source=act.source)


def _id(text: str) -> ProvisionId:
    try:
        return ProvisionId.parse(text)
    except ValueError as error:
        raise NotFound from error


def _line(article: Article) -> dict[str, Any]:
    return {
        "id": str(article.id),
        "heading": WordsOut.of(article.heading),
        "provisions": len(article.provisions),
    }


def _rows(standings: list[Standing]) -> list[ProvisionOut]:
    texts = texts_of_standings(standings)
    return [_row(at, texts.get(at.provision.id)) for at in standings]


def _row(at: Standing, official: dict[str, str] | None) -> ProvisionOut:
    row, version = at.provision, at.version
    return ProvisionOut(
        id=str(row.id),
        level=row.level.value,
        kind=row.kind.value,
        bearers=[bearer.value for bearer in row.bearers],
        systems=list(row.systems),
        state=at.state.value,
        version=VersionOut(
            valid_from=version.valid_from,
            valid_to=version.valid_to,
            act=version.act,
            certainty=version.certainty.value,
            held=version.held,
            located=version.located,
            status=version.status.value,
            wording=version.wording.value,
            known_since=version.known_since,
        ),
        summary=WordsOut.of(at.words) if at.words else None,
        coverage=covered.reach.value if (covered := coverage().get(row.id)) else None,
        official=official,
    )
