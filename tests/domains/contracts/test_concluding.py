"""A contract is drawn on a line of the list, written, offered and signed by both; only then is it in force."""

from dataclasses import replace
from datetime import date

import pytest

from ondiris.base.errors import BadInput, NotPermitted, Trouble, WrongState
from ondiris.base.journal.models import Entry
from ondiris.domains.contracts.actions.conclude import accept, draw, offer, sign, take_back, write
from ondiris.domains.contracts.models import Contract, Volume
from ondiris.domains.contracts.permissions import visible_to
from ondiris.domains.contracts.versions import terms_of, terms_of_each
from ondiris.domains.documents.models import Letter
from ondiris.domains.planning.terms import ContractKind, ProposalState
from tests.factories import PASSWORD, actor
from tests.factories.contracts import SIGNED_ON, contract, line, terms
from tests.factories.planning import planners


def by(made, who: str, on: date = SIGNED_ON):
    return actor(planners(made), who, on)


def test_both_signatures_are_over_one_text(made):
    signed = contract(made)
    (version,) = signed.versions.all()
    assert len(set(version.signatures.values_list("digest", flat=True))) == 1
    assert {one.side: one.user_name for one in version.signatures.all()} == {
        "supplier": "Aigerim",
        "customer": "Customer",
    }
    assert (signed.state, version.state, signed.concluded_on) == ("in_force", "in_force", SIGNED_ON)
    assert (signed.starts_on, signed.ends_on) == (date(2024, 3, 1), date(2027, 12, 31))


@pytest.mark.parametrize("kind", ContractKind)
def test_a_wording_is_read_back_as_it_was_written(made, kind):
    version = contract(made, "written", kind=kind).versions.get()
    assert terms_of(version) == terms(kind)
    assert version.amount == terms(kind).amount


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"supplier_bin": "000000000000"}, "supplier_bin"),
        ({"kind": "barter"}, "kind"),
        ({"line": "LINE-2024-00001"}, "line"),
        ({"kind": ContractKind.CONTRACT_PROCUREMENT}, "line"),
        ({"title": " "}, "title"),
        ({"title": "т" * 301}, "title"),
    ],
)
def test_what_is_wrong_with_a_new_contract_is_said_beside_its_field(made, changed, field):
    said = {"kind": "offtake", "supplier_bin": made.enterprise.bin, "line": line(made).number, "title": "Pipes"}
    with pytest.raises(BadInput) as refused:
        draw(by(made, "customer"), **{**said, **changed})
    assert list(refused.value.fields) == [field]
    assert not Contract.objects.exists()


def test_nobody_is_a_supplier_to_itself(made):
    chosen = line(made)
    with pytest.raises(BadInput) as refused:
        draw(by(made, "customer"), kind="offtake", supplier_bin=chosen.customer.bin, line=chosen.number, title="Pipes")
    assert list(refused.value.fields) == ["supplier_bin"]


def test_a_public_body_is_no_supplier(made):
    said = {"kind": "offtake", "line": line(made).number, "title": "Pipes"}
    with pytest.raises(BadInput) as refused:
        draw(by(made, "customer"), supplier_bin=made.institute.bin, **said)
    assert list(refused.value.fields) == ["supplier_bin"]


@pytest.mark.parametrize("why", ["anothers", "declined", "too early"])
def test_a_contract_rests_on_a_line_of_ones_own_that_stands_on_the_list_in_force(made, why):
    chosen = line(made)
    if why == "anothers":
        chosen.customer = made.other_enterprise
        chosen.save()
    if why == "declined":
        type(chosen).objects.filter(pk=chosen.pk).update(state=ProposalState.DECLINED)
    day = date(2023, 12, 31) if why == "too early" else SIGNED_ON
    with pytest.raises(BadInput) as refused:
        draw(
            by(made, "customer", day),
            kind="offtake",
            supplier_bin=made.enterprise.bin,
            line=chosen.number,
            title="Pipes",
        )
    assert list(refused.value.fields) == ["line"]


def test_a_draft_may_have_gaps_and_the_offer_names_them(made):
    drawn = contract(made, "drawn")
    write(by(made, "customer"), drawn.number, terms=replace(terms(), least_value=None, programme_due_on=None))
    with pytest.raises(BadInput) as refused:
        offer(by(made, "customer"), drawn.number)
    assert set(refused.value.fields) == {"least_value", "programme_due_on"}


