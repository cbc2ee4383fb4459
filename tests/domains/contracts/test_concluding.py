"""A contract is drawn on a line of the list, written, offered and signed by both; only then is it in force."""

from tests.factories.contracts import SIGNED_ON, contract


def test_both_signatures_are_over_one_text(made):
    signed = contract(made)
    (version,) = signed.versions.all()
    assert len(set(version.signatures.values_list("digest", flat=True))) == 1
    assert {one.side: one.user_name for one in version.signatures.all()} == {
        "supplier": "Aigerim",
        "customer": "Customer",
    }
    assert (signed.state, version.state, signed.concluded_on) == ("in_force", "in_force", SIGNED_ON)
