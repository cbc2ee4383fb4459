"""Enterprises are registered, mandates given, lent and ended by acts, and only by those who may."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from ondiris.base.errors import BadInput, NotFound, NotPermitted, WrongState
from ondiris.base.journal.models import Entry, Look
from ondiris.domains.parties.actions.delegate import delegate, end_delegation
from ondiris.domains.parties.actions.mandate import end_mandate, give_mandate, invite
from ondiris.domains.parties.actions.register import register
from ondiris.domains.parties.models import Delegation, Mandate, Organisation, User
from ondiris.domains.parties.queries import actor_for
from ondiris.domains.parties.terms import Capacity
from tests.factories import DAY, actor
from tests.factories.country import SINCE, bin_number, person

SOON, LATER = DAY + timedelta(days=10), DAY + timedelta(days=20)


def registered(made, who="officer", **changed) -> Organisation:
    typed = {"bin": bin_number(900), "name": "Жаңа зауыт ЖШС", "region": made.region, "activity": "28.30"}
    return register(actor(made, who, DAY), **{**typed, **changed})


def given(made, who="applicant", at=None, **changed) -> Mandate:
    typed = {"email": "new@example.kz", "name": "Aset", "capacity": Capacity.APPLICANT, "valid_from": DAY}
    return give_mandate(actor(made, who, DAY), bin=(at or made.enterprise).bin, **{**typed, **changed})


def lent(made, who="officer", deputy="second_officer", first=SOON, end=LATER) -> Delegation:
    mandate = made.people[who].mandates.first()
    return delegate(
        actor(made, who, DAY), mandate=mandate.pk, deputy=made.people[deputy].pk, valid_from=first, valid_to=end
    )


def refusal(call, *args, **data) -> dict[str, str]:
    with pytest.raises(BadInput) as refused:
        call(*args, **data)
    return {field: str(text) for field, text in refused.value.fields.items()}


def test_registering_an_enterprise_is_in_the_journal(made):
    enterprise = registered(made, is_operating=True)
    entry = Entry.objects.get(act="organisation.register", thing=str(enterprise.pk))
    assert entry.evidence["bin"] == enterprise.bin
    assert entry.evidence["is_operating"] is True


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("bin", "159940000001", "month of registration"),
        ("name", " ", "Write something"),
        ("activity", "metal", "two digits"),
        ("registered_on", DAY + timedelta(days=1), "still ahead"),
    ],
)
def test_what_cannot_be_registered_is_said_beside_its_field(made, field, value, said):
    wrong = refusal(registered, made, **{field: value})
    assert list(wrong) == [field]
    assert said in wrong[field]


def test_a_bin_is_registered_once(made):
    assert "already registered" in refusal(registered, made, bin=made.enterprise.bin)["bin"]


def test_an_enterprise_registers_nobody(made):
    with pytest.raises(NotPermitted):
        registered(made, "applicant")


def test_a_signatory_lets_somebody_new_act_for_their_enterprise(made):
    mandate = given(made)
    assert actor_for(mandate.user, made.enterprise, DAY).own == {Capacity.APPLICANT}
    assert not mandate.user.has_usable_password()
    assert Entry.objects.get(act="mandate.give").evidence["name"] == "Aset"


def test_a_person_is_found_by_e_mail_however_it_is_written(made):
    mandate = given(made, email=" Nurlan@Example.kz ", name="")
    assert mandate.user == made.people["other"]


def test_two_people_cannot_share_an_e_mail_however_it_is_written(made):
    User.objects.create(email="new@demo.kz", name="New")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="New@Demo.kz", name="Newer")


def test_a_new_person_needs_a_name(made):
    assert "write their name" in refusal(given, made, name="")["name"]
    assert not User.objects.filter(email="new@example.kz").exists()


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("valid_from", {"valid_from": DAY - timedelta(days=1)}),
        ("valid_to", {"valid_to": DAY}),
        ("capacity", {"capacity": Capacity.DECISION_MAKER}),
        ("capacity", {"email": "aigerim@example.kz"}),
    ],
    ids=["gone by", "reversed", "not an enterprise's", "held already"],
)
def test_a_mandate_that_cannot_be_is_refused_beside_its_field(made, field, changed):
    assert list(refusal(given, made, **changed)) == [field]


def test_a_refused_mandate_leaves_no_person(made):
    refusal(given, made, valid_to=DAY)
    assert not User.objects.filter(email="new@example.kz").exists()


def test_another_s_enterprise_is_not_found_and_the_attempt_is_logged(made):
    with pytest.raises(NotFound):
        given(made, "other")
    assert Look.objects.filter(purpose="mandate.give", allowed=False, actor=made.people["other"].pk).exists()


def test_an_applicant_who_does_not_sign_gives_nothing(made):
    made.people["applicant"].mandates.filter(capacity=Capacity.SIGNATORY).delete()
    with pytest.raises(NotPermitted):
        given(made)


def test_a_deputy_gives_no_mandates(made):
    deputy = person("deputy", made.enterprise, Capacity.APPLICANT)
    signatory = made.people["applicant"].mandates.get(capacity=Capacity.SIGNATORY)
    Delegation.objects.create(mandate=signatory, deputy=deputy, valid_from=SINCE)
    made.people["deputy"] = deputy
    with pytest.raises(NotPermitted, match="not a deputy"):
        given(made, "deputy")


def test_an_official_gives_the_first_signatory_and_no_other(made):
    enterprise = registered(made)
    first = given(made, "officer", enterprise, capacity=Capacity.SIGNATORY)
    given(made, "officer", enterprise, email="right@example.kz", capacity=Capacity.SIGNATORY)  # the first was mistyped
    first.user.set_password("a long password")
    first.user.save()
    with pytest.raises(NotPermitted, match="signs for this enterprise already"):
        given(made, "officer", enterprise, email="more@example.kz")


def test_the_keeper_gives_mandates_at_every_body(made):
    assert given(made, "keeper", made.institute, capacity=Capacity.TREASURER).organisation == made.institute


def test_the_keeper_gives_none_to_themselves(made):
    wrong = refusal(given, made, "keeper", made.authority, email="timur@example.kz", capacity=Capacity.DECISION_MAKER)
    assert "to themselves" in wrong["email"]


def test_officials_other_than_the_keeper_give_none_at_bodies(made):
    with pytest.raises(NotPermitted):
        given(made, "officer", made.institute, capacity=Capacity.MONITOR)


def test_an_ended_mandate_no_longer_holds_on_that_day(made):
    mandate = made.people["applicant"].mandates.get(capacity=Capacity.APPLICANT)
    end_mandate(actor(made, "applicant", DAY), key=mandate.pk, valid_to=SOON)
    assert Capacity.APPLICANT in actor_for(mandate.user, made.enterprise, SOON - timedelta(days=1)).own
    assert Capacity.APPLICANT not in actor_for(mandate.user, made.enterprise, SOON).own


def test_a_mandate_given_by_mistake_is_taken_away_the_same_day_and_the_journal_keeps_both(made):
    mandate = given(made)
    end_mandate(actor(made, "applicant", DAY), key=mandate.pk, valid_to=DAY)
    assert actor_for(mandate.user, made.enterprise, DAY) is None
    acts = Entry.objects.filter(thing_kind="mandate", thing=str(mandate.pk)).order_by("pk")
    assert list(acts.values_list("act", flat=True)) == ["mandate.give", "mandate.end"]


def test_a_mandate_ends_once_and_not_in_the_past(made):
    mandate = made.people["applicant"].mandates.get(capacity=Capacity.APPLICANT)
    signatory = actor(made, "applicant", DAY)
    assert "valid_to" in refusal(end_mandate, signatory, key=mandate.pk, valid_to=DAY - timedelta(days=1))
    end_mandate(signatory, key=mandate.pk, valid_to=DAY)
    with pytest.raises(WrongState):
        end_mandate(signatory, key=mandate.pk, valid_to=DAY)


def test_somebody_else_s_mandate_is_not_found(made):
    with pytest.raises(NotFound):
        end_mandate(actor(made, "other", DAY), key=made.people["applicant"].mandates.first().pk, valid_to=DAY)


def test_the_last_keeper_of_the_authority_stays(made):
    keeper, first, second = (
        actor(made, "keeper", DAY),
        made.people["keeper"].mandates.get(),
        made.people["second_keeper"].mandates.get(),
    )
    end_mandate(keeper, key=second.pk, valid_to=DAY)
    assert "another keeper" in refusal(end_mandate, keeper, key=first.pk, valid_to=DAY)["valid_to"]


def test_nobody_is_invited_who_has_a_password(made):
    with pytest.raises(WrongState):
        invite(actor(made, "keeper", DAY), key=made.people["officer"].mandates.get().pk)


def test_only_who_gave_the_first_mandate_invites(made):
    newcomer = given(made).user
    second = given(made, "other", made.other_enterprise, email=newcomer.email)
    with pytest.raises(NotPermitted, match="first mandate"):
        invite(actor(made, "other", DAY), key=second.pk)


def test_a_lent_mandate_holds_in_its_days(made):
    lent(made, "monitor", "officer")
    deputy = made.people["officer"]
    assert Capacity.MONITOR not in actor_for(deputy, made.institute, SOON - timedelta(days=1)).capacities
    assert actor_for(deputy, made.institute, SOON).deputy_in(Capacity.MONITOR) == "Yerlan"
    assert Capacity.MONITOR not in actor_for(deputy, made.institute, LATER).capacities
    assert Entry.objects.filter(act="delegation.give").exists()


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("deputy", {"deputy": "officer"}),
        ("deputy", {"deputy": "keeper"}),
        ("valid_from", {"first": DAY - timedelta(days=1)}),
        ("valid_to", {"first": LATER, "end": SOON}),
    ],
    ids=["oneself", "a stranger", "gone by", "reversed"],
)
def test_an_absence_that_cannot_be_is_refused_beside_its_field(made, field, changed):
    assert list(refusal(lent, made, **changed)) == [field]


def test_a_mandate_is_lent_to_one_at_a_time(made):
    lent(made)
    wrong = refusal(lent, made, deputy="monitor", first=LATER - timedelta(days=1), end=LATER + timedelta(days=5))
    assert "Saule already stands in" in wrong["valid_from"]
    lent(made, deputy="monitor", first=LATER, end=LATER + timedelta(days=5))


def test_nothing_is_lent_past_the_mandate_s_own_end(made):
    Mandate.objects.filter(user=made.people["officer"]).update(valid_to=LATER)
    assert list(refusal(lent, made, end=LATER + timedelta(days=1))) == ["valid_to"]


def test_another_s_mandate_is_not_lent(made):
    with pytest.raises(NotFound):
        delegate(
            actor(made, "officer", DAY),
            mandate=made.people["monitor"].mandates.get().pk,
            deputy=made.people["second_officer"].pk,
            valid_from=SOON,
            valid_to=LATER,
        )


def test_back_early_the_holder_alone_has_the_mandate(made):
    made_now = lent(made, first=DAY)
    back = DAY + timedelta(days=3)
    end_delegation(actor(made, "officer", back), key=made_now.pk)
    assert Delegation.objects.get().valid_to == back
    with pytest.raises(WrongState):
        end_delegation(actor(made, "officer", back), key=made_now.pk)


def test_an_absence_that_did_not_come_is_taken_away(made):
    end_delegation(actor(made, "officer", DAY), key=lent(made).pk)
    assert not Delegation.objects.exists()


def test_only_the_holder_takes_back(made):
    with pytest.raises(NotFound):
        end_delegation(actor(made, "second_officer", DAY), key=lent(made).pk)


def test_a_future_mandate_waits_for_its_day(made):
    mandate = given(made, valid_from=date(2024, 4, 1))
    assert actor_for(mandate.user, made.enterprise, date(2024, 3, 31)) is None
    assert actor_for(mandate.user, made.enterprise, date(2024, 4, 1)) is not None
