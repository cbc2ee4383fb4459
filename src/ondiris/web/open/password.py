"""How does a person set their first password, by a one-time address, and change it later?"""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.contrib.auth.views import PasswordChangeView, PasswordResetConfirmView
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LABELS = {
    "new_password1": gettext_lazy("New password"),
    "new_password2": gettext_lazy("New password again"),
}
HELP = gettext_lazy("At least 12 characters, and not one of those that everybody uses.")


class _OurWords(forms.Form):
    """Django's form in our words: its own hint is a list in HTML."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in LABELS.items():
            self.fields[name].label = label
            self.fields[name].help_text = ""
        self.fields["new_password1"].help_text = HELP


class FirstPasswordForm(_OurWords, SetPasswordForm):  # type: ignore[type-arg]
    """The new password, twice."""


class NewPasswordForm(_OurWords, PasswordChangeForm):
    """The password in use, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = gettext_lazy("Password in use")


class SetFirst(PasswordResetConfirmView):
    """Django keeps the secret of the address in the session, so that it leaves the browser's line at once."""

    form_class = FirstPasswordForm
    template_name = "open/set_password.html"
    success_url = reverse_lazy("sign-in")

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("Your password is set. Sign in with it."))
        return super().form_valid(form)


class Change(PasswordChangeView):
    """Other browsers in which the person is signed in are signed out by it."""

    form_class = NewPasswordForm
    template_name = "open/password.html"
    success_url = reverse_lazy("account")

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("Your password is changed."))
        return super().form_valid(form)


set_first = SetFirst.as_view()
change = Change.as_view()
