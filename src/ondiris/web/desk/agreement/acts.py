"""How is an agreement offered, taken back, signed for the State, paid, noticed and closed?"""

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ondiris.base.errors import WrongState
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.actions.pay import pay
from ondiris.domains.agreements.actions.plan import offer, take_back
from ondiris.domains.agreements.actions.sign import sign
from ondiris.domains.agreements.models import Agreement
from ondiris.domains.agreements.queries import undertakings_of
from ondiris.domains.funds.models import Account
from ondiris.domains.funds.terms import WORDS, AccountKind
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.recovery.actions.close import close
from ondiris.domains.recovery.actions.lift import lift_notice
from ondiris.web.acting import ActedRequest, for_officials
from ondiris.web.desk.acting import ActForm, ActPage, ReasonForm, act_page, text_field
from ondiris.web.desk.agreement.terms import instalments_of, terms_of
from ondiris.web.desk.things import agreement_at
from ondiris.web.desk.words import measure_title
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line


def page_of(agreement: Agreement) -> str:
    """The address of the agreement."""
    return reverse("desk:agreement", args=[agreement.number])


def lines_of(agreement: Agreement) -> list[Line]:
    """What says which agreement it is."""
    return [
        Line(_("Recipient"), agreement.recipient.name),
        Line(_("Measure"), measure_title(agreement.application.measure)),
        Line(_("Amount"), figures.tenge(agreement.amount)),
    ]


@for_officials
def offer_page(request: ActedRequest, number: str) -> HttpResponse:
    """Send the agreement to the recipient for signature."""
    one = agreement_at(request.actor, number)
    page = ActPage(
        title=offer.title,
        button=_("Offer it"),
        of=one.number,
        back=page_of(one),
        done=_("The agreement is with the recipient, who signs first."),
        lines=lines_of(one),
        consequences=[
            _("The terms cannot be changed while the offer stands; it can be taken back until it is signed.")
        ],
    )
    return act_page(request, offer, one, ActForm(one, request.POST or None), page)


@for_officials
def take_back_page(request: ActedRequest, number: str) -> HttpResponse:
    """Take the offer back before the recipient has signed."""
    one = agreement_at(request.actor, number)
    page = ActPage(
        title=take_back.title,
        button=_("Take it back"),
        of=one.number,
        back=page_of(one),
        done=_("The agreement is being drawn up again."),
        lines=lines_of(one),
    )
    return act_page(request, take_back, one, ReasonForm(one, request.POST or None), page)


class SignForm(ActForm):
    """The signatory's password again."""

    password = forms.CharField(
        label=gettext_lazy("Your password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
        max_length=4096,
    )


@for_officials
def sign_page(request: ActedRequest, number: str) -> HttpResponse:
    """Sign for the State, with the password again."""
    one = agreement_at(request.actor, number)
    page = ActPage(
        title=sign.title,
        button=_("Sign"),
        of=one.number,
        back=page_of(one),
        done=_("The agreement is signed and in force. Its instalments are paid on their days."),
        lines=lines_of(one),
        consequences=[
            _("You sign the same terms that the recipient signed; with your signature the agreement is in force."),
            _("The State then owes the instalments, and the recipient what it undertook."),
        ],
        template="desk/agreement/sign.html",
        context=terms_of(one, instalments_of(one), undertakings_of(one), request.day),
    )

    def call(version: int, password: str) -> None:
        sign(request.actor, number, version=version, proof=password)

    return act_page(request, sign, one, SignForm(one, request.POST or None), page, call)


class PayForm(ActForm):
    """Which instalment is paid, as it was shown."""

    place = forms.IntegerField(widget=forms.HiddenInput)


@for_officials
def pay_page(request: ActedRequest, number: str) -> HttpResponse:
    """Pay the next instalment; what the account holds stands beside."""
    one = agreement_at(request.actor, number)
    following = one.instalments.filter(transfer=None).first()
    if following is None:
        raise WrongState(_("Every instalment has been paid."), provision=pay.provision)
    page = ActPage(
        title=pay.title,
        provision=measure(one.application.measure).account_provision,
        button=_("Pay %(amount)s") % {"amount": figures.tenge(following.amount)},
        of=one.number,
        back=page_of(one),
        done=_("The instalment is paid and posted."),
        lines=[
            *lines_of(one),
            Line(_("Instalment"), str(following.place)),
            Line(_("Due on"), figures.day(following.due_on)),
            Line(_("Amount of the instalment"), figures.tenge(following.amount)),
            *_balances(one),
        ],
    )
    form = PayForm(one, request.POST or None, initial={"place": following.place})
    return act_page(request, pay, one, form, page)


def _balances(one: Agreement) -> list[Line]:
    """What is committed to this case, what was paid to it, and what the account has available."""
    kinds = {
        AccountKind.COMMITTED: one.application.number,
        AccountKind.PAID: one.application.number,
        AccountKind.AVAILABLE: "",
    }
    accounts = Account.objects.filter(
        programme__code=measure(one.application.measure).programme, kind__in=kinds, reference__in=set(kinds.values())
    )
    balances = {account.kind: account.balance for account in accounts if account.reference == kinds[_kind(account)]}
    names = {
        AccountKind.COMMITTED: _("Committed to this case"),
        AccountKind.PAID: _("Paid to this case"),
        AccountKind.AVAILABLE: _(WORDS[AccountKind.AVAILABLE]),
    }
    return [Line(name, figures.tenge(balances[kind])) for kind, name in names.items() if kind in balances]


def _kind(account: Account) -> AccountKind:
    return AccountKind(account.kind)


class NoticeForm(ActForm):
    """What was not fulfilled or not reported."""

    text = text_field(
        gettext_lazy("Notice"),
        help_text=gettext_lazy("Say what was not fulfilled or not reported; the recipient reads it."),
    )


@for_officials
def notice_page(request: ActedRequest, number: str) -> HttpResponse:
    """Tell the recipient what was not fulfilled or not reported."""
    one = agreement_at(request.actor, number)
    page = ActPage(
        title=give_notice.title,
        button=_("Give the notice"),
        of=one.number,
        back=page_of(one),
        done=_("The notice is given. It is lifted, or a demand for the money follows."),
        lines=lines_of(one),
        consequences=[_("While the notice stands, no instalment is paid.")],
        warning=True,
    )
    return act_page(request, give_notice, one, NoticeForm(one, request.POST or None), page)


@for_officials
def lift_page(request: ActedRequest, number: str) -> HttpResponse:
    """Lift the notice: the shortfall was made good or explained."""
    one = agreement_at(request.actor, number)
    page = ActPage(
        title=lift_notice.title,
        button=_("Lift it"),
        of=one.number,
        back=page_of(one),
        done=_("The notice is lifted; the agreement is in force as before."),
        lines=[*lines_of(one), Line(_("Notice"), one.notice_text)],
    )
    return act_page(request, lift_notice, one, ReasonForm(one, request.POST or None), page)


@for_officials
def close_page(request: ActedRequest, number: str) -> HttpResponse:
    """Close an agreement for which everything has been answered."""
    one = agreement_at(request.actor, number)
    page = ActPage(
        title=close.title,
        button=_("Close it"),
        of=one.number,
        back=page_of(one),
        done=_("The agreement is closed."),
        lines=lines_of(one),
        consequences=[_("Everything must be paid, reported and met, or what was due must have come back.")],
    )
    return act_page(request, close, one, ActForm(one, request.POST or None), page)
