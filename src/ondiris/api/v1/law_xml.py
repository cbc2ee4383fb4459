"""What is a provision, or an article, on a day as Akoma Ntoso (LegalDocML 3.0)?"""

from collections import defaultdict
from collections.abc import Container, Sequence
from datetime import date
from typing import Annotated, Literal

from django.http import HttpResponse
from ninja import Query, Router

from ondiris.api.calling import Request
from ondiris.api.reading import On
from ondiris.base.errors import NotFound
from ondiris.domains.legislation.queries import amended_register, references_around, texts_of_standings
from ondiris.law.akoma.portion import Content, Link, document
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Register
from ondiris.law.provisions.standing import Standing, standing
from ondiris.law.provisions.terms import Language

router = Router()

XML = {"responses": {200: {"description": "OK", "content": {"application/xml": {"schema": {"type": "string"}}}}}}
In = Annotated[
    Literal["ru", "en", "kk"],
    Query(description="Of the official text: ru prevails, en is a translation, kk is not held and comes without text."),
]


@router.get("/articles/{article}.xml", openapi_extra=XML, url_name="article-xml")
def article_as_xml(request: Request, article: str, on: On = None, language: In = "ru") -> HttpResponse:
    """An article with all that stands in it on a day, today where none is given, as an Akoma Ntoso portion.

    The body has the official text where it is loaded and is the wording of that day; the register's own words are
    notes of class `summary`.
    """
    register = amended_register()
    return _answer(register, _id(article, register.articles), on or request.day, Language(language))


@router.get("/provisions/{provision}.xml", openapi_extra=XML, url_name="provision-xml")
def provision_as_xml(request: Request, provision: str, on: On = None, language: In = "ru") -> HttpResponse:
    """A provision with all that stands in it on a day, today where none is given, as an Akoma Ntoso portion.

    The body has the official text where it is loaded and is the wording of that day; the register's own words are
    notes of class `summary`.
    """
    register = amended_register()
    return _answer(register, _id(provision, register), on or request.day, Language(language))


def _id(text: str, known: Container[ProvisionId]) -> ProvisionId:
    try:
        unit = ProvisionId.parse(text)
    except ValueError as error:
        raise NotFound from error
    if unit not in known:
        raise NotFound
    return unit


def _answer(register: Register, unit: ProvisionId, on: date, language: Language) -> HttpResponse:
    shown = [standing(one, on) for one in register.within(unit)]
    file = document(shown, register, _content(shown, language), language, on)
    return HttpResponse(file, content_type="application/xml")


def _content(shown: Sequence[Standing], language: Language) -> Content:
    found = texts_of_standings(shown)
    texts = {unit: spoken[language] for unit, spoken in found.items() if language in spoken}
    current = {str(at.provision.id): at.provision for at in shown if at.has_published_wording}
    links: dict[ProvisionId, list[Link]] = defaultdict(list)
    if language is Language.RU:
        for row in references_around(current):
            if row.source in current:
                links[current[row.source].id].append(Link(row.start, row.end, ProvisionId.parse(row.target)))
    return Content(texts, links)
