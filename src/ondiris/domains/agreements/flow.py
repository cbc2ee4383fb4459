"""By which moves does an agreement live, and a report become accepted?"""

from ondiris.base.flow import Flow, move
from ondiris.base.words import N_
from ondiris.domains.agreements.terms import AgreementState as S
from ondiris.domains.agreements.terms import ReportState as R

OFFICER = N_("the institute's case officer")
RECIPIENT = N_("the recipient's signatory")
REPORTER = N_("the recipient")
STATE = N_("the authority's signatory")
TREASURER = N_("the institute's treasurer")
MONITOR = N_("the institute's monitor")

FLOW = Flow(
    "agreement",
    S,
    [
        move("plan", S.DRAWN, S.DRAWN, who=OFFICER, provision="27.1"),
        move("offer", S.DRAWN, S.OFFERED, who=OFFICER, provision="27.1"),
        move("take_back", S.OFFERED, S.DRAWN, who=OFFICER, provision="27.1"),
        move("accept", S.OFFERED, S.SIGNED_BY_RECIPIENT, who=RECIPIENT, provision="27.1"),
        move("sign", S.SIGNED_BY_RECIPIENT, S.IN_FORCE, who=STATE, provision="27.1"),
        move("pay", S.IN_FORCE, S.IN_FORCE, who=TREASURER, provision="27.1"),
        move("give_notice", S.IN_FORCE, S.NOTICED, who=MONITOR, provision="27.4"),
        move("lift_notice", S.NOTICED, S.IN_FORCE, who=MONITOR, provision="27.4"),
        move("close", [S.IN_FORCE, S.NOTICED], S.CLOSED, who=MONITOR, provision="13.2.2:6"),
    ],
)

REPORT_FLOW = Flow(
    "report",
    R,
    [
        move("save", [R.DRAFT, R.RETURNED], [R.DRAFT, R.RETURNED], who=REPORTER, provision="27.1"),
        move("detach", [R.DRAFT, R.RETURNED], [R.DRAFT, R.RETURNED], who=REPORTER, provision="27.1"),
        move("submit", [R.DRAFT, R.RETURNED], R.SUBMITTED, who=REPORTER, provision="27.1"),
        move("send_back", R.SUBMITTED, R.RETURNED, who=MONITOR, provision="13.2.2:6"),
        move("accept", R.SUBMITTED, R.ACCEPTED, who=MONITOR, provision="13.2.2:6"),
    ],
)
