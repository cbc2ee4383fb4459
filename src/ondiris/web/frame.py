"""What stands around every page: navigation, languages, the person, the demonstration's strip?"""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ondiris.base.words import N_

NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}

OPEN = (
    ("measures", N_("Measures")),
    ("lists", N_("Lists")),
    ("goods-list", N_("Goods for contracts")),
    ("enterprises", N_("Enterprises")),
    ("contracts", N_("Contracts")),
    ("calendar", N_("Deadlines")),
    ("law:articles", N_("The law")),
)
CABINET = (
    ("cabinet:home", N_("My cases")),
    ("cabinet:contracts", N_("My contracts")),
    *((name, label) for name, label in OPEN if name != "contracts"),
)
DESK = (
    ("desk:home", N_("Due today")),
    ("desk:duties", N_("Our duties")),
    ("desk:applications", N_("Applications")),
    ("desk:agreements", N_("Agreements")),
    ("desk:planning-now", N_("Planning")),
    ("desk:contracts", N_("Contracts")),
    ("desk:accounts", N_("Accounts")),
    ("desk:settings", N_("Settings")),
    ("desk:lists", N_("Lists")),
    ("law:articles", N_("The law")),
)


@lru_cache
def _navigation(pages: tuple[tuple[str, str], ...], language: str) -> list[tuple[str, str, bool]]:
    """Each entry's label and address in the language that is active, and whether it is a start page."""
    return [(_(label), reverse(name), name.endswith(":home")) for name, label in pages]


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of the base template, without a query of its own."""
    actor = getattr(request, "actor", None)
    pages = OPEN if actor is None else DESK if actor.roles else CABINET
    language = get_language() or "en"
    context: dict[str, Any] = {
        "navigation": [
            (label, url, request.path == url or (request.path.startswith(url) and not home))
            for label, url, home in _navigation(pages, language)
        ],
        "languages": [
            {
                "code": code,
                "name": name,
                "url": translate_url(request.get_full_path(), code),
                "current": code == language,
            }
            for code, name in NAMES.items()
        ],
        "home_url": reverse("home"),
        "sign_in_url": reverse("sign-in"),
        "sign_out_url": reverse("sign-out"),
        "footer": [(_("The law"), reverse("law:articles")), (_("For machines"), reverse("api:openapi-json"))],
    }
    if actor is not None:
        acts_for = actor.organisation_name
        if actor.deputy_for:
            acts_for = _("%(organisation)s, as deputy of %(holder)s") % {
                "organisation": acts_for,
                "holder": actor.deputy_for,
            }
        context["actor"] = {"name": actor.name, "acts_for": acts_for, "url": reverse("account")}
    if settings.DEMONSTRATION:
        context["demonstration"] = {"day": getattr(request, "day", None), "action": reverse("demonstration-day")}
    return context
