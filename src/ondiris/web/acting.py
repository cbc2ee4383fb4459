"""On whose behalf is this request, and on which day?"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, Protocol

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from ondiris.base.actors import Actor
from ondiris.domains.parties.models import User
from ondiris.domains.parties.queries import acting
from ondiris.web.today import today

SESSION_KEY = "acting_for"


class Request(HttpRequest):
    """A request with its legal day and its actor; None for a visitor or without a mandate in force."""

    day: date
    actor: Actor | None


class ActedRequest(HttpRequest):
    """A request of somebody who acts for an organisation."""

    day: date
    actor: Actor


def find_actor(request: HttpRequest, on: date) -> Actor | None:
    """The person signed in, acting for the organisation chosen in the session, or for their first one."""
    user = request.user
    if not isinstance(user, User):
        return None
    return acting(user, on, request.session.get(SESSION_KEY))


class ActingMiddleware:
    """Give each request its day and, where somebody is signed in, its actor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        request.day = today(request)
        request.actor = find_actor(request, request.day) if request.session.session_key else None
        return self.get_response(request)


class _View(Protocol):
    def __call__(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase: ...


def for_enterprises(view: _View) -> _View:
    """The page is for people acting for an enterprise; others are sent to sign in, or to their own start."""
    return _guarded(view, lambda actor: not actor.roles)


def for_officials(view: _View) -> _View:
    """The page is for people acting for a public body."""
    return _guarded(view, lambda actor: bool(actor.roles))


def for_people(view: _View) -> _View:
    """The page is for anybody who acts for an organisation."""
    return _guarded(view, lambda actor: True)


def _guarded(view: _View, fits: Callable[[Actor], bool]) -> _View:
    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect(f"{reverse('sign-in')}?next={request.path}")
        if request.actor is None or not fits(request.actor):
            return redirect("start")
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    return guarded
