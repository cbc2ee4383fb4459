"""How does a page carry out one act: its form, the act, and then the thing as it has become?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Act, Beginning, Thing
from ondiris.base.answers import Answer
from ondiris.base.errors import NotFound, NotPermitted, Stale, Trouble, WrongState
from ondiris.web.trouble import put_on
from ondiris.web.ui.parts import Line, Text


class PlainForm(forms.Form):
    """A form whose mistakes are said by the server, in the reader's language, beside the fields."""

    use_required_attribute = False


class ActForm(PlainForm):
    """A form that acts on a thing as it stood when the page was made."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, thing: Thing, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = thing.version


def text_field(label: Any, *, required: bool = True, help_text: Any = "", rows: int = 5) -> forms.CharField:
    """A field for sentences."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class ReasonForm(ActForm):
    """Why it is done."""

    reason = text_field(_("Reason"), help_text=_("It is kept with the case and shown to those concerned."))


@dataclass(frozen=True, slots=True)
class Way:
    """A button: where one may go from here. `post` sends the thing's version at once, without a page between."""

    label: Text
    url: str
    post: bool = False
    main: bool = False
    warning: bool = False


@dataclass(frozen=True)
class ActPage:
    """One page for one act: what is said above its form, what follows from it, and the words on its button.

    `of` names the thing and `back` leads to it; `done` is said there when the act is done.
    """

    title: Text
    button: Text
    of: str
    back: str
    done: Text
    provision: str = ""
    lead: Text = ""
    lines: Sequence[Line] = ()
    consequences: Sequence[Text] = ()
    warning: bool = False
    template: str = "web/act.html"
    context: Mapping[str, Any] | None = None


def need(act: Act[Any], actor: Actor, thing: Thing) -> None:
    """WrongState or NotPermitted, with the reason, where this act is not to be done here and now by this person."""
    if thing.state not in act.move.starts:
        raise WrongState(_("This is not possible where the case stands now."), provision=act.provision)
    need_right(act.may(actor, thing), act.provision)


def need_to_begin(beginning: Beginning[Any], actor: Actor) -> None:
    """NotPermitted, with the reason, where this is not for this person to begin."""
    need_right(beginning.may(actor), beginning.provision)


def need_right(answer: Answer, provision: str = "") -> None:
    """NotPermitted where the answer is no."""
    if not answer:
        raise NotPermitted(answer.reason, provision=provision)


def carried_out(form: forms.BaseForm, call: Callable[..., Any]) -> bool:
    """Whether the form is filled in and the act was done; what was refused stands beside the fields, all kept as typed."""
    if not form.is_valid():
        return False
    try:
        call(**form.cleaned_data)
    except (NotFound, NotPermitted, Stale, WrongState):
        raise
    except Trouble as trouble:
        put_on(form, trouble)
        return False
    return True


def act_page(
    request: Any,
    act: Act[Any],
    thing: Thing,
    form: forms.BaseForm,
    page: ActPage,
    call: Callable[..., Any] | None = None,
) -> HttpResponse:
    """Show the act's form, or do the act with what was sent and lead back; `call` where the fields are not its own."""
    if request.method == "POST":
        done = carried_out(form, call or (lambda **data: act(request.actor, thing.number, **data)))
        if done:
            messages.success(request, str(page.done))
            return redirect(page.back)
    else:
        need(act, request.actor, thing)
    return form_page(request, form, page, act.provision)


def form_page(request: Any, form: forms.BaseForm, page: ActPage, provision: str = "") -> HttpResponse:
    """The page of a form that begins or changes something."""
    context = {"form": form, "page": page, "provision": page.provision or provision}
    return render(request, page.template, {**context, **(page.context or {})})


def ways(actor: Actor, thing: Thing, *offered: tuple[Act[Any], Way]) -> list[Way]:
    """The buttons that this person may press here and now."""
    return [way for act, way in offered if act.possible(actor, thing)]