def test_what_cannot_be_kept_is_not_written(made):
    drawn = contract(made, "drawn")
    with pytest.raises(BadInput):
        write(by(made, "customer"), drawn.number, terms=terms(years={2024: "0"}))
    assert not drawn.versions.exists()


def test_writing_again_replaces_the_draft(made):
    drawn = contract(made, "written")
    write(by(made, "customer"), drawn.number, terms=terms(years={2024: "5"}))
    assert terms_of(drawn.versions.get()) == terms(years={2024: "5"})
    assert Volume.objects.count() == 1


def test_nothing_is_offered_before_it_is_written(made):
    with pytest.raises(WrongState):
        offer(by(made, "customer"), contract(made, "drawn").number)


def test_a_contract_is_not_concluded_after_its_end(made):
    accepted = contract(made, "signed_by_supplier", said=terms(years={2024: "5"}))
    with pytest.raises(BadInput) as refused:
        sign(by(made, "customer", date(2024, 12, 31)), accepted.number, proof=PASSWORD)
    assert list(refused.value.fields) == ["ends_on"]


@pytest.mark.parametrize(
    ("state", "step", "who"), [("offered", accept, "applicant"), ("signed_by_supplier", sign, "customer")]
)
def test_a_wrong_password_signs_nothing(made, state, step, who):
    offered = contract(made, state)
    with pytest.raises(BadInput) as refused:
        step(by(made, who), offered.number, proof="another password")
    assert list(refused.value.fields) == ["password"]
    assert Contract.objects.get(pk=offered.pk).state == state
    assert not offered.versions.get().signatures.filter(user_name=made.people[who].name).exists()


def test_the_supplier_signs_first(made):
    with pytest.raises(WrongState):
        sign(by(made, "customer"), contract(made, "offered").number, proof=PASSWORD)


def test_the_customer_does_not_sign_for_the_supplier(made):
    with pytest.raises(NotPermitted):
        accept(by(made, "customer"), contract(made, "offered").number, proof=PASSWORD)


@pytest.mark.parametrize("change", ["volume", "subject", "stated"])
def test_a_text_changed_after_the_supplier_signed_is_not_signed(made, change):
    accepted = contract(made, "signed_by_supplier")
    if change == "volume":
        Volume.objects.filter(year=2025).update(volume=1)
    elif change == "subject":
        Contract.objects.filter(pk=accepted.pk).update(title="Something else")
    else:
        accepted.versions.update(penalty="None at all")
    with pytest.raises(Trouble) as refused:
        sign(by(made, "customer"), accepted.number, proof=PASSWORD)
    assert "not the one that the other side signed" in str(refused.value.message)
    assert Contract.objects.get(pk=accepted.pk).state == "signed_by_supplier"


def test_taken_back_what_the_supplier_signed_is_void(made):
    accepted = contract(made, "signed_by_supplier")
    digest = accepted.versions.get().signatures.get().digest
    taken = take_back(by(made, "customer"), accepted.number, reason="Another diameter.")
    assert taken.state == "drawn"
    assert not taken.versions.get().signatures.exists()
    entry = Entry.objects.get(act="contract.take_back")
    assert entry.evidence == {"reason": "Another diameter.", "void": [digest]}
    offer(by(made, "customer"), taken.number)
    accept(by(made, "applicant"), taken.number, proof=PASSWORD)
    assert sign(by(made, "customer"), taken.number, proof=PASSWORD).state == "in_force"


def test_both_sides_get_the_text_in_three_languages(made):
    signed = contract(made)
    letters = Letter.objects.filter(thing_kind="contract", thing=signed.number, kind="contract")
    assert {(one.document.owner_id, one.language) for one in letters} == {
        (side, language) for side in (signed.customer_id, signed.supplier_id) for language in ("kk", "ru", "en")
    }


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        ("drawn", {"customer", "auditor"}),
        ("offered", {"customer", "applicant", "auditor"}),
        ("in_force", {"customer", "applicant", "auditor", "keeper", "officer"}),
    ],
)
def test_who_sees_a_contract(made, state, seen):
    one = contract(made, state)
    watched = {"customer", "applicant", "other", "auditor", "keeper", "officer", "minerals_officer"}
    assert {who for who in watched if visible_to(by(made, who)).filter(pk=one.pk).exists()} == seen


def test_wordings_are_read_in_three_queries_however_many(made, django_assert_num_queries):
    versions = [contract(made, "written", kind=kind).versions.get() for kind in (*ContractKind, *ContractKind)]
    with django_assert_num_queries(3):
        found = terms_of_each(versions)
    assert found == {version.pk: terms(version.contract.kind) for version in versions}
