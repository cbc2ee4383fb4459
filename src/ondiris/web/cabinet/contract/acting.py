"""Which forms and pages do the acts under a contract share?"""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.acts import Beginning
from ondiris.domains.contracts.models import Contract
from ondiris.web.showing.acting import ActForm, ActPage, carried_out, form_page, need_to_begin
from ondiris.web.showing.contract.kinds import kind_text
from ondiris.web.ui.parts import Line


class PasswordForm(ActForm):
    """The signatory's password again."""

    password = forms.CharField(
        label=gettext_lazy("Your password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
        max_length=4096,
    )


def file_field(label: Any, help_text: Any = "") -> forms.FileField:
    """A document; what is wrong with it the act says."""
    return forms.FileField(
        label=label,
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose a file.")},
        help_text=help_text or gettext_lazy("PDF, PNG, JPEG, XLSX or DOCX, up to 20 MB."),
    )


def address(contract: Contract, name: str = "contract", *more: Any) -> str:
    """The address of a contract, or of one of its pages."""
    return reverse(f"cabinet:{name}", args=[contract.number, *more])


def lines_of(contract: Contract) -> list[Line]:
    """What says which contract it is."""
    return [
        Line(_("Subject"), contract.title),
        Line(_("Kind"), kind_text(contract.kind)),
        Line(_("Customer"), contract.customer.name),
        Line(_("Supplier"), contract.supplier.name),
    ]


def page_for(contract: Contract, title: Any, button: Any, done: Any, back: str = "", **more: Any) -> ActPage:
    """The page of an act under a contract; it leads back to the contract, or to `back`."""
    lines: Sequence[Line] = (*lines_of(contract), *more.pop("lines", ()))
    return ActPage(
        title=title, button=button, of=contract.number, back=back or address(contract), done=done, lines=lines, **more
    )


def begin_page(
    request: Any, beginning: Beginning[Any], form: forms.BaseForm, page: ActPage, call: Callable[..., Any]
) -> HttpResponse:
    """Show the form of something new under a contract, or make it with what was sent and lead back."""
    if request.method == "POST":
        if carried_out(form, call):
            messages.success(request, str(page.done))
            return redirect(page.back)
    else:
        need_to_begin(beginning, request.actor)
    return form_page(request, form, page, beginning.provision)
