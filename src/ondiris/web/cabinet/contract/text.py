"""How does the customer write the text of a contract, and either side a change to it?"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.errors import BadInput, NotFound, NotPermitted, Stale, Trouble, WrongState
from ondiris.domains.contracts.actions.amend import propose
from ondiris.domains.contracts.actions.conclude import write
from ondiris.domains.contracts.content import Terms, trouble_with
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.queries import draft_of, version_in_force
from ondiris.domains.contracts.versions import terms_of
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.acting import for_people
from ondiris.web.cabinet.contract.acting import address, lines_of
from ondiris.web.cabinet.contract.lookup import contract_at
from ondiris.web.cabinet.contract.terms_fields import SaidField
from ondiris.web.cabinet.contract.terms_form import CONDITIONS, GOODS, TermsForm
from ondiris.web.cabinet.forms import version_seen
from ondiris.web.showing.acting import PlainForm, need, text_field
from ondiris.web.showing.contract.lowering import lowered_of
from ondiris.web.showing.contract.terms import changes
from ondiris.web.trouble import put_on

BUTTONS = frozenset({"add", "remove", "years", "look"})
YES_NO = [("true", gettext_lazy("Yes")), ("false", gettext_lazy("No")), ("", gettext_lazy("Not said"))]


class ProductionForm(PlainForm):
    """What both sides state of the production (46.1.1)."""

    organised_by_supplier = SaidField(
        label=gettext_lazy("Does the supplier organise the production of the goods?"),
        choices=YES_NO,
        widget=forms.RadioSelect,
    )
    absent_before = SaidField(
        label=gettext_lazy("Was there no such production before?"),
        help_text=gettext_lazy("Yes: it did not exist before."),
        choices=YES_NO,
        widget=forms.RadioSelect,
    )

    def facts(self) -> dict[str, bool | None]:
        """Yes, no, or None where it is not said."""
        said = {"true": True, "false": False}
        return {name: said.get(self.cleaned_data[name]) for name in self.fields}


class ProposalForm(PlainForm):
    """Why it is to be changed, and the signature."""

    reason = text_field(gettext_lazy("Reason"), help_text=gettext_lazy("The other side reads it."), rows=3)
    password = forms.CharField(
        label=gettext_lazy("Your password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
        max_length=4096,
    )


@for_people
def text_page(request: Any, number: str) -> HttpResponse:
    """The draft's text; nothing is kept before "Keep the text"."""
    contract = contract_at(request.actor, number)
    need(write, request.actor, contract)
    draft = draft_of(contract)
    terms = terms_of(draft) if draft else None
    offtake = contract.kind == ContractKind.OFFTAKE
    if request.method != "POST":
        form = _over(contract, terms, gaps="gaps" in request.GET)
        told = ProductionForm(initial=_production(contract)) if offtake else None
        return _page(request, contract, form, told)
    told = ProductionForm(request.POST) if offtake else None
    if BUTTONS & set(request.POST):
        return _page(request, contract, _changed(contract, request.POST, terms), _as_typed(told))
    form = TermsForm.sent(contract.kind, request.POST)
    facts = told.facts() if told is not None and told.is_valid() else {}
    if form.is_valid() and (told is None or told.is_valid()):
        try:
            write(request.actor, number, version=version_seen(request.POST), terms=form.terms(), **facts)
        except BadInput as trouble:
            form.put_on(trouble)
        else:
            messages.success(request, _("The text is kept. Offer it to the supplier when it is ready."))
            return redirect("cabinet:contract", number=number)
    return _page(request, contract, form, told)


