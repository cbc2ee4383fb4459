"""How does one come in, for whom does one act, and where does one's work begin?"""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.decorators.vary import vary_on_cookie

from ondiris.base.journal import access
from ondiris.domains.parties.models import User
from ondiris.domains.parties.queries import represented_by
from ondiris.web.acting import SESSION_KEY
from ondiris.web.today import move_to
from ondiris.web.ui.fields import DayField


class SignInForm(forms.Form):
    """E-mail and password."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


@vary_on_cookie
def sign_in(request: HttpRequest) -> HttpResponse:
    """Let a person in and lead them where they were going."""
    onward = request.POST.get("next") or request.GET.get("next", "")
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = authenticate(request, username=form.cleaned_data["email"], password=form.cleaned_data["password"])
        if user is not None:
            login(request, user)
            safe = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
            return redirect(onward if safe else "start")
        reason = _("The e-mail and the password do not belong together.")
        access.refused(None, "user", form.cleaned_data["email"], "sign-in", reason)
        form.add_error(None, reason)
    return render(request, "open/sign_in.html", {"form": form, "next": onward})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Let a person out."""
    logout(request)
    return redirect("home")


def start(request: Any) -> HttpResponse:
    """The desk, the cabinet, or the word that no mandate is in force."""
    if not request.user.is_authenticated:
        return redirect("sign-in")
    if request.actor is None:
        return render(request, "open/no_mandate.html", status=403)
    return redirect("desk:home" if request.actor.roles else "cabinet:home")


def choose(request: Any) -> HttpResponse:
    """For which of one's organisations one acts."""
    if not isinstance(request.user, User):
        return redirect("sign-in")
    organisations = represented_by(request.user, request.day)
    if request.method == "POST":
        chosen = next((one for one in organisations if one.bin == request.POST.get("bin")), None)
        if chosen is not None:
            request.session[SESSION_KEY] = chosen.pk
            return redirect("start")
    return render(request, "open/acting.html", {"organisations": organisations})


class MoveForm(forms.Form):
    """The demonstration's next day."""

    day = DayField(label=_("Day"))


@require_POST
def move_day(request: Any) -> HttpResponse:
    """Move the demonstration's day forward; only a demonstration can."""
    if not settings.DEMONSTRATION:
        raise Http404
    form = MoveForm(request.POST)
    back = request.META.get("HTTP_REFERER", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if safe else "home")
    if form.is_valid() and form.cleaned_data["day"] >= request.day:
        move_to(response, form.cleaned_data["day"])
    return response
