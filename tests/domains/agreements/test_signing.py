"""Both sides sign the same terms, each with a proof of who they are; then the agreement is in force."""

from decimal import Decimal

import pytest

from ondiris.base.errors import BadInput, NotPermitted, Trouble, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.agreements.actions.sign import accept, sign
from ondiris.domains.agreements.models import Agreement, Target
from ondiris.domains.agreements.signing import text_of
from tests.factories import DAY, PASSWORD, actor, agreement


def test_both_signatures_are_over_one_text(made):
    signed = agreement(made, "in_force")
    recipient, state = (signed.signatures.get(side=side) for side in ("recipient", "state"))
    assert recipient.digest == state.digest
    assert len(state.digest) == 64
    assert (recipient.user_name, state.user_name, state.method) == ("Aigerim", "Gulnara", "password")
    assert (signed.state, signed.in_force_on) == ("in_force", DAY)


@pytest.mark.parametrize("proof", ["", "another password", PASSWORD.upper(), PASSWORD + " "])
def test_a_wrong_password_signs_nothing(made, proof):
    offered = agreement(made, "offered")
    with pytest.raises(BadInput) as refused:
        accept(actor(made, "applicant", DAY), offered.number, proof=proof)
    assert list(refused.value.fields) == ["password"]
    assert not offered.signatures.exists()
    assert Agreement.objects.get(pk=offered.pk).state == "offered"


def test_somebody_elses_password_is_a_wrong_one(made):
    offered = agreement(made, "offered")
    other = made.people["decider"]
    other.set_password("the decider's own password")
    other.save()
    with pytest.raises(BadInput):
        accept(actor(made, "applicant", DAY), offered.number, proof="the decider's own password")


def test_a_way_of_signing_that_is_not_offered_is_refused(made):
    offered = agreement(made, "offered")
    with pytest.raises(BadInput) as refused:
        accept(actor(made, "applicant", DAY), offered.number, proof=PASSWORD, method="rubber stamp")
    assert list(refused.value.fields) == ["method"]


@pytest.mark.parametrize("who", ["other", "officer", "decider"])
def test_only_the_recipients_signatory_accepts(made, who):
    offered = agreement(made, "offered")
    with pytest.raises(NotPermitted):
        accept(actor(made, who, DAY), offered.number, proof=PASSWORD)


def test_the_state_signs_after_the_recipient(made):
    with pytest.raises(WrongState):
        sign(actor(made, "decider", DAY), agreement(made, "offered").number, proof=PASSWORD)


@pytest.mark.parametrize("change", ["amount", "target", "instalment"])
def test_terms_changed_after_the_recipient_signed_are_not_signed(made, change):
    accepted = agreement(made, "accepted")
    if change == "amount":
        Agreement.objects.filter(pk=accepted.pk).update(amount=Decimal(1))
    elif change == "target":
        Target.objects.filter(undertaking__agreement=accepted, year=2026).update(value=Decimal(1))
    else:
        accepted.instalments.filter(place=1).update(amount=Decimal(1))
    with pytest.raises(Trouble, match="not those that the recipient signed"):
        sign(actor(made, "decider", DAY), accepted.number, proof=PASSWORD)
    assert not accepted.signatures.filter(side="state").exists()
    assert Agreement.objects.get(pk=accepted.pk).state == "signed_by_recipient"


def test_the_text_names_the_parties_the_money_and_the_promises(made):
    text = text_of(agreement(made, "offered")).decode()
    for part in (
        made.enterprise.bin,
        made.authority.bin,
        "100000000.00",
        "2024-09-01",
        "Output a worker",
        "12000.0000",
    ):
        assert part in text, part


def test_signing_does_not_change_the_text(made):
    offered = agreement(made, "offered")
    before = text_of(offered)
    accept(actor(made, "applicant", DAY), offered.number, proof=PASSWORD)
    signed = sign(actor(made, "decider", DAY), offered.number, proof=PASSWORD)
    assert text_of(signed) == before


def test_the_journal_has_the_digest_and_not_the_password(made):
    signed = agreement(made, "in_force")
    entry = Entry.objects.get(act="agreement.sign")
    assert entry.evidence == {"digest": signed.signatures.get(side="state").digest, "method": "password"}
    assert not any(PASSWORD in str(one.evidence) for one in Entry.objects.all())
