"""The pages of officials."""

from django.urls import include, path

from ondiris.web.acting import for_officials
from ondiris.web.desk import (
    accounts,
    claims,
    decision,
    enterprises,
    files,
    goods,
    home,
    journal,
    lists,
    rates,
    registers,
    reports,
)
from ondiris.web.desk.agreement import acts as agreement_acts
from ondiris.web.desk.agreement import due, plan
from ondiris.web.desk.agreement import page as agreement_page
from ondiris.web.desk.amendment import acts as amendment_acts
from ondiris.web.desk.amendment import changes as amendment_changes
from ondiris.web.desk.amendment import page as amendment_page
from ondiris.web.desk.case import acts, deciding, experts, page
from ondiris.web.showing.people import people_paths

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("applications/", registers.applications_page, name="applications"),
    path("applications/<slug:number>/", page.application, name="application"),
    path("applications/<slug:number>/take/", acts.take_page, name="take"),
    path("applications/<slug:number>/ask/", acts.ask_page, name="ask"),
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
    path("agreements/<slug:number>/claim/", due.draw_claim_page, name="draw-claim"),
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
    path("rates/", rates.rates, name="rates"),
    path("rates/enter/", rates.enter_page, name="enter-rate"),
    path("rates/<slug:number>/confirm/", rates.confirm_page, name="confirm-rate"),
    path("rates/<slug:number>/reject/", rates.reject_page, name="reject-rate"),
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
    path("documents/<slug:number>/", files.document, name="document"),
    path("enterprises/register/", enterprises.register_page, name="register"),
    path("people/", include(people_paths(for_officials))),
]
