"""What stands otherwise in the law on one day than on another?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from ondiris.domains.legislation.queries import amended_register
from ondiris.law.provisions.register import Register
from ondiris.law.provisions.standing import Change, Standing, difference
from ondiris.law.rulebook.book import LAW_SINCE
from ondiris.web.open.law.articles import heading_of
from ondiris.web.open.law.forms import DaysForm
from ondiris.web.showing import law
from ondiris.web.ui.parts import Tag


@dataclass(frozen=True, slots=True)
class Side:
    """How provisions stand on one of the two days; `words` of a single provision, where they are held."""

    tag: Tag
    words: str
    why_no_words: str


@dataclass(frozen=True, slots=True)
class Row:
    """Provisions of an article that changed alike: all of them, or those named with their addresses.

    `marked` has (what, words), `what` being "", "del" or "ins", for one provision whose words are held on both days.
    """

    whole: int
    units: list[tuple[str, str]]
    before: Side
    after: Side
    act: str
    marked: list[tuple[str, str]]


def between(request: Any) -> HttpResponse:
    """The provisions that stand otherwise on the second day than on the first, by article."""
    if not {"first", "second"} & set(request.GET):
        form = DaysForm(initial={"first": LAW_SINCE, "second": request.day})
        return render(request, "open/law/difference.html", {"form": form})
    form = DaysForm(request.GET)
    if not form.is_valid():
        return render(request, "open/law/difference.html", {"form": form})
    first, second = form.cleaned_data["first"], form.cleaned_data["second"]
    current = amended_register()
    changes = difference(current.values(), first, second)
    context = {
        "form": form,
        "first": first,
        "second": second,
        "articles": _by_article(current, changes, second),
        "changed": len(changes),
        "all": len(current),
    }
    return render(request, "open/law/difference.html", context)


def _by_article(current: Register, changes: Iterable[Change], second: date) -> list[tuple[str, list[Row]]]:
    shown = []
    for number, run in groupby(changes, key=lambda change: change.before.provision.id.article):
        article = current.articles[number]
        alike: dict[object, list[Change]] = {}
        for change in run:
            alike.setdefault(_kind(change), []).append(change)
        shown.append((heading_of(article), [_row(group, len(article.provisions), second) for group in alike.values()]))
    return shown


def _kind(change: Change) -> object:
    """What changes have in common that are told in one row; one with words on both days stands alone."""
    before, after = change.before, change.after
    if before.words and after.words:
        return before.provision.id
    return before.state, before.version, after.state, after.version


def _row(group: list[Change], of_article: int, second: date) -> Row:
    before, after = group[0].before, group[0].after
    one = len(group) == 1
    units = [(str(c.after.provision.id), law.address(c.after.provision.id, second)) for c in group]
    return Row(
        whole=len(group) if len(group) == of_article and not one else 0,
        units=units,
        before=_side(before, one),
        after=_side(after, one),
        act=after.version.act,
        marked=marked(law.words_of(before), law.words_of(after)) if before.words and after.words else [],
    )


def _side(at: Standing, one: bool) -> Side:
    return Side(law.state_tag(at), law.words_of(at) if one else "", law.why_no_words(at))


def marked(before: str, after: str) -> list[tuple[str, str]]:
    """Two texts as one, word by word: ("", what stayed), ("del", what went), ("ins", what came)."""
    old, new = (re.findall(r"\S+\s*", text) for text in (before, after))
    pieces: list[tuple[str, str]] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(("", "".join(old[a:b])))
            continue
        pieces += [(mark, "".join(words)) for mark, words in (("del", old[a:b]), ("ins", new[c:d])) if words]
    return pieces
