"""In which provisions of the law do words occur, and were those in force on a day?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ondiris.domains.legislation import searching
from ondiris.domains.legislation.queries import amended_register
from ondiris.domains.legislation.searching import START, STOP, Match
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Register
from ondiris.law.provisions.standing import Standing, standing
from ondiris.law.provisions.terms import Language
from ondiris.web.open.law.articles import heading_of
from ondiris.web.open.law.forms import SearchForm
from ondiris.web.showing import law
from ondiris.web.showing.official import PREVAILING, TRANSLATION, title_of
from ondiris.web.ui import citation, figures
from ondiris.web.ui.parts import Tag

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision in which the words occur: the text they were found in, in pieces (is it a found word, text).

    `words` are ours where the words were found in another text; `of_another_day`: those found are not of the day's
    wording; `tag` is None for a unit that the register does not describe.
    """

    label: str
    article: str
    url: str
    tag: Tag | None
    words: str
    found: list[tuple[bool, str]]
    found_in: str
    language: str
    of_another_day: bool


def search(request: Any) -> HttpResponse:
    """The provisions in which all the words occur, the best first; a provision's own number leads to it."""
    if "text" not in request.GET:
        return render(request, "open/law/search.html", {"form": SearchForm()})
    form = SearchForm(request.GET)
    if not form.is_valid():
        return render(request, "open/law/search.html", {"form": form})
    text, chosen = form.cleaned_data["text"], form.cleaned_data["on"]
    on, register = chosen or request.day, amended_register()
    by_unit: dict[str, list[Match]] = defaultdict(list)
    for match in searching.search(text):
        by_unit[match.unit].append(match)
    units = sorted(by_unit, key=lambda unit: (-max(one.rank for one in by_unit[unit]), ProvisionId.parse(unit)))
    pages = max(1, -(-len(units) // A_PAGE))
    page = _page(request.GET.get("page", ""), pages)
    best = [_best(by_unit[unit], register, on) for unit in units[(page - 1) * A_PAGE : page * A_PAGE]]
    marked = searching.marked(text, best)
    context = {
        "form": form,
        "on": on,
        "text": text,
        "count": len(units),
        "hits": [_hit(match, marked[match], register, on, chosen) for match in best],
        "named": _named(text, register, chosen),
        "page": page,
        "pages": pages,
        "before": _address(request, page - 1) if page > 1 else "",
        "after": _address(request, page + 1) if page < pages else "",
    }
    return render(request, "open/law/search.html", context)


def _page(asked: str, pages: int) -> int:
    return min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


def _address(request: Any, page: int) -> str:
    asked = request.GET.copy()
    asked["page"] = str(page)
    return f"?{asked.urlencode()}"


def _named(text: str, register: Register, chosen: date | None) -> tuple[str, str] | None:
    """The provision whose number was typed, with its page."""
    try:
        unit = ProvisionId.parse(text.strip())
    except ValueError:
        return None
    return (citation.label(str(unit)), law.address(unit, chosen)) if unit in register else None


def _at(unit: str, register: Register, on: date) -> Standing | None:
    row = register.get(ProvisionId.parse(unit))
    return standing(row, on) if row else None


def _holds(match: Match, at: Standing | None) -> bool:
    """Whether the words found are of the wording in force on the day."""
    if at is None:
        return True
    if match.official:
        return at.has_published_wording
    return at.words is not None and match.wording == at.version.wording_name


def _best(matches: Sequence[Match], register: Register, on: date) -> Match:
    """Which text to show of those of a provision: of the day's wording, the reader's language, ours, the prevailing."""
    at, mine = _at(matches[0].unit, register, on), figures.language()
    order = [mine, PREVAILING, TRANSLATION, *Language]
    return min(
        matches,
        key=lambda one: (not _holds(one, at), one.language != mine, one.official, order.index(one.language), one.key),
    )


def _hit(match: Match, marked: str, register: Register, on: date, chosen: date | None) -> Hit:
    unit, at = ProvisionId.parse(match.unit), _at(match.unit, register, on)
    ours = not match.official and match.language == figures.language()
    article = register.articles.get(unit.article)
    return Hit(
        label=citation.label(match.unit),
        article=heading_of(article) if article else "",
        url=law.address(unit, chosen),
        tag=law.state_tag(at) if at else None,
        words="" if ours or at is None else law.words_of(at) or law.why_no_words(at),
        found=_pieces(marked),
        found_in="" if ours else _found_in(match),
        language=match.language,
        of_another_day=not _holds(match, at),
    )


def _found_in(match: Match) -> str:
    if match.official:
        return title_of(match.language)
    return _("In plain words, in %(language)s") % {"language": _(Language(match.language).label)}


def _pieces(marked: str) -> list[tuple[bool, str]]:
    """The marked text as (is it a found word, text)."""
    pieces: list[tuple[bool, str]] = []
    for stretch in marked.split(START):
        word, stop, rest = stretch.rpartition(STOP)
        if stop:
            pieces.append((True, word))
        pieces.append((False, rest))
    return [(found, text) for found, text in pieces if text]