@for_people
def propose_page(request: Any, number: str) -> HttpResponse:
    """The text in force, to be changed; what would be lowered is named before anything is signed."""
    contract = contract_at(request.actor, number)
    if request.method != "POST":
        need(propose, request.actor, contract)
    version = version_in_force(contract)
    if version is None:
        raise NotFound
    before = terms_of(version)
    if request.method != "POST":
        form = TermsForm.over(contract.kind, before)
        if not form.fits:
            raise Trouble(_("This text has more goods and years than a page takes."))
        return _proposal(request, contract, form, ProposalForm(), before)
    signing = ProposalForm(request.POST)
    if {"add", "remove", "years"} & set(request.POST):
        return _proposal(request, contract, _changed(contract, request.POST, before), _as_typed(signing), before)
    form = TermsForm.sent(contract.kind, request.POST)
    valid = form.is_valid()
    if "look" in request.POST:
        return _proposal(request, contract, form, _as_typed(signing), before)
    if valid and signing.is_valid():
        try:
            propose(
                request.actor,
                number,
                version=version_seen(request.POST),
                terms=form.terms(),
                reason=signing.cleaned_data["reason"],
                proof=signing.cleaned_data["password"],
            )
        except (NotFound, NotPermitted, Stale, WrongState):
            raise
        except Trouble as trouble:
            _put(form, signing, trouble)
        else:
            messages.success(
                request, _("The change is proposed and signed by you. It holds once the other side has signed it too.")
            )
            return redirect("cabinet:contract", number=number)
    return _proposal(request, contract, form, signing, before)


def _put(form: TermsForm, signing: ProposalForm, trouble: Trouble) -> None:
    """Set each sentence beside its field, of the text or of the signature."""
    if not isinstance(trouble, BadInput):
        form.put_on(trouble)
        return
    mine = {field: text for field, text in trouble.fields.items() if field in signing.fields}
    others = {field: text for field, text in trouble.fields.items() if field not in mine}
    put_on(signing, BadInput(mine))
    form.put_on(BadInput(others))


def _over(contract: Contract, terms: Terms | None, *, gaps: bool) -> TermsForm:
    """The form over what is kept, or over what the line says; with what is still missing beside the fields if asked."""
    if terms is None:
        return TermsForm.blank(contract.kind, *_of_line(contract))
    if not gaps:
        return TermsForm.over(contract.kind, terms)
    form = TermsForm.checked(contract.kind, terms)
    missing = trouble_with(terms, ContractKind(contract.kind))
    form.put_on(BadInput({field: _(sentence) for field, sentence in missing.items()}))
    return form


def _of_line(contract: Contract) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    line = contract.line
    if line is None:
        return {}, {}
    good = {name: getattr(line, name) for name in ("code", "name_kk", "name_ru", "unit")}
    return {"starts_on": line.starts_on, "ends_on": line.ends_on}, good


def _production(contract: Contract) -> dict[str, str]:
    said = {True: "true", False: "false", None: ""}
    return {name: said[getattr(contract, name)] for name in ProductionForm.base_fields}


def _changed(contract: Contract, sent: Mapping[str, str], terms: Terms | None) -> TermsForm:
    """The form with a row more or less, as typed; places once used are not used again for another good."""
    free = {
        GOODS: max((one.place for one in terms.goods), default=0) + 1 if terms else 1,
        CONDITIONS: max((one.place for one in terms.conditions), default=0) + 1 if terms else 1,
    }
    return TermsForm.with_rows_changed(contract.kind, sent, free)


def _as_typed(form: PlainForm | None) -> Any:
    """The same form unchecked, with what was typed (a password is typed anew)."""
    if form is None:
        return None
    return type(form)(initial={name: form.data.get(name, "") for name in form.fields if name != "password"})


def _page(request: Any, contract: Contract, form: TermsForm, production: ProductionForm | None) -> HttpResponse:
    context = {
        "contract": contract,
        "lines": lines_of(contract),
        "form": form,
        "production": production,
        "version": _version(request, contract),
        "provision": write.provision,
        "back": address(contract),
    }
    return render(request, "cabinet/contract/text.html", context)


def _proposal(request: Any, contract: Contract, form: TermsForm, signing: ProposalForm, before: Terms) -> HttpResponse:
    after = form.terms() if form.general.is_bound and form.is_valid() else None
    context = {
        "contract": contract,
        "lines": lines_of(contract),
        "form": form,
        "signing": signing,
        "version": _version(request, contract),
        "looked": after is not None,
        "changes": changes(before, after, contract.kind) if after else [],
        "lowered": lowered_of(before, after) if after else [],
        "provision": propose.provision,
        "back": address(contract),
    }
    return render(request, "cabinet/contract/propose.html", context)


def _version(request: Any, contract: Contract) -> int | str:
    """The version seen when the page was first opened."""
    return request.POST.get("version", contract.version)  # type: ignore[no-any-return]
