"""An act is allowed, whole and in the journal, or it is not done at all."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Act, Beginning, Outcome, act, beginning
from ondiris.base.answers import Answer, no
from ondiris.base.errors import BadInput, NotFound, NotPermitted, Stale, Trouble, WrongState
from ondiris.base.journal.models import Entry, Look
from ondiris.base.numbering.models import Counter
from ondiris.base.numbering.next import next_number
from ondiris.domains.applications.actions.ask import ask
from ondiris.domains.applications.actions.begin import begin
from ondiris.domains.applications.actions.save import save
from ondiris.domains.applications.actions.submit import submit
from ondiris.domains.applications.actions.take import take
from ondiris.domains.applications.flow import FLOW
from ondiris.domains.applications.models import Application, Question
from ondiris.domains.applications.terms import ApplicationState
from tests.factories import DAY, actor, application, country

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return country()


def an_act(body: Callable[..., Outcome], move: str = "save") -> Act[Application]:
    """An act on applications that anybody may do; not registered, for it is no act of the law."""
    return Act("application.trial", _("Trial"), Application, FLOW, FLOW[move], lambda actor, thing: Answer(True), body)


def last_entry() -> Entry:
    return Entry.objects.latest("pk")


def test_an_act_writes_its_state_its_version_and_its_entry(made):
    case = application(made, "submitted")
    taken = take(actor(made, "officer", DAY), case.number, version=case.version)
    assert (taken.state, taken.version) == (ApplicationState.CHECKING, case.version + 1)
    entry = last_entry()
    assert (entry.act, entry.thing_kind, entry.thing, entry.state) == (
        "application.take",
        "application",
        case.number,
        "checking",
    )
    assert (entry.actor_name, entry.organisation_name, entry.on, entry.provision) == (
        "Daulet",
        "Institute of Industry",
        DAY,
        "25.8",
    )


def test_permission_is_asked_before_the_state_and_the_version_are_told(made):
    case = application(made, "checking")
    with pytest.raises(NotPermitted):
        take(actor(made, "other", DAY), case.number, version=case.version - 1)


def test_a_refused_attempt_is_in_the_access_log_and_nowhere_else(made):
    case = application(made, "submitted")
    before = Entry.objects.count()
    with pytest.raises(NotPermitted):
        take(actor(made, "applicant", DAY), case.number)
    look = Look.objects.get(purpose="application.take")
    assert (look.thing, look.allowed, look.actor_name) == (case.number, False, "Aigerim")
    assert "Only the body" in look.reason
    assert Entry.objects.count() == before
    assert Application.objects.get(pk=case.pk).version == case.version


def test_what_is_not_there_is_not_found_and_the_attempt_is_logged(made):
    with pytest.raises(NotFound):
        take(actor(made, "officer", DAY), "IG-2024-99999")
    assert Look.objects.get(purpose="application.take").thing == "IG-2024-99999"


def test_who_saw_an_older_version_is_told_that_it_changed(made):
    case = application(made, "submitted")
    take(actor(made, "officer", DAY), case.number, version=case.version)
    with pytest.raises(Stale):
        take(actor(made, "second_officer", DAY), case.number, version=case.version)


def test_an_act_out_of_its_state_is_refused_and_is_no_refused_access(made):
    case = application(made, "submitted")
    with pytest.raises(WrongState) as refused:
        submit(actor(made, "applicant", DAY), case.number)
    assert refused.value.provision == "25.8"
    assert not Look.objects.filter(purpose="application.submit").exists()


def test_the_same_page_sent_twice_acts_once(made):
    case = application(made, "checking")
    officer = actor(made, "officer", DAY)
    ask(officer, case.number, version=case.version, text="Who?")
    with pytest.raises(Stale):
        ask(officer, case.number, version=case.version, text="Who?")
    assert Question.objects.filter(application=case).count() == 1


def test_nothing_stays_of_a_body_that_refuses_half_way(made):
    case = application(made)
    before = Entry.objects.count()

    def body(actor: Any, thing: Application) -> Outcome:
        Question.objects.create(application=thing, text="half", asked_on=actor.on, asked_by_name=actor.name)
        raise BadInput({"text": "no"})

    with pytest.raises(BadInput):
        an_act(body)(actor(made, "applicant", DAY), case.number)
    assert not Question.objects.filter(text="half").exists()
    assert Entry.objects.count() == before
    assert Application.objects.get(pk=case.pk).version == case.version


def test_the_journal_is_written_after_the_body_and_the_state(made):
    case = application(made)
    seen: list[int] = []

    def body(actor: Any, thing: Application) -> Outcome:
        seen.append(Entry.objects.filter(act="application.trial").count())
        return Outcome({"day": DAY}, to=ApplicationState.DRAFT)

    an_act(body)(actor(made, "applicant", DAY), case.number)
    assert seen == [0]
    assert (last_entry().state, last_entry().evidence) == ("draft", {"day": DAY.isoformat()})


@pytest.mark.parametrize(
    ("move", "to"), [("save", ApplicationState.GRANTED), ("decide", None), ("decide", ApplicationState.DRAFT)]
)
def test_a_body_cannot_lead_past_the_table(made, move, to):
    case = application(made, "proposed" if move == "decide" else "draft")
    with pytest.raises(AssertionError):
        an_act(lambda actor, thing: Outcome(to=to), move)(actor(made, "applicant", DAY), case.number)
    assert Application.objects.get(pk=case.pk).state == case.state


def test_a_button_is_offered_where_state_and_person_allow(made):
    case = application(made, "submitted")
    assert take.possible(actor(made, "officer", DAY), case)
    assert not take.possible(actor(made, "applicant", DAY), case)
    assert "where the case stands" in str(submit.possible(actor(made, "applicant", DAY), case).reason)


def test_a_beginning_writes_what_it_made(made):
    begun = begin(actor(made, "applicant", DAY), measure_name="industrial-grant")
    entry = last_entry()
    assert (entry.act, entry.thing, entry.state, entry.provision) == (
        "application.begin",
        begun.number,
        "draft",
        "25.8",
    )


def test_a_refused_beginning_is_logged(made):
    with pytest.raises(NotPermitted):
        begin(actor(made, "officer", DAY), measure_name="industrial-grant")
    assert Look.objects.get(purpose="application.begin").allowed is False
    assert not Application.objects.exists()


def test_a_beginning_that_fails_takes_no_number(made):
    def body(actor: Any) -> tuple[Application, dict[str, Any]]:
        next_number("TRIAL", 2024)
        raise Trouble("no")

    trial = Beginning("trial.begin", _("Trial"), Application, "1.1", lambda actor: Answer(True), body)
    with pytest.raises(Trouble):
        trial(actor(made, "applicant", DAY))
    assert not Counter.objects.filter(series__startswith="TRIAL").exists()


def test_a_name_is_registered_once():
    with pytest.raises(ValueError, match="registered twice"):
        act(FLOW, "save", _("Save"), Application, save.may)(lambda actor, thing: Outcome())
    with pytest.raises(ValueError, match="registered twice"):
        beginning("application.begin", _("Begin"), Application, "25.8", begin.may)(lambda actor: (Application(), {}))


def test_a_refusal_says_why_and_by_which_provision(made):
    case = application(made)
    nobody = Act("application.trial", _("Trial"), Application, FLOW, FLOW["save"], lambda a, t: no("closed"), Outcome)
    with pytest.raises(NotPermitted) as refused:
        nobody(actor(made, "applicant", DAY + timedelta(days=1)), case.number)
    assert (refused.value.message, refused.value.provision) == ("closed", "25.8")


@pytest.mark.django_db
def test_a_character_the_database_cannot_keep_is_refused_beside_its_field():
    made = country()
    draft = application(made)
    with pytest.raises(BadInput) as refused:
        save(actor(made, "applicant", DAY), draft.number, answers={"goods": [{"name": "plough\0"}]})
    assert list(refused.value.fields) == ["answers"]
