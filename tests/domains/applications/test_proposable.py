"""What may be proposed follows from the findings, and from nothing else."""

import pytest

from ondiris.base.errors import BadInput
from ondiris.domains.applications.actions.decide import propose
from ondiris.domains.applications.actions.establish import establish
from ondiris.domains.applications.judging import judge_application
from ondiris.domains.applications.models import Established
from ondiris.domains.applications.terms import DecisionKind
from tests.factories import DAY, actor, application, country

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changed", "agro", "kind"),
    [
        ({}, False, None),  # the experts have not examined yet
        ({"own_funds": "0"}, False, DecisionKind.REFUSE),
        ({}, True, DecisionKind.ELSEWHERE),
    ],
)
def test_findings_carry_one_kind_of_decision(changed, agro, kind):
    made = country()
    case = application(made, "checking", changed=changed)
    establish(actor(made, "officer", DAY), case.number, fact="in_agro_industry", value=agro)
    assert judge_application(case, DAY).proposable == kind


def test_nothing_is_refused_while_it_is_open_whether_another_law_provides():
    made = country()
    case = application(made, "checking", changed={"own_funds": "0"})
    Established.objects.filter(fact="in_agro_industry").delete()
    with pytest.raises(BadInput) as refused:
        propose(actor(made, "officer", DAY), case.number, kind="refuse", ground="puts_in_own_money")
    assert "another law" in str(refused.value.fields["kind"])
