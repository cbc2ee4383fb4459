"""The pages of officials."""

from django.urls import include, path

from ondiris.web.acting import for_officials
from ondiris.web.desk import (
    access_log,
    accounts,
    claims,
    decision,
    duties,
    enterprises,
    files,
    goods,
    home,
    instruments,
    journal,
    lists,
    purchases,
    registers,
    reports,
    terms,
)
from ondiris.web.desk.agreement import acts as agreement_acts
from ondiris.web.desk.agreement import due, plan
from ondiris.web.desk.agreement import page as agreement_page
from ondiris.web.desk.amendment import acts as amendment_acts
from ondiris.web.desk.amendment import changes as amendment_changes
from ondiris.web.desk.amendment import page as amendment_page
from ondiris.web.desk.case import acts, deciding, experts, page
from ondiris.web.desk.contract import lists as contracts
from ondiris.web.desk.contract import page as contract
from ondiris.web.desk.contract.file import CONTRACTS
from ondiris.web.desk.ownership import acts as ownership_acts
from ondiris.web.desk.ownership import page as ownership
from ondiris.web.desk.ownership.file import SHARES
from ondiris.web.desk.planning import acts as planning_acts
from ondiris.web.desk.planning import needs, proposals
from ondiris.web.desk.planning import proposal as goods_line
from ondiris.web.desk.planning import year as planning_year
from ondiris.web.desk.settings import acts as setting_acts
from ondiris.web.desk.settings import every
from ondiris.web.desk.settings import page as setting_page
from ondiris.web.showing.people import people_paths
from ondiris.web.showing.purchases import PURCHASES
from ondiris.web.showing.taken_files import file_paths

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("applications/", registers.applications_page, name="applications"),
    path("applications/<slug:number>/", page.application, name="application"),
    path("applications/<slug:number>/take/", acts.take_page, name="take"),
    path("applications/<slug:number>/ask/", acts.ask_page, name="ask"),
    path("applications/<slug:number>/go-on/", acts.go_on_page, name="go-on"),
    path("applications/<slug:number>/establish/<slug:fact>/", acts.establish_page, name="establish"),
    path("applications/<slug:number>/examine/", experts.examine_page, name="examine"),
    path("applications/<slug:number>/declare/", experts.declare_page, name="declare"),
    path("applications/<slug:number>/assess/", experts.assess_page, name="assess"),
    path("applications/<slug:number>/propose/", deciding.propose_page, name="propose"),
    path("applications/<slug:number>/decide/", deciding.decide_page, name="decide"),
    path("applications/<slug:number>/send-back/", deciding.send_back_page, name="send-back"),
    path("applications/<slug:number>/fund/", deciding.fund_page, name="fund"),
    path("applications/<slug:number>/draw/", acts.draw_page, name="draw"),
    path("applications/<slug:number>/decisions/<int:key>/", decision.decision, name="decision"),
    path("agreements/", registers.agreements_page, name="agreements"),
    path("agreements/<slug:number>/", agreement_page.agreement, name="agreement"),
    path("agreements/<slug:number>/plan/", plan.plan_page, name="plan"),
    path("agreements/<slug:number>/offer/", agreement_acts.offer_page, name="offer"),
    path("agreements/<slug:number>/take-back/", agreement_acts.take_back_page, name="take-back"),
    path("agreements/<slug:number>/sign/", agreement_acts.sign_page, name="sign"),
    path("agreements/<slug:number>/pay/", agreement_acts.pay_page, name="pay"),
    path("agreements/<slug:number>/notice/", agreement_acts.notice_page, name="notice"),
    path("agreements/<slug:number>/lift/", agreement_acts.lift_page, name="lift"),
    path("agreements/<slug:number>/close/", agreement_acts.close_page, name="close"),
    path("agreements/<slug:number>/due/", due.due_page, name="due"),
    path("agreements/<slug:number>/due/pdf/", due.due_file, name="due-file"),
    path("agreements/<slug:number>/claim/", due.draw_claim_page, name="draw-claim"),
    path("contracts/", contracts.contracts, name="contracts"),
    path("contracts/", include(file_paths(CONTRACTS, for_officials))),
    path("contracts/<slug:number>/", contract.contract, name="contract"),
    path("contracts/<slug:number>/wordings/<int:place>/", contract.wording, name="contract-wording"),
    path("contracts/<slug:number>/enter/", contract.enter_page, name="enter-contract"),
    path("reports/<slug:number>/", reports.report, name="report"),
    path("reports/<slug:number>/accept/", reports.accept_page, name="accept-report"),
    path("reports/<slug:number>/return/", reports.return_page, name="return-report"),
    path("claims/<slug:number>/", claims.claim, name="claim"),
    path("claims/<slug:number>/demand/", claims.demand_page, name="demand"),
    path("claims/<slug:number>/drop/", claims.drop_page, name="drop"),
    path("claims/<slug:number>/receive/", claims.receive_page, name="receive"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/<slug:code>/", accounts.account, name="account"),
    path("accounts/<slug:code>/allocate/", accounts.allocate_page, name="allocate"),
    path("accounts/<slug:code>/year-end/", accounts.close_year_page, name="close-year"),
    path("settings/", every.settings, name="settings"),
    path("settings/<str:name>/", setting_page.setting, name="setting"),
    path("settings/<str:name>/enter/", setting_acts.enter_page, name="enter-value"),
    path("settings/<str:name>/<slug:number>/confirm/", setting_acts.confirm_page, name="confirm-value"),
    path("settings/<str:name>/<slug:number>/reject/", setting_acts.reject_page, name="reject-value"),
    path("instruments/", instruments.instruments, name="instruments"),
    path("instruments/enter/", instruments.enter_page, name="enter-instrument"),
    path("instruments/<slug:number>/confirm/", instruments.confirm_page, name="confirm-instrument"),
    path("instruments/<slug:number>/reject/", instruments.reject_page, name="reject-instrument"),
    path("amendments/", amendment_page.amendments, name="amendments"),
    path("amendments/begin/", amendment_acts.begin_page, name="begin-amendment"),
    path("amendments/<slug:number>/", amendment_page.amendment, name="amendment"),
    path("amendments/<slug:number>/edit/", amendment_acts.edit_page, name="edit-amendment"),
    path("amendments/<slug:number>/changes/", amendment_changes.add_page, name="add-change"),
    path("amendments/<slug:number>/changes/<int:key>/", amendment_changes.change_page, name="change"),
    path("amendments/<slug:number>/changes/<int:key>/remove/", amendment_changes.remove_page, name="remove-change"),
    path(
        "amendments/<slug:number>/changes/<int:key>/review/<slug:measure>/",
        amendment_changes.review_page,
        name="review-change",
    ),
    path("amendments/<slug:number>/hand-over/", amendment_acts.hand_over_page, name="hand-over-amendment"),
    path("amendments/<slug:number>/confirm/", amendment_acts.confirm_page, name="confirm-amendment"),
    path("amendments/<slug:number>/reject/", amendment_acts.reject_page, name="reject-amendment"),
    path("amendments/<slug:number>/reopen/", amendment_acts.reopen_page, name="reopen-amendment"),
    path("duties/", duties.duties, name="duties"),
    path("duties/<slug:name>/<slug:period>/", duties.duty, name="duty"),
    path("duties/<slug:name>/<slug:period>/mark/", duties.mark_page, name="mark"),
    path("marks/<slug:number>/take-back/", duties.take_back_page, name="take-back-mark"),
    path("terms/begin/", terms.begin_page, name="begin-term"),
    path("terms/<slug:number>/", terms.term, name="term"),
    path("terms/<slug:number>/meet/", terms.meet_page, name="meet-term"),
    path("terms/<slug:number>/follow/", terms.follow_page, name="follow-term"),
    path("terms/<slug:number>/withdraw/", terms.withdraw_page, name="withdraw-term"),
    path("lists/", lists.lists, name="lists"),
    path("lists/begin/", lists.begin_page, name="begin-edition"),
    path("lists/<slug:number>/", lists.edition, name="edition"),
    path("lists/<slug:number>/goods/", goods.goods_page, name="edit-goods"),
    path("lists/<slug:number>/agree/", lists.agree_page, name="agree"),
    path("lists/<slug:number>/reopen/", lists.reopen_page, name="reopen"),
    path("lists/<slug:number>/approve/", lists.approve_page, name="approve"),
    path("lists/<slug:number>/publish/", lists.publish_page, name="publish"),
    path("journal/", journal.journal, name="journal"),
    path("journal/verify/", journal.verify, name="verify"),
    path("journal/access/", access_log.access_log, name="access-log"),
    path("documents/<slug:number>/", files.document, name="document"),
    path("enterprises/register/", enterprises.register_page, name="register"),
    path("ownership/", ownership.ownership, name="ownership"),
    path("ownership/enter/", ownership_acts.enter_shareholding_page, name="enter-shareholding"),
    path("ownership/status/", ownership_acts.enter_status_page, name="enter-status"),
    path("ownership/trust/", ownership_acts.enter_trust_page, name="enter-trust"),
    path("ownership/", include(file_paths(SHARES, for_officials))),
    path("ownership/<int:key>/end/", ownership_acts.end_shareholding_page, name="end-shareholding"),
    path("ownership/status/<int:key>/end/", ownership_acts.end_status_page, name="end-status"),
    path("ownership/trust/<int:key>/end/", ownership_acts.end_trust_page, name="end-trust"),
    path("ownership/<slug:bin>/", ownership.owned, name="owned"),
    path("purchases/", purchases.purchases, name="purchases"),
    path("purchases/", include(file_paths(PURCHASES, for_officials))),
    path("planning/", planning_year.this_year, name="planning-now"),
    path("planning/<int:year>/", planning_year.planning, name="planning"),
    path("planning/<int:year>/needs/goods/", needs.by_good, name="needs-by-good"),
    path("planning/<int:year>/needs/customers/", needs.by_customer, name="needs-by-customer"),
    path("planning/<int:year>/inform/", planning_acts.send_information_page, name="send-information"),
    path("planning/<int:year>/draw/", planning_acts.draw_page, name="draw-goods-list"),
    path("planning/<int:year>/update/", planning_acts.update_page, name="update-goods-list"),
    path("planning/<int:year>/classify/", planning_acts.classify_lines_page, name="classify-lines"),
    path("planning/<int:year>/send/", planning_acts.send_page, name="send-goods-list"),
    path("planning/<int:year>/pass-on/", planning_acts.pass_on_page, name="pass-on"),
    path("planning/<int:year>/approve/", planning_acts.approve_page, name="approve-goods-list"),
    path("planning/<int:year>/place/", planning_acts.place_page, name="place-goods-list"),
    path("planning/<int:year>/lines/", proposals.proposals, name="proposals"),
    path("planning/lines/<slug:number>/", goods_line.proposal, name="proposal"),
    path("planning/lines/<slug:number>/classify/", goods_line.classify_page, name="classify"),
    path("planning/lines/<slug:number>/leave-out/", goods_line.leave_out_page, name="leave-out"),
    path("planning/lines/<slug:number>/reopen/", goods_line.reopen_page, name="reopen-proposal"),
    path("people/", include(people_paths(for_officials))),
]
